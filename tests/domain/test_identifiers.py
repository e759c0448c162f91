"""Identifying text in the spellings of people; what is none is left alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from readiness.describe.identifiers import identifying_told, name_told
from readiness.domain.plan.names import full_name_told
from readiness.domain.xrays.identifiers import (
    BIRTH,
    IDENTITY,
    MAIL,
    NAME,
    TELEPHONE,
    looks_identifying,
)

TODAY = date(2026, 11, 29)
TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
KINDS = {"digits": IDENTITY, "born": BIRTH, "name": NAME, "mail": MAIL, "phone": TELEPHONE}
LINES = [
    line.split("\t")
    for line in (TESTS / "data" / "pasted" / "identifying.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("_language", "kind", "text"), LINES)
def test_what_people_type_is_pointed_out_or_left_alone(
    _language: str, kind: str, text: str
) -> None:
    found = looks_identifying(text, TODAY)
    if kind == "nothing":
        assert (found, identifying_told(text, TODAY)) == ([], "")
    else:
        assert KINDS[kind] in found
        assert identifying_told(text, TODAY)


@pytest.mark.parametrize("name", ["kari nordmann", "Nordmann, Kari", "KARI NORDMANN", "john smith"])
def test_initials_are_asked_for_whatever_the_spelling_of_a_name(name: str) -> None:
    assert full_name_told(name).startswith(f"{name} looks like a full name.")


def _texts(thing: object) -> Iterator[str]:
    if isinstance(thing, dict):
        for inner in thing.values():
            yield from _texts(inner)
    elif isinstance(thing, list):
        for inner in thing:
            yield from _texts(inner)
    elif isinstance(thing, str):
        yield thing


PLANS = [*(TESTS / "data" / "services").glob("*.toml"), *(ROOT / "templates").rglob("*.toml")]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_alarm_in_what_services_wrote_and_what_templates_say(path: Path) -> None:
    texts = list(_texts(tomllib.loads(path.read_text("utf-8"))))
    # Of the sources of a template the names of authors are told.
    assert [text for text in texts if looks_identifying(text, TODAY)] == []


def test_what_a_practitioner_is_called_is_looked_at_like_any_text() -> None:
    assert name_told("Kari Nordmann", date(2026, 11, 29)).startswith("Kari Nordmann looks like")
    assert "mail" in name_told("ab@example.org", date(2026, 11, 29))
    assert name_told("AB", date(2026, 11, 29)) == ""
