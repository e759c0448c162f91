"""The screens that stay once they are made, for they are come back to again and again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from readiness.tui.walk import Walk

if TYPE_CHECKING:
    from readiness.tui.screens.area import AreaScreen
    from readiness.tui.screens.plan_screen import PlanScreen

KEPT = {"area": "AreaScreen", "hours": "HoursScreen"}
"""Modules of the screens that are kept, and their classes."""


class Navigation(Walk):
    """Knows the screens that are kept."""

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
