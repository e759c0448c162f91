"""Clicks on the bottom line."""

from pathlib import Path

import pytest
from textual.screen import Screen

from readiness.app.operations.particulars import set_particulars
from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.tui.app import ReadinessApp
from readiness.tui.bottom_lines import fitting, key_at, line_words
from readiness.tui.commands import BINDINGS
from readiness.tui.keys import Piece, bindings_of, key_line
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.hours import LINES, HoursScreen
from tests.tui.person import BROKEN, at
from tests.tui.test_guiding import every_screen

LINE = [
    Piece(("enter", "tab"), "on"),
    Piece(("less_than_sign", "greater_than_sign"), "month"),
    Piece((), "New here?"),
    Piece(("ctrl+z",), "undo"),
    Piece(("escape",), "back"),
]


def test_a_line_names_keys_as_they_are_called_and_what_they_do() -> None:
    assert line_words(LINE) == "Enter/Tab on  < > month  New here?  Ctrl+Z undo  Esc back"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Enter", "enter"),
        ("Tab on", "tab"),
        ("< >", "less_than_sign"),
        ("> month", "greater_than_sign"),
        ("month", "greater_than_sign"),
        ("New here", ""),
        ("undo", "ctrl+z"),
        ("Esc", "escape"),
    ],
)
def test_each_word_stands_for_its_key(words: str, key: str) -> None:
    assert key_at(LINE, line_words(LINE).index(words)) == key


@pytest.mark.parametrize("column", [-1, 12, 80])
def test_where_no_key_is_nothing_happens(column: int) -> None:
    assert key_at(LINE, column) == ""


def of_widgets(kind: type[Screen[object]]) -> set[str]:
    """The keys of what such a screen consists of: boxes, lists, texts."""
    found = {"enter", "tab", "shift+tab", "up", "down", "pageup", "pagedown"}
    return found | {one.key for one in bindings_of(kind)}


@pytest.mark.parametrize("kind", every_screen(), ids=lambda kind: kind.__name__)
def test_every_command_that_a_screen_names_is_one_of_its_own_or_the_programs(
    kind: type[Screen[object]],
) -> None:
    lines = [getattr(kind, name) for name in dir(kind) if name.endswith("LINE")]
    lines += [(*one, "leave") for one in LINES.values()] if kind is HoursScreen else []
    anywhere = {key for one in BINDINGS for key in one.key.split(",")}
    for line in lines:
        for piece in key_line(kind, ReadinessApp, line, is_typing=False):
            assert piece.word
            assert set(piece.keys) <= anywhere | of_widgets(kind)


def test_letters_are_named_before_other_keys_but_not_while_a_person_types() -> None:
    line = ("unanswered", "help", ("step(-1)", "step(1)"))
    read, typed = (
        line_words(key_line(AreaScreen, ReadinessApp, line, is_typing=one)) for one in (False, True)
    )
    assert read == "n unanswered  F1 help  F7/F8 question"
    assert typed == "F3 unanswered  F1 help  F7/F8 question"


def test_what_nobody_can_do_is_not_named() -> None:
    with pytest.raises(KeyError):
        key_line(AreaScreen, ReadinessApp, ("no such command",), is_typing=False)


async def test_a_click_on_the_bottom_line_does_what_the_key_does(
    session: Session, state: Path
) -> None:
    assert Memory(state).is_first("tour")  # so that the line names keys, and not the tour
    async with at(session, state) as person:
        await person.click("h hours")
        assert person.sees("Hours needed and hours freed")
        await person.click("2 what if")
        assert person.sees("2 What if", "AB leaves in week 9")
        await person.press("down")
        await person.click("> change")
        assert person.sees("AB leaves in week 10")
        await person.click("Esc back")
        assert person.sees("Most serious")
        await person.click("all saved")
        assert person.sees("Most serious")
        session.path.write_text(BROKEN)
        person.app.plan.keep(lambda one: set_particulars(one, {"service": "mine"}))
        assert not person.app.plan.save()
        await person.settle()
        await person.click("NOT SAVED")
        assert person.sees("The plan could not be saved")


WAYS = (
    ("Hours needed and freed   h", "Hours needed and hours freed"),
    ("Patients   e", "Patients: from those who fit"),
    ("Monitoring   i", "What is measured"),
    ("Action plan   a", "Enter edit w who"),
    ("Calendar   c", "< > month v move"),
    ("Flags and X-rays   x", "a accept w withdraw"),
    ("Document   d", "Space on"),
    ("Versions: earlier ones and copies   v", "What each sitting left, the latest first"),
)


@pytest.mark.parametrize("ways", [WAYS[:1], pytest.param(WAYS, marks=pytest.mark.walk)])
async def test_the_mouse_alone_leads_from_the_map_to_every_screen_and_command(
    session: Session, state: Path, ways: tuple[tuple[str, str], ...]
) -> None:
    assert Memory(state).is_first("tour")
    async with at(session, state) as person:
        for line, title in ways:
            await person.click("Ctrl+G screens")
            await person.click(line)
            assert person.sees(title)
            await person.click("Esc")
            assert person.sees("Most serious")
        await person.click("Ctrl+G screens")
        await person.click("All commands")
        assert person.sees("Search for commands")


def test_where_commands_do_not_fit_whole_ones_are_left_out_and_the_way_back_stays() -> None:
    line = [Piece(("a",), "accept"), Piece(("b",), "sort"), Piece(("escape",), "back")]
    assert line_words(fitting(line, 26)) == "a accept  b sort  Esc back"
    assert line_words(fitting(line, 25)) == "a accept  b sort  Esc"
    assert line_words(fitting(line, 20)) == "a accept  Esc"
    assert line_words(fitting(line, 2)) == "Esc"
    assert line_words(fitting([line[0], Piece(("q",), "quit")], 8)) == "q quit"
