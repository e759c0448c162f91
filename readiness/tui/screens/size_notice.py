"""The notice that stands over everything while the window is too small to use."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.geometry import Size
from textual.widgets import Static

from readiness.i18n.language import _
from readiness.tui.screens.dialogs import Overlay

SMALLEST = Size(60, 20)
"""Columns and rows that the screens need."""


def is_too_small(size: Size) -> bool:
    """Whether the screens do not fit a window."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmall(Overlay[None]):
    """Says what to do; goes away by itself when the window grows."""

    CSS = """
    TooSmall { align: center middle; background: $background; overflow: hidden; }
    TooSmall Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Go if the window grew while something else lay over this."""
        if not is_too_small(self.app.size):
            self.dismiss()

    def compose(self) -> ComposeResult:
        """The one sentence."""
        yield Static(
            _(
                "This window is too small.\nMake it at least {width} by {height}.\nNothing is lost."
            ).format(width=SMALLEST.width, height=SMALLEST.height)
        )
