"""The time from today to the decision as lanes: what runs, what is on a day, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.domain.schedule.calendar import Event, events_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _

Mark = Literal["set", "proposed", "trouble"]
"""A date that stands in the plan, one that is only proposed, and one with something in its way."""


@dataclass(frozen=True)
class LaneSpan:
    """Something that runs from a day to another, or should and does not."""

    first: date
    last: date
    is_missing: bool = False
    words: str = ""
    """What is to be said about it; empty where nothing is unusual."""


@dataclass(frozen=True)
class LaneDay:
    """A day on which something is."""

    day: date
    mark: Mark
    words: str = ""
    """What is to be said about it; empty where nothing is unusual."""


@dataclass(frozen=True)
class Lane:
    """One line of the timeline."""

    name: str
    spans: tuple[LaneSpan, ...] = ()
    days: tuple[LaneDay, ...] = ()


DATES = (
    (N_("Training"), ("training_date",), ("training",)),
    (N_("Check-ins"), ("checkin_dates", "capacity_check_dates"), ("check-in", "hours-check")),
    (N_("Reviews"), ("review_date", "feedback_dates"), ("fidelity-review", "feedback")),
    (N_("Who leaves"), ("leaves", "leader_leaves", "successor_trained"), ()),
    (N_("Decision"), ("decision_date", "continuation_date"), ("decision",)),
)
"""Lanes of single days: name, the inputs that answer them, the proposals that stand in."""


def lanes_of(plan: Plan, template: Template, review: Review) -> list[Lane]:
    """The lanes in the order of time; none without a start."""
    if plan.start is None:
        return []
    events = events_of(plan, template)
    training, *others = (_lane(_(name), events, feeds, ids) for name, feeds, ids in DATES)
    end = plus_months(plan.start, plan.months)
    sessions = Lane(_("Sessions"), (LaneSpan(plan.start, end),))
    found = [training, _asking(events, plan.start), sessions, _supervision(review, plan.start, end)]
    return [lane for lane in [*found, *others] if lane.spans or lane.days]


def span_of(lanes: Iterable[Lane], today: date) -> tuple[date, date]:
    """The first and the last day to draw: from today to whatever is last."""
    spans = [day for lane in lanes for one in lane.spans for day in (one.first, one.last)]
    days = [one.day for lane in lanes for one in lane.days]
    ahead = [day for day in [*spans, *days] if day >= today]
    return today, max(ahead, default=today)


def _asking(events: list[Event], start: date) -> Lane:
    days = [one for one in events if one.feed == "recruit_date"]
    if not days:
        return Lane(_("Asking"))
    return Lane(_("Asking"), (LaneSpan(days[0].day, max(start, days[0].day)),))


def _supervision(review: Review, start: date, end: date) -> Lane:
    until, name = review.facts.of("supervision_until"), _("Supervision")
    if not isinstance(until, date) or until <= start:
        return Lane(name, (LaneSpan(start, end, is_missing=True, words=_("! not booked")),))
    spans = [LaneSpan(start, until)]
    if until < end:
        spans.append(LaneSpan(until, end, is_missing=True, words=_("! not booked")))
    return Lane(name, tuple(spans))


def _lane(name: str, events: list[Event], feeds: Iterable[str], ids: Iterable[str]) -> Lane:
    return Lane(name, days=tuple(_days(events, tuple(feeds), tuple(ids))))


def _days(events: list[Event], feeds: tuple[str, ...], ids: tuple[str, ...]) -> Iterator[LaneDay]:
    seen = set[date]()
    for event in events:
        is_answer = event.kind == "answered" and event.feed in feeds
        named = any(event.id == one or event.id.rsplit("-", 1)[0] == one for one in ids)
        if not (is_answer or named) or event.day in seen:
            continue
        seen.add(event.day)
        words = ""
        if event.closure:
            words = _("^ in: {what}").format(what=event.closure)
        elif event.feed in ("leaves", "leader_leaves"):
            words = event.what
        mark: Mark = "proposed" if event.kind == "proposed" else "set"
        yield LaneDay(event.day, "trouble" if words else mark, words)
