"""Which shapes draw which chart: squares and bars here, weeks and timelines beside it."""

from __future__ import annotations

from collections.abc import Callable

from readiness.describe.colours import PRINT
from readiness.describe.state import SIGNS, WORDS, State
from readiness.i18n.language import _
from readiness.i18n.words import number_words
from readiness.report.charts.chart import Bar, Bars, Chart, Finish, Squares, Timeline, Weeks
from readiness.report.charts.picture import (
    LEAD,
    SIZE,
    Box,
    Label,
    Line,
    Mark,
    Picture,
    fitted,
    real,
    steps,
    width_of,
)
from readiness.report.charts.timeline import draw_finish, draw_timeline
from readiness.report.charts.weeks import draw_weeks

Scale = Callable[[float], float]
"""Where a value stands across the chart."""

THICK, GAP = 12.0, 8.0
MOST = 24
"""Bars that are drawn; the table beside the chart has all."""


def draw_bars(chart: Bars, width: float) -> Picture:
    """Labels left, bars, words behind them, the scale below."""
    picture, bars = Picture(width), chart.bars[:MOST]
    left = width * 0.3
    ends = max((width_of(one.words, is_strong=True) for one in bars), default=0.0)
    right = width - min(ends + 12, width * 0.3)
    scale = steps(max((_most(one) for one in bars), default=0.0) or real(chart.goal))
    top = LEAD + 2 if chart.goal is not None else 0.0

    def x(value: float) -> float:
        return left + (right - left) * min(1.0, real(value) / scale[-1])

    heights = [_height(one, left) for one in bars]
    low = top + sum(heights)
    for value in scale:
        picture.add(Line(x(value), top, x(value), low, "faint", 0.5))
        picture.add(Label(number_words(value), x(value), low + 8, "middle", "soft"))
    y = top
    for bar, height in zip(bars, heights, strict=True):
        _bar(picture, bar, x, (left, y, height))
        y += height
    _goal(picture, chart, x, (top, low))
    # Words stand over the line of the goal, each on its own ground.
    picture.marks.sort(key=lambda mark: isinstance(mark, Label))
    picture.height = low + 15
    if len(chart.bars) > len(bars):
        words = _("and {n} more, in the table").format(n=len(chart.bars) - len(bars))
        picture.add(Label(words, 0, picture.height + 4, ink="soft"))
        picture.height += LEAD
    return picture


def _most(bar: Bar) -> float:
    return max(real(bar.value) + real(bar.missing), real(bar.target), real(bar.high))


def _height(bar: Bar, left: float) -> float:
    lines = len(fitted(bar.label, left - 10, is_strong=True)) + bool(bar.note)
    return max(THICK + GAP, lines * LEAD + 4)


def _bar(picture: Picture, bar: Bar, x: Scale, place: tuple[float, float, float]) -> None:
    left, top, height = place
    middle, lines = top + height / 2, fitted(bar.label, left - 10, is_strong=True)
    notes = fitted(bar.note, left - 10, most=1)
    y = middle - (len(lines) + len(notes) - 1) * LEAD / 2
    picture.add_lines(lines, 0, y, is_strong=True)
    picture.add_lines(notes, 0, y + len(lines) * LEAD, ink="soft")
    high, start, end = middle - THICK / 2, x(0), x(bar.value)
    picture.add(Box(start, high, end - start, THICK, "goal" if bar.is_goal else "have"))
    last = end
    if bar.missing > 0:
        last = x(bar.value + bar.missing)
        picture.add(Box(end, high, last - end, THICK, "paper", "missing", is_hatched=True))
    if bar.low is not None and bar.high is not None and bar.high > bar.low:
        low_x, high_x = x(bar.low), x(bar.high)
        picture.add(
            Line(low_x, middle, high_x, middle, "paper", 4),
            Line(low_x, middle, high_x, middle, width=1.4),
        )
        picture.add(*(Line(one, middle - 4, one, middle + 4, width=1.4) for one in (low_x, high_x)))
        last = max(last, high_x)
    if bar.target is not None:
        picture.add(Line(x(bar.target), high - 3, x(bar.target), high + THICK + 3, "paper", 4))
        picture.add(Line(x(bar.target), high - 3, x(bar.target), high + THICK + 3, width=2))
        last = max(last, x(bar.target))
    if bar.words:
        ink = "missing" if bar.missing > 0 else "ink"
        shown = fitted(bar.words, picture.width - last - 7, is_strong=True, most=1)
        picture.add_lines(shown, last + 7, middle, ink=ink, is_strong=True, ground="paper")


def _goal(picture: Picture, chart: Bars, x: Scale, ends: tuple[float, float]) -> None:
    if chart.goal is None:
        return
    top, low = ends
    at = x(chart.goal)
    picture.add(Line(at, top - 3, at, low, "ink", 1.2, is_dashed=True))
    wide = width_of(chart.goal_name, is_strong=True)
    picture.add(Label(chart.goal_name, min(at, picture.width - wide), top - 8, is_strong=True))


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
        picture.add_lines(lines, 0, y + SIDE / 2, is_strong=True)
        for at, state in enumerate(row.states):
            below = at // across
            picture.add(*square(state, left + (at % across) * PITCH, y + below * PITCH))
        words = fitted(row.words, width - right, most=2)
        picture.add_lines(words, right, y + SIDE / 2)
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


def picture_of(chart: Chart, width: float) -> Picture:
    """The chart in this width, in points."""
    match chart:
        case Squares():
            return draw_squares(chart, width)
        case Bars():
            return draw_bars(chart, width)
        case Weeks():
            return draw_weeks(chart, width)
        case Timeline():
            return draw_timeline(chart, width)
        case Finish():
            return draw_finish(chart, width)
