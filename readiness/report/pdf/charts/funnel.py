"""Stages that each hold fewer than the one before, each as a range."""

from __future__ import annotations

from readiness.i18n.language import _
from readiness.report.chart import Funnel, Stage
from readiness.report.pdf.charts.pen import (
    LEAD,
    ChartPen,
    figure,
    fitted,
    real,
    tint,
    width_of,
)

MOST = 20
"""Stages that are drawn; the rest are counted under them."""

THICK, GAP = 14.0, 7.0


class FunnelChart:
    """Draws a bar a stage, with a bracket from the low to the high end of its range."""

    def __init__(self, chart: Funnel, width: float, most: int = MOST) -> None:
        """Measure the labels."""
        self.chart, self.width = chart, width
        self.stages = chart.stages[:most]
        self.left_out = len(chart.stages) - len(self.stages)
        self.left = width * 0.27
        ends = [width_of(self._words(stage), strong=True) for stage in self.stages]
        self.end = min(max(ends, default=0.0) + 10, width * 0.3)
        self.labels = [fitted(stage.label, self.left - 8) for stage in self.stages]
        ranges = (real(value) for one in self.stages for value in (one.middle, one.high))
        self.most = max(ranges, default=0.0) or 1.0

    def _words(self, stage: Stage) -> str:
        return stage.words or figure(real(stage.middle))

    def _thick(self, at: int) -> float:
        return max(THICK, len(self.labels[at]) * LEAD) + GAP

    @property
    def height(self) -> float:
        """Its height in points."""
        return sum(self._thick(at) for at in range(len(self.stages))) + LEAD * 1.5

    def draw(self, pen: ChartPen) -> None:
        """Draw it from the top."""
        y = 0.0
        for at, stage in enumerate(self.stages):
            self._stage(pen, at, stage, y)
            y += self._thick(at)
        said = _("{unit}; the bracket shows the range from low to high").format(
            unit=self.chart.unit
        )
        if not self.stages:
            said = _("Nothing to show yet.")
        elif self.left_out:
            said += _("; and {left_out} more stages, not drawn").format(left_out=self.left_out)
        pen.words(said, (self.left if self.stages else 0, y + LEAD), width=self.width - self.left)

    def _x(self, value: float) -> float:
        room = self.width - self.left - self.end
        return self.left + room * min(1.0, real(value) / self.most)

    def _stage(self, pen: ChartPen, at: int, stage: Stage, top: float) -> None:
        middle, lines = top + self._thick(at) / 2, self.labels[at]
        for number, label in enumerate(lines):
            height = middle + (number - (len(lines) - 1) / 2) * LEAD
            pen.words(label, (self.left - 8, height), "right", self.left - 8)
        y, end = middle - THICK / 2, self._x(stage.middle)
        pen.box((self.left, y), (end - self.left, THICK), tint(pen.look.accent, 0.55))
        pen.box((self.left, y), (end - self.left, THICK))
        pen.line((self.left, y - 3), (self.left, y + THICK + 3), 0.8)
        low, high = self._x(stage.low), self._x(stage.high)
        if high > low:
            pen.line((low, middle), (high, middle), 1.3)
            for x in (low, high):
                pen.line((x, middle - 4), (x, middle + 4), 1.3)
        pen.words(
            self._words(stage),
            (self.width - self.end + 10, middle),
            width=self.end - 10,
            strong=True,
        )
