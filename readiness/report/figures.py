"""A chart's figures as a table, for those who do not see the chart and those who edit it."""

import re
from itertools import groupby

from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _
from readiness.i18n.words import date_words, number_words, short_date
from readiness.report.chart import Bar, Bars, Chart, Funnel, Gantt, GanttRow, Weeks
from readiness.report.document import Figure, Table, Words

_NUMBER = re.compile(r"-?[0-9.]+")
NOTHING = "none"
"""Stands where a chart has no figure."""


def share_names(chart: Bars) -> list[str]:
    """What the parts of the bars count, each once, in the order in which they come."""
    return list(dict.fromkeys(share.name for bar in chart.bars for share in bar.shares))


def week_count(chart: Weeks) -> int:
    """How many weeks the chart covers."""
    last = [*chart.closed, *(week for week, _rest in chart.marks)]
    return max([0, *(len(one.values) for one in chart.series), *(week + 1 for week in last)])


def figures_table(figure: Figure) -> Table:
    """The figures of a chart."""
    header, rows = _header_and_rows(figure.chart)
    unit = "" if isinstance(figure.chart, Gantt) else figure.chart.unit
    numbers = frozenset(
        at for at in range(1, len(header)) if rows and all(_is_number(row[at]) for row in rows)
    )
    wide = 3.0 if isinstance(figure.chart, Gantt) else 1.8
    return Table(
        header=header,
        rows=rows,
        widths=(1.6, *(1.0 if at in numbers else wide for at in range(1, len(header)))),
        caption=f"{figure.title} ({unit})" if unit else figure.title,
        numbers=numbers,
        is_dense=True,
    )


def _header_and_rows(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[Words, ...], ...]]:
    if isinstance(chart, Bars):
        return _bars(chart)
    if isinstance(chart, Weeks):
        return _weeks(chart)
    if isinstance(chart, Funnel):
        return _funnel(chart)
    return (_("What"), _("When")), tuple((row.label, _when(row)) for row in chart.rows)


def _is_number(cell: Words) -> bool:
    return isinstance(cell, str) and bool(cell == NOTHING or _NUMBER.fullmatch(cell))


def _bars(chart: Bars) -> tuple[tuple[str, ...], tuple[tuple[Words, ...], ...]]:
    names = share_names(chart)
    has_marks = any(bar.mark is not None for bar in chart.bars)
    has_words = any(bar.words for bar in chart.bars)
    header = [
        _("What"),
        *names,
        *([chart.mark_name or _("Mark")] if has_marks else []),
        *([_("In words")] if has_words else []),
    ]
    rows = []
    for bar in chart.bars:
        cells = [bar.label, *(_share(bar, name) for name in names)]
        cells += [NOTHING if bar.mark is None else number_words(bar.mark)] if has_marks else []
        cells += [bar.words] if has_words else []
        rows.append(tuple(cells))
    return tuple(header), tuple(rows)


def _share(bar: Bar, name: str) -> str:
    found = [share.value for share in bar.shares if share.name == name]
    return number_words(sum(found)) if found else NOTHING


def _weeks(chart: Weeks) -> tuple[tuple[str, ...], tuple[tuple[Words, ...], ...]]:
    def figures(week: int) -> tuple[str, ...]:
        values = (one.values[week] if week < len(one.values) else None for one in chart.series)
        notes = [_("no sessions")] if week in chart.closed else []
        notes += [word for at, word in chart.marks if at == week and word]
        return (
            *(NOTHING if one is None else number_words(one) for one in values),
            ", ".join(notes),
        )

    names = [one.name for one in chart.series]
    has_notes = bool(chart.closed or chart.marks)
    header = (_("Week of"), *names, *([_("Note")] if has_notes else []))
    rows = []
    for cells, group in groupby(range(week_count(chart)), figures):
        weeks = list(group)
        first, last = (short_date(plus_weeks(chart.first, at)) for at in (weeks[0], weeks[-1]))
        when = first if first == last else _("{first} to {last}").format(first=first, last=last)
        rows.append((when, *(cells if has_notes else cells[:-1])))
    return header, tuple(rows)


def _funnel(chart: Funnel) -> tuple[tuple[str, ...], tuple[tuple[Words, ...], ...]]:
    header = (_("Stage"), _("At least"), _("Middle"), _("At most"), _("In words"))
    rows = tuple(
        (one.label, *(number_words(value) for value in (one.low, one.middle, one.high)), one.words)
        for one in chart.stages
    )
    return header, rows


def _when(row: GanttRow) -> str:
    spans = [
        _("{first} to {last}").format(first=date_words(first), last=date_words(last))
        for first, last in row.spans
    ]
    days = [f"{date_words(day)}: {word}" for day, word in row.days if word]
    bare = ", ".join(date_words(day) for day, word in row.days if not word)
    return "\n".join([*spans, *days, *([bare] if bare else [])]) or NOTHING
