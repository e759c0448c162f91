"""One field edited in place: over what stands beside the list, until Enter or Esc."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from readiness.tui.form.blocks import Entry
from readiness.tui.form.side_form import SideForm
from readiness.tui.keyboard import give_keys
from readiness.tui.screens.page import Page
from readiness.tui.view import View


class InlineEdit(Page):
    """A page on which a field of a line can be edited without leaving it."""

    def beside(self) -> ComposeResult:
        """The field that is edited, and what stands beside the list."""
        yield SideForm()
        yield from super().beside()

    @property
    def edited(self) -> SideForm:
        """Where a field is edited."""
        return self.query_one(SideForm)

    def edit(self, made: Callable[[View], Entry]) -> None:
        """Open a field; it takes the place of one that is open."""
        self.edited.open(made, self.app.plan.seen)
        self.query_one("#detail").scroll_home(animate=False)

    def draw(self, view: View) -> None:
        """Draw it, and what is edited."""
        super().draw(view)
        self.edited.show(view)

    def close_edit(self) -> bool:
        """Close what is edited; whether there was anything."""
        was_open = self.edited.is_open
        self.edited.close()
        if was_open:
            give_keys(self.lines)
        return was_open

    def on_form_finished(self) -> None:
        """What was typed is in the plan already: back to the list."""
        self.close_edit()

    def action_leave(self) -> None:
        """From what is edited to the list, from the list back."""
        if not self.close_edit():
            super().action_leave()
