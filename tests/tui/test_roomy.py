"""What a larger window adds to each screen, and that it adds it without a key."""

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.tui.screens.start import StartScreen
from tests.tui.person import BROKEN, at

WIDE, LARGE = (120, 40), (200, 60)


async def test_beside_a_question_stands_what_else_its_area_holds(
    session: Session, state: Path
) -> None:
    async with at(session, state, WIDE) as person:
        await person.answer("CAP-01")
        assert person.sees("Actions of this area", "[ ] More hours for CD", "Dates of this area")
        assert person.sees("30 Jun Supervision ends:")
        assert "Training day" not in person.see()
        await person.answer("SEL-08")
        assert person.sees("Training day")


async def test_a_large_window_shows_the_worked_example_beside_the_question(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.answer("CAP-01")
        assert person.sees("In the worked example, a made-up service", "AB: 6 h a week")
        assert person.sees("Answers of this area", "Preparation time")


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
        person.sees("IMR at Riverside", "47 of 51 answered", "24 Nov 2026")
        person.sees("Three things are not yet in place for a start on 11 January 2027.")
        person.sees("^^o=++++++ !!^^~~++++ ^o.~+++++- ^^~~+++++++ !^^...++++")
        assert "What you need" not in person.see()


async def test_a_plan_that_was_changed_elsewhere_is_read_again(
    session: Session, state: Path
) -> None:
    memory = await begun(session, state)
    text = session.path.read_text("utf-8").replace("start = 2027-01-11", "start = 2027-02-01")
    session.path.write_text(text, "utf-8")
    assert not memory.recent()[0].is_as_kept
    async with at(None, state) as person:
        person.sees("not yet in place for a start on 1 February 2027.")
        assert memory.recent()[0].is_as_kept


async def test_a_plan_that_cannot_be_read_any_more_says_so(session: Session, state: Path) -> None:
    await begun(session, state)
    session.path.write_text(BROKEN, "utf-8")
    async with at(None, state) as person:
        person.sees("It was changed elsewhere, and cannot be read.")
        assert "not yet in place" not in person.see()


async def test_a_large_start_shows_the_page_for_the_board_of_the_plan_at_the_cursor(
    session: Session, state: Path
) -> None:
    await begun(session, state)
    async with at(None, state, LARGE) as person:
        person.sees("The board is asked to", "By when: 14 Dec 2026", "What you need")
        await person.press("down")
        assert "The board is asked to" not in person.see()
    async with at(None, state, WIDE) as person:
        person.sees("What you need", "The short form takes about 30")


async def test_larger_windows_add_to_hours_patients_actions_calendar_and_monitoring(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.press("h")
        assert all(person.sees(f"{who}, week by week") for who in ("AB", "CD", "EF", "GH"))
        await person.press("2", "down")
        person.sees("As it is in the plan", "WHAT IF: AB leaves in week 9.")
        await person.press("escape", "c")
        person.sees("November 2026", "October 2027")
        await person.press("escape", "a")
        person.sees("Flags without an action: 9", "From today to the decision")
        await person.press("escape", "i")
        person.sees("How it is decided to go on, adjust or stop", "Limits after the start")
    async with at(session, state, WIDE) as person:
        await person.press("e")
        person.sees("What moves it", "Who asks", "Each practitioner's patients")
        await person.press("escape", "a")
        person.sees("Flags without an action: 9", "EF meets 2 of the 3 suitable patients planned.")
        assert "From today to the decision" not in person.see()
        rows = person.see().splitlines()[2:5:2]
        assert ["no date" in row for row in rows] == [True, False], "what has no date comes first"
        await person.press("escape", "i")
        person.sees("Rounds and dates", "Limits after the start")
    async with at(session, state) as person:
        await person.press("a")
        assert "Flags without an action" not in person.see()
