"""A picture made of letters, drawn anew for whatever width there is."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readiness.tui.plain import plain

Draw = Callable[[int], list[str]]
"""Lines for a width; none of them is longer than it."""


class Drawing(Widget):
    """Shows the lines that a function makes for its width."""

    DEFAULT_CSS = """
    Drawing { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._draw: Draw = lambda _: []

    def show(self, draw: Draw) -> None:
        """Draw this from now on."""
        self._draw = draw
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own shape
        """As many rows as there are lines."""
        return max(len(self._draw(max(width, 20))), 1)

    def render(self) -> Content:
        """The lines one under another."""
        lines = self._draw(max(self.content_size.width, 20))
        return Content("\n").join(plain(line) for line in lines)
