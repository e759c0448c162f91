"""What all screens on an open plan share: they show the app's view and its bottom line."""

from __future__ import annotations

from textual import getters
from textual.screen import Screen

from readiness.tui.view import View
from readiness.tui.walk import Walk
from readiness.tui.widgets.status import Status


class PlanScreen(Screen[None]):
    """A screen that is drawn anew whenever the plan changes."""

    app = getters.app(Walk)

    async def on_mount(self) -> None:
        """Show the plan, and go on showing it."""
        self.watch(self.app, "view", self._seen, init=True)

    def _seen(self, view: View) -> None:
        for status in self.query(Status):
            status.show(view)
        self.show(view)

    def show(self, view: View) -> None:
        """Draw a state of the plan."""
