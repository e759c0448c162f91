"""Rows copied from a spreadsheet: what is understood of them, and what is named and left."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readiness.domain.plan.spreadsheet import Reading, entries_in, is_rows, people_in
from readiness.domain.plan.tables import TABLES
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

TODAY = date(2026, 11, 29)
DATA = Path(__file__).parents[1] / "data" / "pasted"
PEOPLE = tomllib.loads((DATA / "practitioners.toml").read_text("utf-8"))["tables"]
ACTIONS = tomllib.loads((DATA / "actions.toml").read_text("utf-8"))["tables"]
TEMPLATE = Library().load("imr")
PARTS = {name: part for name, (_item, part) in TEMPLATE.person_parts().items()}
ACTION_PARTS = {name: TABLES["actions"].parts[name] for name in ("name", "actor", "action", "when")}


def of(rows: list[str]) -> str:
    return "\n".join(rows).replace("|", "\t") + "\n"


def people(rows: list[str], known: tuple[str, ...] = ()) -> Reading:
    return people_in(of(rows), known, PARTS, TODAY)


@pytest.mark.parametrize("one", PEOPLE, ids=lambda one: one["rows"][0])
def test_rows_are_practitioners_with_role_and_hours(one: dict[str, Any]) -> None:
    speak_in(one["language"])
    found = people(one["rows"])
    assert [
        [line.who, line.role, f"{line.fields.get('hours_freed', '')}"] for line in found.lines
    ] == one["people"]
    assert [word for word in one["left"] if word not in "\n".join(found.left)] == []
    assert bool(found.left) == bool(one["left"]), found.left


@pytest.mark.parametrize("one", ACTIONS, ids=lambda one: one["rows"][0])
def test_rows_are_actions(one: dict[str, Any]) -> None:
    speak_in(one["language"])
    found = entries_in(of(one["rows"]), ACTION_PARTS, TODAY)
    assert [
        [f"{line.fields.get(name, '')}" for name in ("name", "actor", "when")]
        for line in found.lines
    ] == one["actions"]
    assert [word for word in one["left"] if word not in "\n".join(found.left)] == []
    assert bool(found.left) == bool(one["left"]), found.left


def test_what_is_left_is_named_with_its_row_and_column() -> None:
    found = people(["Initials|FTE|Hours", "AB|0.8|lots", "a very long role of somebody||3"])
    assert found.left[:2] == ("row 2, FTE: 0.8", "row 2, Hours: lots")
    long = "row 3, Initials: a very long role of somebody, row 3, Hours: 3"
    assert found.left[2:] == (f"{long} (too long for initials or a role)",)


def test_who_is_listed_already_is_not_listed_twice() -> None:
    found = people(["ab|nurse|4", "CD|nurse|4", "cd|nurse|3"], ("AB",))
    assert [line.who for line in found.lines] == ["CD"]
    assert found.left[0] == "row 1: ab, row 1: nurse, row 1: 4 (in the list already)"


def test_a_cell_of_several_lines_and_a_file_with_semicolons_are_rows() -> None:
    quoted = 'Tiltak\tFrist\n"Avtale\nveiledning"\t1.3.2027\n'
    found = entries_in(quoted, ACTION_PARTS, TODAY)
    assert [line.fields["name"] for line in found.lines] == ["Avtale veiledning"]
    found = people_in("AB;nurse;4\r\nCD;doctor;3\r\n", (), PARTS, TODAY)
    assert [(line.who, line.role) for line in found.lines] == [("AB", "nurse"), ("CD", "doctor")]


def test_days_without_a_header_are_first_and_last_in_their_order() -> None:
    rows = ["Christmas|21.12.2026|3.1.2027", "Easter|22.3.2027|29.3.2027"]
    found = entries_in(of(rows), TABLES["closures"].parts, TODAY)
    assert [dict(line.fields) for line in found.lines] == [
        {"what": "Christmas", "from": date(2026, 12, 21), "until": date(2027, 1, 3)},
        {"what": "Easter", "from": date(2027, 3, 22), "until": date(2027, 3, 29)},
    ]


def test_without_a_header_only_who_role_days_and_figures_are_taken() -> None:
    found = people(["AB|nurse|2|from ward 3", "CD|nurse|many|none", "EF|nurse|4|"])
    assert [dict(line.fields) for line in found.lines] == [
        {"hours_freed": 2},
        {},
        {"hours_freed": 4},
    ]
    assert found.left == ("row 1: from ward 3", "row 2: many", "row 2: none")


def test_one_who_is_called_otherwise_among_initials_is_taken_with_them() -> None:
    found = people(["AB|nurse|2", "Night shift|nurse|3", "CD|doctor|4"])
    assert [line.who for line in found.lines] == ["AB", "Night shift", "CD"]


def test_a_row_that_names_nobody_is_told_once() -> None:
    found = people(["Name|Hours|Hours", "AB|4|4", "|4|4"])
    assert [line.who for line in found.lines] == ["AB"]
    assert found.left == ("row 2, Hours: 4", "row 3, Hours: 4")


def test_empty_text_has_no_rows() -> None:
    assert people_in("\n\t\n", (), PARTS, TODAY) == Reading()
    assert not is_rows("AB")
    assert not is_rows("AB\n")
    assert is_rows("AB\tnurse")


def test_a_cell_that_no_spreadsheet_gives_is_a_cell_all_the_same() -> None:
    found = people_in('Initials\tRole\nAB\t"' + "x" * 140_000, (), PARTS, TODAY)
    assert [line.who for line in found.lines] == ["AB"]
