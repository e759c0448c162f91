"""Which colours are shown, how they are switched, and that they are remembered."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from readiness.i18n.language import _
from readiness.tui.themes import NAMES, THEMES, first_choice, is_colourless, offered
from readiness.tui.walk import Walk

BY_NAME = {theme.name: theme for theme in THEMES}
OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters, the single ones of 8 bits too."""
PREFERENCE = "colours"
"""Under which name the choice is remembered."""


CSS = """
OptionList { min-width: 10; }
OptionList:focus { background-tint: transparent; }
OptionList:focus > .option-list--option-highlighted,
CommandList > .option-list--option-highlighted {
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
ToastRack { dock: top; align: right top; margin-top: 1; }
Toast { width: auto; max-width: 70%; margin-top: 0; padding: 0 1; background: $surface;
    color: $text; border: round $border; }
Toast.-warning { border: heavy $warning; }
Toast.-error { border: double $error; }
CommandPalette SearchIcon { display: none; }
CommandPalette > Vertical { background: $surface; max-width: 100; }
CommandPalette > Vertical:dark { background: $surface; }
CommandPalette #--input { border: round $border; }
CommandPalette CommandList { border-bottom: blank; }
CommandPalette CommandInput { padding: 0 1; }
CommandPalette > .command-palette--help-text { text-style: not bold; }
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


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    is_marked = style.bgcolor is not None and not style.bgcolor.is_default
    return style + Style(
        color="default", bgcolor="default", reverse=is_marked != bool(style.reverse)
    )


class Looking(Walk):
    """Shows the colours that the person chose, else those that fit the terminal."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of our own, for the themes that do not name them."""
        return THEMES[0].variables

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; Textual asks for every line it draws, and looks long."""
        return BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None of Textual's where the person wants no colours: those lose the cursor as well."""
        theirs = [Uncoloured()] if self.no_color else super().get_line_filters()
        return [Printable(), *theirs]

    def dress(self) -> None:
        """Put on the colours to start with."""
        for theme in THEMES:
            self.register_theme(theme)
        self.colours = offered(os.environ, self.console.color_system)
        chosen = self.memory.preference(PREFERENCE)
        fits = first_choice(os.environ, self.console.color_system)
        self.theme = chosen if chosen in self.colours else fits

    def action_colours(self, name: str = "") -> None:
        """Show the colours of this name, or the next ones; remembered for the next time."""
        if is_colourless():
            self.tell(_("NO_COLOR is set, so no colours are shown."))
            return
        at = self.colours.index(self.theme) if self.theme in self.colours else -1
        self.theme = name or self.colours[(at + 1) % len(self.colours)]
        self.memory.prefer(PREFERENCE, self.theme)
        self.clear_notifications()
        self.tell(_("Colours: {name}").format(name=_(NAMES[self.theme]).lower()))

    def action_change_theme(self) -> None:
        """As Textual calls it: the next colours."""
        self.action_colours()
