"""What happens when: lanes on one line of time; only what deviates is labelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readiness.describe.timeline import Certainty, Day, Lane
from readiness.i18n.language import _
from readiness.i18n.words import month_words
from readiness.report.charts.chart import Finish, Timeline
from readiness.report.charts.picture import (
    Box,
    Label,
    Line,
    Mark,
    Picture,
    diamond,
    fitted,
    key,
    width_of,
)

LANE, HEAD = 16.5, 26.0
NAMES = 0.3
"""The most of the width for the names of lanes."""

MOST = 24
LOOKS: dict[Certainty, tuple[str, str, str]] = {
    "set": ("accent", "accent", "soft"),
    "proposed": ("paper", "accent", "soft"),
    "risk": ("missing", "missing", "missing"),
    "late": ("late", "late", "late"),
}
"""Fill and edge of a day's diamond, and the colour of its words."""


class _Sheet:
    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        self.first, self.last, self.left, self.right = first, last, left, right

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def draw_timeline(chart: Timeline, width: float) -> Picture:
    """The key, months, lanes."""
    picture, lanes = Picture(width), chart.lanes[:MOST]
    names = max((width_of(one.label, is_strong=one.is_strong) for one in lanes), default=0.0)
    sheet = _Sheet(chart.first, chart.last, min(names + 12, width * NAMES), width - 6)
    top = _legend(picture, chart)
    low = top + HEAD + len(lanes) * LANE
    for first, last in chart.closed:
        x = sheet.x(first)
        picture.add(Box(x, top + HEAD, max(1.5, sheet.x(last) - x), low - top - HEAD, "band"))
    _months(picture, sheet, top, low)
    for number in range(len(lanes) + 1):
        y = top + HEAD + number * LANE
        picture.add(Line(0, y, width, y, "faint", 0.5))
    if chart.start and chart.first <= chart.start <= chart.last:
        picture.add(Line(sheet.x(chart.start), top + HEAD, sheet.x(chart.start), low, "ink", 1.4))
    for number, lane in enumerate(lanes):
        _lane(picture, sheet, lane, top + HEAD + (number + 0.5) * LANE)
    picture.height = low + 2
    return picture


def _legend(picture: Picture, chart: Timeline) -> float:
    kinds = {day.kind for lane in chart.lanes for day in lane.days}
    entries: list[tuple[Mark, str]] = []
    if kinds & {"set", "risk", "late"}:
        entries.append((diamond(6, 6, fill="accent", edge="accent"), _("date set")))
    if "proposed" in kinds:
        entries.append((diamond(6, 6, fill="paper", edge="accent"), _("proposed, not set yet")))
    if chart.closed:
        entries.append((Box(0, 2, 12, 8, "band"), _("holidays, no sessions")))
    if chart.start:
        entries.append((Line(6, 0, 6, 11, width=1.4), _("first day with patients")))
    return key(picture, entries, 0) if entries else 0.0


def month_starts(first: date, last: date) -> Iterator[date]:
    """The first days of months from one day to another."""
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _months(picture: Picture, sheet: _Sheet, top: float, low: float) -> None:
    free = 0.0
    _years(picture, sheet, top)
    for day in month_starts(sheet.first, sheet.last):
        x, month = sheet.x(day), month_words(day)
        picture.add(Line(x, top + HEAD - 4, x, low, "faint", 0.6))
        if x >= free and x + 2 + width_of(month) <= picture.width:
            picture.add(Label(month, x + 2, top + 17, ink="soft"))
            free = x + width_of(month) + 7


def _years(picture: Picture, sheet: _Sheet, top: float) -> None:
    """Each year over its first month; one that has no room beside the next has few months."""
    days = list(month_starts(sheet.first, sheet.last))
    years = [(sheet.x(day), str(day.year)) for day in days if day == days[0] or day.month == 1]
    ends = [*(x for x, _year in years), picture.width][1:]
    for (x, year), end in zip(years, ends, strict=True):
        if x + 2 + width_of(year, is_strong=True) <= end:
            picture.add(Label(year, x + 2, top + 6, is_strong=True))


