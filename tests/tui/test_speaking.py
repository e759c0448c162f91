"""The language can be switched in the program, and is spoken again at the next start."""

import os
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.i18n.language import language
from readiness.storage.languages import language_for
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.start import StartScreen
from tests.tui.person import at


async def test_a_switch_says_the_same_question_in_the_other_language(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.path.read_bytes()
    async with at(session, state) as person:
        await person.open_item("SEL-03")
        assert person.sees("When does each practitioner expect to leave this")
        await person.app.run_action("change_language")
        await person.settle()
        assert isinstance(person.app.screen, AreaScreen)
        assert person.sees("Når regner hver fagperson med å slutte")
        assert person.sees("1. september 2027")
        assert session.plan.people["CD"].parts["leaves"]
        await person.app.run_action("change_language")
        await person.settle()
        assert person.sees("When does each practitioner expect to leave this")
        await person.app.run_action("change_language")
        await person.settle()
    assert session.path.read_bytes() == before
    assert language_for(None, {"LANG": "en_GB"}) == "en"
    monkeypatch.setenv("READINESS_STATE", str(state))
    assert language_for(None, {"LANG": "en_GB"}) == "nb"


async def test_the_start_screen_switches_too(state: Path) -> None:
    async with at(None, state) as person:
        await person.app.run_action("change_language")
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)
        assert len(person.app.screen_stack) == 2
        assert language() == "nb"


@pytest.mark.parametrize("word", ["language", "språk", "norsk"])
async def test_the_switch_is_found_by_what_it_is_called_in_either_language(
    state: Path, word: str
) -> None:
    async with at(None, state) as person:
        commands = person.app.get_system_commands(person.app.screen)
        found = [one.title for one in commands if word in one.title.casefold()]
        assert len(found) == 1


async def test_a_date_is_said_with_its_day_in_that_language(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.app.run_action("change_language")
        await person.settle()
        await person.press("f10")
        assert person.sees("mandag 11. januar 2027")


def own_words_that_are_broken() -> None:
    own = Path(os.environ["READINESS_TEMPLATES"])
    own.mkdir(parents=True)
    text = 'id = "imr"\nextends = "five_areas"\nversion = "1"\nname = "x"\n'
    (own / "imr.toml").write_text(text)
    (own / "imr.nb.toml").write_text("name = \n")


async def test_words_that_cannot_be_read_are_said_and_nothing_changes(
    session: Session, state: Path
) -> None:
    own_words_that_are_broken()
    async with at(session, state, (120, 40)) as person:
        await person.open_item("SEL-03")
        await person.app.run_action("change_language")
        await person.settle()
        assert language() == "en"
        assert "imr.nb.toml lin" in person.told()
        assert person.sees("When does each practitioner expect")
