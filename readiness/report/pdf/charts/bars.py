"""Horizontal bars on one scale, each in parts, with a line across and words at the end."""

from __future__ import annotations

from readiness.i18n.language import _
from readiness.report.chart import Bar, Bars
from readiness.report.pdf.charts.pen import (
    LEAD,
    ChartPen,
    figure,
    fitted,
    real,
    steps,
    width_of,
)
from readiness.report.pdf.look import WHITE

MOST, MOST_NAMES = 20, 12
"""Bars that are drawn and names in the key; the rest are counted."""

THICK, GAP, KEY = 13.0, 7.0, 13.0


class BarChart:
    """Draws bars in a width that is known from the start."""

    def __init__(self, chart: Bars, width: float, most: int = MOST) -> None:
        """Measure the labels and the key."""
        self.chart, self.width = chart, width
        self.bars = chart.bars[:most]
        self.left_out = len(chart.bars) - len(self.bars)
        self.names = list(dict.fromkeys(share.name for bar in self.bars for share in bar.shares))
        self.left = width * 0.27
        ends = [width_of(bar.words, strong=True) for bar in self.bars]
        self.end = min(max(ends, default=0.0) + 8, width * 0.24)
        self.labels = [fitted(bar.label, self.left - 8) for bar in self.bars]
        self.key = self._key_lines()
        top = max((max(self._sum(bar), real(bar.mark)) for bar in self.bars), default=0.0)
        self.scale = steps(top)
        self.most = top or 1.0

    def _sum(self, bar: Bar) -> float:
        return sum(real(share.value) for share in bar.shares)

    def _key_lines(self) -> list[list[tuple[int, str]]]:
        """The key by line: the number of a pattern, -1 for the line across, -2 for none."""
        signs = {share.name: share.sign for bar in self.bars for share in bar.shares}
        said = [(at, f"{signs[name]} {name}".strip()) for at, name in enumerate(self.names)]
        if len(said) > MOST_NAMES:
            said = [
                *said[:MOST_NAMES],
                (-2, _("and {count} more").format(count=len(said) - MOST_NAMES)),
            ]
        if self.chart.mark_name and any(bar.mark is not None for bar in self.bars):
            said.append((-1, self.chart.mark_name))
        lines, room = list[list[tuple[int, str]]]([[]]), self.width
        for entry in said:
            wide = min(width_of(entry[1]), self.width - 20) + 30
            if wide > room and lines[-1]:
                lines.append([])
                room = self.width
            lines[-1].append(entry)
            room -= wide
        return [line for line in lines if line]

    def _thick(self, at: int) -> float:
        return max(THICK, len(self.labels[at]) * LEAD) + GAP

    @property
    def height(self) -> float:
        """Its height in points."""
        rows = sum(self._thick(at) for at in range(len(self.bars)))
        more = LEAD if self.left_out or not self.bars else 0
        return len(self.key) * KEY + 4 + rows + 24 + more

    def draw(self, pen: ChartPen) -> None:
        """Draw it from the top."""
        y = self._draw_key(pen)
        low = y + sum(self._thick(at) for at in range(len(self.bars)))
        self._axis(pen, y, low)
        for at, bar in enumerate(self.bars):
            self._bar(pen, at, bar, y)
            y += self._thick(at)
        if self.left_out:
            more = _("and {left_out} more, not drawn").format(left_out=self.left_out)
            pen.words(more, (0, low + 24 + LEAD / 2))
        elif not self.bars:
            pen.words(_("Nothing to show yet."), (0, low + 24 + LEAD / 2))

    def _draw_key(self, pen: ChartPen) -> float:
        y = 0.0
        for line in self.key:
            x = 0.0
            for number, said in line:
                if number == -1:
                    pen.line((x + 5, y), (x + 5, y + 10), 2)
                elif number >= 0:
                    pen.pattern((x, y + 1), (11, 8), number)
                x += pen.words(said, (x + 15, y + LEAD / 2), width=self.width - 20) + 30
            y += KEY
        return y + 4

    def _x(self, value: float) -> float:
        room = self.width - self.left - self.end
        return self.left + room * min(1.0, value / self.most)

    def _axis(self, pen: ChartPen, top: float, low: float) -> None:
        free = 0.0
        for value in self.scale:
            if value > self.most:
                break
            x, half = self._x(value), width_of(figure(value)) / 2
            pen.line((x, top), (x, low + 2), 0.4, pen.faint)
            if x - half >= free and x + half <= self.width:
                pen.words(figure(value), (x, low + 8), "middle")
                free = x + half + 6
        pen.words(self.chart.unit, (self.left, low + 18), width=self.width - self.left)

    def _clear_of_mark(self, bar: Bar, start: float, end: float) -> tuple[float, float]:
        """The wider side of a part that the line goes across, for its words."""
        mark = self._x(real(bar.mark)) if bar.mark is not None else start
        if not start < mark < end:
            return start, end
        return (start, mark - 2) if mark - start > end - mark else (mark + 2, end)

    def _bar(self, pen: ChartPen, at: int, bar: Bar, top: float) -> None:
        middle = top + self._thick(at) / 2
        y = middle - THICK / 2
        lines = self.labels[at]
        for number, label in enumerate(lines):
            height = middle + (number - (len(lines) - 1) / 2) * LEAD
            pen.words(label, (self.left - 8, height), "right", self.left - 8)
        done = 0.0
        for share in bar.shares:
            value = real(share.value)
            x, end = self._x(done), self._x(done + value)
            if value:
                number = self.names.index(share.name)
                is_dark = pen.pattern((x, y), (end - x, THICK), number)
                colour, ground = (WHITE, None) if is_dark else (None, WHITE)
                x, end = self._clear_of_mark(bar, x, end)
                for said in (f"{share.sign} {figure(value)}".strip(), figure(value), share.sign):
                    if said and width_of(said, strong=True) + 6 <= end - x:
                        ref = ((x + end) / 2, middle)
                        pen.words(said, ref, "middle", strong=True, ground=ground, colour=colour)
                        break
            done += value
        pen.line((self.left, y - 3), (self.left, y + THICK + 3), 0.8)
        if bar.mark is not None:
            x = self._x(real(bar.mark))
            pen.line((x, y - 4), (x, y + THICK + 4), 4, WHITE)
            pen.line((x, y - 4), (x, y + THICK + 4), 2)
        right = self.width - self.end
        pen.words(bar.words, (right + 8, middle), width=self.end - 8, strong=True)
