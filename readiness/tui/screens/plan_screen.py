"""What all screens on an open plan share: they show the app's view and its bottom line."""

from __future__ import annotations

from typing import Any

from textual import getters, on
from textual.events import Resize, ScreenResume
from textual.geometry import Size
from textual.screen import Screen

from readiness.tui.appearance import repaint
from readiness.tui.bottom_lines import Status
from readiness.tui.keyboard import Present
from readiness.tui.program import Program
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Blank

WIDTHS = [(0, "-slim"), (76, "-narrow"), (100, "-wide"), (160, "-huge")]
"""From how many columns on a screen is drawn in which way."""


def fitting(screen: Screen[Any], columns: int) -> list[str]:
    """The class that says how a screen of so many columns is drawn."""
    found = [name for least, name in screen.HORIZONTAL_BREAKPOINTS or [] if least <= columns]
    return found[-1:]


class PlanScreen(Present, Blank, Screen[None]):
    """A screen that is drawn anew whenever the plan changes, or when it is seen again."""

    app = getters.app(Program)
    item = ""
    """The question that is shown; empty where there is none."""
    _drawn: View | None = None
    _drawn_for = Size(0, 0)
    _is_whole = False
    """Whether all its widgets are there: what stands within others comes after them."""

    def __init__(self) -> None:
        """Begin as wide as the terminal is: to learn of it later is to be drawn twice."""
        super().__init__()
        self._looks = self.app.appearance.looks
        self._laid_out: Size = self.app.size
        self.add_class(*fitting(self, self.app.size.width))

    async def on_mount(self) -> None:
        """Show the plan, and go on showing it."""
        # Textual calls that of each class, the subclass's first (its #4112): hence `begin`.
        self._is_whole = True
        self.seen(self.app.plan.view)
        self.begin()

    def begin(self) -> None:
        """Start, once all is drawn for the first time: here a screen sets its focus."""

    @on(Resize)
    def _be_laid_out_once(self, event: Resize) -> None:
        # Textual lays a new screen out and then sends it a Resize of the same size, for which it
        # lays out this screen and the ones behind it once more: twice the wait before it is seen.
        fits = all(map(self.has_class, fitting(self, event.size.width)))
        if event.size == self._laid_out and fits:
            event.prevent_default()
        self._laid_out = event.size

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Catch up with what changed while another screen was in front."""
        self._laid_out = self.app.size
        # To look up all styles again takes longer than to draw (its #6314): only for other looks.
        event.refresh_styles = self._looks != self.app.appearance.looks
        if event.refresh_styles:
            self._looks, self._drawn = self.app.appearance.looks, None
            repaint(self)
        if self.is_current:  # it may have gone again, or be made for later
            self.app.messages.come_to(self)
        if self._is_whole and self._drawn is not self.app.plan.view:
            self.seen(self.app.plan.view)

    def seen(self, view: View | None) -> None:
        """Draw a state of the plan, or wait with it until the screen is in front again."""
        if view is None or not self._is_whole or not self.is_shown:
            return
        drawn = self._drawn
        if self.app.screen is not self and drawn is not None:
            self._say_saved(view)  # a dialog leaves the bottom line in sight
        elif drawn is None or drawn is view or not _is_as(drawn, view):
            self.catch_up(view)
        else:  # it was saved: that is said in the bottom line alone
            self._drawn = view
            self._say_saved(view)

    def catch_up(self, view: View) -> None:
        """Draw a state of the plan, with its bottom line."""
        self._drawn, self._drawn_for = view, self.app.size
        self._say_saved(view)
        self.show(view)

    def _say_saved(self, view: View) -> None:
        for status in self.query(Status):
            status.show(view)

    def show(self, view: View) -> None:
        """Draw a state of the plan."""


def _is_as(drawn: View, view: View) -> bool:
    """Whether a plan and what it comes to are drawn already: only the saving may differ."""
    same = (drawn.plan is view.plan, drawn.review is view.review, drawn.did == view.did)
    return all(same) and drawn.template is view.template
