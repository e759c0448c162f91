"""A list to choose from that stays steady while it is filled anew or not yet drawn."""

from __future__ import annotations

from textual.events import Click
from textual.widgets import OptionList


class Options(OptionList):
    """Textual's list, kept from two of its stumbles under fast hands."""

    def on_click(self, event: Click) -> None:
        """Leave out a click on a line that went since it was drawn."""
        number = event.style.meta.get("option")
        if number is not None and number >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """Turn a page back, if there are pages yet."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Turn a page, if there are pages yet."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
