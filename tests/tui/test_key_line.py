"""Clicks on the bottom line."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import readiness.tui.screens as package
from readiness.app.session import Session
from readiness.i18n.language import _
from readiness.storage.languages import speak_in
from readiness.storage.memory import Memory
from readiness.tui.commands import BINDINGS
from readiness.tui.keys import bindings_of
from readiness.tui.screens.page import Page
from readiness.tui.widgets.status import fitting, key_at
from tests.tui.person import BROKEN, at

LINE = (
    " Enter/Tab on  Esc list  < > month  Ctrl+G screens  ^Z undo  F2 map  q quit  + new  o s filter"
)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Enter/Tab", "enter"),
        ("Tab on", "enter"),
        ("list", "escape"),
        ("< >", "less_than_sign"),
        ("> month", "greater_than_sign"),
        ("screens", "ctrl+g"),
        ("^Z", "ctrl+z"),
        ("map", "f2"),
        ("quit", "q"),
        ("+ new", "plus"),
        ("o s", "o"),
    ],
)
def test_each_word_stands_for_its_key(words: str, key: str) -> None:
    assert key_at(LINE, LINE.index(words)) == key


@pytest.mark.parametrize("line", ["", "  ", " words only", " Up/Down scroll"])
def test_where_no_key_is_nothing_happens(line: str) -> None:
    assert [key_at(line, column) for column in (0, 1, 3, 80)] == [""] * 4


def pages(kind: type[Page]) -> set[type[Page]]:
    found = set(kind.__subclasses__())
    return found.union(*map(pages, found))


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_key_that_a_page_names_does_something_there(language: str) -> None:
    speak_in(language)
    anywhere = {"", "enter", *(key for one in BINDINGS for key in one.key.split(","))}
    named, dead = 0, []
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    for page in (one for one in pages(Page) if not one.__subclasses__()):
        known = anywhere | {one.key for one in bindings_of(page)}
        lines = [getattr(page, name) for name in dir(page) if name.endswith("KEYS")]
        for line in map(_, filter(None, lines)):
            for piece in re.finditer(r"\S+(?: \S+)*", line):
                named += 1
                if key_at(line, piece.start()) not in known:
                    dead.append(f"{page.__name__}: {piece[0]}")
    assert dead == []
    assert named > 60


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
        person.app.plan.keep(lambda one: one.describe(service="mine"))
        assert not person.app.plan.save()
        await person.settle()
        await person.click("NOT SAVED")
        assert person.sees("The plan could not be saved")


async def test_the_mouse_alone_leads_from_the_map_to_every_screen_and_command(
    session: Session, state: Path
) -> None:
    assert Memory(state).is_first("tour")
    async with at(session, state) as person:
        for line, title in (
            ("Hours needed and freed   h", "Hours needed and hours freed"),
            ("Patients   e", "Patients: from those who fit"),
            ("Monitoring   i", "What is measured"),
            ("Action plan   a", "Enter edit w who"),
            ("Calendar   c", "< > month v move"),
            ("Flags and X-rays   x", "a accept w withdraw"),
            ("Document   d", "Space on"),
            ("Versions: sittings and copies   v", "Sittings, the latest first"),
        ):
            await person.click("Ctrl+G screens")
            await person.click(line)
            assert person.sees(title)
            await person.click("Esc")
            assert person.sees("Most serious")
        await person.click("Ctrl+G screens")
        await person.click("All commands")
        assert person.sees("Search for commands")


def test_where_keys_do_not_fit_whole_ones_are_left_out_and_the_way_back_stays() -> None:
    keys = "Enter go  a accept  b sort  Esc back"
    assert fitting(keys, 36) == keys
    assert fitting(keys, 35) == "Enter go  a accept  Esc back"
    assert fitting(keys, 5) == "Esc back"
