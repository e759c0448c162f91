"""Hours needed each week against the hours freed: a panel a practitioner, all on one scale."""

from __future__ import annotations

import math
from datetime import timedelta

from readiness.i18n.language import _
from readiness.i18n.words import number_words
from readiness.report.charts.chart import Panel, Weeks
from readiness.report.charts.picture import (
    LEAD,
    Box,
    Label,
    Line,
    Mark,
    Picture,
    fitted,
    key,
    real,
    width_of,
)

PLOT, BETWEEN = 33.0, 9.0
"""The height of a panel and the room to the next one, in points."""

CLEAR = 3.0
"""From words to a line that they do not cross, in points."""

MANY, LOW = 6, 20.0
"""From more panels than this on, each is only so high: all of them stand on a page."""
MOST = 12
"""Panels that are drawn, worst first; the table of hours has everyone."""

NAMES, RIGHT = 0.16, 0.11
"""The shares of the width for the names at the left and the words at the right."""


class _Sheet:
    """Where weeks and hours stand in one chart."""

    def __init__(self, chart: Weeks, width: float) -> None:
        self.chart, self.width = chart, width
        self.panels = chart.panels[:MOST]
        self.plot = PLOT if len(self.panels) <= MANY else LOW
        self.step = self.plot + BETWEEN
        self.count = max((len(one.needed) for one in self.panels), default=1)
        self.left = width * NAMES + 26
        self.right = width - width * RIGHT
        values = [real(hours) for one in self.panels for hours in (*one.needed, one.freed or 0.0)]
        self.scale = _scale(max(values, default=0.0))

    def x(self, week: float) -> float:
        return self.left + (self.right - self.left) * week / max(1, self.count)

    def y(self, hours: float, low: float) -> float:
        return low - self.plot * min(1.0, real(hours) / self.scale[-1])


def _scale(most: float) -> tuple[float, float, float]:
    """0, a half and the whole of a scale with room over the fullest week for its words."""
    top = most * 1.15 or 1.0
    power = 10.0 ** math.floor(math.log10(top / 2))
    half = next(one * power for one in (1, 2, 3, 4, 5, 8, 10) if 2 * one * power >= top)
    return (0.0, half, 2 * half)


def draw_weeks(chart: Weeks, width: float) -> Picture:
    """The key, the names of closed times, the panels, the months."""
    picture, sheet = Picture(width), _Sheet(chart, width)
    top = _legend(picture, chart) + LEAD + 2
    end = top + len(sheet.panels) * sheet.step - BETWEEN
    for number in range(len(sheet.panels)):
        low = top + number * sheet.step + sheet.plot
        for first, last, _rest in chart.closed:
            wide = sheet.x(last + 1) - sheet.x(first)
            picture.add(Box(sheet.x(first), low - sheet.plot, wide, sheet.plot, "band"))
    _closed_names(picture, sheet, top)
    for number, panel in enumerate(sheet.panels):
        _panel(picture, sheet, panel, top + number * sheet.step + sheet.plot)
    mondays = (chart.first + timedelta(weeks=week) for week in range(sheet.count))
    begun = [(day, week) for week, day in enumerate(mondays) if week == 0 or day.day <= 7]  # noqa: PLR2004
    picture.add_months(((day, sheet.x(week)) for day, week in begun), end, 10)
    picture.height = end + 16
    return picture


def _legend(picture: Picture, chart: Weeks) -> float:
    is_freed = any(one.freed is not None for one in chart.panels)
    words = _("needed and freed") if is_freed else _("needed")
    entries: list[tuple[Mark, str]] = [(Box(0, 2, 12, 8, "have"), words)]
    if any(one.short(week) > 0 for one in chart.panels for week in range(len(one.needed))):
        entries.append((Box(0, 2, 12, 8, "missing"), _("needed, not freed")))
    if is_freed:
        entries.append((Line(0, 6, 12, 6, width=1.8), _("freed")))
    if chart.closed:
        entries.append((Box(0, 2, 12, 8, "band"), _("no sessions")))
    return key(picture, entries, 0)


