"""Which colours are shown, how they are switched, and that they are remembered."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from readiness.i18n.language import _
from readiness.tui.bottom_lines import Messages
from readiness.tui.characters import AS_ASCII, ASCII, LEVELS, Characters, fitting
from readiness.tui.characters import NAMES as LEVEL_NAMES
from readiness.tui.themes import NAMES, THEMES, first_choice, is_colourless, offered

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import OwnMemory

BY_NAME = {theme.name: theme for theme in THEMES}
OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters, the single ones of 8 bits too."""
PREFERENCE, LEVEL = "colours", "characters"
"""Under which names the choices are remembered."""


CSS = """
OptionList, Panel, Question, Picture, VerticalScroll, Screen > Static { min-width: 10; }
OptionList:focus { background-tint: transparent; }
OptionList:focus > .option-list--option-highlighted,
PaletteScreen Options > .option-list--option-highlighted {
    color: $block-cursor-foreground; background: $block-cursor-background;
    text-style: $block-cursor-text-style; }
OptionList > .option-list--separator { color: $border-blurred; }
Input > .input--placeholder, Input > .input--suggestion { color: $text-disabled;
    text-style: $hint-style; }
TextArea .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background;
    text-style: none; }
Button { color: $text; background: $surface-active; text-style: none; }
Button.-primary { color: $block-cursor-blurred-foreground;
    background: $block-cursor-blurred-background; text-style: bold; }
Button:focus, Button.-primary:focus { color: $block-cursor-foreground;
    background: $block-cursor-background; text-style: $block-cursor-text-style; }
VerticalScroll:focus { outline-left: outer $border; }
"""
"""How all screens look. A screen adds only where its own pieces lie."""


class Uncoloured(LineFilter):
    """Takes every colour out; what stood on a colour of its own is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's own shape
        """The same segments in the terminal's own two colours."""
        return [
            Segment(text, style and _uncoloured(style), control)
            for text, style, control in segments
        ]


class Printable(LineFilter):
    """Takes out what a terminal would obey and not show.

    A box to write in draws its text as it is (Textual's TextArea does not clean it), and the text
    may come from a stranger's file: it must not set the title, fill the clipboard or move the
    cursor. What is taken out has no width, so nothing else moves.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's own shape
        """The same segments without control characters."""
        return [
            one
            if one.text.isprintable()
            else Segment(OBEYED.sub("", one.text), one.style, one.control)
            for one in segments
        ]


class Ascii(LineFilter):
    """Draws with letters what would be frames, scroll bars and edges."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's own shape
        """The same segments, each as wide as before."""
        return [
            Segment(text.translate(AS_ASCII), style, control) for text, style, control in segments
        ]


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    is_marked = style.bgcolor is not None and not style.bgcolor.is_default
    return style + Style(
        color="default", bgcolor="default", reverse=is_marked != bool(style.reverse)
    )


def theme_named(name: str) -> Theme | None:
    """One of our themes; Textual asks for every line it draws, and looks long itself."""
    return BY_NAME.get(name)


# Made once: a line keeps what a filter made of it, under that very filter.
_PRINTABLE, _ASCII, _UNCOLOURED = Printable(), Ascii(), Uncoloured()


def line_filters(
    theirs: Sequence[LineFilter], *, is_coloured: bool, is_ascii: bool
) -> Sequence[LineFilter]:
    """The filters that every painted line passes.

    Where no colours are wanted Textual's own are left out: they take the cursor away as well.
    """
    ours = [_PRINTABLE, _ASCII] if is_ascii else [_PRINTABLE]
    return [*ours, *(theirs if is_coloured else [_UNCOLOURED])]


def repaint(screen: Screen[Any]) -> None:
    """Paint all of a screen anew, frames too."""
    for one in screen.walk_children(Widget, with_self=True):
        one.refresh()


class Appearance:
    """Shows the colours that the person chose, else those that fit the terminal."""

    def __init__(
        self, app: App[Any], messages: Messages, memory: OwnMemory, show_again: Callable[[], None]
    ) -> None:
        """Show the colours to start with; `show_again` draws the plan anew."""
        self._app, self._messages, self._memory = app, messages, memory
        self._show_again = show_again
        for theme in THEMES:
            app.register_theme(theme)
        self.colours = offered(os.environ, app.console.color_system)
        """The names of the themes that this terminal can show."""
        chosen = memory.preference(PREFERENCE)
        level = memory.preference(LEVEL)
        encoding = str(getattr(app.console, "encoding", "utf-8"))
        self._level = level if level in LEVELS else fitting(os.environ, encoding, sys.platform)
        fits = first_choice(os.environ, app.console.color_system)
        app.theme = chosen if chosen in self.colours else fits

    @property
    def characters(self) -> Characters:
        """What pictures are drawn with."""
        return LEVELS[self._level]

    @property
    def is_ascii(self) -> bool:
        """Whether nothing but ASCII is drawn with."""
        return self._level == ASCII

    @property
    def looks(self) -> tuple[str, str]:
        """The colours and the characters that are shown; other ones have all be drawn anew."""
        return self._app.theme, self._level

    def change_characters(self) -> None:
        """Draw with the characters of the next level; remembered for the next time."""
        levels = [*LEVELS]
        self._level = levels[(levels.index(self._level) + 1) % len(levels)]
        self._memory.prefer(LEVEL, self._level)
        repaint(self._app.screen)
        self._show_again()
        words = _("Characters: {name}").format(name=_(LEVEL_NAMES[self._level]))
        self._messages.tell(words)

    def change(self, name: str = "") -> None:
        """Show the colours of this name, or the next ones; remembered for the next time."""
        if is_colourless():
            self._messages.tell(_("NO_COLOR is set, so no colours are shown."))
            return
        now = self._app.theme
        at = self.colours.index(now) if now in self.colours else -1
        self._app.theme = name or self.colours[(at + 1) % len(self.colours)]
        self._memory.prefer(PREFERENCE, self._app.theme)
        self._messages.clear()
        words = _("Colours: {name}").format(name=_(NAMES[self._app.theme]).lower())
        self._messages.tell(words)
