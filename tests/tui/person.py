"""A person at the program: the few words that the tests of the screens are written in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.app import ReadinessApp
from readiness.tui.form.blocks import key_of
from readiness.tui.form.form import Form, form_of
from readiness.tui.form.question import Question
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.page import Page
from tests.tui.liveness import lives
from tests.tui.quick import be_quick
from tests.tui.seen import rows_of, seen_on

be_quick()

S = TypeVar("S", bound=Screen[object])
W = TypeVar("W", bound=Widget)
TODAY = date(2026, 11, 24)
SOUP = ["[/]", "[@click=app.quit]go[/]", "[bold", "[type=x, v={'a[0]'}]", "\x1b[31m"]
"""Texts that are data, though they look like markup or a command of the terminal."""
BROKEN = "<<<<<<< theirs\n"
"""A file that no plan can be read from, so that nothing can be merged and saving fails for good."""


def now() -> datetime:
    return datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def opened(plan: Plan, folder: Path) -> Session:
    """A session on a plan that was just written."""
    file = PlanFile.create(folder / "made.toml", plan, Library().load(plan.template))
    return Session(file, lambda: TODAY, now)


def program(session: Session | None, folder: Path) -> ReadinessApp:
    return ReadinessApp(session, Library(), Memory(folder), lambda: TODAY, now)


class Person:
    """Presses, types, clicks and looks."""

    def __init__(self, app: ReadinessApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def settle(self) -> None:
        """Until nothing is under way any more."""
        await self.pilot.pause()
        while any(not one.is_finished for one in self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
            await lives(self.app)

    async def type(self, text: str) -> None:
        """As fast as hands never are: nothing waits between the keys."""
        names = {" ": "space", "\n": "enter"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))
        await self.settle()
        await lives(self.app)

    async def open_item(self, item: str) -> None:
        self.app.navigation.open_item(item)
        await self.settle()

    async def answer(self, item: str, *keys: str) -> None:
        """Go to a question, onto its first field, and press these keys there."""
        await self.open_item(item)
        self.app.screen.query_one("#items", OptionList).focus()
        await self.press("enter", *keys)

    async def to_field(self, part: str, row: str | None = None, person: str | None = None) -> None:
        """Put the keys on one field of the question."""
        form = self.form
        if not isinstance(form, Question):
            (ref,) = (
                ref
                for ref in map(key_of, form._stops)
                if isinstance(ref, FieldRef) and ref.part == part
            )
            form.focus_at(ref)
            await self.settle()
            return
        self.question.focus_at(FieldRef(self.item, part, row=row, person=person))
        await self.settle()
        field = self.question.field
        assert field is not None
        assert field.ref.part == part, self.see()

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
        """The page that is shown."""
        assert isinstance(self.app.screen, Page), self.app.screen
        return self.app.screen

    @property
    def where(self) -> str:
        """Where in the plan the keys are: item, sheet, entry, row, practitioner, part."""
        form = form_of(self.app.focused)
        assert form is not None, self.app.focused
        assert form.field is not None, self.see()
        ref = form.field.ref
        names = (ref.item, ref.table, ref.entry, ref.row, ref.person, ref.part)
        return "/".join(name for name in names if name)

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.screen(AreaScreen).question

    @property
    def form(self) -> Form:
        """The form that is shown."""
        (form,) = self.shown(Form)
        return form

    @property
    def box(self) -> str:
        """What stands in the box that has the keys, else in the box of the form that is shown."""
        box = self.app.focused
        return box.value if isinstance(box, Input) else self.form.text_box.text

    def shown(self, kind: type[W]) -> list[W]:
        """The widgets of a kind that are shown, not those that wait behind."""
        return [
            one
            for one in self.app.screen.query(kind)
            if all(w.display for w in one.ancestors_with_self if isinstance(w, Widget))
        ]

    async def click(self, words: str) -> None:
        """Click on words of the screen."""
        for y, line in enumerate(self.see().splitlines()):
            if words in line:
                await self.pilot.click(offset=(line.index(words) + 1, y))
                await self.settle()
                await lives(self.app)
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.see()}")

    def screen(self, kind: type[S]) -> S:
        """The screen in front, which has to be of this kind."""
        assert isinstance(self.app.screen, kind), self.app.screen
        return self.app.screen

    def see(self) -> str:
        """The screen as text."""
        strips = rows_of(self.app.screen)
        return "\n".join(strip.text.rstrip() for strip in strips)

    def sees(self, *words: str) -> bool:
        seen = seen_on(self.app.screen)
        missing = [one for one in words if not any(one in part for part in seen)]
        assert not missing, f"not seen: {missing}\n{self.see()}"
        return True

    def told(self) -> str:
        """Everything that was said in passing, such as "PDF made"."""
        return "\n".join(one.words for one in self.app.messages.said)

    def forget(self) -> None:
        """Everything that was said so far."""
        self.app.messages.said.clear()
        self.app.messages.clear()

    @property
    def item(self) -> str:
        """The question that is shown; empty elsewhere."""
        return self.app.screen.item if isinstance(self.app.screen, AreaScreen) else ""


@asynccontextmanager
async def at(
    session: Session | None,
    folder: Path | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Person]:
    """A person at the program, whose state is in a folder beside the plan if none is named."""
    if folder is None:
        assert session is not None
        folder = session.path.parent / "state"
    app = program(session, folder)
    async with app.run_test(size=size) as pilot:
        person = Person(app, pilot)
        await person.settle()
        yield person
