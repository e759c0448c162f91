"""Boxes that hold others and show nothing of their own, so that nothing of them is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

if TYPE_CHECKING:
    Base = Widget
else:
    Base = object  # Textual looks for styles only in the first of its own bases


class Blank(Base):
    """Has no border and no words; Textual then fills it without looking at each line."""

    @property
    def BLANK(self) -> bool:  # type: ignore[override]  # noqa: N802 - Textual's own name
        """Not where no colours are wanted: what is filled passes by what takes them out."""
        return not self.app.no_color


class PlainRow(Blank, Horizontal):
    """Things side by side, without a border."""
