"""No word on any screen is left in English when another language is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from readiness.core.wording.language import ENGLISH, speak
from readiness.core.wording.words import MONTHS
from readiness.files.templates import Library
from readiness.session import Session
from tests.language.pseudo import Accented, bare_words, plan_file
from tests.tui.person import TODAY, at, now

pytestmark = pytest.mark.no_cover

KEYS = {"Enter", "Esc", "Tab", "Page", "Up", "Down", "Space", "Shift", "Ctrl", "Home", "End"}
"""Names of keys, as they stand on a keyboard."""
SIGNS = {"o", "i", "a", "e", "u"}
"""Signs of a state, and keys that are one letter."""
NAMES = {"readiness", "nurse", "practitioners", "feasibility"}
DAYS = {*MONTHS, *(name[:n] for name in MONTHS for n in range(3, 9))}
SEEN_BY = ["m", "1", "2", "3", "4", "5", "h", "e", "a", "c", "x"]


@pytest.fixture(autouse=True)
def _another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)  # so that no path with words stands on a screen
    speak("xx", Accented())
    yield
    speak(ENGLISH, NullTranslations())


def left(seen: str) -> set[str]:
    return bare_words(seen) - KEYS - SIGNS - NAMES - DAYS


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_every_screen_speaks_the_language(tmp_path: Path, size: tuple[int, int]) -> None:
    session = Session.open(Path(plan_file(tmp_path).name), Library(), lambda: TODAY, now)
    found = {}
    async with at(session, tmp_path / "state", size) as person:
        for key in SEEN_BY:
            await person.press("f2", key)
            found[key] = left(person.see())
        await person.press("f2", "h")
        for panel in "2345":
            await person.press(panel)
            found[f"h{panel}"] = left(person.see())
        for key in ("f6", "f10"):
            await person.press("f2", key)
            found[key] = left(person.see())
            await person.press("escape")
    assert {key: words for key, words in found.items() if words} == {}


async def test_a_line_of_the_monitoring_leads_to_its_question(tmp_path: Path) -> None:
    session = Session.open(Path(plan_file(tmp_path).name), Library(), lambda: TODAY, now)
    async with at(session, tmp_path / "state") as person:
        await person.press("i", "home", "down", "enter")
        assert person.item.startswith("MON")


async def test_every_kind_of_question_speaks_the_language(tmp_path: Path) -> None:
    session = Session.open(Path(plan_file(tmp_path).name), Library(), lambda: TODAY, now)
    found = {}
    async with at(session, tmp_path / "state", (120, 40)) as person:
        for item in session.template.items:
            await person.open_item(item)
            found[item] = left(person.see())
    assert {item: words for item, words in found.items() if words} == {}
