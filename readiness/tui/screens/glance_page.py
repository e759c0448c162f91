"""A page under whose list and details more is read where the window has room for it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from textual.app import ComposeResult

from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.glance import Glances, Shown


class GlancePage(Page):
    """Shows panels that are only read; they take no keys, and none of them makes a key slower."""

    GLANCES: tuple[str, ...] = ()
    """The names of the panels, from the left."""

    def compose(self) -> ComposeResult:
        """The page, and the panels under it."""
        yield from super().compose()
        yield Glances(self.GLANCES)

    @abstractmethod
    def glances(self, view: View, key: str) -> Iterator[Shown]:
        """What the panels show that there is room for, for the line the cursor is on."""

    def draw_detail(self, view: View) -> None:
        """Draw what stands beside the list, and under both where there is room."""
        super().draw_detail(view)
        self.query_one(Glances).fill(self.glances(view, self.lines.key))

    def on_resize(self) -> None:
        """Show what there is room for now."""
        if self._drawn is not None and self.is_shown:
            self.call_after_refresh(self.draw_detail, self._drawn)
