"""Pages to read, such as what an earlier version says."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readiness.i18n.language import N_, _
from readiness.tui.focus import Present, give_keys
from readiness.tui.plain import plain
from readiness.tui.widgets.status import Status


class TextPage(Present, Screen[None]):
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
        yield Status(_("Up/Down, Page Up/Page Down scroll  Esc back"))

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        give_keys(self.query_one(VerticalScroll))
