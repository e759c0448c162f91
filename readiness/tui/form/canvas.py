"""The lines of a form and the box over them, drawn together.

No line is a widget, so that all come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import set_cell_size
from textual import getters
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message

from readiness.tui.form.blocks import Block, Entry
from readiness.tui.form.layout import layout
from readiness.tui.form.lines import (
    ACT,
    GROUP,
    HINT,
    LABEL,
    WRONG,
    BoxPlace,
    FieldAnswer,
    FormLine,
    Layout,
    Pointer,
)
from readiness.tui.form.text_box import TextBox
from readiness.tui.program import Program
from readiness.tui.widgets.boxes import Rows

LOOKS = {
    "": "",
    LABEL: "$text-muted",
    GROUP: "bold",
    HINT: "$text-muted",
    WRONG: "$text-error",
    ACT: "on $surface-active",
    "title": "bold",
    "rule": "$border-blurred",
    "box": "on $boost",
    "faint": "$text-disabled on $boost",
    "edge": "$border-blurred on $boost",
    "edge-held": "$border on $boost",
}
"""How lines and their places look: no classes of the style sheet, for Textual looks each of those
up anew whenever a form comes."""


class Sheet(Rows):
    """The lines of a form."""

    app = getters.app(App)

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
        """The number of the focused stop."""

    @property
    def columns(self) -> int:
        """The columns that a line has, as far as they are known yet."""
        return max(self.scrollable_content_region.width - 2 * self._padding, 0)

    def put(self, lines: tuple[FormLine, ...], held: int | None) -> None:
        """Show the lines of a form, `held` the number of the focused stop.

        A line that is as before is not drawn again.
        """
        before, was_held = self.lines, self.held
        self.lines, self.held = lines, held
        if held != was_held or len(lines) != len(before):
            self.begin_rows(len(lines))
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

    def row(self, number: int) -> Content:
        """A line with its places, each as it looks."""
        line = self.lines[number]
        words, end = Content(" " * self._padding) + line.words, 0
        for spot in line.spots:
            start, end = self._sign(words, spot.start), self._sign(words, spot.end)
            words = words.stylize_before(LOOKS[spot.look], start, end)
            if spot.look in ("box", "faint"):
                # A broader edge, for those who see no colours, marks the focus.
                edge, look = ("█", "edge-held") if spot.stop == self.held else ("▌", "edge")
                held = Content.styled(edge, LOOKS[look])
                words = Content.assemble(words[:start], held, words[start + 1 :])
        if line.spots:
            words = words.stylize_before(LOOKS[line.tail], end)
        return words.stylize_before(LOOKS[line.look])

    def _sign(self, words: Content, column: int) -> int:
        """The number of the letter at a column of a line: a wide letter takes two columns."""
        return len(set_cell_size(words.plain, column + self._padding))

    def on_click(self, event: Click) -> None:
        """Tell which line was clicked."""
        number = event.y + round(self.scroll_offset.y)
        # Words that were marked are to be copied; nothing is chosen by that.
        if number < len(self.lines) and not self.screen.get_selected_text():
            self.post_message(self.Pointed(self.lines[number], event.x - self._padding, number))


class Canvas(Container, can_focus=False):
    """Draws blocks, and keeps the box at its place among them, however they move."""

    DEFAULT_CSS = """
    Canvas { height: 1fr; layers: lines text_box; }
    Canvas Sheet { height: 1fr; layer: lines; }
    Canvas TextBox { layer: text_box; }
    """

    app = getters.app(Program)
    PADDING = 1
    """Empty columns on both sides of the lines."""

    def __init__(self, takes: Callable[[Key], bool], id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        """Begin empty; `takes` is asked what becomes of a key."""
        super().__init__(id=id)
        self.sheet, self.text_box = Sheet(self.PADDING), TextBox(takes)
        self.pointer = Pointer()
        """Where the keys were when it was drawn."""
        self._drawn = Layout((), ())

    def compose(self) -> ComposeResult:
        """The lines, and the box over them."""
        yield self.sheet
        yield self.text_box

    def on_mount(self) -> None:
        """Stand anew when the lines move."""
        self.watch(self.sheet, "scroll_y", self._stand, init=False)

    def draw(
        self, blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer
    ) -> None:
        """Draw blocks with what stands in their fields; the box stands at the stop pointed at."""
        width = self.sheet.columns
        self.pointer = at
        if width:
            self._drawn = layout(blocks, answered, at, width)
            self.sheet.put(self._drawn.lines, at.stop if self.text_box.has_focus else None)
            self._stand()

    @property
    def _place(self) -> BoxPlace:
        return self._drawn.places[min(self.pointer.stop, len(self._drawn.places) - 1)]

    @property
    def is_across(self) -> bool:
        """Whether the words of the focused choice stand side by side on one row."""
        spots = [[(one.stop, one.option) for one in line.spots] for line in self._drawn.lines]
        here = self.pointer.stop
        rows = [one for one in spots if any(at == here and word is not None for at, word in one)]
        return len(rows) == 1

    def stops_to(self, by: int) -> int:
        """How many stops on the one below is, or above where `by` is -1; else the end of them.

        In a table that is the one in the same column; of buttons side by side, the first.
        """
        places, at = self._drawn.places, self.pointer.stop
        if at >= len(places):  # a window without a column for them: nothing is drawn
            return by
        here, is_button = self._place, self._is_button(at)

        def way(number: int) -> tuple[int, bool, bool, int, int]:
            place, button = places[number], self._is_button(number)
            is_other = (place.x, button) != (here.x, is_button)
            across = 0 if button else abs(place.x - here.x)
            return abs(place.y - here.y), is_other, button, across, number

        beyond = (one for one in range(len(places)) if (places[one].y - here.y) * by > 0)
        end = len(places) if by > 0 else -1
        return min(beyond, key=way, default=end) - at

    def _is_button(self, stop: int) -> bool:
        spots = self._drawn.lines[self._drawn.places[stop].y].spots
        return any((one.stop, one.look) == (stop, ACT) for one in spots)

    def _stand(self) -> None:
        if self._drawn.places:
            place = self._place
            self.text_box.stand(place, round(self.sheet.scroll_offset.y), self.PADDING)

    def point_in(self, x: int, y: int) -> None:
        """Put the cursor of the box where a person clicked, as columns and rows of the form."""
        place = self._place
        if place.y <= y < place.y + place.height:
            self.text_box.point_in(max(x - place.x, 0), y - place.y)

    def bring_in(self) -> None:
        """Scroll until the focused stop is seen.

        At the first one a person reads the question as well: as long as its beginning is seen
        under what is asked, nothing is scrolled.
        """
        if self._drawn.places:
            place = self._place
            top, bottom = min(place.top, place.y), max(place.bottom, place.y + 1)
            if self.pointer.stop == 0 and place.beginning <= self.sheet.size.height:
                top = bottom = 0
            self.sheet.bring_in(top, bottom)
            self._stand()

    def turn_page(self, by: int) -> None:
        """Scroll by a page."""
        rows = (self.sheet.size.height - 1) * by
        self.sheet.scroll_relative(y=rows, animate=False)

    def on_text_box_said(self, event: TextBox.Said) -> None:
        """Say what became of what was pasted."""
        event.stop()
        self.app.messages.tell(event.words)

    def on_text_box_scrolled(self, event: TextBox.Scrolled) -> None:
        """Turn the lines under the box."""
        event.stop()
        self.sheet.scroll_relative(y=event.rows, animate=False)
