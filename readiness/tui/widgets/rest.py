"""The fields of a long question that are below the screen, made while a person reads the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.geometry import Size
from textual.widget import Widget

from readiness.tui.asked import Asked
from readiness.tui.widgets.plain_boxes import Column

OTHER, LEAST = 12, 3
"""Rows of a screen that hold no field at least, and rows that a field takes at least."""

A_FEW = 4
"""Fields that are made at once: no key has to wait for long."""

NEAR = 2
"""Fields from the last one that is there at which the others are made whatever it takes."""


def first_seen(screen: Size) -> int:
    """How many fields fill a screen of this size for certain."""
    return max(screen.height - OTHER, 0) // LEAST + NEAR


class Rest(Column):
    """Room for the fields that are not there yet; there are none with few practitioners."""

    DEFAULT_CSS = """
    Rest { height: auto; }
    """

    def __init__(
        self, fields: list[Asked], seen: int, make: Callable[[Asked], Iterable[Widget]]
    ) -> None:
        """Begin without any of these fields, of which so many can be seen at first."""
        super().__init__()
        self._left, self._seen, self._make = fields, seen, make

    @property
    def is_whole(self) -> bool:
        """Whether all fields are there."""
        return not self._left

    @property
    def fills(self) -> bool:
        """Whether all fields are there that can be seen."""
        return self._seen <= 0 or self.is_whole

    async def grow(self, fields: int = A_FEW) -> None:
        """Make some more of the fields."""
        some, self._left = self._left[:fields], self._left[fields:]
        self._seen -= len(some)
        if some and self.is_attached:
            await self.mount_all([widget for one in some for widget in self._make(one)])

    async def fill(self) -> None:
        """Make all that can be seen."""
        if not self.fills:
            await self.grow(self._seen)

    async def grow_whole(self) -> None:
        """Make all that are left."""
        await self.grow(len(self._left))