def _closed_names(picture: Picture, sheet: _Sheet, top: float) -> None:
    free = 0.0
    for first, last, name in sheet.chart.closed:
        middle = (sheet.x(first) + sheet.x(last + 1)) / 2
        shown = fitted(name, 90, most=1)
        wide = width_of(shown[0]) if shown else 0.0
        start = min(middle - wide / 2, sheet.width - wide)
        if shown and start >= free:
            picture.add(Label(shown[0], start, top - 7, ink="soft"))
            free = start + wide + 5


def _panel(picture: Picture, sheet: _Sheet, panel: Panel, low: float) -> None:
    top, room = low - sheet.plot, sheet.left - 30
    picture.add_lines(fitted(panel.label, room * 0.8, most=1), 0, top + 10, is_strong=True, size=10)
    notes = fitted(panel.note, room, most=2 if sheet.plot == PLOT else 1)
    picture.add_lines(notes, 0, top + 22, lead=LEAD - 1, ink="soft")
    for value in sheet.scale:
        y = sheet.y(value, low)
        words = number_words(value) + (_(" h") if value == sheet.scale[-1] else "")
        picture.add(Line(sheet.left, y, sheet.right, y, "faint", 0.5))
        picture.add(Label(words, sheet.left - 4, y, "right", "soft"))
    _columns(picture, sheet, panel, low)
    picture.add(Line(sheet.left, low, sheet.right, low, "ink", 0.8))
    gone = sheet.x(panel.leaves) if panel.leaves is not None else sheet.right
    if panel.freed is not None:
        y = sheet.y(panel.freed, low)
        picture.add(Line(sheet.left, y, gone, y, width=1.6))
    _gaps(picture, sheet, panel, low)
    if panel.leaves is not None and panel.leaves < sheet.count:
        _leaving(picture, sheet, panel, (gone, top, low))
        return
    y = sheet.y(panel.freed or 0.0, low)
    words = _("freed not known")
    if panel.freed is not None:
        words = _("freed {n} h").format(n=number_words(panel.freed))
    shown = fitted(words, sheet.width - sheet.right - 4, is_strong=True)
    picture.add_lines(shown, sheet.right + 4, y - LEAD * (len(shown) - 1), is_strong=True)


def _columns(picture: Picture, sheet: _Sheet, panel: Panel, low: float) -> None:
    gap = 0.8 if sheet.count < 80 else 0.0  # noqa: PLR2004 - columns thinner than that touch
    for week, hours in enumerate(panel.needed):
        if hours <= 0:
            continue
        x, wide = sheet.x(week) + gap / 2, sheet.x(week + 1) - sheet.x(week) - gap
        short = panel.short(week)
        y = sheet.y(hours - short, low)
        picture.add(Box(x, y, wide, low - y, "have"))
        if short > 0:
            over = sheet.y(hours, low)
            picture.add(Box(x, over, wide, y - over, "missing"))


def _gaps(picture: Picture, sheet: _Sheet, panel: Panel, low: float) -> None:
    """The first and the last gap, where there is one."""
    end = len(panel.needed) if panel.leaves is None else min(panel.leaves, len(panel.needed))
    short = [week for week in range(end) if panel.short(week) > 0]
    if not short:
        return
    for week, align in ((short[0], "left"), (short[-1], "right")):
        words = _("{n} short").format(n=number_words(panel.short(week)))
        x = sheet.x(week) if align == "left" else sheet.x(week + 1) - CLEAR
        y = sheet.y(panel.needed[week], low) - 7
        is_far = sheet.x(short[-1]) - sheet.x(short[0]) > 2 * width_of(words, is_strong=True)
        if align == "left" or is_far:
            picture.add(Label(words, x, y, align, "missing", is_strong=True, ground="paper"))  # type: ignore[arg-type]


def _leaving(
    picture: Picture, sheet: _Sheet, panel: Panel, place: tuple[float, float, float]
) -> None:
    x, top, low = place
    picture.add(Line(x, top, x, low, "ink", 1.0, is_dashed=True))
    lines = fitted(panel.leaving, sheet.width - x - 6, most=3)
    picture.add_lines(lines, x + 5, top + 6, ground="paper")
