"""The time ahead: a lane for each thing that happens, on a scale of months; a month by its days."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest

from textual.content import Content

from readiness.describe.timeline import Day, Lane, Span
from readiness.domain.schedule.calendar import Event
from readiness.i18n.language import _
from readiness.i18n.words import DAYS, MONTHS
from readiness.tui.characters import Characters
from readiness.tui.line_text import cleaned, plain

HAVE, MISSING, MUTED = "$have", "$missing", "$text-muted"
TROUBLE = "bold $ink-amber"

LEFT, LETTERS = 14, 4
"""Columns of a lane's name, and those that the name of a month takes at least."""

TROUBLED = ("^", "!")
"""Signs that words about trouble begin with."""

MIDDLE = 10
"""The day of a month after which its name does not stand at its rest."""

Cell = tuple[str, str]
"""A character and its style."""


def lanes_drawn(
    lanes: list[Lane], first: date, last: date, width: int, chars: Characters
) -> Iterator[Content]:
    """The months, and under them a line for each lane."""
    room = max(width - LEFT, 10)
    days = max((last - first).days, 1)

    def at(day: date) -> int:
        return round((day - first).days / days * (room - 1))

    yield Content.assemble(" " * LEFT, plain(_months(first, last, room, at(last) or 1), MUTED))
    for lane in lanes:
        cells: list[Cell] = [(" ", "")] * room
        for span in lane.spans:
            if span.first <= last and span.last >= first:
                start, end = max(span.first, first), min(span.last, last)
                _draw_span(cells, span, at(start), at(end), chars)
        ahead = [one for one in lane.days if first <= one.on <= last]
        for one in ahead:
            _draw_day(cells, one, at(one.on), chars)
        for one in ahead:
            _draw_words(cells, one.words, at(one.on))
        name = plain(f"{cleaned(lane.label):<{LEFT}.{LEFT - 1}}".ljust(LEFT))
        yield Content.assemble(name, *_joined(cells))


def _months(first: date, last: date, room: int, end: int) -> str:
    line = [" "] * (room + LETTERS)
    day, free = first.replace(day=1), 0
    if first.day > MIDDLE:
        day = (day + timedelta(days=32)).replace(day=1)
    while day <= last:
        place = max(round((day - first).days / max((last - first).days, 1) * end), 0)
        name = _(MONTHS[day.month - 1])[:3]
        if place >= free and place + len(name) <= room:
            line[place : place + len(name)] = name
            free = place + LETTERS
        day = (day + timedelta(days=32)).replace(day=1)
    return "".join(line).rstrip()


def _draw_span(cells: list[Cell], span: Span, first: int, last: int, chars: Characters) -> None:
    if span.is_missing:
        for place in range(first, last + 1):
            cells[place] = (chars.missing, MISSING)
        words = f" {span.words} "
        start = first + max((last - first + 1 - len(words)) // 2, 0)
        if len(words) <= last - first + 1:
            cells[start : start + len(words)] = [(one, f"bold {MISSING}") for one in words]
        return
    for place in range(first, last + 1):
        cells[place] = (chars.rule, HAVE)
    cells[first], cells[last] = (chars.start, HAVE), (chars.end, HAVE)


def _draw_day(cells: list[Cell], one: Day, place: int, chars: Characters) -> None:
    sign = chars.proposed if one.kind == "proposed" else chars.set
    style = {"set": HAVE, "proposed": ""}.get(one.kind, TROUBLE)
    cells[place] = (sign, style)


def _draw_words(cells: list[Cell], words: str, place: int) -> None:
    """What is unusual, behind its sign or before it, where no other sign is in the way."""
    said = cleaned(words)
    for start in (place + 2, place - 1 - len(said)) if said else ():
        there = cells[max(start - 1, 0) : start + len(said) + 1]
        around = [sign for sign, _style in there if sign != " "]
        is_inside = start >= 0 and start + len(said) <= len(cells)
        if is_inside and len(around) <= (start <= place <= start + len(said)):
            cells[start : start + len(said)] = [(letter, TROUBLE) for letter in said]
            return
    if said[:1] in TROUBLED:  # without words the sign has to say it, also where no colours are
        cells[place] = (said[0], TROUBLE)


def _joined(cells: list[Cell]) -> Iterator[Content]:
    """The cells with neighbours of one style together."""
    words, style = "", ""
    for sign, look in cells:
        if look != style and words:
            yield plain(words, style)
            words = ""
        words, style = words + sign, look
    yield plain(words, style)


def lanes_legend(chars: Characters) -> str:
    """What the signs mean, for the lower border."""
    return "   ".join((f"{chars.set} " + _("set"), f"{chars.proposed} " + _("proposed")))


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
