"""The help: first about the thing under the cursor, then the whole of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import Status
from readiness.tui.keys import Key
from readiness.tui.plain import plain
from readiness.tui.screens.text_page import SCROLL, ReadingScreen


class HelpScreen(ReadingScreen):
    """A text that can be scrolled; any of the usual keys goes back."""

    CSS = """
    HelpScreen VerticalScroll { padding: 0 0 0 2; }
    HelpScreen VerticalScroll Static { height: auto; max-width: 76; }
    HelpScreen .title { background: $panel; color: $panel-foreground; text-style: bold;
        padding: 0 2; width: 100%; height: 1; }
    HelpScreen #rest { text-style: bold; margin: 1 0; }
    """
    BINDINGS = [
        Binding("escape,q,f1", "app.pop_screen", N_("Back"), tooltip=N_("To where you came from.")),
        Key(
            "t",
            "tour",
            N_("Take the tour"),
            tooltip=N_("Two minutes through the program."),
            word=N_("tour"),
        ),
    ]

    def __init__(self, here: str, whole: str, section: str = "") -> None:
        """Show what is to be said here, and the whole; begin at a section where one is named."""
        super().__init__()
        self._here, self._whole, self._section = here, whole, section

    def compose(self) -> ComposeResult:
        """About here, then everything."""
        yield Static(plain(_("Help")), classes="title")
        with VerticalScroll():
            if self._here:
                yield Static(plain(self._here), id="here")
                yield Static(plain(_("The whole help")), id="rest")
            for block in self._whole.split("\n\n"):
                name = "found" if block.partition("\n")[0] == self._section else None
                yield Static(plain(f"{block}\n"), id=name)
        yield Status((*SCROLL, "tour", "pop_screen"))

    async def action_tour(self) -> None:
        """Leave the help and take the tour."""
        await self.app.pop_screen()
        await self.app.run_action("app.tour")
