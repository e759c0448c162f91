"""The program with nothing but a mouse, but for words that are typed."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.domain.schedule.calendar import events_of
from readiness.tui import bottom_lines
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.calendar import CalendarScreen
from readiness.tui.screens.flags import FlagsScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.page import Page
from tests.tui.hands import pressed
from tests.tui.person import Person, at


async def in_bottom_line(person: Person, words: str) -> None:
    """Click on a key that the bottom line names."""
    height = person.app.size.height
    line = person.see().splitlines()[height - 1]
    await person.pilot.click(offset=(line.index(words) + 1, height - 1))
    await person.settle()


async def to_screen(person: Person, words: str) -> Page:
    """Open a screen from the map."""
    await in_bottom_line(person, "Ctrl+G screens")
    await person.click(words)
    return person.screen(Page)


@pytest.mark.walk
async def test_a_flag_is_pointed_at_then_accepted_then_gone_to(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("x", "escape")  # The offer of the tour stands there until then.
        await to_screen(person, "Flags and X-rays")
        await person.click("MON-06")
        assert isinstance(person.app.screen, FlagsScreen)
        assert person.sees("Write the rule before the first patient starts.")
        await in_bottom_line(person, "a accept")
        assert person.sees("Accept MON-06 ")
        for words in ("The board decides in June", "the team leader"):
            await person.type(words)
            await person.click("OK (Enter)")
        assert "MON-06 is accepted by the team leader." in person.told()
        (accepted,) = (one for name, one in session.plan.accepted.items() if "MON-06" in name)
        assert (accepted["by"], accepted["reason"]) == (
            "the team leader",
            "The board decides in June",
        )
        await person.click("CAP-06")
        assert isinstance(person.app.screen, FlagsScreen)
        await person.click("CAP-06")
        assert isinstance(person.app.screen, AreaScreen)
        assert person.item == "CAP-06"


@pytest.mark.walk
async def test_a_proposed_date_is_moved_and_moved_back(session: Session, state: Path) -> None:
    async with at(session, state, (120, 60)) as person:
        await person.press("c", "escape")
        await to_screen(person, "Calendar")
        await person.click("Supervision starts")
        assert person.sees("No question asks for it.")
        await in_bottom_line(person, "v move")
        await person.press("ctrl+u")
        await person.type("12.3.2027")
        await person.click("OK (Enter)")
        moved = [one for one in events_of(session.plan, session.template) if one.kind == "moved"]
        assert [one.day for one in moved] == [date(2027, 3, 12)]
        await in_bottom_line(person, "b move back")
        kinds = {one.kind for one in events_of(session.plan, session.template)}
        assert "moved" not in kinds
        await in_bottom_line(person, "Esc")
        assert isinstance(person.app.screen, MapScreen)


async def test_what_is_said_of_a_date_that_a_question_asks_for(
    session: Session, state: Path
) -> None:
    async with at(session, state, (120, 60)) as person:
        await person.press("c")
        assert isinstance(person.app.screen, CalendarScreen)
        await person.click("This check is redone")
        assert person.sees("it over as an answer.")
        await in_bottom_line(person, "t take over")
        assert "now answers" in person.told()


async def test_several_words_are_chosen_and_one_of_them_taken_out(
    empty: Session, state: Path
) -> None:
    async with at(empty, state, (120, 40)) as person:
        await person.open_item("MON-08")
        await person.click("Patients asked")
        await person.click("Patients who attend")
        await person.click("Patients asked")
        assert empty.plan.answer("MON-08").parts["value"] == ("attending",)


async def test_rows_are_added_and_removed(empty: Session, state: Path) -> None:
    async with at(empty, state, (120, 60)) as person:
        await person.open_item("INC-05")
        await person.click("Add step")
        await person.click("Add step")
        assert list(empty.plan.answer("INC-05").rows) == ["1", "2"]
        await person.click("Remove")
        assert list(empty.plan.answer("INC-05").rows) == ["2"]


async def test_a_message_goes_once_a_person_clicks_on(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bottom_lines, "READ_SECONDS", -1)
    async with at(session, state) as person:
        await person.press("x", "escape")
        person.app.messages.tell("Something is done.")
        await person.settle()
        assert person.sees("Something is done.")
        person.app.post_message(pressed(1, 1))
        await person.settle()
        assert "Something is done." not in person.see()
