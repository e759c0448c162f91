"""The timeline: what happens when, from today to the decision; only what deviates is labelled."""

from __future__ import annotations

from datetime import date, timedelta

from readiness.describe.charts import supervision_gap, supervision_unknown, timeline_told
from readiness.describe.timeline import Day, Lane, Span, knows_supervision, lanes_of
from readiness.domain.capacity.closures import closures_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import _
from readiness.i18n.words import date_words, first_up, short_date
from readiness.report.charts.chart import Timeline
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Paragraph


def timeline_blocks(context: ReportContext) -> list[Block]:
    """The chart; a sentence where there is no start."""
    if context.plan.start is None:
        words = _("There is no timeline before the first day with patients is set.")
        return [Paragraph(words)]
    return [_figure(context, context.plan.start)]


def _figure(context: ReportContext, start: date) -> Figure:
    end = plus_months(start, context.plan.months)
    shown = lanes_of(
        context.plan, context.template, context.review,
        is_detailed=True, is_shared=context.is_shared,
    )  # fmt: skip
    days = [day.on for lane in shown for day in lane.days]
    first = min([start, *days]) - timedelta(days=7)
    last = max([end, *(day for day in days if day <= end + timedelta(days=120))])
    last += timedelta(days=14)
    kept = tuple(_within(lane, last) for lane in shown)
    spans = closures_of(context.plan, context.template, first, last)
    closed = tuple((max(one.first, first), min(one.last, last)) for one in spans)
    closed = tuple(pair for pair in closed if pair[0] <= pair[1])
    gaps = [span.first for lane in kept for span in lane.spans if span.is_missing]
    late = sum(day.kind == "late" for lane in kept for day in lane.days)
    is_known = knows_supervision(context.template, context.review)
    title = timeline_told(min(gaps, default=None), start, late, is_known=is_known)
    nothing = "" if is_known else f"{first_up(supervision_unknown())}."
    alt = f"{nothing} {_alt(kept, start, end)}".strip()
    return Figure(title, alt, Timeline(first, last, kept, closed, start))


def _within(lane: Lane, last: date) -> Lane:
    days = tuple(day for day in lane.days if day.on <= last)
    return Lane(lane.label, lane.spans, days, lane.is_strong)


def _alt(lanes: tuple[Lane, ...], start: date, end: date) -> str:
    said = []
    for lane in lanes:
        gaps = [span.first for span in lane.spans if span.is_missing]
        if gaps:
            said.append(f"{first_up(supervision_gap(gaps[0], start))}.")
    words = _("The period runs from {start} to {end}.")
    said.append(words.format(start=date_words(start), end=date_words(end)))
    for lane in lanes:
        marks = [*(_span(one) for one in lane.spans if one.last <= start), *map(_day, lane.days)]
        if marks:
            said.append(f"{lane.label}: {', '.join(marks)}.")
    return " ".join(said)


def _span(span: Span) -> str:
    words = _("{first} to {last}")
    return words.format(first=short_date(span.first), last=short_date(span.last))


def _day(day: Day) -> str:
    return f"{short_date(day.on)} ({day.words})" if day.words else short_date(day.on)
