"""Tables: a chart's figures, for those who do not see or who edit it, and how wide columns are.

Columns have the shares that are asked for, but are wide enough for each word.
"""

from __future__ import annotations

from collections.abc import Sequence

from readiness.describe.state import SHORT, SIGNS
from readiness.describe.timeline import Lane
from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _
from readiness.i18n.words import date_words, month_words, number_words
from readiness.report.charts.chart import Bars, Chart, Finish, Panel, Squares, Timeline, Weeks
from readiness.report.charts.picture import real, width_of
from readiness.report.document import Figure, Table, Words, as_runs

Rows = tuple[tuple[str, ...], tuple[tuple[Words, ...], ...]]
"""A header and rows."""


def figures_table(figure: Figure) -> Table:
    """The figures of a chart."""
    header, rows = _header_and_rows(figure.chart)
    is_dated = isinstance(figure.chart, Timeline | Finish)
    numbers = frozenset() if is_dated else frozenset(range(1, len(header)))
    if isinstance(figure.chart, Bars):
        numbers = frozenset({1})
    return Table(
        header=header,
        rows=rows,
        widths=(1.8, *(3.2 if is_dated else 1.0 for _rest in header[1:])),
        caption=figure.title,
        numbers=numbers,
        is_dense=True,
    )


def _header_and_rows(chart: Chart) -> Rows:
    match chart:
        case Squares():
            return _squares(chart)
        case Bars():
            return _bars(chart)
        case Weeks():
            return _weeks(chart)
        case Timeline():
            rows = tuple((lane.label, _lane(lane)) for lane in chart.lanes)
            return (_("What"), _("When")), rows
        case Finish():
            rows = tuple((date_words(one.on), one.words) for one in chart.points)
            return (_("When"), _("What")), (*rows, (date_words(chart.end), chart.end_words))


def _squares(chart: Squares) -> Rows:
    states = [state for state in SIGNS if any(state in row.states for row in chart.rows)]
    rows = tuple(
        (row.label, *(str(row.states.count(state)) for state in states)) for row in chart.rows
    )
    return (_("Area"), *(SHORT[state] for state in states)), rows


def _bars(chart: Bars) -> Rows:
    rows = tuple(
        (one.label, number_words(real(one.value)), " ".join(filter(None, (one.note, one.words))))
        for one in chart.bars
    )
    return (_("What"), chart.unit, _("In words")), rows


def _weeks(chart: Weeks) -> Rows:
    """A row a month, at most twelve columns of people: the fullest week of each."""
    count = max((len(one.needed) for one in chart.panels), default=0)
    months: dict[tuple[int, int], list[int]] = {}
    for week in range(count):
        day = plus_weeks(chart.first, week)
        months.setdefault((day.year, day.month), []).append(week)
    header = (
        _("Fullest week of the month"),
        *(_("{who}, needed of {n}").format(who=one.label, n=_freed(one)) for one in chart.panels),
    )
    rows = tuple(
        (
            f"{month_words(plus_weeks(chart.first, weeks[0]))} {year}",
            *(_fullest(one, weeks) for one in chart.panels),
        )
        for (year, _month), weeks in months.items()
    )
    return header, rows


def _fullest(panel: Panel, weeks: list[int]) -> str:
    """The most hours of these weeks."""
    hours = (panel.needed[week] for week in weeks if week < len(panel.needed))
    return number_words(real(max(hours, default=0.0)))


def _freed(panel: Panel) -> str:
    return _("none") if panel.freed is None else number_words(real(panel.freed))


def _lane(lane: Lane) -> str:
    spans = [
        " ".join(
            filter(
                None,
                (
                    _("{first} to {last}").format(
                        first=date_words(one.first), last=date_words(one.last)
                    ),
                    one.words,
                ),
            )
        )
        for one in lane.spans
    ]
    said = [f"{date_words(one.on)}: {one.words}" for one in lane.days if one.words]
    bare = ", ".join(date_words(one.on) for one in lane.days if not one.words)
    return "\n".join([*spans, *said, *([bare] if bare else [])]) or _("none")


ROOM = 11.0
"""Points left and right of a cell's words, together."""


def column_widths(block: Table, line: float, size: float) -> tuple[float, ...]:
    """Widths of the columns in points, for words of this size on a line of this width.

    Columns that need more for their longest word take it from those that have room; words of
    nobody's choosing, such as an address, take no more than a third of the line.
    """
    whole = sum(block.widths) or 1.0
    shares = [line * width / whole for width in block.widths]
    needs = [min(line / 3, _longest(block, at, size)) for at in range(len(shares))]
    return tuple(lent(shares, needs, needs))


def lent(
    shares: Sequence[float], needs: Sequence[float], keeps: Sequence[float]
) -> Sequence[float]:
    """Shares of a line of which columns that need more take it from those that have room.

    A column gives what it has beyond the room that it `keeps`, and never what it needs.
    """
    lacking = [max(0.0, need - share) for need, share in zip(needs, shares, strict=True)]
    spare = [
        max(0.0, share - max(keep, need))
        for share, keep, need in zip(shares, keeps, needs, strict=True)
    ]
    if not sum(lacking) or not sum(spare):
        return shares
    taken, given = min(1.0, sum(lacking) / sum(spare)), min(1.0, sum(spare) / sum(lacking))
    return [
        share + lack * given - extra * taken
        for share, lack, extra in zip(shares, lacking, spare, strict=True)
    ]


def _longest(block: Table, at: int, size: float) -> float:
    """The room that the longest word of a column needs; a state with its sign counts as one."""
    head = [block.header[at]] if at < len(block.header) else []
    words: list[str] = [word for text in head for word in text.split()]
    for row in block.rows:
        for run in as_runs(row[at]) if at < len(row) else ():
            words += [run.text] if run.state else run.text.split()
    longest = max((width_of(word, is_strong=True, size=size) for word in _few(words)), default=0.0)
    return longest + ROOM


def _few(words: Sequence[str]) -> list[str]:
    """The longest by letters: one of them is the widest."""
    return sorted(set(words), key=len, reverse=True)[:8]
