"""Rows copied from a spreadsheet, pasted where they can be taken and where nothing can."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.events import Paste

from readiness.app.session import Session
from tests.tui.person import Person, at

STAFF = "Initials\tRole\tFTE\tHours\nAA\tnurse\t0.8\t4.5\nBB\tOT\t1.0\t3\n"
ACTIONS = "Action\tOwner\tDue\nAgree supervision\tAB\t15 Feb 2027\n"


async def paste(person: Person, text: str) -> None:
    """As a terminal gives it to the program."""
    person.app.post_message(Paste(text))
    await person.settle()


async def _take(person: Person, text: str) -> None:
    await paste(person, text)
    await person.press("enter")
    await person.settle()


async def test_practitioners_are_taken_from_the_list_and_from_the_box(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("f6")
        await paste(person, STAFF)
        assert person.sees("These rows would become 2 practitioners", "row 2, FTE: 0.8")
        await person.press("escape")
        assert not empty.plan.people
        await _take(person, STAFF)
        assert [one.role for one in empty.plan.people.values()] == ["nurse", "OT"]
        await person.press("a")
        await _take(person, "CC\tdoctor\t2\n")
        assert empty.plan.people["CC"].parts == {"hours_freed": 2}
        await paste(person, "DD, EE")
        await person.press("enter")
        assert list(empty.plan.people) == ["AA", "BB", "CC", "DD", "EE"]


async def test_actions_are_taken_from_the_list_and_a_row_fills_the_fields(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("a")
        await _take(person, ACTIONS)
        await person.press("plus")
        await paste(person, "Book a room\tCD\tOne room\tthe team\twhenever")
        assert "The row is filled in. Not understood, and left out: By when" in person.told()
        first, second = (dict(one) for one in empty.plan.entries("actions").values())
        assert first == {"name": "Agree supervision", "actor": "AB", "when": date(2027, 2, 15)}
        assert second == {
            "name": "Book a room", "actor": "CD", "action": "One room", "target": "the team",
        }  # fmt: skip


async def test_rows_of_a_question_and_closures_are_taken_and_elsewhere_it_is_said(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await paste(person, STAFF)
        assert person.told().startswith("Nothing was pasted: no field is open here.")
        await person.press("h")
        await paste(person, "Christmas\t21.12.2026\t3.1.2027\n")
        await person.press("enter")
        await person.press("enter")
        assert [one["what"] for one in empty.plan.entries("closures").values()] == ["Christmas"]
        await person.press("escape")
        await person.open_item("MON-01")
        await _take(person, "15 Feb 2027\tCD\n")
        assert len(empty.plan.answer("MON-01").rows) == 1


async def test_a_tab_in_a_note_beside_rows_is_a_part_of_the_note(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-01")
        await person.to_field("note")
        await paste(person, "12 Jul 2027\tasked by phone")
        assert "asked by phone" in empty.plan.answer("MON-01").note
        assert not empty.plan.answer("MON-01").rows
