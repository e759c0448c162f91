"""No word on any screen is left in English when another language is spoken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage.templates import Library
from tests.language.pseudo import plan_file, unsaid
from tests.tui.atlas import LARGE, SMALL, Atlas, Size
from tests.tui.person import TODAY, at, now

pytestmark = pytest.mark.no_cover

ENGLISH_ONLY = {"new plan", "example", "help"}
"""Scenes that show shipped templates, the shipped example and the help, which nobody has put into
that language."""


BETWEEN = r"(?:\s*[│║][^\n]*\n[^\n]*?[│║]\s*|\s*│[^\n]*\n\s*|\s*)"
"""What stands between two letters of a long path: nothing, the frame of a dialog with what is seen
of the screen behind it, or a panel on the right."""


EXAMPLE = "┌─ Ín thé wórkéd éxámplé"
"""Where the panel begins that shows the shipped example beside a question."""


def without_example(seen: str) -> str:
    """A screen without that panel, which stands in its lower right corner."""
    rows = seen.splitlines()
    for y, row in enumerate(rows):
        if (x := row.find(EXAMPLE)) >= 0:
            return "\n".join([*rows[:y], *(one[:x] for one in rows[y:])])
    return seen


def left(atlas: Atlas, seen: str) -> set[str]:
    """The words of a screen that are left in English; the path of the plan is no word."""
    path = BETWEEN.join(re.escape(letter) for letter in f"{atlas.folder}/")
    seen = re.sub(path + r"[\w-]*", "", without_example(seen))
    root = "/".join(atlas.folder.parts[:2]).replace("//", "/")
    seen = re.sub(rf"{re.escape(root)}/[^\s│]*", "", seen)  # a dialog may cover any of the rest
    return unsaid(re.sub(BETWEEN.join(map(re.escape, "plan.toml")), "", seen))


@pytest.mark.walk
@pytest.mark.parametrize("size", [LARGE, pytest.param(SMALL, marks=pytest.mark.nightly)])
def test_every_screen_speaks_the_language(atlas: Atlas, size: Size) -> None:
    pictures = atlas.scenes("xx", size)
    found = {
        name: left(atlas, one.text) for name, one in pictures.items() if name not in ENGLISH_ONLY
    }
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.walk
def test_every_kind_of_question_speaks_the_language(atlas: Atlas) -> None:
    found = {item: left(atlas, one.text) for item, one in atlas.questions("xx", LARGE).items()}
    assert {item: words for item, words in found.items() if words} == {}


async def test_a_line_of_the_monitoring_leads_to_its_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = Session.open(Path(plan_file(tmp_path).name), Library(), lambda: TODAY, now)
    async with at(session, tmp_path / "state") as person:
        await person.press("i", "home", "down", "enter")
        assert person.item.startswith("MON")
