"""The lines of a form and the pen over them, drawn together.

No line is a widget, so that all come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import getters
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from readiness.tui.form.blocks import Block, Entry
from readiness.tui.form.layout import layout
from readiness.tui.form.lines import FieldAnswer, FormLine, Layout, Pointer
from readiness.tui.form.pen import Pen
from readiness.tui.program import Program


class Sheet(ScrollView, can_focus=False):
    """The lines of a form."""

    app = getters.app(App)
    COMPONENT_CLASSES = {
        "sheet--label",
        "sheet--group",
        "sheet--hint",
        "sheet--wrong",
        "sheet--act",
        "sheet--title",
        "sheet--rule",
        "sheet--box",
        "sheet--faint",
        "sheet--edge",
        "sheet--edge-held",
    }
    DEFAULT_CSS = """
    Sheet { scrollbar-gutter: stable; overflow-x: hidden; }
    Sheet > .sheet--label, Sheet > .sheet--hint { color: $text-muted; }
    Sheet > .sheet--group, Sheet > .sheet--title { text-style: bold; }
    Sheet > .sheet--rule { color: $border-blurred; }
    Sheet > .sheet--wrong { color: $text-error; }
    Sheet > .sheet--act { background: $surface-active; }
    Sheet > .sheet--box { background: $boost; }
    Sheet > .sheet--faint { color: $text-disabled; background: $boost; }
    Sheet > .sheet--edge { color: $border-blurred; background: $boost; }
    Sheet > .sheet--edge-held { color: $border; background: $boost; }
    """

    class Pointed(Message):
        """A person clicked on a line."""

        def __init__(self, line: FormLine, x: int, y: int) -> None:
            """Say on which, and at which column and row of the form."""
            super().__init__()
            self.line, self.x, self.y = line, x, y

    def __init__(self, padding: int) -> None:
        """Begin without lines; so many columns on both sides of them stay empty."""
        super().__init__()
        self._padding = padding
        self.lines: tuple[FormLine, ...] = ()
        self.held: int | None = None
        """The number of the stop that has the keys."""

    @property
    def columns(self) -> int:
        """The columns that a line has, as far as they are known yet."""
        return max(self.scrollable_content_region.width - 2 * self._padding, 0)

    def put(self, lines: tuple[FormLine, ...], held: int | None) -> None:
        """Show these lines; those that stand there already are not drawn again."""
        before, was_held = self.lines, self.held
        self.lines, self.held = lines, held
        if held != was_held or len(lines) != len(before):
            self.virtual_size = Size(self.size.width, len(lines))
            self.refresh()
            return
        for number, (line, other) in enumerate(zip(lines, before, strict=True)):
            if line != other:
                self.refresh_line(number)

    def bring_in(self, top: int, bottom: int) -> None:
        """Scroll until these rows are seen, the first before the last, and some that follow."""
        first, height = round(self.scroll_offset.y), self.size.height
        bottom = min(bottom + height // 3, len(self.lines))
        first = min(first, max(len(self.lines) - height, 0))  # no empty rows where words fit
        if bottom > first + height:
            first = bottom - height
        self.scroll_to(y=min(top, first), animate=False, immediate=True, force=True)

    def render_line(self, y: int) -> Strip:
        """One row of what is seen."""
        number, width = y + round(self.scroll_offset.y), self.size.width
        if number >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        strip = self._drawn(self.lines[number], number)
        return strip.adjust_cell_length(width, self.rich_style).apply_offsets(0, number)

    def _drawn(self, line: FormLine, number: int) -> Strip:
        words = Content(" " * self._padding) + self._marked(line.words, number)
        if not line.spots:
            return self._strip(words, line.look)
        pieces, x = [], 0
        for spot in line.spots:
            start, end = spot.start + self._padding, spot.end + self._padding
            pieces.append(self._strip(words, line.look).crop(x, start))
            is_box = spot.look in ("box", "faint")
            if is_box:
                # A broader edge, for those who see no colours, says where the keys are.
                edge = ("█", "edge-held") if spot.stop == self.held else ("▌", "edge")
                pieces.append(self._strip(Content(edge[0]), edge[1]))
            # Cut by columns: a wide letter takes two.
            pieces.append(self._strip(words, spot.look).crop(start + is_box, end))
            x = end
        return Strip.join([*pieces, self._strip(words, line.tail).crop(x)])

    def _strip(self, words: Content, look: str) -> Strip:
        style = self.get_visual_style(f"sheet--{look}") if look else self.visual_style
        width = words.cell_length
        if not width:
            return Strip([])
        return Visual.to_strips(self, words, width, 1, style, apply_selection=False)[0]

    def _marked(self, words: Content, number: int) -> Content:
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return words
        start, end = (max(place - self._padding, 0) if place > 0 else place for place in span)
        style = self.screen.get_visual_style("screen--selection")
        return words.stylize(style, start, None if end == -1 else end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked with the mouse, to be copied."""
        text = "\n".join(f"{'':{self._padding}}{line.words.plain}" for line in self.lines)
        return selection.extract(text), "\n"

    def on_click(self, event: Click) -> None:
        """Tell which line was clicked."""
        number = event.y + round(self.scroll_offset.y)
        # Words that were marked are to be copied; nothing is chosen by that.
        if number < len(self.lines) and not self.screen.get_selected_text():
            self.post_message(self.Pointed(self.lines[number], event.x - self._padding, number))


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
