"""Which shapes draw which chart."""

from __future__ import annotations

from readiness.report.charts.bars import draw_bars
from readiness.report.charts.chart import Bars, Chart, Finish, Squares, Timeline, Weeks
from readiness.report.charts.picture import Picture
from readiness.report.charts.squares import draw_squares
from readiness.report.charts.timeline import draw_finish, draw_timeline
from readiness.report.charts.weeks import draw_weeks


def drawn(chart: Chart, width: float) -> Picture:
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
