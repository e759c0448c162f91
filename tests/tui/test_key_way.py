"""The way of one key from the screen to the file and back: it does not grow longer."""

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from tests.bench.key_way import way_of
from tests.tui.person import at

pytestmark = pytest.mark.no_cover

CARRYING, SAVES = 36, 2
"""The most modules that carry a key: screens, app and storage; and the most functions called save
that call each other. Whoever makes the way shorter writes the smaller number; nobody writes a
larger one. What the answer means for the plan is another matter: whatever rules and sentences the
checklists have are asked after each answer, so the modules of `domain`, `describe` and `i18n` that
take part are as many as these need, and are not counted."""

JUDGING = ("readiness/domain", "readiness/describe", "readiness/i18n")


async def test_a_key_crosses_no_more_modules_than_before(tmp_path: Path) -> None:
    way = await way_of("SEL-01", "2", tmp_path)
    carrying = [one for one in way.modules() if not one.startswith(JUDGING)]
    assert len(carrying) <= CARRYING, "\n".join(carrying)
    assert way.saves[-1] == "PlanFile.write"
    assert len(way.saves) <= SAVES, way.saves


async def test_a_screen_is_drawn_once_as_it_comes(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, draw = list[str](), PlanScreen.catch_up

    def count(self: PlanScreen, view: View) -> None:
        drawn.append(type(self).__name__)
        draw(self, view)

    monkeypatch.setattr(PlanScreen, "catch_up", count)
    async with at(session, state) as person:
        await person.press("h")
        assert person.sees("Hours needed and hours freed")
    assert drawn == ["MapScreen", "HoursScreen"]
