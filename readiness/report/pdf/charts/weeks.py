"""Lines over weeks: what is needed, its limits, closed weeks and words at some of them."""

from __future__ import annotations

from datetime import timedelta

from readiness.i18n.language import _
from readiness.report.chart import Series, Weeks
from readiness.report.pdf.charts.lanes import lanes
from readiness.report.pdf.charts.pen import (
    LEAD,
    ChartPen,
    figure,
    fitted,
    month,
    real,
    steps,
    width_of,
)

PLOT = 104.0
MOST = 8
"""Lines that are drawn; the rest are counted under them."""

MOST_LANES = 4
DASHES = ((), (7, 2), (1.5, 2), (7, 2, 1.5, 2))
LIMIT = (4, 3)


class WeekChart:
    """Draws a step line a series, named at its right end."""

    def __init__(self, chart: Weeks, width: float, most: int = MOST) -> None:
        """Measure the names and the words at weeks."""
        self.chart, self.width = chart, width
        self.series = chart.series[:most]
        self.left_out = len(chart.series) - len(self.series)
        self.count = max((len(one.values) for one in self.series), default=0)
        names = [width_of(one.name) for one in self.series]
        self.names = min(max(names, default=0.0) + 15, width * 0.26)
        values = (real(value) for one in self.series for value in one.values)
        self.scale = steps(max(values, default=0.0), 4)
        self.left = max(width_of(figure(value)) for value in self.scale) + 10
        self.marks = [mark for mark in chart.marks if 0 <= mark[0] < self.count]
        refs = [(self._x(week), width_of(said) + 6) for week, said in self.marks]
        self.lanes = lanes(refs, self.width, MOST_LANES)
        self.over = (max(self.lanes, default=-1) + 1) * LEAD + 6

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.over + PLOT + 40

    def _x(self, week: float) -> float:
        room = self.width - self.left - self.names
        return self.left + room * week / max(1, self.count)

    def _y(self, value: float) -> float:
        return self.over + PLOT * (1 - min(1.0, real(value) / self.scale[-1]))

    def draw(self, pen: ChartPen) -> None:
        """Draw it from the top."""
        low = self.over + PLOT
        self._closed(pen, low)
        for value in self.scale:
            y, end = self._y(value), self._x(self.count)
            pen.line((self.left, y), (end, y), 0.4, pen.faint)
            pen.words(figure(value), (self.left - 5, y), "right")
        pen.line((self.left, low), (self._x(self.count), low), 0.8)
        self._months(pen, low)
        self._words(pen, low)
        for number, one in enumerate(self.series):
            self._line(pen, one, number)
        self._names(pen)
        said = self.chart.unit
        if self.chart.closed:
            said += _("; hatched weeks have no sessions")
        if self.left_out:
            said += _("; and {left_out} more lines, not drawn").format(left_out=self.left_out)
        if not self.count:
            said = _("Nothing to show yet.")
        pen.words(said, (self.left, low + 30), width=self.width - self.left)

    def _closed(self, pen: ChartPen, low: float) -> None:
        for week in self.chart.closed:
            if 0 <= week < self.count:
                x = self._x(week)
                pen.hatched((x, self.over), (self._x(week + 1) - x, low - self.over))

    def _months(self, pen: ChartPen, low: float) -> None:
        """The months along the foot, as many as there is room for."""
        free = self.left - 20
        for week in range(self.count):
            day = self.chart.first + timedelta(weeks=week)
            is_new = week == 0 or day.month != (day - timedelta(weeks=1)).month
            x = self._x(week)
            if not is_new:
                continue
            pen.line((x, low), (x, low + 3), 0.6)
            said = f"{month(day)} {day.year}" if week == 0 or day.month == 1 else month(day)
            if x >= free and x + width_of(said) <= self.width:
                free = x + pen.words(said, (x, low + 10)) + 6

    def _words(self, pen: ChartPen, low: float) -> None:
        """Words at weeks, in lanes over the plot, each with a line down."""
        for (week, said), lane in zip(self.marks, self.lanes, strict=True):
            x, y = self._x(week), lane * LEAD + LEAD / 2
            if lane < 0:
                pen.line((x, self.over), (x, low), 0.6, pen.look.soft, (2, 2))
                continue
            pen.line((x, y + LEAD / 2), (x, low), 0.6, pen.look.soft, (2, 2))
            wide = width_of(said)
            pen.words(said, (max(0.0, min(x - 2, self.width - wide)), y), width=self.width)

    def _line(self, pen: ChartPen, one: Series, number: int) -> None:
        width, dash = (1.3, LIMIT) if one.is_limit else (2.0, DASHES[number % len(DASHES)])
        colour = pen.look.ink if one.is_limit else pen.look.accent
        before: float | None = None
        start = 0
        for week, value in enumerate([*one.values, None]):
            if value == before:
                continue
            if before is not None:
                y = self._y(before)
                pen.line((self._x(start), y), (self._x(week), y), width, colour, dash)
            if before is not None and value is not None:
                x = self._x(week)
                pen.line((x, self._y(before)), (x, self._y(value)), width, colour, dash)
            before, start = value, week

    def _names(self, pen: ChartPen) -> None:
        """Each line's name at the right, moved apart where ends are close."""
        ends = [_end(one) for one in self.series]
        labels = [fitted(one.name, self.names - 13) for one in self.series]
        order = sorted(range(len(ends)), key=lambda at: self._y(ends[at][1]))
        y, left = self.over - LEAD / 2, self._x(self.count)
        for place, at in enumerate(order):
            below = sum(len(labels[one]) for one in order[place:]) * LEAD
            lowest = self.over + PLOT + LEAD * 2 - below
            y = max(y, min(self._y(ends[at][1]) - LEAD / 2, lowest))
            end = (self._x(ends[at][0]), self._y(ends[at][1]))
            pen.line(end, (left + 9, y + LEAD / 2), 0.4, pen.look.soft, (0.8, 2))
            for line in labels[at]:
                pen.words(line, (left + 12, y + LEAD / 2), width=self.names - 13)
                y += LEAD


def _end(one: Series) -> tuple[int, float]:
    """Where a line ends: the week after its last value, and that value."""
    for week in range(len(one.values), 0, -1):
        value = one.values[week - 1]
        if value is not None:
            return week, value
    return 0, 0.0
