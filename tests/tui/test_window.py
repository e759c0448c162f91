"""What is seen at which size, and that the help and the palette are complete."""

import os
import re
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from textual.binding import Binding

from readiness.app.session import Session
from readiness.tui.app import ReadinessApp
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.people import PeopleScreen
from readiness.tui.screens.start import StartScreen
from tests.tui.person import at
from tests.tui.scenes import go

pytestmark = pytest.mark.no_cover

SCREENS = Path(__file__).with_name("screens")
LOCK = Path(__file__).parents[2] / "requirements" / "dev.txt"
ALL = (ReadinessApp, StartScreen, MapScreen, AreaScreen, PeopleScreen)


async def test_a_window_that_is_too_small_says_so_until_it_grows(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.answer("INC-01", "n")
        await person.pilot.resize_terminal(59, 24)
        assert person.sees("This window is too small.", "at least 60 by 20", "Nothing is lost.")
        await person.press("escape", "f1", "y")
        assert person.sees("This window is too small.")
        await person.pilot.resize_terminal(60, 20)
        await person.settle()
        assert person.item == "INC-01"
        assert session.plan.answer("INC-01").parts["value"] == "no"
        await person.pilot.resize_terminal(80, 19)
        assert person.sees("This window is too small.")


@pytest.mark.parametrize(
    "name",
    [
        "people",
        *(
            pytest.param(one, marks=pytest.mark.walk)
            for one in ("start", "number", "text", "an action")
        ),
    ],
)
async def test_a_window_of_a_few_columns_does_not_keep_the_program_busy(
    session: Session, state: Path, name: str
) -> None:
    """Scroll bars that come and go without end: `quick.py` fails where it is never quiet."""
    async with at(session, state) as person:
        await go(person, name)
        for size in ((1, 1), (3, 24), (5, 24)):
            await person.pilot.resize_terminal(*size)
        assert person.sees("This")
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert "too small" not in person.see()


async def test_a_box_without_a_column_draws_no_example(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04")
        text_box = person.form.text_box
        assert text_box.placeholder
        text_box.styles.width, text_box.styles.padding = 2, (0, 1)
        text_box.refresh(layout=True)
        await person.settle()
        assert text_box.content_size.width == 0
        person.see()
        await person.press("5")
    assert empty.plan.answer("INC-04").parts == {"value": 5}


async def test_a_program_started_in_a_small_window_is_usable_when_it_grows(
    session: Session, state: Path
) -> None:
    async with at(session, state, (40, 10)) as person:
        assert person.sees("This window is too small.")
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert person.sees("Most serious")


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        (120, 40),
        *(pytest.param(one, marks=pytest.mark.walk) for one in ((60, 20), (160, 50), (200, 60))),
    ],
)
async def test_why_stands_beside_the_question_where_there_is_room(
    session: Session, state: Path, size: tuple[int, int]
) -> None:
    async with at(session, state, size) as person:
        await person.answer("INC-09")
        lines = person.see().splitlines()
        question = next(line for line in lines if "What happens when" in line)
        is_beside = "What it means" in lines[1]
        assert is_beside == (size[0] >= 100)
        assert max(len(words) for words in re.split(r"\s{3,}|│", question)) <= 90
        assert person.sees("What it means", "unanswered")


@pytest.mark.parametrize(
    "sizes",
    [
        ((120, 40), (80, 24)),
        pytest.param(((80, 24), (120, 40)), marks=pytest.mark.walk),
        pytest.param(((80, 24), (90, 20)), marks=pytest.mark.walk),
        pytest.param(((80, 24), (80, 40)), marks=pytest.mark.walk),
    ],
)
async def test_a_question_looks_in_a_window_that_was_resized_as_in_one_that_was_so(
    session: Session, state: Path, sizes: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    seen = []
    for first in sizes:
        async with at(session, state, first) as person:
            await person.answer("INC-09")
            await person.pilot.resize_terminal(*sizes[1])
            await person.settle()
            seen.append(person.see())
    assert seen[0] == seen[1]


@pytest.mark.parametrize("size", [(60, 20), pytest.param((200, 60), marks=pytest.mark.walk)])
async def test_nothing_is_wider_than_the_window(
    session: Session, state: Path, size: tuple[int, int]
) -> None:
    async with at(session, state, size) as person:
        for keys in ((), ("2",), ("f6",), ("f1",), ("escape", "f10"), ("escape", "f2", "escape")):
            await person.press(*keys)
            lines = person.see().split("\n")
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert "NOT SAVED" not in person.see()


def keys_of(binding: Binding) -> list[str]:
    """The keys as a person calls them."""
    names = {
        "question_mark": "?",
        "escape": "Esc",
        "delete": "Delete",
        "plus": "+",
        "insert": "Insert",
        "slash": "/",
    }
    found = []
    for key in binding.key.split(","):
        plus = key.replace("ctrl+", "Ctrl+")
        if re.fullmatch(r"f\d+", key) or "+" in plus:
            head, _, tail = plus.rpartition("+")
            plus = f"{head}+{tail.capitalize()}" if head else tail.upper()
        found.append(names.get(key, plus))
    return found


@pytest.mark.parametrize("where", ALL, ids=lambda where: where.__name__)
def test_every_key_stands_in_the_help(where: type) -> None:
    text = (files("readiness.tui") / "help.md").read_text("utf-8")
    words = set(re.split(r"[\s,()]+", text))
    for binding in where.BINDINGS:  # type: ignore[attr-defined]
        for key in keys_of(binding):
            assert key in words or (key.isdigit() and "1 to 9" in text), f"{key} is not in the help"


async def test_every_command_of_the_palette_is_said_in_words(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.press("2")
        commands = list(person.app.get_system_commands(person.app.screen))
        assert len({one.title for one in commands}) == len(commands) >= 14
        assert all(len(one.help) > 20 for one in commands)
        assert "Key: Ctrl+Z" in next(one.help for one in commands if one.title == "Undo")
        await person.press("ctrl+p")
        await person.type("next question")
        await person.press("enter", "enter")
        for _ in range(20):
            await person.settle()
            if person.item == "CAP-02":
                break
        assert person.item == "CAP-02"
        for one in commands:
            if one.title == "Close this plan":
                one.callback()
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)


def is_locked() -> bool:
    return f"textual=={version('textual')} " in LOCK.read_text("utf-8")


@pytest.mark.skipif(not is_locked(), reason="pictures hold for the locked version of Textual only")
@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("map-80", (80, 24), ()),
        ("map-120", (120, 40), ()),
        ("number-80", (80, 24), ("2", "enter")),
        ("text-120", (120, 40), ("3", "enter")),
        ("people-80", (80, 24), ("f6",)),
    ],
)
async def test_screens_look_as_they_did(
    session: Session, state: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """Text, not SVG: a change is read in a diff. READINESS_WRITE_SCREENS=1 writes them anew."""
    path = SCREENS / f"{name}.txt"
    async with at(session, state, size) as person:
        await person.press(*keys)
        seen = person.see()
    if os.environ.get("READINESS_WRITE_SCREENS"):
        path.write_text(seen + "\n", "utf-8")
    assert seen + "\n" == path.read_text("utf-8")
