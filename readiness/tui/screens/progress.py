"""Work that takes a while: how far it is, the way to stop it, and where what it made is."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Static

from readiness.i18n.language import N_, _
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import with_key
from readiness.tui.line_text import plain
from readiness.tui.screens.dialogs import Notice

WIDTH = 40
"""Columns of the bar."""

AGAIN = 0.1
"""Seconds after which the bar is drawn anew."""


class Stopped(Exception):  # noqa: N818 - it says what happened
    """The person stopped the work; nothing was written."""


class ProgressDialog(Notice[str]):
    """Shows the share that is done. Esc stops the work; Enter lets it go on out of sight."""

    BINDINGS = [
        Binding("escape", "stop", N_("Stop")),
    ]

    def __init__(self, title: str) -> None:
        """Name the work."""
        buttons = {"stop": with_key(_("Stop"), "escape"), "on": _("Go on working (Enter)")}
        super().__init__(title, bar_words(0.0), buttons, "on")
        self._share = 0.0
        self._is_stopped = self._is_over = self._is_left = False

    def above(self) -> ComposeResult:
        """The bar."""
        yield Static(plain(self._words), id="bar")

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
        """Close the dialog: the work is done or has failed."""
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
        """Stop the work; the file that was there stays as it was."""
        self._is_stopped = True
        self._leave()

    def press(self, name: str) -> None:
        """Stop, or let it go on."""
        if name == "stop":
            self.action_stop()
        else:
            self._leave()


class DocumentNotice(Notice[bool]):
    """Says where the document that was made is, the whole path; returns True to have it opened."""

    BINDINGS = [Binding("o", "press('open')", N_("Open it"))]

    def __init__(self, words: str, *, can_open: bool) -> None:
        """Say these words; opening is offered only where the file is on the person's computer."""
        opens = {"open": with_key(_("Open it"), "o")} if can_open else {}
        super().__init__(
            _("Document"), words, {**opens, "back": with_key(_("Back"), "escape")}, "open"
        )

    def press(self, name: str) -> None:
        """Have it opened, or not."""
        self.dismiss(True if name == "open" else None)

    def action_press(self, name: str) -> None:
        """The key of a button that is there."""
        if name in self._buttons:
            self.press(name)


def bar_words(share: float) -> str:
    """A share as a bar of letters and in percent."""
    filled = min(max(round(share * WIDTH), 0), WIDTH)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {round(100 * share):>3}%"
