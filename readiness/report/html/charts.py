"""Charts as SVG, from the same shapes as on paper; colours are classes, so that dark ones exist."""

from readiness.describe.colours import DARK, DARK_HAVE, DARK_INK, DARK_MISSING, DARK_MUTED, PRINT
from readiness.report.charts.chart import Chart
from readiness.report.charts.drawing import picture_of
from readiness.report.charts.picture import INKS, Box, Label, Line, Mark, Shape
from readiness.report.document_text import clean
from readiness.report.html.markup import Markup, joined, tag

WIDTH = 430.0
"""Points across a chart: few, so that its words can still be read on a phone."""

_DARK = {
    "ink": DARK_INK,
    "soft": DARK_MUTED,
    "rule": "#5f7386",
    "faint": "#2c353e",
    "have": DARK_HAVE,
    "missing": DARK_MISSING,
    "band": "#27303a",
    "shade": "#27303a",
    "goal": "#93a0ac",
    "late": "#fbd26f",
}
"""What the names of colours are on a dark page; the theme says paper and accent."""


def draw(chart: Chart, name: str, **attributes: str) -> Markup:
    """The chart as one SVG element; the name sets its patterns apart from those of others."""
    picture = picture_of(chart, WIDTH)
    pattern = tag(
        "pattern",
        tag("path", d="M-1 1l2-2M0 4l4-4M3 5l2-2", class_="hatch"),
        id=f"{name}-hatch",
        width=4.0,
        height=4.0,
        patternUnits="userSpaceOnUse",
    )
    inside = [_mark(mark, name) for mark in picture.marks]
    is_hatched = any(isinstance(mark, Box) and mark.is_hatched for mark in picture.marks)
    head = [tag("defs", pattern)] if is_hatched else []
    box = f"-2 -2 {WIDTH + 4:g} {picture.height + 4:.0f}"
    return tag("svg", joined([*head, *inside]), viewBox=box, role="img", **attributes)


def _mark(mark: Mark, name: str) -> Markup:
    match mark:
        case Box():
            return _box(mark, name)
        case Line():
            kind = f"s-{_named(mark.ink)}{' dashed' if mark.is_dashed else ''}"
            return tag(
                "line",
                class_=kind,
                x1=mark.x,
                y1=mark.y,
                x2=mark.to_x,
                y2=mark.to_y,
                stroke_width=mark.width,
            )
        case Shape():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark.points)
            return tag("polygon", class_=_kinds(mark.fill, mark.edge), points=points)
        case Label():
            return _label(mark)


def _box(mark: Box, name: str) -> Markup:
    place = {
        "x": mark.x,
        "y": mark.y,
        "width": max(mark.width, 0.1),
        "height": max(mark.height, 0.1),
    }
    kind = _kinds(mark.fill, mark.edge) + (" dashed" if mark.is_dashed else "")
    rounded = mark.radius or None
    made = tag("rect", class_=kind, rx=rounded, **place)
    if not mark.is_hatched:
        return made
    return joined([made, tag("rect", fill=f"url(#{name}-hatch)", **place)])


def _label(mark: Label) -> Markup:
    anchor = {"left": None, "right": "end", "middle": "middle"}[mark.align]
    kinds = [f"f-{_named(mark.ink)}", *["strong"] * mark.is_strong, *["halo"] * bool(mark.ground)]
    return tag(
        "text",
        " ".join(clean(mark.words).split()),
        class_=" ".join(kinds),
        x=mark.x,
        y=mark.y + mark.size * 0.35,
        text_anchor=anchor,
        font_size=mark.size,
    )


def _kinds(fill: str, edge: str) -> str:
    return " ".join(
        [f"f-{_named(fill)}" if fill else "f-none", *([f"s-{_named(edge)}"] if edge else [])]
    )


def _named(ink: str) -> str:
    return ink.replace(" ", "-")


def colours() -> str:
    """The rules of the style sheet for the colours of charts and states, light and dark."""
    light = [_rule(_named(ink), colour) for ink, colour in INKS.items() if ink not in _OWN]
    dark = [_rule(_named(ink), colour) for ink, colour in _DARK.items() if ink not in _OWN]
    for state, look in DARK.items():
        name = _named(state)
        dark += [_rule(f"{name}-fill", look.fill or "none"), _rule(f"{name}-text", look.text)]
        dark.append(_rule(f"{name}-edge", look.fill or look.text))
    chips = [
        f".chip-{_named(state)} {{ color: {look.text}; background: {look.fill or 'none'}; "
        f"border-color: {look.edge}; }}"
        for state, look in PRINT.items()
    ]
    dark_chips = [
        f".chip-{_named(state)} {{ color: {look.text}; background: {look.fill or 'none'}; "
        f"border-color: {look.fill or look.text}; }}"
        for state, look in DARK.items()
    ]
    inside = "\n".join([*dark, *dark_chips])
    return (
        "\n".join([*light, *chips])
        + f"\n@media screen and (prefers-color-scheme: dark) {{\n{inside}\n}}\n"
    )


_OWN = ("ink", "soft", "accent", "paper", "shade")
"""Colours that the theme says, in the style sheet itself."""


def _rule(name: str, colour: str) -> str:
    return f".f-{name} {{ fill: {colour}; }} .s-{name} {{ stroke: {colour}; }}"
