"""A month of the calendar drawn in letters: a sign after each day on which something is."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from itertools import zip_longest

from readiness.domain.schedule.calendar import Event
from readiness.i18n.language import _
from readiness.i18n.words import DAYS, MONTHS

WIDTH = 32
"""Columns that a month takes: the number of the week and seven days."""

GAP = 3
"""Columns between two months."""

SIDE_BY_SIDE = 70
"""From how many columns on the month stands beside the words."""


def month_lines(
    at: date, events: Iterable[Event], today: date, *, is_here: bool = True
) -> list[str]:
    """The month of a day; that day in brackets where a person is at it, today between points.

    * something is on that day, ? it is only proposed, ! it falls in a closure.
    """
    signs = _signs(at, events)
    head = "".join(f" {_(name)[:2]:<3}" for name in DAYS)
    week_head = _("wk").rjust(3)
    lines = [f"{_(MONTHS[at.month - 1])} {at.year}", f"{week_head} {head}".rstrip()]
    for week in calendar.Calendar().monthdatescalendar(at.year, at.month):
        here = at if is_here else None
        days = [
            _day(day, here, today, signs.get(day, " ")) if day.month == at.month else "    "
            for day in week
        ]
        lines.append(f"{week[0].isocalendar().week:>3} {''.join(days)}".rstrip())
    return lines


def year_lines(first: date, events: Iterable[Event], today: date, width: int) -> list[str]:
    """Twelve months from a day on, as many side by side as there is width for."""
    found = list(events)
    starts = [_month_after(first, n) for n in range(12)]
    across, lines = max((width + GAP) // (WIDTH + GAP), 1), list[str]()
    for at in range(0, len(starts), across):
        months = [month_lines(one, found, today, is_here=False) for one in starts[at : at + across]]
        lines += [""] if lines else []
        for row in zip_longest(*months, fillvalue=""):
            lines.append((" " * GAP).join(f"{one:<{WIDTH}}" for one in row).rstrip())
    return lines


def _month_after(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


def _day(day: date, at: date | None, today: date, sign: str) -> str:
    if day == at:
        return f"[{day.day:>2}]"
    before, after = (".", ".") if day == today else (" ", " ")
    return f"{before}{day.day:>2}{after if sign == ' ' else sign}"


def _signs(at: date, events: Iterable[Event]) -> dict[date, str]:
    """The sign of each day; what stands in the plan goes before what is proposed."""
    found = dict[date, str]()
    for event in events:
        if (event.day.year, event.day.month) == (at.year, at.month):
            sign = "!" if event.closure else "?" if event.kind == "proposed" else "*"
            ranks = " ?*!"
            found[event.day] = max(found.get(event.day, " "), sign, key=ranks.index)
    return found


def beside(month: list[str], words: list[str], width: int) -> list[str]:
    """The month with the words on its right where there is room, else under it."""
    if width < SIDE_BY_SIDE:
        return [*month, "", *words]
    pairs = zip_longest(month, words, fillvalue="")
    return [f"{left:<{WIDTH}}   {right}".rstrip() for left, right in pairs]


def room_beside(width: int) -> int:
    """Columns for the words."""
    return width - WIDTH - 3 if width >= SIDE_BY_SIDE else width
