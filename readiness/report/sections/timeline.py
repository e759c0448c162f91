"""The timeline: what happens when, from today to the decision; only what deviates is labelled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from readiness.describe.charts import supervision_gap, supervision_unknown, timeline_told
from readiness.domain.capacity.closures import closures_of
from readiness.domain.plan.inputs import input_ref
from readiness.domain.schedule.calendar import Event
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, first_up, short_date
from readiness.report.charts.chart import Certainty, Day, Lane, Span, Timeline
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Paragraph

LANES = (
    (N_("Training"), ("training_date",), ("training",)),
    (N_("Check-ins"), ("checkin_dates",), ("check-in",)),
    (N_("Hours checked"), ("capacity_check_dates",), ("hours-check",)),
    (N_("Fidelity reviews"), ("review_date",), ("fidelity-review",)),
    (N_("Results heard"), ("feedback_dates",), ("feedback",)),
    (N_("Outcomes of patients"), (), ("outcome-round",)),
    (N_("This check is redone"), ("recheck_dates",), ("re-check",)),
)
"""Lanes of days: label, inputs that answer them, proposals that stand in."""

DECISIONS = ("decision_date", "continuation_date")


def timeline_blocks(context: ReportContext) -> list[Block]:
    """The chart; a sentence where there is no start."""
    if context.plan.start is None:
        words = _("There is no timeline before the first day with patients is set.")
        return [Paragraph(words)]
    return [_figure(context, context.plan.start)]


def _figure(context: ReportContext, start: date) -> Figure:
    end = plus_months(start, context.plan.months)
    events = context.events
    lanes = [_lane(_(label), events, feeds, ids) for label, feeds, ids in LANES]
    lanes.insert(1, _asking(events, start))
    lanes.insert(2, Lane(_("Sessions"), (Span(start, end),)))
    lanes.insert(3, _supervision(context, start, end))
    lanes += [_leaving(context), _decision(events)]
    shown = tuple(lane for lane in lanes if lane.days or lane.spans)
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
    is_known = _knows_supervision(context)
    title = timeline_told(min(gaps, default=None), start, late, is_known=is_known)
    nothing = "" if is_known else f"{first_up(supervision_unknown())}."
    alt = f"{nothing} {_alt(kept, start, end)}".strip()
    return Figure(title, alt, Timeline(first, last, kept, closed, start))


def _within(lane: Lane, last: date) -> Lane:
    days = tuple(day for day in lane.days if day.on <= last)
    return Lane(lane.label, lane.spans, days, lane.is_strong)


def _lane(label: str, events: list[Event], feeds: Iterable[str], ids: Iterable[str]) -> Lane:
    days = dict[date, Day]()
    for one in events:
        if _belongs(one, feeds, ids):
            words = _("^ in a closed period") if one.closure and one.kind == "answered" else ""
            kind: Certainty = "proposed" if one.kind == "proposed" else "late" if words else "set"
            days.setdefault(one.day, Day(one.day, kind, words))
    return Lane(label, days=tuple(days.values()))


def _belongs(event: Event, feeds: Iterable[str], ids: Iterable[str]) -> bool:
    if event.kind == "answered":
        return bool(event.feed) and event.feed in feeds
    return any(event.id.rsplit("-", 1)[0] == name or event.id == name for name in ids)


def _asking(events: list[Event], start: date) -> Lane:
    days = [one for one in events if one.feed == "recruit_date"]
    spans = tuple(Span(one.day, start) for one in days if one.day < start)
    return Lane(
        _("Asking patients"), spans, tuple(Day(one.day) for one in days if one.day >= start)
    )


def _supervision(context: ReportContext, start: date, end: date) -> Lane:
    until = context.review.facts.of("supervision_until")
    label = _("Supervision")
    if not _knows_supervision(context):
        return Lane(label)
    if not isinstance(until, date) or until <= start:
        return Lane(label, (Span(start, end, is_missing=True, words=_("! not booked")),))
    if until >= end:
        return Lane(label, (Span(start, until),))
    gap = Span(until, end, is_missing=True, words=_("! not booked"))
    return Lane(label, (Span(start, until), gap))


def _knows_supervision(context: ReportContext) -> bool:
    """Whether anybody has said until when supervision is booked, be it that it is not."""
    place = input_ref(context.template, "supervision_until")
    return place is not None and context.review.items[place.item].answered


def _leaving(context: ReportContext) -> Lane:
    """Who leaves, and until when a successor is trained; in a shared document nobody is named."""
    days = []
    for one in context.events:
        if one.feed == "successor_trained":
            who = context.said("SEL-09", "successor")
            days.append(Day(one.day, "set", _("{who} trained").format(who=who) if who else ""))
    for who, facts in context.review.facts.people.items():
        gone = facts.get("leaves")
        if isinstance(gone, date) and not context.is_shared:
            words = _("{who}, {day}").format(who=who, day=short_date(gone))
            days.append(Day(gone, "risk", words))
    return Lane(_("Who leaves"), days=tuple(days))


def _decision(events: list[Event]) -> Lane:
    found = [one for one in events if one.feed in DECISIONS]
    answered = [one for one in found if one.kind == "answered"]
    days = [
        Day(
            one.day,
            "set" if answered else "proposed",
            short_date(one.day)
            if answered
            else _("{day}, not set yet").format(day=short_date(one.day)),
        )
        for one in answered or found
    ]
    return Lane(_("Decision"), days=tuple(days), is_strong=True)


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
