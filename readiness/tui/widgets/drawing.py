"""Pictures made of letters, drawn anew for whatever width there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readiness.tui.line_text import plain
from readiness.tui.widgets.boxes import FRAME, HELD, Rows

Draw = Callable[[int], Sequence[str | Content]]
"""Lines for a width; none of them is longer than it."""


FEWEST = 20
"""Columns that are drawn for at least."""


class Picture(Rows):
    """Shows the lines that a function makes for its width, and scrolls itself."""

    # The bar stands where the other side has an empty column.
    DEFAULT_CSS = f"""
    Picture {{ {FRAME} padding: 0 0 0 1; scrollbar-size-vertical: 1; }}
    Picture:focus {{ {HELD} }}
    """
    _draw: Draw | None = None
    _rows: Sequence[Content] = ()

    def draw(self, draw: Draw) -> None:
        """Draw this from now on."""
        self._draw = draw
        self._put()

    def on_resize(self) -> None:
        """Draw it for another width."""
        self._put()

    def _put(self) -> None:
        width = self.scrollable_content_region.width
        if self._draw is None or not width:
            return
        lines = self._draw(max(width, FEWEST))
        rows = [plain(one) if isinstance(one, str) else one for one in lines]
        if rows != self._rows:
            self._rows = rows
            self.begin_rows(len(rows))

    def row(self, number: int) -> Content:
        """A row as it was drawn."""
        return self._rows[number]


class ScrolledPicture(Picture, can_focus=True):
    """A picture that takes the keys: arrows scroll it."""


class Drawing(Widget):
    """Shows the lines that a function makes for its width, and is as tall as they are."""

    DEFAULT_CSS = """
    Drawing { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._draw: Draw = lambda _: []
        self._drawn: dict[int, Sequence[str | Content]] = {}
        """The lines by their width, as far as they were wanted."""

    def draw(self, draw: Draw) -> None:
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
        return max(len(self._lines(max(width, FEWEST))), 1)

    def render(self) -> Content:
        """The lines one under another."""
        lines = self._lines(max(self.content_size.width, FEWEST))
        return Content("\n").join(plain(one) if isinstance(one, str) else one for one in lines)
