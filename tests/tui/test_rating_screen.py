"""One person answers a workshop's questions on the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from readiness.app.operations import rating
from readiness.app.operations.workshop import Invitation, Room, prepare
from readiness.app.operations.workshop_collect import blank_answers
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.storage.answers_file import read_answers
from readiness.storage.memory import Memory, Recent
from readiness.storage.plan_file import PlanFile
from readiness.tui.screens.rating import Kiosk, RatingScreen
from tests.tui.person import TODAY, Person, at
from tests.workshops import TEMPLATE

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


@pytest.fixture
def room(tmp_path: Path) -> Room:
    PlanFile.create(tmp_path / "plan.toml", Plan(), TEMPLATE)
    asking = Invitation({"leader": 1, "practitioner": 5}, ["T10", "GOAL-06", "GOAL-09"])
    return prepare(tmp_path / "plan.toml", tmp_path / "riv.workshop.toml", asking, TODAY)


@asynccontextmanager
async def asked(
    room: Room, said: RaterAnswers | None = None, place: Path | None = None
) -> AsyncIterator[tuple[Person, RatingScreen, list[RaterAnswers | None]]]:
    left = list[RaterAnswers | None]()
    folder = room.path.parent
    async with at(None, folder / "state") as person:
        screen = RatingScreen(room, place or folder, said)
        person.app.push_screen(screen, left.append)
        await person.settle()
        yield person, screen, left


async def test_a_person_answers_every_question_and_each_is_kept_at_once(room: Room) -> None:
    async with asked(room) as (person, screen, left):
        person.sees("Who runs the workshop can see that you sent a file.", "You answer as")
        await person.press("enter")
        person.sees("Choose as what you answer.")
        await person.press("2", "enter")
        person.sees("Question 1 of 3 practitioners", "What will stop it?")
        await person.type("Tuesdays")
        await person.press("tab", "1", "tab", "enter")
        person.sees("Question 2 of 3")
        assert read_answers(screen.path).answers.said["T10"].value == "Tuesdays"
        await person.press("2")
        await person.to_field("note")
        await person.type("Rarely in July")
        await person.press(*["shift+tab"] * 3, "enter")
        person.sees("Question 3 of 3")
        await person.press("4", "enter")
        await person.settle()
    assert [one.finished for one in left if one] == [True]
    kept = read_answers(screen.path).answers
    said = {item: (one.value, one.note, one.show_note) for item, one in kept.said.items()}
    assert said == {
        "T10": ("Tuesdays", "", True),
        "GOAL-06": (room.questions["GOAL-06"].choices[1], "Rarely in July", False),
        "GOAL-09": ("not sure", "", False),
    }
    assert (kept.who, kept.finished, kept.edition) == ("practitioner", True, 4)


async def test_back_leave_and_words_without_an_answer(room: Room) -> None:
    begun = blank_answers(room, "leader")
    begun = rating.saying(room, begun, "GOAL-09", "no", note="Because")
    path = room.path.parent / "mine.answers.toml"
    rating.keep(room, path, begun)
    async with asked(room, begun, path) as (person, screen, left):
        assert "You answer as" not in person.see()
        await person.press("enter", "tab", "tab", "enter", "enter")
        person.sees("Question 3 of 3 leader", "Because")
        await person.press("1", "enter")
        await person.settle()
    assert left == [screen.said]
    assert read_answers(path).answers.said["GOAL-09"].note == "Because"
    async with asked(room) as (person, screen, left):
        await person.press("1", "enter", "tab", "tab", "enter")
        person.sees("Question 2 of 3")
        await person.to_field("note")
        await person.type("alone")
        await person.press("escape")
        person.sees("You wrote something and chose no answer.")
        await person.to_field("answer")
        await person.press("1", "tab", "right", "enter")
        person.sees("Question 1 of 3")
        await person.press("escape")
        await person.settle()
        assert left == [screen.said]
    assert not read_answers(screen.path).answers.finished


async def test_who_leaves_before_a_role_leaves_nothing(room: Room) -> None:
    async with asked(room) as (person, screen, left):
        await person.press("escape")
        await person.settle()
    assert (left, screen.said) == ([None], None)
    assert list(room.path.parent.glob("*.answers.toml")) == []


async def test_a_window_that_is_closed_keeps_what_was_answered(room: Room) -> None:
    async with asked(room) as (person, screen, left):
        await person.press("2", "enter", "tab", "tab", "enter", "3")
        person.sees("Question 2 of 3")
        person.app.exit()
    assert left == []
    kept = read_answers(screen.path).answers
    assert kept.said["GOAL-06"].value == room.questions["GOAL-06"].choices[2]
    assert not kept.finished


async def test_help_is_about_answering(room: Room) -> None:
    async with asked(room) as (person, _screen, _left):
        await person.press("f1")
        person.sees("Your answers", "Enter goes on")


async def test_a_laptop_is_passed_round_with_no_way_back(room: Room) -> None:
    memory = Memory(room.path.parent / "state")
    memory.remember(Recent(path=room.plan, plan="Elm House", when=NOW))
    async with at(None, memory.folder, size=(130, 40)) as person:
        person.sees("Recent plans", "plan.toml")
        kiosk = Kiosk(person.app, room, room.path.parent)
        kiosk.begin()
        await person.settle()
        assert "plan.toml" not in person.see()
        for key in ("ctrl+p", "ctrl+g", "f2", "f10"):
            await person.press(key)
            assert isinstance(person.app.screen, RatingScreen)
        await person.press("f1", "t")
        assert isinstance(person.app.screen, RatingScreen)
        person.app.copy_to_clipboard("Tuesdays")
        await person.press("2", "enter")
        await person.type("Tuesdays")
        await person.press("tab", "tab", "enter", "2", "enter", "1", "enter")
        person.sees("Sealed: pass it on")
        assert "Tuesdays" not in person.see()
        assert "plan.toml" not in person.see()
        await person.press("ctrl+p")
        person.sees("Sealed: pass it on")
        await person.press("enter")
        person.sees("You answer as")
        assert "Tuesdays" not in person.see()
        assert person.app.clipboard == ""
        await person.press("1", "enter", "tab", "tab", "enter", "3", "escape")
        person.sees("Sealed: pass it on")
        await person.press("escape")
        await person.settle()
    assert kiosk.passed == (1, 1)
    assert len(list(room.path.parent.glob("*.answers.toml"))) == 2
