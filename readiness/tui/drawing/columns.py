"""The hours of a practitioner week by week, as columns on a scale from nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from textual.content import Content

from readiness.domain.capacity.ledger import SLACK, Ledger, PersonWeeks
from readiness.i18n.language import _
from readiness.i18n.words import MONTHS, number_words
from readiness.tui.characters import Characters
from readiness.tui.line_text import plain

HAVE, MISSING, MUTED = "$have", "$missing", "$text-muted"
"""Styles of what is freed, of what is missing, and of axes."""

LEFT = 10
"""Columns before the chart, for its scale."""


@dataclass(frozen=True)
class WeekColumn:
    """One column: one week, or the worst of several."""

    first: date
    """Its first Monday."""
    needed: float
    freed: float | None
    """None where nobody has said."""
    is_closed: bool

    @property
    def short(self) -> float:
        """Hours that are missing; 0 where it is not known."""
        if self.freed is None:
            return 0
        return max(self.needed - self.freed, 0) if self.needed > SLACK else 0


def columns_of(person: PersonWeeks, ledger: Ledger, room: int) -> list[WeekColumn]:
    """The weeks of the period in at most so many columns; training stands outside."""
    weeks = range(ledger.start, min(ledger.end + 1, ledger.weeks))
    each = max(-(-len(weeks) // max(room, 1)), 1)
    return [_column(person, ledger, weeks[at : at + each]) for at in range(0, len(weeks), each)]


def _column(person: PersonWeeks, ledger: Ledger, weeks: range) -> WeekColumn:
    worst = max(weeks, key=lambda week: person.needed[week].hours)
    freed = person.freed[worst] if person.freed is not None else None
    is_closed = all(week in ledger.closed for week in weeks)
    return WeekColumn(ledger.monday_of(weeks[0]), person.needed[worst].hours, freed, is_closed)


def column_chart(
    columns: list[WeekColumn], freed: float | None, rows: int, top: float, chars: Characters
) -> Iterator[Content]:
    """The chart from its top row to the names of the months below it, in at most so many rows.

    What is freed stands at the upper edge of a row, so that what is above it is missing; what is
    less than a row stands beside the months.
    """
    marked = floor((freed or 0) / top * rows + SLACK)
    step = freed / marked if freed and marked else top / rows
    for row in range(ceil(top / step - SLACK), 0, -1):
        is_marked = freed is not None and row == marked
        label = _freed(freed) if is_marked else _label(row, step)
        line = plain(_edge(label, chars, is_marked=is_marked), "bold" if is_marked else MUTED)
        yield Content.assemble(line, *(_cell(one, row, step, chars) for one in columns))
    is_marked = freed is not None and marked == 0
    below = _edge(_freed(freed) if is_marked else "", chars, is_marked=is_marked)
    yield Content.assemble(plain(below, "bold"), plain(_months(columns), MUTED))


def _freed(hours: float | None) -> str:
    """The hours freed, with what they are where there is room for it."""
    number = number_words(hours or 0)
    words = _("freed {hours}").format(hours=number)
    return words if len(words) <= LEFT - 2 else number


def _edge(label: str, chars: Characters, *, is_marked: bool) -> str:
    """What stands before a row: its label, and a line where that is what is freed."""
    return f"{label:>{LEFT - 2}} {chars.rule if is_marked else ' '}"


def _label(row: int, step: float) -> str:
    """A whole number beside the row that is next to it; nothing beside the others."""
    hours = round(row * step)
    is_nearest = abs(row * step - hours) <= step / 2 and round((row - 1) * step) != hours
    return number_words(hours) if is_nearest and hours else ""


def _cell(one: WeekColumn, row: int, step: float, chars: Characters) -> Content:
    least, full = (row - 1) * step, len(chars.eighths) - 1
    part = min(max((one.needed - least) / step, 0.0), 1.0)
    at = round(part * full)
    if at == 0:
        return plain(chars.none, MUTED) if row == 1 and one.is_closed else Content(" ")
    if one.freed is None:
        return plain(chars.eighths[at], MUTED)
    if one.short and least + step > one.freed + SLACK:
        return plain(chars.missing if at == full else chars.eighths[at], MISSING)
    return plain(chars.eighths[at], HAVE)


def _months(columns: list[WeekColumn]) -> str:
    """The first letter of each month, where it begins."""
    line, before = "", 0
    for one in columns:
        month = one.first.month
        line += _(MONTHS[month - 1])[0].upper() if month != before else " "
        before = month
    return line


def chart_drawn(columns: list[WeekColumn], rows: int, chars: Characters) -> Iterator[Content]:
    """The chart of these weeks, and what its characters mean."""
    known = [one.freed for one in columns if one.freed is not None]
    freed = max(known, default=None)
    top = max([1.0, freed or 0, *(one.needed for one in columns)])
    yield from column_chart(columns, freed, rows, top, chars)
    yield _legend(chars, is_known=bool(known), has_missing=any(one.short for one in columns))


def _legend(chars: Characters, *, is_known: bool, has_missing: bool) -> Content:
    """What the characters mean, on one line."""
    style, words = (HAVE, _("freed")) if is_known else (MUTED, _("needed"))
    pieces = [plain(chars.have, style), plain(f" {words}", MUTED)]
    if has_missing:
        pieces += [plain("  " + chars.missing, MISSING), plain(" " + _("missing"), MUTED)]
    return Content.assemble(*pieces, plain(f"  {chars.none} " + _("no sessions"), MUTED))
