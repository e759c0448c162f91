"""Horizontal bars from 0 on one scale: what is missing, a range, and what is aimed at."""

from __future__ import annotations

from collections.abc import Callable

from readiness.i18n.language import _
from readiness.i18n.words import number_words
from readiness.report.charts.chart import Bar, Bars
from readiness.report.charts.picture import (
    LEAD,
    Box,
    Label,
    Line,
    Picture,
    fitted,
    real,
    steps,
    width_of,
)

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
    for at, line in enumerate([*lines, *notes]):
        is_strong = at < len(lines)
        picture.add(
            Label(line, 0, y + at * LEAD, ink="ink" if is_strong else "soft", is_strong=is_strong)
        )
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
        picture.add(
            *(
                Label(one, last + 7, middle, ink=ink, is_strong=True, ground="paper")
                for one in shown
            )
        )


def _goal(picture: Picture, chart: Bars, x: Scale, ends: tuple[float, float]) -> None:
    if chart.goal is None:
        return
    top, low = ends
    at = x(chart.goal)
    picture.add(Line(at, top - 3, at, low, "ink", 1.2, is_dashed=True))
    wide = width_of(chart.goal_name, is_strong=True)
    picture.add(Label(chart.goal_name, min(at, picture.width - wide), top - 8, is_strong=True))
