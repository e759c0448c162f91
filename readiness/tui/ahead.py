"""What is made before a person asks for it, so that it comes at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual.timer import Timer

from readiness.tui.walk import Step, Walk

if TYPE_CHECKING:
    from readiness.tui.screens.area import AreaScreen
    from readiness.tui.screens.plan_screen import PlanScreen

KEPT = {"area": "AreaScreen", "hours": "HoursScreen"}
"""Modules of the screens that are kept once they are made, and their classes."""

PAUSE, BETWEEN = 0.1, 0.01
"""Seconds after which a person seems to read, and between two steps: no key has to wait long."""

TIDY, LONG, OFTEN = 0.2, 3.0, 10
"""Seconds until the young of what is not needed is let go, and, after that many times, all of it:
that takes a fifth of a second, so it waits until a person reads for long."""

Steps = Iterator[Step]
"""What is to be made, one thing after the other."""


class Ahead(Walk):
    """Uses the time in which nothing is asked for."""

    _quiet: Timer | None = None

    def look_ahead(self, steps: Steps) -> None:
        """Take these steps, unless something is asked for first."""
        self.hurry()
        if self.looks_ahead:
            self._quiet = self.set_timer(PAUSE, lambda: self._step_ahead(steps))

    def hurry(self) -> None:
        """Make nothing ahead now: something is asked for."""
        if self._quiet is not None:
            self._quiet.stop()
            self._quiet = None

    async def _step_ahead(self, steps: Steps) -> None:
        mine = self._quiet
        step = next(steps, None) if self.session is not None else None
        if step is None:
            self._quiet = self.set_timer(TIDY, self._tidy)
            return
        done = step()
        if done is not None:
            await done
        if self._quiet is mine:
            self._quiet = self.set_timer(BETWEEN, lambda: self._step_ahead(steps))

    def _tidy(self) -> None:
        """Let go of what is not needed any more; Python would do it in the middle of a key."""
        gc.collect(1)
        is_time = gc.get_count()[2] > OFTEN
        self._quiet = self.set_timer(LONG, self._tidy_all) if is_time else None

    def _tidy_all(self) -> None:
        self._quiet = None
        gc.collect()

    def kept(self, name: str) -> PlanScreen:
        """The screen of this name; made if it is wanted for the first time."""
        if not self.is_screen_installed(name):
            module = import_module(f"readiness.tui.screens.{name}")
            self.install_screen(getattr(module, KEPT[name])(), name)
        found: PlanScreen = self.get_screen(name)  # type: ignore[assignment]
        return found

    @property
    def area_screen(self) -> AreaScreen:
        """The screen that shows the areas."""
        found: AreaScreen = self.kept("area")  # type: ignore[assignment]
        return found

    def forget_screens(self) -> None:
        """Let the kept screens go: with another plan or language they are made anew."""
        self.hurry()
        for name in KEPT:
            if self.is_screen_installed(name):
                screen = self.get_screen(name)
                self.uninstall_screen(name)
                if screen.is_running:
                    screen.remove()

    def first_of(self, area: str) -> str:
        """The first item of an area without an answer, else its first."""
        state = self.seen.review.items
        every = [key for key, _item in self.seen.template.items_of(area)]
        keys = [key for key in every if state[key].counts] or every
        return next((key for key in keys if not state[key].answered), keys[0])

    def from_the_map(self) -> Steps:
        """Make what the map leads to: the kept screens, and the question each area begins with."""
        for name in KEPT:
            yield partial(self._made, name)
            yield from self.kept(name).rehearsal()
        areas = list(self.seen.review.areas)
        yield from self.made_ready(self.area_screen, lambda: [*map(self.first_of, areas)])

    def made_ready(self, screen: AreaScreen, wanted: Callable[[], list[str]]) -> Steps:
        """Make these questions, and let others go that wait on the screen."""
        yield lambda: self._only_ready(screen, wanted())
        for number in range(len(wanted())):
            if screen.is_shown:
                yield from screen.pane.made_ready(wanted()[number], self.seen, self.today())

    async def _made(self, name: str) -> None:
        # What push_screen does first; Textual has no other way to make a screen unseen.
        _screen, is_there = self._get_screen(self.kept(name))
        await is_there

    async def _only_ready(self, screen: AreaScreen, wanted: list[str]) -> None:
        if screen.is_shown:
            await screen.pane.keep(wanted)
