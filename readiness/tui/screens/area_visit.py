"""A question that another screen led to: Esc goes back there."""

from __future__ import annotations

from textual.binding import Binding

from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import N_
from readiness.tui.screens.area import AreaScreen


class AreaVisit(AreaScreen):
    """An area over the screen that led to it."""

    BINDINGS = [Binding("escape", "app.pop_screen", N_("Back"))]

    def __init__(self, area: str, ref: FieldRef) -> None:
        """Show the item that a place is in."""
        super().__init__(area, ref.item)
        self._spot = ref

    def focus_ref(self) -> None:
        """Focus the field that the place names, else the item's first."""
        self.question.focus_at(self._spot)
