"""The timeline: what happens when, from training to the decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from readiness.core.schedule.calendar import Event
from readiness.core.wording.dates import plus_months
from readiness.core.wording.words import date_words, short_date
from readiness.report.document import Block, Figure, Gantt, GanttRow, Heading, Paragraph, Table
from readiness.report.matter import Matter

LINES = (
    ("Training", ("training_date",), ("training",)),
    ("Check-ins", ("checkin_dates",), ("check-in",)),
    ("Checks of the hours", ("capacity_check_dates",), ("hours-check",)),
    ("Fidelity reviews", ("review_date",), ("fidelity-review",)),
    ("Results heard", ("feedback_dates",), ("feedback",)),
    ("Patient outcomes", (), ("outcome-round",)),
    ("This check redone", ("recheck_dates",), ("re-check",)),
    ("Decision to go on", ("decision_date",), ("decision",)),
)
"""The chart's lines: label, inputs that answer it, proposals that stand in."""

LISTED = 24
"""Dates in the table below the chart."""


def timeline_blocks(matter: Matter) -> list[Block]:
    """The chart, and the dates as a table."""
    head = Heading(1, "Timeline")
    if matter.plan.start is None:
        return [head, Paragraph("There is no timeline before the first day with patients is set.")]
    events = [one for one in matter.events if not one.what.startswith("Closed")]
    often = ("checkin_dates", "capacity_check_dates")
    ahead = [one for one in events if one.day >= matter.today and one.feed not in often]
    shown = [one for one in ahead if not one.id.startswith("check-in")]
    rows = tuple((short_date(one.day), one.words) for one in shown[:LISTED])
    blocks: list[Block] = [head, _figure(matter, matter.plan.start, events)]
    blocks += [
        Table(
            ("Date", "What"),
            rows,
            (0.16, 0.84),
            "The dates ahead, without check-ins",
            is_dense=True,
        )
    ]
    if len(shown) > LISTED:
        blocks.append(Paragraph(f"and {len(shown) - LISTED} more dates.", "small"))
    blocks.append(
        Paragraph(
            "Proposed dates are reckoned from the start; nobody has set them yet.",
            "small",
        )
    )
    return blocks


def _figure(matter: Matter, start: date, events: list[Event]) -> Figure:
    end = plus_months(start, matter.plan.months)
    until = matter.review.facts.of("supervision_until")
    rows = [GanttRow("Implementation period", ((start, end),))]
    if isinstance(until, date) and until > start:
        rows.append(GanttRow("Supervision booked", ((start, until),)))
    said = [f"The period runs from {date_words(start)} to {date_words(end)}"]
    for label, feeds, ids in LINES:
        days = sorted({one.day for one in events if _belongs(one, feeds, ids)})
        if days:
            rows.append(GanttRow(label, days=tuple((day, "") for day in days)))
            said.append(f"{label}: {', '.join(short_date(day) for day in days)}")
    points = [day for row in rows for day, _ in row.days] + [start, end]
    first, last = min(points), max(points)
    edge = timedelta(days=7)
    alt = f"Time chart. {'; '.join(said)}."
    return Figure("What happens when", alt, Gantt(first - edge, last + edge, tuple(rows)))


def _belongs(event: Event, feeds: Iterable[str], ids: Iterable[str]) -> bool:
    if event.kind == "answered":
        return bool(event.feed) and event.feed in feeds
    return any(event.id.rsplit("-", 1)[0] == name or event.id == name for name in ids)
