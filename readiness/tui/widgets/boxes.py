"""Textual's boxes, lists and texts as our screens use them: cheap to paint, and steady.

A panel has a frame with its title above and its keys below, seen without colours too: a single line
stands around it, a double one where the keys are. Only such borders are used as old consoles have:
no rounded or heavy ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from textual.widgets import OptionList, Static

from readiness.tui.line_text import plain, whole_pieces

if TYPE_CHECKING:
    Base = Widget
else:
    Base = object  # Textual looks for styles only in the first of its own bases


class Blank(Base):
    """Has no border and no words; Textual then fills it without looking at each line."""

    @property
    def BLANK(self) -> bool:  # type: ignore[override]  # noqa: N802 - Textual's own name
        """Not where no colours are wanted: what is filled skips the filters that remove them."""
        return not self.app.no_color


class PlainRow(Blank, Horizontal):
    """Things side by side, without a border."""


class PlainBox(Blank, Container):
    """A part of a screen, without a border."""


class SteadyText(Static):
    """A text that costs nothing while it stays as it is."""

    _said: Content | None = None

    def say(self, words: Content, *, moves: bool = True) -> None:
        """Show other words; `moves` where they may take more or less room than those before."""
        if words != self._said:
            self._said = words
            self.update(words, layout=moves)


class Head(Static):
    """The title line of a screen: as many of its pieces as fit, and each of them whole."""

    DEFAULT_CSS = """
    Head { height: 1; padding: 0 1; text-style: bold; background: $panel;
        color: $panel-foreground; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    _words = ""

    def head(self, words: str) -> None:
        """Say these words, whose pieces stand apart by three spaces, a semicolon or a comma."""
        self._words = words
        self.update(plain(whole_pieces(words, self.app.size.width - 2)), layout=False)

    def on_resize(self) -> None:
        """Say as much as fits now."""
        self.head(self._words)


FRAME = """
    border: solid $border-blurred; border-title-color: $text; border-title-style: bold;
    border-subtitle-color: $text-muted; border-subtitle-align: right;
"""
HELD = """
    border: double $border; border-title-color: $border; border-subtitle-color: $border;
"""


class Panel(VerticalScroll, can_focus=False):
    """A frame around something that is read, or around a focused list."""

    DEFAULT_CSS = f"""
    Panel {{ {FRAME} scrollbar-size-vertical: 1; }}
    Panel:focus-within {{ {HELD} }}
    """


def entitle(box: Widget, title: Content | str, keys: str = "") -> None:
    """Name a box, and its keys below; one that is named so already is not painted again."""
    named, below = title if isinstance(title, Content) else plain(title), plain(keys)
    if box.border_title != named.markup:
        box.border_title = named
    if keys and box.border_subtitle != below.markup:
        box.border_subtitle = below


class Rows(ScrollView, can_focus=False):
    """Rows of words that scroll.

    Textual lays a screen out and paints it once more for a text that is as tall as its words:
    these have a height of their own, and a column for a bar that comes where there are more rows.
    """

    DEFAULT_CSS = """
    Rows { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }
    """
    count = 0
    """How many rows there are."""

    def row(self, number: int) -> Content:  # noqa: ARG002 - for those who have rows
        """A row's words as they look, on one line."""
        return Content("")

    def begin_rows(self, count: int) -> None:
        """Show that there are so many rows from now on, all of them new."""
        self.count = count
        self._fit()
        self.refresh()

    def on_resize(self) -> None:
        """Scroll as far as there are rows now."""
        self._fit()

    def _fit(self) -> None:
        # A change of `virtual_size` makes Textual lay the screen out again. Rows that fit need no
        # scrolling, so for them it stays 0.
        is_more = self.count > self.scrollable_content_region.height
        self.virtual_size = Size(0, self.count if is_more else 0)

    def render_line(self, y: int) -> Strip:
        """One row of what is seen."""
        number, width, style = y + round(self.scroll_offset.y), self.size.width, self.visual_style
        words = self._marked(number) if number < self.count else Content("")
        pieces = words.render(style, end="", parse_style=self._parsed)
        strip = Strip([Segment(text, look.rich_style) for text, look in pieces])
        return strip.adjust_cell_length(width, style.rich_style).apply_offsets(0, number)

    def _parsed(self, style: Style | str) -> Style:
        return self.app.stylesheet.parse_style(style)

    def _marked(self, number: int) -> Content:
        """A row, with what is marked of it with the mouse."""
        words, selection = self.row(number), self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return words
        start, end = span
        style = self.screen.get_visual_style("screen--selection")
        return words.stylize(style, start, None if end == -1 else end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked with the mouse, to be copied."""
        text = "\n".join(self.row(number).plain for number in range(self.count))
        return selection.extract(text), "\n"


class Options(OptionList):
    """Textual's list without two faults of it that fast keys and clicks bring out."""

    def on_click(self, event: Click) -> None:
        """Ignore a click on a line that was removed since it was drawn."""
        # Textual's handler takes the number from the line as drawn, and raises IndexError.
        number = event.style.meta.get("option")
        if number is not None and number >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """Turn a page back, once the list has a height.

        Before, Textual has counted no lines (its #5794), and looks a line up among none.
        """
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Turn a page, once the list has a height; as for `action_page_up`."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
