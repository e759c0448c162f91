"""One square a question with its sign inside, worst first, and the counts in words."""

from __future__ import annotations

from readiness.describe.colours import PRINT
from readiness.describe.state import SIGNS, WORDS, State
from readiness.report.charts.chart import Squares
from readiness.report.charts.picture import (
    LEAD,
    SIZE,
    Box,
    Label,
    Line,
    Mark,
    Picture,
    fitted,
    width_of,
)

SIDE, PITCH, ROW = 13.0, 15.0, 16.0
"""The side of a square, from one to the next, and from row to row, in points."""


def square(state: State, x: float, y: float, side: float = SIDE) -> list[Mark]:
    """A state as a square with its sign, its top left at this place."""
    look, middle = PRINT[state], x + side / 2
    sign = Label(
        SIGNS[state], middle, y + side / 2, "middle", f"{state} text", is_strong=True, size=SIZE
    )
    if state == "not asked":
        return [Line(x, y + side, x + side, y + side, f"{state} edge", 0.8), sign]
    box = Box(
        x, y, side, side, f"{state} fill", f"{state} edge", radius=2, is_dashed=look.is_dashed
    )
    return [box, sign]


def draw_squares(chart: Squares, width: float) -> Picture:
    """A row an area; many questions go on in further lines of the row."""
    picture = Picture(width)
    left = min(
        width * 0.27,
        max((width_of(one.label, is_strong=True) for one in chart.rows), default=0) + 10,
    )
    most = max((len(one.states) for one in chart.rows), default=0)
    across = max(1, min(most, int((width * 0.46) // PITCH)))
    right = left + across * PITCH + 12
    y = 0.0
    for row in chart.rows:
        lines = fitted(row.label, left - 6, is_strong=True)
        for at, line in enumerate(lines):
            picture.add(Label(line, 0, y + SIDE / 2 + at * LEAD, is_strong=True))
        for at, state in enumerate(row.states):
            below = at // across
            picture.add(*square(state, left + (at % across) * PITCH, y + below * PITCH))
        words = fitted(row.words, width - right, most=2)
        for at, line in enumerate(words):
            picture.add(Label(line, right, y + SIDE / 2 + at * LEAD))
        down = max(1, -(-len(row.states) // across))
        y += max(ROW + (down - 1) * PITCH, (max(len(lines), len(words)) - 1) * LEAD + ROW)
    picture.height = _key(picture, chart, y + 4)
    return picture


def _key(picture: Picture, chart: Squares, y: float) -> float:
    found = {state for row in chart.rows for state in row.states}
    x = 0.0
    for state in SIGNS:
        if state not in found:
            continue
        wide = SIDE + 4 + width_of(WORDS[state]) + 9
        if x and x + wide - 9 > picture.width:
            x, y = 0.0, y + ROW
        picture.add(*square(state, x, y), Label(WORDS[state], x + SIDE + 4, y + SIDE / 2))
        x += wide
    return y + SIDE + 2
