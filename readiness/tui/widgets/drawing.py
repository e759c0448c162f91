"""A picture made of letters, drawn anew for whatever width there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readiness.tui.plain import plain

Draw = Callable[[int], Sequence[str | Content]]
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
        self._drawn: dict[int, Sequence[str | Content]] = {}
        """The lines by their width, as far as they were wanted."""

    def show(self, draw: Draw) -> None:
        """Draw this from now on."""
        before, self._draw = self._drawn, draw
        self._drawn = {width: draw(width) for width in list(before)[-1:]}
        if not before or any(lines != before[width] for width, lines in self._drawn.items()):
            self.refresh(layout=True)

    def _lines(self, width: int) -> Sequence[str | Content]:
        if width not in self._drawn:
            self._drawn[width] = self._draw(width)
        return self._drawn[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own shape
        """As many rows as there are lines."""
        return max(len(self._lines(max(width, 20))), 1)

    def render(self) -> Content:
        """The lines one under another."""
        lines = self._lines(max(self.content_size.width, 20))
        return Content("\n").join(plain(one) if isinstance(one, str) else one for one in lines)
