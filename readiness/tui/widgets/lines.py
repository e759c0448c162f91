"""A list of lines that is drawn anew without moving the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readiness.describe.state import State
from readiness.tui.line_text import plain, wrapped
from readiness.tui.states import style_of
from readiness.tui.widgets.boxes import Options


@dataclass(frozen=True)
class Line:
    """One line; without a key it is a heading that the cursor passes over."""

    key: str
    words: str
    style: str = ""
    state: State | None = None
    """The state that its first sign is coloured for."""
    hang: int = 2
    """Columns by which the second and further rows of the line are indented."""
    states: tuple[State | None, ...] = ()
    """The states of its signs where it begins with several, two columns each."""

    def content(self, width: int) -> Content:
        """The words as they are, never read as markup, broken to the width."""
        rows = wrapped(self.words, width, " " * min(self.hang, width // 2))
        said = plain("\n".join(rows), self.style or ("" if self.key else "bold"))
        for at, state in enumerate(self.states or (self.state,)):
            said = said.stylize(style_of(state), 2 * at, 2 * at + 2) if state else said
        return said


AROUND = 4
"""Columns of the frame and the padding around lines."""


class Lines(Options):
    """Lines with keys of their own; a key is data, so it may be anything."""

    DEFAULT_CSS = """
    Lines { height: 1fr; border: none; padding: 0 1; scrollbar-gutter: stable; }
    Lines:focus { border: none; }
    Lines.-bare:focus { outline-left: outer $border; }
    Lines > .option-list--option-disabled { color: $text; }
    """

    def __init__(self, **kwargs: str) -> None:
        """Start empty."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._shown: list[Line] = []
        self._broken_to = 0

    @property
    def key(self) -> str:
        """The key of the line the cursor is on; empty where there is none."""
        at = self.highlighted
        return self._shown[at].key if at is not None and at < len(self._shown) else ""

    @property
    def words(self) -> str:
        """The line the cursor is on; empty where there is none."""
        at = self.highlighted
        return self._shown[at].words if at is not None and at < len(self._shown) else ""

    def fill(self, lines: list[Line]) -> None:
        """Replace the lines; the selected one stays so by its key, else one near to it is."""
        if lines == self._shown:
            return
        key, at = self.key, self.highlighted
        self._shown = lines
        self._put(key, at)

    def on_click(self, event: Click) -> None:
        """Point at a line first, for its details; a click on that does what Enter does."""
        number = event.style.meta.get("option")
        if number is None or number >= self.option_count or number == self.highlighted:
            return
        if not self.get_option_at_index(number).disabled:
            event.prevent_default()
            self.highlighted = number

    def on_resize(self) -> None:
        """Break the lines anew where the width has changed."""
        if self._broken_to != self._width:
            self._put(self.key, self.highlighted)

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width or self._likely_width, 20)

    @property
    def _likely_width(self) -> int:
        """The columns it gets, before it is laid out: if it is not so, lines are broken again."""
        styles = [one.styles for one in self.ancestors_with_self if isinstance(one, Widget)]
        given = (one.width.cells for one in styles if one.width is not None)
        whole = next(filter(None, given), self.app.size.width)
        return whole - AROUND - self.styles.scrollbar_size_vertical

    def _put(self, key: str, at: int | None) -> None:
        width = self._broken_to = self._width
        self.set_class(not any(one.key for one in self._shown), "-bare")
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(
                [Option(one.content(width), disabled=not one.key) for one in self._shown]
            )
            self.highlighted = self._place(key, at)

    def go(self, key: str) -> None:
        """Put the cursor on a line."""
        place = next((n for n, one in enumerate(self._shown) if one.key == key), None)
        if place is not None:
            self.highlighted = place

    def _place(self, key: str, at: int | None) -> int | None:
        found = [number for number, one in enumerate(self._shown) if one.key]
        same = [number for number in found if key and self._shown[number].key == key]
        if same:
            return same[0]
        before = [number for number in found if number <= (at or 0)]
        return before[-1] if before and at is not None else next(iter(found), None)


def following(names: Iterable[str], now: str) -> str:
    """The next of some names: the first after the last, and after one that is gone."""
    found = [*names]
    return found[(found.index(now) + 1) % len(found) if now in found else 0]
