"""The weeks as a chart: hours needed against hours freed, scaled to the width."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from readiness.domain.capacity.ledger import SLACK, Ledger
from readiness.i18n.language import _
from readiness.i18n.words import date_words, number_words
from readiness.tui.plain import wrapped

LEFT = 7
"""Columns of the scale on the left."""

STEPS = (0.5, 1, 2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50, 75, 100, 200, 500, 1000, 10_000)
"""Hours that one row of the chart may stand for."""

BETWEEN = 8
"""Columns from one week number under the chart to the next, at least."""


@dataclass(frozen=True)
class _Column:
    """One column of the chart: one week, or a few."""

    weeks: range
    needed: float
    freed: float | None
    short: bool
    closed: bool


def chart(ledger: Ledger, width: int, height: int = 7) -> list[str]:
    """The chart with its scale, marks, week numbers and key; no line is longer than the width."""
    if ledger.weeks == 0:
        return []
    each = max(ceil(ledger.weeks / max(width - LEFT, 10)), 1)
    columns = [_column(ledger, first, each) for first in range(0, ledger.weeks, each)]
    step = _step(columns, ledger, height)
    rows = max(ceil(_top(columns, ledger) / step - SLACK), 1)
    lines = [_row(columns, row, rows, step) for row in range(rows, 0, -1)]
    lines += [
        f"{'':{LEFT - 1}}+{'-' * len(columns)}",
        f"{'':{LEFT}}{''.join(_phase(one, ledger) for one in columns)}",
        *_shorts(columns),
        _numbers(ledger, columns),
        *_key(ledger, width, each, is_cut=any(_is_cut(c, rows, step) for c in columns)),
    ]
    return [line.rstrip() for line in lines]


def _column(ledger: Ledger, first: int, each: int) -> _Column:
    weeks = range(first, min(first + each, ledger.weeks))
    worst = max(weeks, key=lambda week: ledger.needed(week).hours)
    return _Column(
        weeks=weeks,
        needed=ledger.needed(worst).hours,
        freed=ledger.freed(worst),
        short=any(ledger.short(week) > 0 for week in weeks),
        closed=any(week in ledger.closed for week in weeks),
    )


def _top(columns: list[_Column], ledger: Ledger) -> float:
    """The highest hours from the start on; training before it may go beyond the picture."""
    heights = [
        max(one.needed, one.freed or 0) for one in columns if one.weeks.stop > ledger.start
    ] or [0.0]
    return max(*heights, 1.0)


def _step(columns: list[_Column], ledger: Ledger, height: int) -> float:
    wanted = _top(columns, ledger) / height
    return next((step for step in STEPS if step >= wanted - SLACK), wanted)


def _is_cut(column: _Column, rows: int, step: float) -> bool:
    return column.needed > rows * step + step / 2


def _row(columns: list[_Column], row: int, rows: int, step: float) -> str:
    is_top = row == rows
    cells = "".join(
        "+" if is_top and _is_cut(one, rows, step) else _cell(one, row, step) for one in columns
    )
    return f"{number_words(row * step):>{LEFT - 2}} |{cells}"


def _cell(column: _Column, row: int, step: float) -> str:
    least = (row - 1) * step + SLACK
    is_needed = column.needed > least
    is_freed = column.freed is not None and column.freed > least
    if is_needed:
        return "#" if is_freed or column.freed is None else "!"
    return "." if is_freed else " "


def _phase(column: _Column, ledger: Ledger) -> str:
    if column.closed:
        return "c"
    first = column.weeks.start
    if column.weeks.stop <= ledger.start:
        return "t"
    return "=" if first < ledger.end else "-"


def _shorts(columns: list[_Column]) -> list[str]:
    """A row that marks the short weeks, the first one named; none where no week is short."""
    if not any(one.short for one in columns):
        return []
    marks = "".join("!" if one.short else " " for one in columns)
    return [_("short").ljust(7) + marks]


def _numbers(ledger: Ledger, columns: list[_Column]) -> str:
    line = [" "] * len(columns)
    free = 0
    for place, column in enumerate(columns):
        number = ledger.number(column.weeks.start)
        is_start = ledger.start in column.weeks
        if is_start or (place >= free and number > 0):
            text = str(1 if is_start else number)
            if place + len(text) <= len(columns):
                line[place : place + len(text)] = text
                free = place + BETWEEN
    return _("week   {line}").format(line="".join(line))


def _key(ledger: Ledger, width: int, each: int, *, is_cut: bool) -> list[str]:
    known = ledger.freed(0) is not None
    said = [_("# needed and freed"), _("! needed, not freed"), _(". freed, not needed")]
    said = said if known else [_("# needed; the hours freed are not known for all")]
    said += [_("+ goes beyond the picture")] if is_cut else []
    said += [_("t training"), _("= the period"), _("- after it"), _("c closed")]
    said += [_("one column is {each} weeks").format(each=each)] if each > 1 else []
    return wrapped("   ".join(said), width)


def first_short_words(ledger: Ledger) -> str:
    """The first week of the period that does not fit, in words; empty where all do."""
    short = ledger.short_weeks()
    if not short:
        return ""
    week = short[0]
    who = [person.who for person in ledger.people if person.short(week)]
    named = ", ".join(who[:4]) + (
        _(" and {count} more").format(count=len(who) - 4) if len(who) > 4 else ""  # noqa: PLR2004
    )
    day = date_words(ledger.monday_of(week))
    hours = number_words(ledger.short(week))
    return _("First short: week {week} ({day}), {hours} h, {named}.").format(
        week=ledger.number(week), day=day, hours=hours, named=named
    )


def week_line(ledger: Ledger, week: int) -> str:
    """One week in words, for the list of all weeks."""
    freed = ledger.freed(week)
    day = date_words(ledger.monday_of(week))
    head = _("week {week:>4}  {day:<18}").format(week=ledger.number(week), day=day)
    if week in ledger.closed:
        return _("c {head} closed").format(head=head)
    short = ledger.short(week)
    who = ", ".join(person.who for person in ledger.people if person.short(week))
    lack = _("  short {short} ({who})").format(short=number_words(short), who=who) if short else ""
    given = _("not known") if freed is None else number_words(freed)
    sign = "!" if short else " "
    return _("{sign} {head} needed {hours:>5}  freed {given:>5}{lack}").format(
        sign=sign, head=head, hours=number_words(ledger.needed(week).hours), given=given, lack=lack
    )
