"""A sheet to draw charts on: text that is wrapped to a width, lines, patterns, scales and a key."""

import math
import unicodedata
from collections.abc import Iterable
from datetime import date
from textwrap import wrap

from readiness.i18n.words import month_words
from readiness.report.clean import clean
from readiness.report.html.markup import Markup, joined, tag

WIDTH = 420.0
"""Units across a chart: few, so that its words can still be read on a phone."""
TYPE = 13.0
"""Size of the words in a chart, in units."""
LINE = 17.0
"""Height of a line of words, in units."""
FILLS = ("full", "lines", "empty", "dots")
"""How areas differ without colour, in this order."""
_LETTER = 0.58
"""Width of a usual letter, as a share of the size of the type."""
_MOST_LINES = 3
_MOST_TICKS = 5
_MONTH_ROOM = 32.0
"""Units between two months' names, at least."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000)
"""Months between two that are named."""


def width_of(words: str) -> float:
    """About how many units a line of words needs; too many rather than too few."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words) * TYPE * _LETTER


def lines_of(words: str, room: float) -> list[str]:
    """Words in lines for so many units, cut after three; the table beside the chart has all."""
    flat = " ".join(clean(words).split())[:1000]
    if not flat:
        return []
    letters = max(4, int(room / (width_of(flat) / len(flat))))
    found = wrap(flat, letters)
    return found if len(found) <= _MOST_LINES else [*found[: _MOST_LINES - 1], f"{found[2][:-1]}…"]


def sound(value: float | None) -> float:
    """A value that can be drawn: what is not a number, or is below zero, is drawn as zero."""
    return value if value is not None and math.isfinite(value) and value > 0 else 0.0


def ticks(highest: float) -> list[float]:
    """Round values from 0 to the highest or just above it."""
    top = sound(highest) or 1.0
    tenth = 10.0 ** math.floor(math.log10(top))
    step = next(
        size * tenth / 10 for size in (2, 5, 10, 20, 50) if top <= size * tenth / 10 * _MOST_TICKS
    )
    return [step * at for at in range(math.ceil(top / step - 1e-9) + 1)]


def months(first: date, last: date, wide: float = WIDTH) -> list[date]:
    """First days of months from one day to another, as many as can be named on so many units."""
    start, end = (day.year * 12 + day.month - 1 for day in (first, last))
    room = wide / max(end - start, 1)
    step = next(size for size in _STEPS if size * room >= _MONTH_ROOM)
    found = (
        date(at // 12, at % 12 + 1, 1) for at in range(-(-start // step) * step, end + 1, step)
    )
    return [day for day in found if first <= day <= last]


class SvgSheet:
    """Collects what is drawn, from top to bottom."""

    def __init__(self, name: str) -> None:
        """Begin; the name sets the patterns of this chart apart from those of others."""
        self.y = 4.0
        """How far down the sheet is filled, in units."""
        self._name = name
        self._drawn: list[Markup] = []
        self._behind: list[Markup] = []

    def shape(self, kind: str, class_: str, **where: float | str) -> None:
        """Draw a rect, line, path or circle of one class."""
        self._drawn.append(tag(kind, class_=class_, **where))

    def box(self, x: float, y: float, size: tuple[float, float], fill: int | str) -> None:
        """Draw a box; a number takes one of the fills, a word is a class."""
        kind = FILLS[fill % len(FILLS)] if isinstance(fill, int) else fill
        pattern = f"url(#{self._name}-{kind})" if kind in ("lines", "dots") else None
        self._drawn.append(
            tag("rect", class_=kind, x=x, y=y, width=size[0], height=size[1], fill=pattern)
        )

    def line(self, x: float, y: float, to: tuple[float, float], class_: str) -> None:
        """Draw a line; those of the grid lie behind all else."""
        drawn = self._behind if class_ == "grid" else self._drawn
        drawn.append(tag("line", class_=class_, x1=x, y1=y, x2=to[0], y2=to[1]))

    def words(self, words: str, x: float, y: float, class_: str = "", anchor: str = "") -> None:
        """Write one line; y is its foot."""
        flat = " ".join(clean(words).split())
        self._drawn.append(
            tag("text", flat, class_=class_ or None, x=x, y=y, text_anchor=anchor or None)
        )

    def paragraph(self, words: str, x: float = 0.0, class_: str = "") -> None:
        """Write words in as many lines as they need, and go down."""
        for line in lines_of(words, WIDTH - x):
            self.y += LINE
            self.words(line, x, self.y - 4, class_)

    def months_along(self, days: tuple[date, date], top: float, bottom: float, left: float) -> None:
        """Draw a line at each month that there is room to name, and name it; needs two lines."""
        is_first, wide = True, WIDTH - left
        for day in months(*days, wide):
            x = left + share_of_time(day, *days) * wide
            self.line(x, top, (x, bottom), "grid")
            if x > WIDTH - _MONTH_ROOM:
                continue
            self.words(month_words(day), x + 2, bottom + LINE - 4, "soft")
            if is_first or day.month == 1:
                self.words(str(day.year), x + 2, bottom + 2 * LINE - 6, "soft")
            is_first = False

    def key(self, entries: Iterable[tuple[int | str, str]]) -> None:
        """Explain fills (by number) and lines (by class)."""
        self.y += 6
        for sign, words in entries:
            top = self.y + 3
            if isinstance(sign, int):
                self.box(0, top, (22, 11), sign)
            else:
                self.line(0, top + 6, (22, top + 6), sign)
            self.paragraph(words, 30)

    def done(self, **attributes: str) -> Markup:
        """The whole picture."""
        height = math.ceil(self.y + 4)
        inside = joined([self._patterns(), *self._behind, *self._drawn])
        return tag("svg", inside, viewBox=f"-2 0 {WIDTH + 4:g} {height}", role="img", **attributes)

    def _patterns(self) -> Markup:
        lines = tag("path", d="M-1 1l2-2M0 6l6-6M5 7l2-2", class_="hatch")
        dots = tag("circle", cx=3, cy=3, r=1.2, class_="dot")
        size: dict[str, str | float] = {
            "width": 6.0,
            "height": 6.0,
            "patternUnits": "userSpaceOnUse",
        }
        return tag(
            "defs",
            tag("pattern", lines, id=f"{self._name}-lines", **size),
            tag("pattern", dots, id=f"{self._name}-dots", **size),
        )


def share_of_time(day: date, first: date, last: date) -> float:
    """Where a day lies between two others, from 0 to 1; days outside are at the ends."""
    days = max((last - first).days, 1)
    return min(max((day - first).days / days, 0.0), 1.0)
