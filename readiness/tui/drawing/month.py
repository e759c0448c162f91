"""A month of the calendar drawn in letters: a sign after each day on which something is."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from itertools import zip_longest

from readiness.domain.schedule.calendar import Event
from readiness.i18n.language import N_, _
from readiness.i18n.words import MONTHS

WIDTH = 32
"""Columns that a month takes: the number of the week and seven days."""

SIDE_BY_SIDE = 70
"""From how many columns on the month stands beside the words."""

DAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))


def month_lines(at: date, events: Iterable[Event], today: date) -> list[str]:
    """The month of a day; that day in brackets, today between points.

    * something is on that day, ? it is only proposed, ! it falls in a closure.
    """
    signs = _signs(at, events)
    head = "".join(f" {_(name):<3}" for name in DAYS)
    week_head = _("wk").rjust(3)
    lines = [f"{_(MONTHS[at.month - 1])} {at.year}", f"{week_head} {head}".rstrip()]
    for week in calendar.Calendar().monthdatescalendar(at.year, at.month):
        days = [_day(day, at, today, signs.get(day, " ")) for day in week]
        lines.append(f"{week[0].isocalendar().week:>3} {''.join(days)}".rstrip())
    return lines


def _day(day: date, at: date, today: date, sign: str) -> str:
    if day.month != at.month:
        return "    "
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
