"""The timeline: what happens when, from training to the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from readiness.domain.schedule.calendar import Event
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, short_date
from readiness.report.chart import Gantt, GanttRow
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Heading, Paragraph, Run, Table, Words

LINES = (
    (N_("Training"), ("training_date",), ("training",)),
    (N_("Check-ins"), ("checkin_dates",), ("check-in",)),
    (N_("Checks of the hours"), ("capacity_check_dates",), ("hours-check",)),
    (N_("Fidelity reviews"), ("review_date",), ("fidelity-review",)),
    (N_("Results heard"), ("feedback_dates",), ("feedback",)),
    (N_("Patient outcomes"), (), ("outcome-round",)),
    (N_("This check redone"), ("recheck_dates",), ("re-check",)),
    (N_("Decision to go on"), ("decision_date",), ("decision",)),
)
"""The chart's lines: label, inputs that answer it, proposals that stand in."""

LISTED = 40
"""Dates in the table below the chart."""


def timeline_blocks(context: ReportContext) -> list[Block]:
    """The chart, and the dates as a table."""
    head = Heading(1, _("Timeline"))
    if context.plan.start is None:
        return [
            head,
            Paragraph(_("There is no timeline before the first day with patients is set.")),
        ]
    closed = _("Closed: {what}").partition("{")[0].rstrip(" :")
    events = [one for one in context.events if not one.what.startswith(closed)]
    often = ("checkin_dates", "capacity_check_dates")
    ahead = [one for one in events if one.day >= context.today and one.feed not in often]
    shown = [one for one in ahead if not one.id.startswith("check-in")]
    blocks: list[Block] = [head, _figure(context, context.plan.start, events)]
    blocks += [
        Table(
            (_("Month"), _("Dates")),
            tuple(_by_month(shown[:LISTED])),
            (0.16, 0.84),
            _("The dates ahead, without check-ins"),
            is_dense=True,
        )
    ]
    if len(shown) > LISTED:
        blocks.append(
            Paragraph(_("and {count} more dates.").format(count=len(shown) - LISTED), "small")
        )
    blocks.append(
        Paragraph(
            _("Proposed dates are reckoned from the start; nobody has set them yet."),
            "small",
        )
    )
    return blocks


def _by_month(events: Iterable[Event]) -> Iterator[tuple[Words, ...]]:
    """A row a month: its days in bold, each with what happens."""
    for _month, ones in groupby(events, lambda one: (one.day.year, one.day.month)):
        runs: list[Run] = []
        for day, same in groupby(ones, lambda one: one.day):
            runs += [
                Run("; " if runs else ""),
                Run(f"{day.day}", strong=True),
                Run(f" {', '.join(one.words for one in same)}"),
            ]
        yield date_words(day).partition(" ")[2], tuple(runs)


def _figure(context: ReportContext, start: date, events: list[Event]) -> Figure:
    end = plus_months(start, context.plan.months)
    until = context.review.facts.of("supervision_until")
    rows = [GanttRow(_("Implementation period"), ((start, end),))]
    if isinstance(until, date) and until > start:
        rows.append(GanttRow(_("Supervision booked"), ((start, until),)))
    said = [
        _("The period runs from {start} to {end}").format(
            start=date_words(start), end=date_words(end)
        )
    ]
    for label, feeds, ids in LINES:
        days = sorted({one.day for one in events if _belongs(one, feeds, ids)})
        if days:
            rows.append(GanttRow(_(label), days=tuple((day, "") for day in days)))
            said.append(f"{_(label)}: {', '.join(short_date(day) for day in days)}")
    points = [day for row in rows for day, _rest in row.days] + [start, end]
    first, last = min(points), max(points)
    edge = timedelta(days=7)
    alt = _("Time chart. {said}.").format(said="; ".join(said))
    return Figure(_("What happens when"), alt, Gantt(first - edge, last + edge, tuple(rows)))


def _belongs(event: Event, feeds: Iterable[str], ids: Iterable[str]) -> bool:
    if event.kind == "answered":
        return bool(event.feed) and event.feed in feeds
    return any(event.id.rsplit("-", 1)[0] == name or event.id == name for name in ids)
