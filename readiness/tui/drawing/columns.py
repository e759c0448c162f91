"""The hours of a practitioner week by week, as columns on a scale from nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from textual.content import Content

from readiness.domain.capacity.ledger import SLACK, Ledger, PersonWeeks
from readiness.i18n.language import _
from readiness.i18n.words import MONTHS, number_words
from readiness.tui.characters import Characters
from readiness.tui.plain import plain

HAVE, MISSING, MUTED = "$have", "$missing", "$text-muted"
"""Styles of what is freed, of what is missing, and of axes."""

LEFT = 9
"""Columns before the chart, for its scale."""


@dataclass(frozen=True)
class WeekColumn:
    """One column: one week, or the worst of several."""

    first: date
    """Its first Monday."""
    needed: float
    freed: float
    is_closed: bool

    @property
    def short(self) -> float:
        """Hours that are missing."""
        return max(self.needed - self.freed, 0) if self.needed > SLACK else 0


def columns_of(person: PersonWeeks, ledger: Ledger, room: int) -> list[WeekColumn]:
    """The weeks of the period in at most so many columns; training stands outside."""
    weeks = range(ledger.start, min(ledger.end + 1, ledger.weeks))
    each = max(-(-len(weeks) // max(room, 1)), 1)
    return [_column(person, ledger, weeks[at : at + each]) for at in range(0, len(weeks), each)]


def _column(person: PersonWeeks, ledger: Ledger, weeks: range) -> WeekColumn:
    worst = max(weeks, key=lambda week: person.needed[week].hours)
    freed = person.freed[worst] if person.freed is not None else 0.0
    is_closed = all(week in ledger.closed for week in weeks)
    return WeekColumn(ledger.monday_of(weeks[0]), person.needed[worst].hours, freed, is_closed)


def column_chart(
    columns: list[WeekColumn], freed: float | None, rows: int, top: float, chars: Characters
) -> Iterator[Content]:
    """The chart from its top row to the names of the months below it.

    What is freed stands at the upper edge of a row, so that what is above it is missing.
    """
    marked = min(max(round(freed / top * rows), 1), rows) if freed else 0
    step = freed / marked if freed else top / rows
    rows = max(ceil(top / step - SLACK), marked)
    for row in range(rows, 0, -1):
        label = _label(row, step)
        style = MUTED
        if row == marked and freed:
            label, style = _("freed {hours}").format(hours=number_words(freed)), "bold"
        tick = chars.rule if row == marked else " "
        line = plain(f"{label:>{LEFT - 2}} {tick}", style)
        yield Content.assemble(line, *(_cell(one, row, step, chars) for one in columns))
    yield Content.assemble(" " * LEFT, plain(_months(columns), MUTED))


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
    if least + SLACK >= one.freed:
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


def legend(chars: Characters, *, has_missing: bool) -> Content:
    """What the characters mean, on one line."""
    pieces = [plain(chars.have, HAVE), plain(" " + _("freed"), MUTED)]
    if has_missing:
        pieces += [plain("  " + chars.missing, MISSING), plain(" " + _("missing"), MUTED)]
    return Content.assemble(*pieces, plain(f"  {chars.none} " + _("no sessions"), MUTED))