def _lane(picture: Picture, sheet: _Sheet, lane: Lane, y: float) -> None:
    room = sheet.left - 6
    name = fitted(lane.label, room, is_strong=lane.is_strong, most=1)
    picture.add_lines(name, 0, y, is_strong=lane.is_strong)
    for span in lane.spans:
        x = sheet.x(span.first)
        wide = max(2.0, sheet.x(span.last) - x)
        if span.is_missing:
            picture.add(Box(x, y - 4, wide, 8, "paper", "missing", is_hatched=True))
        else:
            picture.add(Box(x, y - 3.5, wide, 7, "accent"))
        if span.words and width_of(span.words, is_strong=True) + 8 <= wide:
            ink = "missing" if span.is_missing else "ink"
            picture.add(
                Label(span.words, x + wide / 2, y, "middle", ink, is_strong=True, ground="paper")
            )
    for day in lane.days:
        fill, edge, _ink = LOOKS[day.kind]
        picture.add(diamond(sheet.x(day.on), y, fill=fill, edge=edge))
    taken = [(sheet.x(day.on) - 6, sheet.x(day.on) + 6) for day in lane.days]
    taken += [(sheet.x(span.first), sheet.x(span.last)) for span in lane.spans]
    for day in lane.days:
        _words(picture, sheet, day, y, taken)


def _words(
    picture: Picture, sheet: _Sheet, day: Day, y: float, taken: list[tuple[float, float]]
) -> None:
    """A day's words right of it, else left of it, where nothing else stands; else nowhere."""
    if not day.words:
        return
    x, is_strong = sheet.x(day.on), day.kind in ("risk", "late")
    wide = width_of(day.words, is_strong=is_strong)
    for start in (x + 8, x - 8 - wide):
        end = start + wide
        is_within = sheet.left - 2 <= start and end <= picture.width
        if is_within and all(
            end <= one or start >= other for one, other in taken if not one <= x <= other
        ):
            ink = LOOKS[day.kind][2]
            picture.add(Label(day.words, start, y, ink=ink, is_strong=is_strong, ground="paper"))
            taken.append((start - 3, end + 3))
            return


def draw_finish(chart: Finish, width: float) -> Picture:
    """Three points on one line of time, and the end of the period."""
    picture, days = Picture(width), [one.on for one in chart.points]
    first = min(*days, chart.end) - timedelta(days=21)
    last = max(*days, chart.end) + timedelta(days=21)
    sheet, y, low = _Sheet(first, last, 8, width - 8), 36.0, 48.0
    end = sheet.x(chart.end)
    picture.add(Box(end, y - 14, sheet.right - end, low - y + 14, "band"))
    picture.add(Line(sheet.left, low, sheet.right, low, "ink", 0.8))
    picture.add(Line(sheet.x(min(days)), y, sheet.x(max(days)), y, "ink", 1.6))
    picture.add(Line(end, 4, end, low, "ink", 1.2, is_dashed=True))
    wide = width_of(chart.end_words, is_strong=True)
    at = end + 5 if end + 5 + wide <= width else end - 5 - wide
    picture.add(Label(chart.end_words, at, 6, is_strong=True, ground="paper"))
    free = 0.0
    for point in sorted(chart.points, key=lambda one: one.on):
        fill, edge, ink = LOOKS[point.kind]
        x = sheet.x(point.on)
        picture.add(diamond(x, y, fill=fill, edge=edge, half=5.5))
        wide = width_of(point.words, is_strong=True)
        start = max(free, min(max(0.0, x - wide / 2), width - wide))
        if x < end < start + wide + 3:
            start = max(free, end - 5 - wide)
        if start + wide <= width:
            ink = "ink" if ink == "soft" else ink
            picture.add(Label(point.words, start, y - 14, ink=ink, is_strong=True, ground="paper"))
            free = start + wide + 8
    picture.add_months(((day, sheet.x(day)) for day in month_starts(first, last)), low, 11)
    picture.height = low + 18
    return picture
