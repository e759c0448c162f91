"""Work that takes a while: how far it is, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from readiness.i18n.language import N_, _
from readiness.tui.keyboard import give_keys
from readiness.tui.plain import plain
from readiness.tui.screens.dialogs import Dialog

WIDTH = 40
"""Columns of the bar."""

AGAIN = 0.1
"""Seconds after which the bar is drawn anew."""


class Stopped(Exception):  # noqa: N818 - it says what happened
    """The person stopped the work; nothing was written."""


class ProgressDialog(Dialog[str]):
    """Shows the share that is done. Esc stops the work; Enter lets it go on out of sight."""

    BINDINGS = [
        Binding("escape", "stop", N_("Stop"), show=False),
    ]

    def __init__(self, title: str) -> None:
        """Name the work."""
        super().__init__()
        self._title, self._share = title, 0.0
        self._is_stopped = self._is_over = self._is_left = False

    def compose(self) -> ComposeResult:
        """Title, bar, buttons."""
        with Vertical():
            yield Static(plain(self._title), classes="title")
            yield Static(plain(bar_words(0.0)), id="bar")
            with Horizontal(classes="buttons"):
                yield Button(_("Stop (Esc)"), compact=True, id="stop")
                yield Button(_("Go on working (Enter)"), compact=True, id="on", variant="primary")

    async def on_mount(self) -> None:
        """Draw the bar anew while the work goes on; Enter lets it go on out of sight."""
        give_keys(self.query_one("#on", Button))
        self.set_interval(AGAIN, self._draw)

    def _draw(self) -> None:
        self.query_one("#bar", Static).update(plain(bar_words(self._share)))
        self._leave_if_over()

    def told(self, is_cancelled: Callable[[], bool]) -> Callable[[float], None]:
        """What the work tells its share, from its own thread; raises Stopped once it is to end."""

        def tell(share: float) -> None:
            if self._is_stopped or is_cancelled():
                raise Stopped
            self._share = share

        return tell

    def over(self) -> None:
        """Go away: the work is done or has failed."""
        self._is_over = True
        self._leave_if_over()

    def _leave_if_over(self) -> None:
        if self._is_over and self.app.screen is self:
            self._leave()

    def _leave(self) -> None:
        if not self._is_left:
            self._is_left = True
            self.dismiss(None)

    def action_stop(self) -> None:
        """Stop the work."""
        self._is_stopped = True
        self._leave()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what a button says."""
        event.stop()
        if event.button.id == "stop":
            self.action_stop()
        else:
            self._leave()


def bar_words(share: float) -> str:
    """A share as a bar of letters and in percent."""
    filled = min(max(round(share * WIDTH), 0), WIDTH)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {round(100 * share):>3}%"
