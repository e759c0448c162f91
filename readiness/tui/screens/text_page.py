"""Pages to read, such as what an earlier version says."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readiness.i18n.language import N_
from readiness.tui.bottom_lines import Status
from readiness.tui.keyboard import Present, give_keys
from readiness.tui.keys import Key
from readiness.tui.plain import plain

SCROLL = (
    Key("up,down", "", word=N_("scroll")),
    Key("pageup,pagedown", "", word=N_("turn a page")),
)
"""The keys of a text that is longer than the screen, for its bottom line."""


class ReadingScreen(Present, Screen[None]):
    """Something to be read and scrolled, from its beginning or from what is named `found`."""

    def on_mount(self) -> None:
        """Let the arrow keys scroll, from what was looked for on."""
        scroll = self.query_one(VerticalScroll)
        give_keys(scroll)
        for block in self.query("#found"):
            self.call_after_refresh(scroll.scroll_to_widget, block, animate=False, top=True)


class TextPage(ReadingScreen):
    """A text that can be scrolled; any of the usual keys goes back."""

    CSS = """
    TextPage VerticalScroll { padding: 1 2; }
    TextPage VerticalScroll Static { height: auto; max-width: 76; }
    """
    BINDINGS = [
        Binding("escape,q,f1", "app.pop_screen", N_("Back"), tooltip=N_("To where you came from.")),
    ]

    def __init__(self, text: str) -> None:
        """Show a text as it is."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll():
            yield Static(plain(self._text))
        yield Status((*SCROLL, "pop_screen"))
