"""What a person reads on a screen: line after line, and each frame for itself."""

from textual.geometry import Region
from textual.screen import Screen


def seen_on(screen: Screen[object]) -> list[str]:
    """The whole screen as words, then each of its frames: a sentence goes on within its frame."""
    strips = screen._compositor.render_strips()
    lines = [strip.text for strip in strips]
    seen = [lines]
    for widget in screen.query("*"):
        inner = widget.content_region.intersection(screen.region)
        if inner and widget.styles.has_rule("border_left"):
            seen.append(_cut(lines, inner))
    return [" ".join(" ".join(part).split()) for part in seen]


def _cut(lines: list[str], place: Region) -> list[str]:
    return [line[place.x : place.right] for line in lines[place.y : place.bottom]]
