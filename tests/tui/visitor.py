"""A person on the screens beside the questions: presses, types, looks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path

from textual.pilot import Pilot

from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.app import ReadinessApp
from readiness.tui.form.form import form_of
from readiness.tui.screens.page import Page
from tests.tui.liveness import lives
from tests.tui.quick import be_quick
from tests.tui.seen import seen_on

be_quick()
TODAY = date(2026, 11, 24)
SOUP = ["[/]", "[@click=app.quit]go[/]", "[bold", "[type=x, v={'a[0]'}]", "\x1b[31m"]


def now() -> datetime:
    return datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def opened(plan: Plan, folder: Path) -> Session:
    """A session on a plan that was just written."""
    file = PlanFile.create(folder / "made.toml", plan, Library().load(plan.template))
    return Session(file, lambda: TODAY, now)


def _named(ref: FieldRef) -> str:
    names = (ref.item, ref.table, ref.entry, ref.row, ref.person, ref.part)
    return "/".join(name for name in names if name)


class Visitor:
    """Presses, types and looks."""

    def __init__(self, app: ReadinessApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
            await lives(self.app)

    async def type(self, text: str) -> None:
        names = {" ": "space", "-": "minus", ".": "full_stop", ",": "comma"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))
        await self.settle()
        await lives(self.app)

    async def cursor(self, key: str) -> None:
        """Put the cursor of the page's list on a line, from the top with the arrow keys."""
        await self.press("home")
        for _ in range(700):
            if self.page.lines.key == key:
                return
            await self.pilot.press("down")
        raise AssertionError(f"no line {key}:\n{self.see()}")

    @property
    def page(self) -> Page:
        assert isinstance(self.app.screen, Page), self.app.screen
        return self.app.screen

    def field(self) -> str:
        """Where in the plan the keys are: item, sheet, entry, row, practitioner, part."""
        form = form_of(self.app.focused)
        assert form is not None, self.app.focused
        assert form.field is not None, self.see()
        return _named(form.field.ref)

    def see(self) -> str:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def sees(self, *words: str) -> bool:
        seen = seen_on(self.app.screen)
        missing = [one for one in words if not any(one in part for part in seen)]
        assert not missing, f"not seen: {missing}\n{self.see()}"
        return True

    def told(self) -> str:
        """Everything that was said in passing."""
        return "\n".join(one.words for one in self.app.messages.said)


@asynccontextmanager
async def visiting(session: Session, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Visitor]:
    """A person at the program with this plan open."""
    memory = Memory(session.path.parent / "state")
    app = ReadinessApp(session, Library(), memory, lambda: TODAY, now)
    async with app.run_test(size=size) as pilot:
        person = Visitor(app, pilot)
        await person.settle()
        yield person
