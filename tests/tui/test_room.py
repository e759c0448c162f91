"""A workshop on the screens, from what came in to the plan."""

from pathlib import Path

import pytest

from readiness.app.operations.workshop import Room, open_room
from readiness.app.operations.workshop_finish import room_files
from readiness.app.session import Session
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.characters import LEVELS
from readiness.tui.drawing.bars import tallies_drawn
from readiness.tui.screens.projector import Projector
from readiness.tui.screens.text_page import TextPage
from readiness.tui.screens.workshop import WorkshopScreen
from tests.tui.person import TODAY, Person, at, now
from tests.workshops import nine_people


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return nine_people(tmp_path, TODAY)


def session_of(room: Room) -> Session:
    return Session(PlanFile.open(room.plan, Library()), lambda: TODAY, now)


async def open_workshop(person: Person) -> None:
    await person.app.run_action("workshop")
    await person.settle()
    person.screen(WorkshopScreen)


async def test_a_workshop_is_played_from_what_came_in_to_the_plan(
    room: Room, tmp_path: Path
) -> None:
    (tmp_path / "x.answers.toml").write_text("kind = 'answers'\n", "utf-8")
    async with at(session_of(room), tmp_path / "state") as person:
        await open_workshop(person)
        person.sees("practitioners 5 of 5", "10 files read: 9 counted", "x.answers.toml")
        await person.press("g", "P", "s")
        assert "GOAL-09" not in person.see(), "nothing is shown before collecting is closed"
        await person.press("c", "enter")
        person.sees("GOAL-09", "leader, 1", "practitioners, 5", "4 steps apart.", "split, gap")
        assert ["no", "0", "no", "3"] in [row.split()[1:5] for row in person.see().splitlines()]
        await person.press("P")
        assert isinstance(person.app.screen, Projector)
        person.sees("practitioners, 5")
        assert "Ask:" not in person.see()
        await person.press("space", "space", "escape")
        person.sees("MON-09", "2 of 2")
        await person.press("k", "n", "g", "y", "tab")
        await person.type("So it is.")
        await person.press("tab", "x", "enter", "enter")
        person.sees('"x" is not a whole number of people.')
        await person.press("tab", "tab")
        assert not open_room(room.path).workshop.agreed
        await person.press("escape", "g", "n", "tab")
        await person.type("Heard.\n2\n\n")
        person.sees("1 agreed", "Agreed: no. Heard.")
        await person.press("m", "enter", "enter", "enter", "enter")
        person.sees("Write what is missing")
        await person.press("escape", "m")
        await person.type("How many fit\nNR\n1.2.9000\n")
        person.sees("9000-02-01 is too far away for a plan; write a year from 1900 to 2199.")
        await person.press(*["backspace"] * 8)
        await person.type("not sure\n")
        person.sees('"not sure" is not a date')
        await person.press(*["backspace"] * 8)
        await person.type("12 Dec 2026\n")
        assert "On the missing list: How many fit." in person.told()
        await person.press("w", "tab", "enter")
        person.sees("finished 24 Nov 2026")
        await person.press("g", "escape", "w")
        person.sees("This workshop was finished on 24 November 2026.")
        plan = person.app.plan.seen.plan
    assert plan.answer("GOAL-09").parts["value"] == "no"
    assert list(plan.workshops) == [room.workshop.id]
    assert [one["what"] for one in plan.missing.values()] == ["How many fit"]
    held = open_room(room.path).workshop
    assert (held.finished, held.parked, held.agreed["GOAL-09"].against) == (TODAY, ("MON-09",), 2)
    assert len(room_files(room, [])) == 9, "they were to be kept"


async def test_what_is_lacking_is_told_and_guards_are_said(room: Room, tmp_path: Path) -> None:
    text = room.plan.read_text("utf-8").replace("outcome", "target")
    room.plan.write_text(text, "utf-8")
    async with at(session_of(room), tmp_path / "state", (120, 40)) as person:
        await open_workshop(person)
        await person.press("c", "enter", "w")
        assert isinstance(person.app.screen, TextPage)
        person.sees("“action 1” lacks")
        await person.press("escape", "enter", "y", "tab")
        await person.type("So it is.\n\n\n")
        person.sees("A third or more say no or are not sure.")
        await person.press(*["down"] * 3, "right", "enter")
        person.sees("The practitioners answer this themselves")
        await person.press(*["down"] * 3, "right", "enter")
        person.sees("1 agreed")
        await person.press("d")
        await person.type("1 1 2\n2 99\n")
        person.sees("Dots of person 2", "99")
        await person.press("escape")
        person.sees("The dots of 1 person")
        await person.press("escape")
        await person.type("2 3\n")
        await person.press("escape", "tab", "enter")
        assert "action 1: 2 dots, action 2: 2 dots, action 3: 1 dot" in person.told()
    agreed = open_room(room.path).workshop.agreed["GOAL-09"]
    assert (agreed.answer, agreed.against_votes, agreed.by_leader) == ("yes", True, True)


async def test_a_plan_without_a_workshop_says_how_one_is_made(
    session: Session, tmp_path: Path
) -> None:
    async with at(session, tmp_path / "state") as person:
        await person.app.run_action("workshop")
        assert "readiness workshop new" in person.told()


def test_no_line_of_the_bars_is_longer_than_the_wall() -> None:
    from readiness.describe.reveal import TallyRow

    rows = [TallyRow(answer="every two weeks", many=120), TallyRow(answer="not sure", many=1)]
    for width in (20, 34, 60, 76, 120):
        for line in tallies_drawn({"a": rows, "b": rows, "c": rows}, width, LEVELS["ascii"]):
            assert line.cell_length <= width
    head = "user representatives, 3"
    drawn = tallies_drawn({"a": rows, "b": rows, head: rows}, 66, LEVELS["ascii"])
    assert any(head in line.plain for line in drawn), "how many they are is never cut off"


async def test_the_time_for_a_question_tells_and_does_nothing(room: Room, tmp_path: Path) -> None:
    seconds = [0.0]
    async with at(session_of(room), tmp_path / "state") as person:
        await open_workshop(person)
        await person.press("t")
        assert "left" not in person.see(), "nothing is talked about yet"
        await person.press("c", "enter")
        screen = person.screen(WorkshopScreen)
        screen.clock.seconds = lambda: seconds[0]
        await person.press("t", "n")
        person.sees("4:00 left Workshop")
        for now_, words in ((20.0, "3:40 left"), (240.0, "0:00 left"), (275.0, "0:35 over")):
            seconds[0] = now_
            screen.tell_time()
            await person.settle()
            person.sees(words)
        await person.press("t")
        assert "over" not in person.see().splitlines()[0]
        assert not open_room(room.path).workshop.parked
