"""The time from today to the decision as lanes: what runs, what is on a day, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO, NOT_SURE
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.domain.schedule.calendar import Event, events_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.words import first_up, short_date

Certainty = Literal["set", "proposed", "risk", "late"]
"""A date that is set, one that is proposed, one that hurts, and one that lies badly."""


@dataclass(frozen=True)
class Day:
    """One day of a lane; only what deviates has words."""

    on: date
    kind: Certainty = "set"
    words: str = ""


@dataclass(frozen=True)
class Span:
    """A time of a lane: something runs from a day to another, or should and does not."""

    first: date
    last: date
    is_missing: bool = False
    words: str = ""


@dataclass(frozen=True)
class Lane:
    """One kind of thing that happens."""

    label: str
    spans: tuple[Span, ...] = ()
    days: tuple[Day, ...] = ()
    is_strong: bool = False


class LaneDates(NamedTuple):
    """What makes the days of a lane."""

    label: str
    overview: str
    """The lane of an overview that they stand in, together with others; empty for none."""
    feeds: tuple[str, ...]
    """The inputs that answer them."""
    ids: tuple[str, ...]
    """The proposals that stand in for an answer."""


DATES = (
    LaneDates(N_("Training"), N_("Training"), ("training_date",), ("training",)),
    LaneDates(N_("Check-ins"), N_("Check-ins"), ("checkin_dates",), ("check-in",)),
    LaneDates(N_("Hours checked"), N_("Check-ins"), ("capacity_check_dates",), ("hours-check",)),
    LaneDates(N_("Fidelity reviews"), N_("Reviews"), ("review_date",), ("fidelity-review",)),
    LaneDates(N_("Results heard"), N_("Reviews"), ("feedback_dates",), ("feedback",)),
    LaneDates(N_("Outcomes of patients"), "", (), ("outcome-round",)),
    LaneDates(N_("This check is redone"), "", ("recheck_dates",), ("re-check",)),
)
"""Lanes of single days, in their order."""

DECISIONS = ("decision_date", "continuation_date")
"""The inputs of a day on which going on is decided; the one by the rule first."""


def no_timeline() -> str:
    """That a timeline needs the first day with patients."""
    return _("There is no timeline before the first day with patients is set.")


def lanes_of(
    plan: Plan,
    template: Template,
    review: Review,
    *,
    is_detailed: bool = False,
    is_shared: bool = False,
) -> list[Lane]:
    """The lanes in the order of time, those with something in them; none without a start.

    An overview has fewer lanes than the document; in a shared one nobody who leaves is named.
    """
    if plan.start is None:
        return []
    end, events = plus_months(plan.start, plan.months), events_of(plan, template)
    training, *others = _lanes_of_days(events, is_detailed=is_detailed)
    found = [
        training,
        _asking(events, plan.start, _("Asking patients") if is_detailed else _("Asking")),
        Lane(_("Sessions"), (Span(plan.start, end),)),
        _supervision(template, review, plan.start, end),
        *others,
        _leaving(events, review, is_shared=is_shared),
        _decision(events, is_detailed=is_detailed),
    ]
    return [lane for lane in found if lane.spans or lane.days]


def span_of(lanes: Iterable[Lane], today: date) -> tuple[date, date]:
    """The first and the last day to draw: from today to whatever is last."""
    spans = [day for lane in lanes for one in lane.spans for day in (one.first, one.last)]
    days = [one.on for lane in lanes for one in lane.days]
    ahead = [day for day in [*spans, *days] if day >= today]
    return today, max(ahead, default=today)


def knows_supervision(template: Template, review: Review) -> bool:
    """Whether anybody has said until when supervision is booked, be it that it is not."""
    place = input_ref(template, "supervision_until")
    return place is not None and review.items[place.item].answered


def _lanes_of_days(events: list[Event], *, is_detailed: bool) -> Iterator[Lane]:
    named = [(one.label if is_detailed else one.overview, one) for one in DATES]
    for label in dict.fromkeys(label for label, _dates in named if label):
        those = [dates for name, dates in named if name == label]
        days = dict[date, Day]()
        for event in events:
            if any(_belongs(event, one) for one in those):
                days.setdefault(event.day, _day(event))
        yield Lane(_(label), days=tuple(days.values()))


def _belongs(event: Event, dates: LaneDates) -> bool:
    if event.kind == "answered":
        return event.feed in dates.feeds
    return event.id in dates.ids or event.id.rsplit("-", 1)[0] in dates.ids


def _day(event: Event) -> Day:
    if event.kind == "proposed":
        return Day(event.day, "proposed")
    if event.closure:
        # Not by its name: that is the service's own text, which a shared document leaves out.
        return Day(event.day, "late", _("^ in a closed period"))
    return Day(event.day)


def _asking(events: list[Event], start: date, label: str) -> Lane:
    days = [one.day for one in events if one.feed == "recruit_date"]
    spans = tuple(Span(day, start) for day in days if day < start)
    return Lane(label, spans, tuple(Day(day) for day in days if day >= start))


def _supervision(template: Template, review: Review, start: date, end: date) -> Lane:
    until, label = review.facts.of("supervision_until"), _("Supervision")
    if not knows_supervision(template, review):
        return Lane(label)
    booked = until if isinstance(until, date) and until > start else start
    spans = [Span(start, booked)] if booked > start else []
    if booked < end:
        spans.append(Span(booked, end, is_missing=True, words=_("! not booked")))
    return Lane(label, tuple(spans))


def _leaving(events: list[Event], review: Review, *, is_shared: bool) -> Lane:
    """Who leaves, and until when a successor is trained."""
    days, who = [], review.facts.inputs.plan.get("successor")
    for one in events:
        if one.feed == "successor_trained":
            is_named = isinstance(who, str) and who not in (NO, NOT_SURE)
            days.append(Day(one.day, words=_("{who} trained").format(who=who) if is_named else ""))
        elif one.feed == "leader_leaves" and not is_shared:
            days.append(Day(one.day, "risk", one.what))
    for person, facts in review.facts.people.items():
        gone = facts.get("leaves")
        if isinstance(gone, date) and not is_shared:
            words = _("{who}, {day}").format(who=person, day=short_date(gone))
            days.append(Day(gone, "risk", words))
    return Lane(_("Who leaves"), days=tuple(days))


def _decision(events: list[Event], *, is_detailed: bool) -> Lane:
    found = [one for one in events if one.feed in DECISIONS]
    answered = [one for one in found if one.kind == "answered"]
    days = list[Day]()
    for one in answered or found:
        day = short_date(one.day)
        words = day if answered else _("{day}, not set yet").format(day=day)
        kind: Certainty = "set" if answered else "proposed"
        days.append(Day(one.day, kind, words if is_detailed else ""))
    return Lane(first_up(_("decision")), days=tuple(days), is_strong=True)
