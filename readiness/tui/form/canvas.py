"""The lines of a form and the pen over them, drawn together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key

from readiness.tui.form.blocks import Block, Entry
from readiness.tui.form.layout import layout
from readiness.tui.form.lines import FieldAnswer, Layout, Pointer
from readiness.tui.form.pen import Pen
from readiness.tui.form.sheet import Sheet
from readiness.tui.program import Program


class Canvas(Container, can_focus=False):
    """Draws blocks, and keeps the pen at its place among them, however they move."""

    DEFAULT_CSS = """
    Canvas { height: 1fr; layers: lines pen; }
    Canvas Sheet { height: 1fr; layer: lines; }
    Canvas Pen { layer: pen; }
    """

    app = getters.app(Program)
    PADDING = 1
    """Empty columns on both sides of the lines."""

    def __init__(self, takes: Callable[[Key], bool], id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        """Begin empty; `takes` is asked what becomes of a key."""
        super().__init__(id=id)
        self.sheet, self.pen = Sheet(self.PADDING), Pen(takes)
        self._at = 0
        self._drawn = Layout((), ())

    def compose(self) -> ComposeResult:
        """The lines, and the pen over them."""
        yield self.sheet
        yield self.pen

    def on_mount(self) -> None:
        """Stand anew when the lines move."""
        self.watch(self.sheet, "scroll_y", self._stand, init=False)

    def draw(
        self, blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer
    ) -> None:
        """Draw blocks with what stands in their fields; the pen stands at the stop pointed at."""
        width = self.sheet.columns
        self._at = at.stop
        if width:
            self._drawn = layout(blocks, answered, at, width)
            self.sheet.put(self._drawn.lines, at.stop if self.pen.has_focus else None)
            self._stand()

    def _stand(self) -> None:
        if self._drawn.places:
            place = self._drawn.places[min(self._at, len(self._drawn.places) - 1)]
            self.pen.stand(place, round(self.sheet.scroll_offset.y), self.PADDING)

    def point_in(self, x: int, y: int) -> None:
        """Put the cursor of the pen where a person clicked, as columns and rows of the form."""
        place = self._drawn.places[min(self._at, len(self._drawn.places) - 1)]
        if place.y <= y < place.y + place.height:
            self.pen.point_in(max(x - place.x, 0), y - place.y)

    def bring_in(self) -> None:
        """Scroll until the stop that the pen is at is seen.

        At the first one a person reads the question as well: as long as its beginning is seen
        under what is asked, nothing is scrolled.
        """
        if self._drawn.places:
            place = self._drawn.places[min(self._at, len(self._drawn.places) - 1)]
            top, bottom = min(place.top, place.y), max(place.bottom, place.y + 1)
            if self._at == 0 and place.beginning <= self.sheet.size.height:
                top = bottom = 0
            self.sheet.bring_in(top, bottom)
            self._stand()

    def turn_page(self, by: int) -> None:
        """Scroll by a page."""
        rows = (self.sheet.size.height - 1) * by
        self.sheet.scroll_relative(y=rows, animate=False)

    def on_pen_said(self, event: Pen.Said) -> None:
        """Say what became of what was pasted."""
        event.stop()
        self.app.messages.tell(event.words)

    def on_pen_scrolled(self, event: Pen.Scrolled) -> None:
        """Turn the lines under the pen."""
        event.stop()
        self.sheet.scroll_relative(y=event.rows, animate=False)
