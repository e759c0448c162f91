"""Rows of a spreadsheet are taken as one step back, all of them or none."""

from __future__ import annotations

from datetime import date

import pytest

from readiness.app.operations.spreadsheet import fill_fields, read_rows, take_rows
from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef

CLOSURES = FieldRef(table="closures")


def test_entries_come_behind_those_there_are_and_go_with_one_undo(session: Session) -> None:
    before = session.plan
    rows = "From\tUntil\tWhat\n5 Jul 2027\t11 Jul 2027\tmove\n1 Nov 2027\t2 Nov 2027\tcourse\n"
    effect = take_rows(session, CLOSURES, read_rows(session, CLOSURES, rows))
    new = [
        dict(fields)
        for key, fields in session.plan.entries("closures").items()
        if key not in before.entries("closures")
    ]
    assert effect.said == "Taken from the spreadsheet: 2 entries in Closures and holidays."
    assert new == [
        {"from": date(2027, 7, 5), "until": date(2027, 7, 11), "what": "move"},
        {"from": date(2027, 11, 1), "until": date(2027, 11, 2), "what": "course"},
    ]
    session.undo()
    assert session.plan == before


def test_rows_of_a_question_and_practitioners(session: Session) -> None:
    question, before = FieldRef("MON-01"), len(session.plan.answer("MON-01").rows)
    effect = take_rows(session, question, read_rows(session, question, "5 Jul 2027\n2 Aug 2027\n"))
    assert effect.said.startswith("Taken from the spreadsheet: 2 rows in MON-01")
    assert len(session.plan.answer("MON-01").rows) == before + 2
    take_rows(session, FieldRef(), read_rows(session, FieldRef(), "XY\tnurse\t3\n"))
    assert session.plan.people["XY"].role == "nurse"
    assert session.plan.people["XY"].parts == {"hours_freed": 3}


@pytest.mark.parametrize("rows", ["Budget\t2026\nTravel\t120\n", "\t\n"])
def test_nothing_is_taken_of_rows_that_are_not_understood(session: Session, rows: str) -> None:
    before = session.plan
    effect = take_rows(session, FieldRef(), read_rows(session, FieldRef(), rows))
    assert effect.said == "There is nothing in these rows that can be taken here."
    assert session.plan == before


def test_a_row_fills_the_fields_from_the_one_that_has_the_keys(session: Session) -> None:
    ref = FieldRef(table="closures", entry="9", part="until")
    assert fill_fields(session, ref, "11 Jul 2027\tmove").said == "The row is filled in: closure 9."
    assert dict(session.plan.entries("closures")["9"]) == {
        "until": date(2027, 7, 11), "what": "move",
    }  # fmt: skip
    assert not fill_fields(session, ref, "whenever\t").is_done
    assert not fill_fields(session, FieldRef(table="closures", entry="9"), "x\ty").is_done


def test_a_cell_that_is_not_understood_leaves_its_field_and_is_told(session: Session) -> None:
    ref = FieldRef(table="closures", entry="9", part="from")
    effect = fill_fields(session, ref, "5 Jul 2027\twhenever\tmove")
    assert "whenever" in effect.said
    assert dict(session.plan.entries("closures")["9"]) == {
        "from": date(2027, 7, 5), "what": "move",
    }  # fmt: skip
