"""What happens when: spans and single days on one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readiness.i18n.language import _
from readiness.report.chart import Gantt, GanttRow
from readiness.report.pdf.charts.lanes import lanes
from readiness.report.pdf.charts.pen import LEAD, ChartPen, fitted, month, tint, width_of
from readiness.report.pdf.look import WHITE

MOST = 28
"""Rows that are drawn; the rest are counted under them."""

MOST_LANES = 4
HEAD, SPAN, SIGN = 24.0, 8.0, 4.0


class GanttChart:
    """Draws a row a line: bars for spans, diamonds for days, words beside them."""

    def __init__(self, chart: Gantt, width: float, most: int = MOST) -> None:
        """Place every word so that none stands on another."""
        self.chart, self.width = chart, width
        self.rows = chart.rows[:most]
        self.left_out = len(chart.rows) - len(self.rows)
        self.left = width * 0.27
        self.days = max(1, (chart.last - chart.first).days)
        self.labels = [fitted(row.label, self.left - 8) for row in self.rows]
        self.lanes = [self._lanes(row) for row in self.rows]

    def _lanes(self, row: GanttRow) -> list[int]:
        refs = []
        for day, said in row.days:
            x, wide = self._x(day), self._wide(said)
            if not said:
                # A day without a word hides nothing where it touches another.
                refs.append((x, 0.0))
                continue
            left = x - SIGN if self._is_right(x, wide) else x - SIGN - 3 - wide
            refs.append((left, 2 * SIGN + 6 + wide))
        return lanes(refs, self.width + SIGN, MOST_LANES)

    def _wide(self, said: str) -> float:
        return min(width_of(said), self._room / 2)

    def _is_right(self, x: float, wide: float) -> bool:
        """Whether words stand at the right of their day, where there is room."""
        return x + SIGN + 3 + wide <= self.width

    @property
    def _room(self) -> float:
        return self.width - self.left - 4 * SIGN

    def _x(self, day: date) -> float:
        share = (day - self.chart.first).days / self.days
        return self.left + SIGN + self._room * max(0.0, min(1.0, share))

    def _thick(self, at: int) -> float:
        row, most = self.rows[at], max(self.lanes[at], default=0) + 1
        under = (SPAN + 2 if row.spans and row.days else 0) + max(1, most) * LEAD
        return max(under, len(self.labels[at]) * LEAD) + 5

    @property
    def height(self) -> float:
        """Its height in points."""
        rows = sum(self._thick(at) for at in range(len(self.rows)))
        more = LEAD + 4 if self.left_out or not self.rows else 0
        return HEAD + rows + 2 + more

    def draw(self, pen: ChartPen) -> None:
        """Draw it from the top."""
        low = HEAD + sum(self._thick(at) for at in range(len(self.rows)))
        self._time(pen, low)
        y = HEAD
        for at, row in enumerate(self.rows):
            self._row(pen, at, row, y)
            y += self._thick(at)
            pen.line((0, y), (self.width, y), 0.3, pen.faint)
        if self.left_out:
            pen.words(
                _("and {left_out} more, not drawn").format(left_out=self.left_out), (0, y + LEAD)
            )
        elif not self.rows:
            pen.words(_("Nothing to show yet."), (0, y + LEAD))

    def _time(self, pen: ChartPen, low: float) -> None:
        """Years and months over the rows, as close as there is room for."""
        free = year_free = 0.0
        pen.line((self.left, HEAD), (self.width, HEAD), 0.8)
        for day in _months(self.chart.first, self.chart.last):
            x = self._x(day)
            is_year = day.month == 1 or day == self.chart.first
            if is_year and x >= year_free and x + 22 <= self.width:
                year_free = x + pen.words(str(day.year), (x, 5), strong=True) + 6
            wide = width_of(month(day))
            if x >= free and x + wide <= self.width:
                pen.line((x, HEAD - 4), (x, low), 0.3, pen.faint)
                free = x + pen.words(month(day), (x, 15)) + 5

    def _row(self, pen: ChartPen, at: int, row: GanttRow, top: float) -> None:
        lines, thick = self.labels[at], self._thick(at)
        for number, label in enumerate(lines):
            height = top + thick / 2 + (number - (len(lines) - 1) / 2) * LEAD
            pen.words(label, (0, height), width=self.left - 8)
        y = top + 3
        for first, last in row.spans:
            x = self._x(min(first, last))
            size = (max(2.0, self._x(max(first, last)) - x), SPAN)
            shift = 0.0 if row.days else (thick - SPAN) / 2 - 3
            pen.box((x, y + shift), size, tint(pen.look.accent, 0.35))
            pen.box((x, y + shift), size)
        y += SPAN + 2 if row.spans and row.days else 0
        for (day, said), lane in zip(row.days, self.lanes[at], strict=True):
            middle = y + lane * LEAD + LEAD / 2 - 0.5
            x, wide = self._x(day), self._wide(said)
            if lane < 0:
                pen.line((x, top + thick - 4), (x, top + thick), 1)
                continue
            pen.diamond((x, middle), SIGN)
            if said and self._is_right(x, wide):
                pen.words(said, (x + SIGN + 3, middle), width=wide + 0.1, ground=WHITE)
            elif said:
                pen.words(said, (x - SIGN - 3, middle), "right", wide + 0.1, ground=WHITE)


def _months(first: date, last: date) -> Iterator[date]:
    """The first day, and the first of each month after it."""
    day = first
    while day <= last:
        yield day
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
