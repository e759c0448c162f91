"""What people of this trade type, line for line, and what it has to become.

The tables were written before the code was looked at, and worked out by hand; where the house
decided otherwise since, a line says so.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from readiness.domain.checklist.part import Direction, Part
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.i18n.times import Frame
from readiness.storage.languages import speak_in

TODAY = date(2026, 11, 29)
FRAME = Frame(TODAY, start=date(2027, 1, 11), end=date(2028, 1, 10))
LONGEST = 0.05 * (8 if sys.gettrace() else 1)
"""Seconds that any text may take; more where each line is counted."""

UNITS = {
    "en": {"hours": "h a week", "patients": "patients", "minutes": "minutes"},
    "nb": {"hours": "t per uke", "patients": "pasienter", "minutes": "minutter"},
}


def _lines(code: str) -> list[tuple[str, str, str, str]]:
    text = (Path(__file__).parent / f"typed_{code}.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [(code, field, typed, wanted) for field, typed, wanted in rows]


def _part(code: str, field: str) -> Part:
    if field == "hours":
        unit = UNITS[code][field]
        return Part(kind="number", unit=unit, low=0, high=60, feeds="hours_freed")
    if field in UNITS[code]:
        return Part(kind="number", unit=UNITS[code][field], low=0, high=10000)
    if field == "dates":
        return Part(kind="dates")
    directions: dict[str, Direction] = {"until": "end", "past": "past"}
    return Part(kind="date", direction=directions.get(field, "ahead"))


def _said(value: Value) -> str:
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    return {"not sure": "unsure"}.get(str(value), str(value))


@pytest.mark.parametrize(("code", "field", "typed", "wanted"), [*_lines("en"), *_lines("nb")])
def test_what_people_type_is_taken_as_they_mean_it(
    code: str, field: str, typed: str, wanted: str
) -> None:
    speak_in(code)
    found = interpret(_part(code, field), typed, FRAME)
    assert found is not None
    if wanted.startswith("look "):
        assert isinstance(found, InvalidValue)
        assert found.offer is not None
        assert _said(found.offer) == wanted.removeprefix("look ")
        return
    if not wanted.startswith("ask "):
        assert _said(found) == wanted
        return
    assert isinstance(found, InvalidValue)
    for one in wanted.removeprefix("ask ").split(" | "):
        is_number = one.replace(".", "").isdecimal() and code == "nb"
        words = one.replace(".", ",") if is_number else one.strip('"')
        assert words in f"{found.why}; {found.todo}" or words == _said(found.offer or "")


@pytest.mark.parametrize("code", ["en", "nb"])
def test_no_beginning_of_a_text_is_too_much_for_a_field(code: str) -> None:
    speak_in(code)
    for _code, field, typed, _wanted in _lines(code):
        for other in {field, "hours", "patients", "date", "dates"}:
            for end in range(len(typed)):
                interpret(_part(code, other), typed[:end], FRAME)


CASES = [*_lines("en"), *_lines("nb")]


@pytest.mark.no_cover
@pytest.mark.parametrize(("code", "field", "typed", "_wanted"), CASES)
def test_what_stands_in_the_box_afterwards_means_the_same(
    code: str, field: str, typed: str, _wanted: str
) -> None:
    speak_in(code)
    part = _part(code, field)
    found = interpret(part, typed, FRAME)
    value = found.offer if isinstance(found, InvalidValue) else found
    if value is not None:
        assert interpret(part, kind_of(part).boxed(value), FRAME) == value


@pytest.mark.parametrize(
    "text",
    ["1 " * 9000, "Monday " * 900, "1. mars, " * 2000, "- " * 9000, "h " * 900, "a" * 20000],
)
@pytest.mark.parametrize("field", ["hours", "date", "dates"])
def test_no_text_takes_long(text: str, field: str) -> None:
    interpret(_part("en", field), "1 May", FRAME)
    began = process_time()
    interpret(_part("en", field), text, FRAME)
    assert process_time() - began < LONGEST
