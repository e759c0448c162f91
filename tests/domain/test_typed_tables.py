"""What people of this trade type, line for line, and what it has to become.

The tables were written before the code was looked at, and worked out by hand; where the house
decided otherwise since, a line says so.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.storage.languages import speak_in

TODAY = date(2026, 11, 29)
UNITS = {
    "en": {"hours": "h a week", "patients": "patients"},
    "nb": {"hours": "t per uke", "patients": "pasienter"},
}


def _lines(code: str) -> list[tuple[str, str, str, str]]:
    text = (Path(__file__).parent / f"typed_{code}.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [(code, field, typed, wanted) for field, typed, wanted in rows]


def _part(code: str, field: str) -> Part:
    return Part(kind="number", unit=UNITS[code][field], low=0, high=10000)


def _said(value: Value) -> str:
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    return {"not sure": "unsure"}.get(str(value), str(value))


@pytest.mark.parametrize(("code", "field", "typed", "wanted"), [*_lines("en"), *_lines("nb")])
def test_what_people_type_is_taken_as_they_mean_it(
    code: str, field: str, typed: str, wanted: str
) -> None:
    speak_in(code)
    found = interpret(_part(code, field), typed, TODAY)
    assert found is not None
    if not wanted.startswith("ask "):
        assert _said(found) == wanted
        return
    assert isinstance(found, InvalidValue)
    for one in wanted.removeprefix("ask ").split(" | "):
        words = one.strip('"').replace(".", "," if code == "nb" else ".")
        assert words in f"{found.why}; {found.todo}" or one == str(found.offer)
