"""A question that another screen led to: Esc goes back there."""

from __future__ import annotations

from textual.binding import Binding

from readiness.core.said.field_ref import FieldRef
from readiness.core.wording.language import N_
from readiness.tui.focus import first_in, give_keys
from readiness.tui.screens.area import AreaScreen
from readiness.tui.widgets.field import Field


class LedAreaScreen(AreaScreen):
    """An area over the screen that led to it."""

    BINDINGS = [Binding("escape", "app.pop_screen", N_("Back"), show=False)]

    def __init__(self, area: str, spot: FieldRef) -> None:
        """Show the item that a place is in."""
        super().__init__(area, spot.item)
        self._spot = spot

    def focus_spot(self) -> None:
        """Put the keys on the field that the place names, else on the item's first."""
        fields = list(self.query(Field))
        wanted = [field for field in fields if _is_at(field.target, self._spot)]
        for field in (wanted or fields)[:1]:
            give_keys(first_in(field))


def _is_at(target: FieldRef, spot: FieldRef) -> bool:
    is_row = spot.row in (None, target.row)
    is_person = spot.person in (None, target.person)
    is_part = target.part == spot.part or (not spot.part and bool(spot.row or spot.person))
    return is_part and is_row and is_person
