"""What is typed and is no answer: the plan goes back, the text stands, and it is said once."""

from datetime import date
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.tui.person import Person, at


def box(person: Person) -> str:
    assert person.app.focused is person.form.text_box
    return person.box


@pytest.mark.parametrize(
    "typed", ["100", *(pytest.param(one, marks=pytest.mark.walk) for one in ("2-3", "45-60"))]
)
async def test_a_refused_number_leaves_the_plan_as_it_was(
    empty: Session, state: Path, typed: str
) -> None:
    add_person(empty, "AB", "nurse")
    empty.set(FieldRef(part="hours_freed", person="AB"), 6)
    before = empty.plan
    async with at(empty, state) as person:
        await person.answer("CAP-01", "ctrl+u")
        await person.type(typed)
        assert empty.plan == before
        assert person.sees("(the plan keeps 6)")
        assert not person.app.plan.seen.did
        await person.press("ctrl+z")
        assert box(person) == "6"
        await person.press("ctrl+z")
        assert "Undone: AB, Hours freed a week: taken out: 6" in person.told()
        assert empty.plan.people["AB"].parts == {}
    assert PlanFile.open(empty.path, Library()).plan.people["AB"].parts == {}


async def test_a_refused_date_leaves_no_answer_where_there_was_none(
    empty: Session, state: Path
) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("SEL-03")
        await person.type("31 Jan 2027")
        assert empty.plan.people["AB"].parts["leaves"] == date(2027, 1, 31)
        await person.type("x")
        assert "leaves" not in empty.plan.people["AB"].parts
        assert person.sees('"2027x" is not; Enter takes', "(there is no answer yet)")


async def test_what_was_understood_when_its_field_was_left_is_what_the_plan_goes_back_to(
    empty: Session, state: Path
) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("CAP-01", "8", "tab", "shift+tab", "end")
        await person.type("00")
        assert empty.plan.people["AB"].parts["hours_freed"] == 8
        assert person.sees("800 is too large", "(the plan keeps 8)")
        await person.press("backspace", "backspace", "backspace")
        assert "hours_freed" not in empty.plan.people["AB"].parts


async def test_a_refused_number_brings_back_the_word_that_answered_the_whole(
    session: Session, state: Path
) -> None:
    session.take(session.plan.without("CAP-03"))
    session.not_applicable("CAP-03", "no clinic")
    before = session.plan
    async with at(session, state) as person:
        await person.open_item("CAP-03")
        await person.to_field("minutes")
        await person.type("90")
        assert session.plan != before
        await person.type("000")
        assert session.plan == before


async def test_an_undo_elsewhere_passes_over_typing_that_changed_nothing(
    empty: Session, state: Path
) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("SEL-01", "1")
        await person.answer("CAP-01")
        await person.type("100")
        await person.press("escape", "ctrl+z")
        assert not empty.plan.answer("SEL-01").parts
        assert person.box == "100"
        await person.press("ctrl+y")
        assert empty.plan.answer("SEL-01").parts == {"value": "yes"}


async def test_what_is_not_understood_stands_when_one_comes_back_and_is_said_once(
    empty: Session, state: Path
) -> None:
    add_person(empty, "KN", "nurse")
    async with at(empty, state) as person:
        await person.answer("SEL-03")
        await person.type("next summer")
        await person.press("f8")
        assert person.item != "SEL-03"
        words = 'Not in the plan (SEL-03, KN): "next summer" is not a date.'
        assert person.told() == words
        person.forget()
        await person.press("f7")
        assert box(person) == "next summer"
        assert person.sees("is not a", "(there is no answer yet)")
        await person.press("f2")
        await person.answer("GOAL-01")
        await person.press("1", "ctrl+z")
        assert "Not in the plan" not in person.told()
        await person.answer("SEL-03")
        assert box(person) == "next summer"
        person.app.plan.keep(lambda one: add_person(one, "AB"))
        await person.settle()
        assert person.box == "next summer"
        await person.press("ctrl+u", "f8", "f7")
        assert box(person) == ""
    assert "next summer" not in empty.path.read_text("utf-8")


async def test_a_new_row_does_not_hold_what_stood_in_one_that_was_removed(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-01", "insert")
        await person.type("next summer")
        await person.press("ctrl+delete", "insert")
        assert person.box == ""


async def test_what_is_not_understood_in_a_number_page_is_said_and_stands(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("a", "enter")
        await person.to_field("when")
        await person.press("ctrl+u")
        await person.type("soonish")
        await person.press("escape")
        assert '"soonish" is not a date' in person.told()
        await person.press("enter")
        await person.to_field("when")
        assert box(person) == "soonish"


async def test_enter_goes_on_from_a_name_and_pasted_lines_become_one(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.open_item("GOAL-03")
        await person.to_field("leader")
        await person.type("Kari Nordmann\n")
        assert empty.plan.answer("GOAL-03").parts["leader"] == "Kari Nordmann"
        held = person.question.field
        assert held is not None
        assert held.ref.part == "deputy"
        await person.to_field("leader")
        assert person.app.focused is not None
        assert person.app.focused.size.height == 1
        await person.press("ctrl+u")
        person.app.focused.post_message(Paste("Kari\nNordmann"))
        await person.settle()
        assert empty.plan.answer("GOAL-03").parts["leader"] == "Kari Nordmann"
        assert "2 lines became one" in person.told()


async def test_a_name_that_has_several_lines_already_keeps_them(
    empty: Session, state: Path
) -> None:
    empty.set(FieldRef("GOAL-03", "leader"), "Kari\nNordmann")
    async with at(empty, state) as person:
        await person.open_item("GOAL-03")
        await person.to_field("leader")
        assert isinstance(person.app.focused, TextArea)
        assert person.app.focused.text == "Kari\nNordmann"


async def test_n_is_nei_in_norwegian(empty: Session, state: Path) -> None:
    speak_in("nb")
    async with at(empty, state) as person:
        await person.answer("SEL-01", "n")
        assert empty.plan.answer("SEL-01").parts == {"value": "no"}
