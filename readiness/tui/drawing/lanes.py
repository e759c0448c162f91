"""The timeline: a lane for each thing that happens, on one scale of months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from textual.content import Content

from readiness.describe.timeline import Day, Lane, Span
from readiness.i18n.language import _
from readiness.i18n.words import MONTHS
from readiness.tui.characters import Characters
from readiness.tui.plain import cleaned, plain

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
