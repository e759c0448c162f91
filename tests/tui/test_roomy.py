"""What a larger window adds to each screen, and that it adds it without a key."""

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen
from tests.tui.person import BROKEN, Person, at

WIDE, LARGE = (120, 40), (200, 60)


def shows(person: Person, *words: str) -> bool:
    """Whether words stand on the screen, titles of panels among them."""
    seen = person.see()
    missing = [one for one in words if one not in seen]
    assert not missing, f"not seen: {missing}\n{seen}"
    return True


async def test_beside_a_question_stands_what_else_its_area_holds(
    session: Session, state: Path
) -> None:
    async with at(session, state, WIDE) as person:
        await person.answer("CAP-01")
        assert shows(person, "Actions of this area", "[ ] More hours for CD", "Dates of this area")
        assert shows(person, "30 Jun Supervision ends:")
        assert "Training day" not in person.see()
        await person.answer("SEL-08")
        assert shows(person, "Training day")


async def test_a_large_window_shows_the_worked_example_beside_the_question(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.answer("CAP-01")
        assert shows(person, "In the worked example, a made-up service", "AB: 6 h a week")
        assert shows(person, "Answers of this area", "Preparation time")


async def begun(session: Session, state: Path) -> Memory:
    """What is remembered after a person has looked at the plan and left."""
    async with at(session, state) as person:
        await person.press("escape")
        assert isinstance(person.app.screen, StartScreen)
    return Memory(state)


async def test_the_start_says_how_each_plan_stands_without_reading_it(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(session, state)
    monkeypatch.setattr(PlanFile, "open", lambda *_rest: pytest.fail("a plan was read"))
    async with at(None, state) as person:
        shows(person, "IMR at Riverside", "47 of 51 answered", "24 Nov 2026")
        shows(person, "Three things are not yet in place for a start on 11 January 2027.")
        shows(person, "^^o=++++++ !!^^~~++++ ^o.~+++++- ^^~~+++++++ !^^...++++")
        assert "What you need" not in person.see()


async def test_a_plan_that_was_changed_elsewhere_is_read_again(
    session: Session, state: Path
) -> None:
    memory = await begun(session, state)
    text = session.path.read_text("utf-8").replace("start = 2027-01-11", "start = 2027-02-01")
    session.path.write_text(text, "utf-8")
    assert not memory.recent()[0].is_as_kept
    async with at(None, state) as person:
        shows(person, "not yet in place for a start on 1 February 2027.")
        assert memory.recent()[0].is_as_kept


async def test_a_plan_that_cannot_be_read_any_more_says_so(session: Session, state: Path) -> None:
    await begun(session, state)
    session.path.write_text(BROKEN, "utf-8")
    async with at(None, state) as person:
        shows(person, "It was changed elsewhere, and cannot be read.")
        assert "not yet in place" not in person.see()


async def test_a_large_start_shows_the_page_for_the_board_of_the_plan_at_the_cursor(
    session: Session, state: Path
) -> None:
    await begun(session, state)
    async with at(None, state, LARGE) as person:
        shows(person, "The board is asked to", "By when: 14 Dec 2026", "What you need")
        await person.press("down")
        assert "The board is asked to" not in person.see()
    async with at(None, state, WIDE) as person:
        shows(person, "What you need", "The short form takes about 30")


@pytest.mark.walk
async def test_larger_windows_add_to_hours_patients_actions_calendar_and_monitoring(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.press("h")
        assert all(shows(person, f"{who}, week by week") for who in ("AB", "CD", "EF", "GH"))
        await person.press("2", "down")
        shows(person, "As it is in the plan", "WHAT IF: AB leaves in week 9.")
        await person.press("escape", "c")
        shows(person, "November 2026", "October 2027")
        await person.press("escape", "a")
        shows(person, "Flags without an action: 9", "From today to the decision")
        await person.press("escape", "i")
        shows(person, "How it is decided to go on, adjust or stop", "Limits after the start")
    async with at(session, state, WIDE) as person:
        await person.press("e")
        shows(person, "What moves it", "Who asks", "Each practitioner's patients")
        await person.press("escape", "a")
        shows(
            person, "Flags without an action: 9", "EF meets 2 of the 3 suitable patients planned."
        )
        assert "From today to the decision" not in person.see()
        rows = person.see().splitlines()[2:5:2]
        assert ["no date" in row for row in rows] == [True, False], "what has no date comes first"
        await person.press("escape", "i")
        shows(person, "Rounds and dates", "Limits after the start")
        await person.press("escape", "a", "home", "enter")
        shows(person, "CAP-06  Supervision", "Extend the booking until the period ends.")
    async with at(session, state) as person:
        await person.press("a")
        assert "Flags without an action" not in person.see()


async def test_larger_windows_add_to_people_document_and_today(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.press("f6", "down")
        shows(person, "What is answered about CD", "The agreement with CD", "You may refuse")
        await person.press("escape", "d")
        shows(person, "Next: For the board", "What a board misses")
        shows(person, "Who decides on the start is not named (F10).")
        await person.press("down")
        shows(person, "Next: Why, what and for whom")
        await person.press("escape", "o")
        shows(person, "The first day with patients has not come.", "The next dates", "1 Dec 2026")
        shows(person, "[ ] to do: More hours for CD (the team leader, 14 December 2026).")
    async with at(session, state, WIDE) as person:
        await person.press("f6")
        shows(person, "What is answered about AB", "Taken off the list  Two home visits a week")
        assert "The agreement with" not in person.see()


async def test_a_large_window_lets_a_flag_be_answered_where_it_stands(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.press("x")
        shows(person, "CAP-01  Hours freed", "How many hours a week are formally freed")
        await person.cursor("flag GOAL-05A")
        shows(person, "GOAL-05  ")
        await person.cursor("flag CAP-01R")
        await person.press("tab", "tab")
        await person.press("tab", *["backspace"] * 2, "6")
        assert session.plan.people["CD"].parts["hours_freed"] == 6
        assert "CAP-01R" not in {one.id for one in session.review.flags}
        shows(person, "CAP-01  Hours freed")
        await person.press("escape")
        assert person.page.lines.has_focus
        await person.press("escape")
        person.screen(MapScreen)
