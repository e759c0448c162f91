"""A panel of a screen: a frame with its title above and its keys below, seen without colours too.

A single line stands around it, a double one where the keys are. Only such borders are used as old
consoles have: no rounded or heavy ones.
"""

from __future__ import annotations

from textual.containers import VerticalScroll

FRAME = """
    border: solid $border-blurred; border-title-color: $text; border-title-style: bold;
    border-subtitle-color: $text-muted; border-subtitle-align: right;
"""
HELD = """
    border: double $border; border-title-color: $border; border-subtitle-color: $border;
"""


class Panel(VerticalScroll, can_focus=False):
    """A frame around something that is read, or around a list that has the keys."""

    DEFAULT_CSS = f"""
    Panel {{ {FRAME} scrollbar-size-vertical: 1; }}
    Panel:focus-within {{ {HELD} }}
    """
