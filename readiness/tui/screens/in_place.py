"""One field edited in place: over what stands beside the list, until Enter or Esc."""

from __future__ import annotations

from abc import abstractmethod

from textual import work

from readiness.tui.focus import first_in, give_keys
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.field import Field


class InPlace(Page):
    """A page on which a field of a line can be edited without leaving it."""

    DEFAULT_CSS = """
    InPlace #detail > Field { margin-bottom: 1; }
    """

    @work(exclusive=True, group="edit")
    async def edit(self, field: Field) -> None:
        """Open a field; it takes the place of one that is open."""
        await self.query("#detail > Field").remove()
        await self.query_one("#detail").mount(field, before=0)
        self.query_one("#detail").scroll_home(animate=False)
        # While it came, a faster hand may have closed it again.
        give_keys(first_in(field))

    @abstractmethod
    def shown_at(self, field: Field, view: View) -> None:
        """Show the plan's value in the field that is open."""

    def draw(self, view: View) -> None:
        """Draw it, and what is edited."""
        super().draw(view)
        for field in self.query("#detail > Field").results(Field):
            self.shown_at(field, view)

    def close_edit(self) -> bool:
        """Close what is edited; whether there was anything."""
        fields = self.query("#detail > Field")
        if not fields:
            return False
        fields.remove()
        give_keys(self.lines)
        return True

    def on_input_submitted(self) -> None:
        """What was typed is in the plan already: back to the list."""
        self.close_edit()

    def on_field_finished(self) -> None:
        """The same, where the field says itself that a person is done."""
        self.close_edit()

    def action_leave(self) -> None:
        """From what is edited to the list, from the list back."""
        if not self.close_edit():
            super().action_leave()
