"""What a person reads on a screen: line after line, and each frame for itself."""

from typing import Any

from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


def rows_of(screen: Screen[Any]) -> list[Strip]:
    """The rows of a screen as they are painted, with what is seen of those behind it."""
    visible_screen_stack.set(screen.app._background_screens)
    return screen._compositor.render_strips()


def seen_on(screen: Screen[Any]) -> list[str]:
    """The whole screen as words, then each of its frames: a sentence goes on within its frame."""
    lines = [row.text for row in rows_of(screen)]
    seen = [lines]
    for widget in screen.query("*"):
        inner = widget.content_region.intersection(screen.region)
        if inner and widget.styles.has_rule("border_left"):
            seen.append(_cut(lines, inner))
    return [" ".join(" ".join(part).split()) for part in seen]


def _cut(lines: list[str], place: Region) -> list[str]:
    return [line[place.x : place.right] for line in lines[place.y : place.bottom]]
