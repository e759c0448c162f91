"""Who only reads takes no more memory than at first: what was left is let go."""

import gc
from pathlib import Path

import pytest
from textual.widget import Widget

from readiness.app.session import Session
from readiness.tui.view import View
from readiness.tui.widgets.why import Why
from tests.tui.person import Person, at

pytestmark = pytest.mark.no_cover

SCREENS = ("h", "a", "v", "ctrl+p")


async def read(person: Person, questions: int) -> None:
    """Look at so many questions one after another, and at each screen once."""
    await person.press("f2", "1", *("f8",) * questions, "f2")
    for key in SCREENS:
        await person.press(key, "escape", "f2")


def alive() -> int:
    """Widgets that are alive, whether they are shown or not."""
    gc.collect()
    return sum(isinstance(one, Widget) for one in gc.get_objects())


async def growth(session: Session, state: Path) -> int:
    """Widgets that reading on adds, once everything was looked at."""
    async with at(session, state) as person:
        await read(person, 4)
        before = alive()
        await read(person, 4)
        await read(person, 4)
        return alive() - before


@pytest.mark.walk
async def test_reading_on_keeps_nothing(session: Session, state: Path) -> None:
    assert await growth(session, state) < 10


@pytest.mark.nightly
async def test_a_question_that_something_keeps_would_be_seen(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Why] = []
    show = Why.show

    def keeps(why: Why, item: str, view: View, **how: bool) -> None:
        kept.extend(Why() for _number in range(9))
        show(why, item, view, **how)

    monkeypatch.setattr(Why, "show", keeps)
    assert await growth(session, state) > 50
