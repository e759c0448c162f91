"""What is said in passing, and what is cut: neither stands where it is not meant."""

from pathlib import Path

import pytest

from readiness.app.operations.workshop import Room
from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.tui.line_text import cut_after, whole_pieces
from readiness.tui.screens.flags import FlagsScreen
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.map import MapScreen
from tests.tui.person import TODAY, at
from tests.tui.test_room import open_workshop, session_of
from tests.workshops import nine_people


def line(screen: str) -> str:
    """The message line: the last but one."""
    return screen.splitlines()[-2].strip()


async def test_what_was_said_on_a_screen_does_not_follow_to_the_next(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("x", "w")
        assert "Nobody has accepted this." in line(person.see())
        await person.press("m")
        person.screen(MapScreen)
        assert not line(person.see())
        assert "Nobody has accepted this." in person.told()
        await person.press("x", "plus")
        assert isinstance(person.app.screen, FlagsScreen)
        assert line(person.see()), "what a key says on the screen itself stays"


async def test_what_a_dialog_came_to_is_said_on_the_screen_behind_it(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("f6", "a")
        await person.type("Nora Berg\n")
        assert "r renames." in person.see()


async def test_a_capital_letter_is_the_key_that_the_small_one_is(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("f6", "A")
        assert isinstance(person.app.screen, AskText)
        await person.type("KL\n")
        assert "KL" in session.plan.people, "where one types, capitals stay"
        await person.press("escape", "X")
        person.screen(FlagsScreen)
        await person.press("S")
        assert person.sees("s: red")


async def test_what_is_wrong_in_a_dialog_is_said_no_more_once_it_is_changed(
    tmp_path: Path,
) -> None:
    room: Room = nine_people(tmp_path, TODAY)
    async with at(session_of(room), tmp_path / "state") as person:
        await open_workshop(person)
        await person.press("c", "enter", "g", "y", "tab")
        await person.type("So it is.")
        await person.press("tab", "x", "enter", "enter")
        assert person.sees("is not a whole number of people.")
        person.form.focus_at(FieldRef(part="against"))
        await person.press("backspace", "1")
        assert "is not a whole number" not in person.see()


async def test_what_goes_on_out_of_sight_says_so(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.answer("CAP-01")
        assert person.sees("(the team leader, 14 December ..")


@pytest.mark.parametrize(
    ("words", "width", "seen"),
    [
        (
            "Calendar   45 dates, 18 proposed, 2 hidden",
            80,
            "Calendar   45 dates, 18 proposed, 2 hidden",
        ),
        ("Calendar   45 dates, 18 proposed, 2 hidden", 40, "Calendar   45 dates, 18 proposed .."),
        ("Calendar   45 dates, 18 proposed, 2 hidden", 20, "Calendar .."),
        ("Calendar", 4, "Calendar"),
    ],
)
def test_a_head_ends_with_a_whole_piece(words: str, width: int, seen: str) -> None:
    assert whole_pieces(words, width) == seen


def test_words_on_few_rows_say_that_more_follows() -> None:
    assert cut_after("one two three four", 11, 2) == ["one two", "three four"]
    assert cut_after("one two three four five", 11, 2) == ["one two", "three .."]


@pytest.mark.walk
async def test_no_head_is_cut_in_a_word_in_the_smallest_window(
    session: Session, state: Path
) -> None:
    async with at(session, state, (60, 20)) as person:
        for keys in ("m", "1", "c", "a", "x", "i"):
            await person.press("f2", keys)
            assert "…" not in "\n".join(person.see().splitlines()[:8])
