"""A chart with its title, as one figure with its text alternative."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from reportlab.platypus import Flowable

from readiness.i18n.language import _
from readiness.report.chart import Bars, Chart, Funnel, Gantt, Weeks
from readiness.report.document import Figure
from readiness.report.pdf.charts.bars import BarChart
from readiness.report.pdf.charts.funnel import FunnelChart
from readiness.report.pdf.charts.gantt import GanttChart
from readiness.report.pdf.charts.pen import ChartPen
from readiness.report.pdf.charts.weeks import WeekChart
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Term

MOST_TITLE = 6
"""Lines of a title that are shown; all of it stands in the text alternative."""


TITLE = 100
"""Room for the longest title, in points."""


class ChartDrawing(Protocol):
    """A chart that knows its height and can be drawn."""

    @property
    def height(self) -> float:
        """In points."""

    def draw(self, pen: ChartPen) -> None:
        """Draw it from the top."""


DRAWINGS: dict[type[Chart], Callable[..., ChartDrawing]] = {
    Bars: BarChart,
    Weeks: WeekChart,
    Funnel: FunnelChart,
    Gantt: GanttChart,
}


def drawing(chart: Chart, width: float, room: float) -> ChartDrawing:
    """What draws a chart in this width: as many of its rows as the room allows."""
    make = DRAWINGS[type(chart)]
    drawn, most = make(chart, width), 20
    while drawn.height > room and most > 1:
        drawn, most = make(chart, width, most), most - 1
    return drawn


class Picture(Flowable):
    """The title over the chart."""

    spaceBefore, spaceAfter = 5, 10  # noqa: N815 - reportlab's names

    def __init__(self, block: Figure, parent: Element, look: Look, runs: Runs) -> None:
        """Measure the chart, and make its element."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        self.chart = drawing(block.chart, look.line, look.height - TITLE)
        said = (block.alt,) if block.alt.startswith(block.title) else (block.title, block.alt)
        alt = ". ".join(part for part in map(clean, said) if part.strip())
        self.element = parent.add("Figure", alt=alt or _("Chart"))
        self.title = runs.words(block.title, look.types["caption"], self.element.add("Caption"))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.title.fit(width)
        if len(self.title.lines) > MOST_TITLE:
            self.title = self.title.cut(MOST_TITLE)[0]
        self.height = self.title.height + self.title.kind.after + self.chart.height
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw it, and say where it stands."""
        left, bottom = self.canv.absolutePosition(0, 0)
        right, top = left + self.look.line, bottom + self.height
        box = [round(side, 2) for side in (left, bottom, right, top)]
        self.element.attributes["Layout"] = {"BBox": box, "Placement": Term("Block")}
        self.title.draw(self.canv, 0, self.height)
        self.canv.saveState()
        with self.tags.of(self.canv, self.element):
            self.chart.draw(ChartPen(self.canv, self.chart.height, self.look))
        self.canv.restoreState()
