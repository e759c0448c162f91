"""In Norwegian, whose words are longer, nothing that says what a screen is or can do is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage.languages import speak_in
from readiness.tui.context_help import SECTIONS, _, sections
from readiness.tui.keys import key_words
from readiness.tui.screens.calendar import CalendarScreen
from tests.tui.atlas import SMALL, Atlas, Picture
from tests.tui.person import Person, at

pytestmark = pytest.mark.no_cover


def cut(picture: Picture) -> list[str]:
    """The head and the bottom line, where they end in dots."""
    first, *_between, last = picture.text.splitlines()
    return [line for line in (first, last) if "…" in line]


async def norwegian(person: Person) -> None:
    await person.app.run_action("change_language")
    await person.settle()


def test_no_head_and_no_bottom_line_is_cut_at_80_columns(atlas: Atlas) -> None:
    pictures = atlas.scenes("nb", SMALL)
    assert {name: cut(one) for name, one in pictures.items() if cut(one)} == {}


@pytest.mark.walk
def test_nor_is_one_at_any_question(atlas: Atlas) -> None:
    pictures = atlas.questions("nb", SMALL)
    assert {name: cut(one) for name, one in pictures.items() if cut(one)} == {}


async def test_months_stand_in_norwegian_and_the_end_leads_to_the_length_of_the_period(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await norwegian(person)
        await person.press("c")
        assert person.sees("desember 2026")
        screen = person.app.screen
        assert isinstance(screen, CalendarScreen)
        end = next(
            key
            for key, one in screen._events(person.app.plan.seen).items()
            if "Slutten på" in one.what
        )
        screen.lines.go(end)
        await person.press("enter")
        assert person.sees("Om denne planen", "Første dag med")


async def test_the_help_about_here_finds_its_part_in_norwegian(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await norwegian(person)
        missing = {name: _(title) for name, title in SECTIONS.items() if _(title) not in sections()}
        assert missing == {}
        await person.press("c", "f1")
        assert person.sees("? foreslått programmet foreslår den")


def test_every_part_of_the_help_has_a_counterpart() -> None:
    english = len(sections())
    speak_in("nb")
    assert len(sections()) == english


def test_keys_are_called_as_on_a_norwegian_keyboard() -> None:
    speak_in("nb")
    assert [key_words(key) for key in ("space", "backspace", "up")] == [
        "Mellomrom",
        "Tilbaketast",
        "Opp",
    ]


def test_what_can_be_done_in_the_dialog_of_a_new_plan_stands_in_a_row(atlas: Atlas) -> None:
    seen = atlas.scenes("nb", SMALL)["new plan"].text
    assert "Kort skjema (Enter)    Fullt skjema    Avbryt (Esc)" in seen


async def test_the_palette_says_in_norwegian_that_nothing_was_found(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await norwegian(person)
        await person.press("ctrl+p", *"qqq")
        assert person.sees("Ingen kommando heter det.")
        await person.press("backspace", "backspace", "backspace")
        assert "Ingen kommando" not in person.see()
