"""Reckoning the ledger: each practitioner's weeks from caseload, intake, training and absences."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

from readiness.domain.capacity.capacity import (
    Rates,
    Week,
    caseload_of,
    known_number,
    number_of,
    rates_of,
    week_of,
)
from readiness.domain.capacity.closures import (
    WEEK,
    before,
    closures_of,
    monday,
    open_weeks,
    rest_of_week,
    weeks_within,
)
from readiness.domain.capacity.cohorts import (
    Admission,
    Intake,
    Pace,
    Presence,
    Seen,
    pace_of,
    seen_by,
)
from readiness.domain.capacity.groups import groups_of
from readiness.domain.capacity.intake import (
    EARLIEST,
    TRAINING_DAYS_A_WEEK,
    own_rounds,
    undated_training,
    usual_rounds,
    weeks_of_training,
)
from readiness.domain.capacity.ledger import SLACK, Completing, Ledger, PersonWeeks
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO
from readiness.domain.memo import memo
from readiness.domain.plan.inputs import Inputs, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import Span, spans_of
from readiness.domain.record import Record
from readiness.i18n.dates import plus_months

LONGEST = 600
"""Most weeks that are reckoned with."""

IDLE = Week()


class _Frame(Record, kw_only=False):
    """What all practitioners' weeks share."""

    first: date
    weeks: int
    start: int
    end: int
    closed: frozenset[int]
    spans: tuple[Span, ...]
    """The times without sessions for anybody, those before the start in its week among them."""
    rates: Rates
    hours: Callable[[float, int, float], Week]
    """Hours of a week with so many patients, groups, and patients of these groups."""
    pace: Pace
    review_hours: float
    reviews: tuple[int, ...]
    opens: date
    """The first day with patients."""
    open_weeks: int
    """Weeks of the period with sessions."""


@memo
def ledger_of(plan: Plan, template: Template) -> Ledger | None:
    """The ledger of a plan; None while there is no start, nobody listed or no caseload.

    None too while groups are planned and nobody has said how many patients are in one.
    """
    if plan.start is None:
        return None
    inputs = gathered(plan, template)
    loads = {who: caseload_of(who, inputs) for who in plan.people}
    known, rates = [one for one in loads.values() if one], rates_of(plan, template)
    if not known or not all(rates.suffice_for(load) for load in known):
        return None
    frame = _frame(plan, template, plan.start)
    present = {who: _presence(who, plan, inputs, frame) for who in plan.people}
    places = {who: load.patients for who, load in loads.items() if load is not None}
    intake = _intake(plan, template, frame, (places, present))
    seen = seen_by(intake.cohorts, present, frame.weeks)
    training = _training(plan, template, frame)
    people = [_person(who, inputs, frame, training, present[who], seen[who]) for who in plan.people]
    return _summed(plan, template, frame, people, intake)


def _frame(plan: Plan, template: Template, start: date) -> _Frame:
    def number(name: str) -> float:
        return number_of(name, plan, template)

    earliest = monday(start) - EARLIEST * WEEK
    first = max(_first_week(plan, template, start), earliest)
    end = plus_months(start, plan.months)
    last = plus_months(end, number("sustain_months"))
    weeks = min(max((last - first).days // 7 + 1, 1), LONGEST)
    spans = (*closures_of(plan, template, first, first + weeks * WEEK), *before(start))
    reviews = [(day - first).days // 7 for day in gathered(plan, template).dates("review_date")]
    rates = rates_of(plan, template)
    touched = -(-(end - first).days // 7)
    return _Frame(
        first=first,
        weeks=weeks,
        start=(monday(start) - first).days // 7,
        end=min(touched - len(weeks_within(rest_of_week(end), first, touched)), weeks),
        closed=frozenset(weeks_within(spans, first, weeks)),
        spans=spans,
        rates=rates,
        hours=cache(lambda patients, groups, seats: week_of(patients, groups, rates, seats)),
        pace=pace_of(plan, template),
        review_hours=number("review_hours"),
        reviews=tuple(week for week in reviews if 0 <= week < weeks),
        opens=start,
        open_weeks=open_weeks(plan, template, start, end),
    )


def _first_week(plan: Plan, template: Template, start: date) -> date:
    """The Monday the ledger begins with: that of the first training, dated or assumed."""
    days = gathered(plan, template).dates("training_date")
    first = monday(start)
    weeks = weeks_of_training(plan, template, first)
    return min([first - weeks * WEEK, *(monday(day) for day in days if day < start)])


def _presence(who: str, plan: Plan, inputs: Inputs, frame: _Frame) -> Presence:
    """When a practitioner can see patients: closed days and absences count together."""
    leaves, gone = inputs.people[who].get("leaves"), frame.weeks
    if isinstance(leaves, date):
        gone = min(max((leaves - frame.first).days // 7, 0), frame.weeks)
    own = [span for span in spans_of(plan.absences) if span.who == who]
    away = weeks_within([*own, *frame.spans], frame.first, frame.weeks) if own else frame.closed
    return Presence(tuple(week not in away and week < gone for week in range(frame.weeks)), gone)


def _intake(
    plan: Plan,
    template: Template,
    frame: _Frame,
    free: tuple[Mapping[str, float], Mapping[str, Presence]],
) -> Intake:
    """Who starts when: in the plan's own rounds, else as the template has it."""
    places, present = free
    groups = groups_of(plan, template)
    admission = Admission(places, groups, present, frame.pace)
    own = own_rounds(plan, frame.first)
    if own:
        in_sight = [each for each in own if each[0] < frame.weeks]
        return admission.admit(in_sight, refill=False)
    total = sum(places.values()) + sum(group.size for group in groups)
    rounds = usual_rounds(plan, template, frame.start, total)
    refill = number_of("refill", plan, template) > 0
    return Intake(admission.admit(rounds, refill=refill).cohorts, left_over=0)


def _person(
    who: str,
    inputs: Inputs,
    frame: _Frame,
    training: tuple[Mapping[int, float], Mapping[int, float]],
    present: Presence,
    seen: Seen,
) -> PersonWeeks:
    taught, covered = training
    needed, hours_freed = [], inputs.person_number(who, "hours_freed")
    for week, here in enumerate(present.here):
        hours = frame.hours(seen.alone[week], seen.groups[week], seen.seats[week]) if here else IDLE
        reviews = frame.reviews.count(week) * frame.review_hours if here else 0
        trained = taught.get(week, 0) if week < present.gone else 0
        if trained or reviews:
            hours = hours.model_copy(update={"training": trained, "reviews": reviews})
        needed.append(hours)
    freed = _freed(hours_freed, covered, present, frame)
    patients = tuple(a + g for a, g in zip(seen.alone, seen.seats, strict=True))
    return PersonWeeks(who, tuple(needed), freed, patients)


def _freed(
    hours: float | None, covered: Mapping[int, float], present: Presence, frame: _Frame
) -> tuple[float, ...] | None:
    if hours is None:
        return None
    return tuple(
        hours * (week >= frame.start and here) + covered.get(week, 0) * (week < present.gone)
        for week, here in enumerate(present.here)
    )


def _training(
    plan: Plan, template: Template, frame: _Frame
) -> tuple[dict[int, float], dict[int, float]]:
    """Hours of training in each week, and how many of them lie inside working hours."""
    day_hours = number_of("training_day_hours", plan, template)
    hours, covered = dict[int, float](), dict[int, float]()

    def add(week: int, days: float, *, is_covered: bool) -> None:
        hours[week] = hours.get(week, 0) + days * day_hours
        if is_covered:
            covered[week] = covered.get(week, 0) + days * day_hours

    inputs = gathered(plan, template)
    rows = inputs.recorded("training_date")
    outside = {row["training_date"] for row in rows if row.get("training_in_hours") == NO}
    for day in sorted(set(inputs.dates("training_date"))):
        week = (day - frame.first).days // 7
        if 0 <= week < frame.weeks:
            add(week, 1, is_covered=day not in outside)
    left = undated_training(plan, template)
    for week in range(frame.start - 1, -1, -1):
        days = 0 if week in frame.closed else min(left, TRAINING_DAYS_A_WEEK)
        if days:
            add(week, days, is_covered=True)
        left -= days
    return hours, covered


def _summed(
    plan: Plan,
    template: Template,
    frame: _Frame,
    people: list[PersonWeeks],
    intake: Intake,
) -> Ledger:
    def number(name: str) -> float | None:
        return known_number(name, plan, template)

    def completing(last: int) -> Completing | None:
        usual = number("dropout")
        if usual is None or not has_end:
            return None
        through = sum(
            cohort.size for cohort in begun if cohort.done is not None and cohort.done < last
        )
        ends = [number("dropout_high"), usual, number("dropout_low")]
        shares = [1 - min(max(usual if one is None else one, 0), 1) for one in ends]
        return Completing(through * min(shares), through * shares[1], through * max(shares))

    begun = [cohort for cohort in intake.cohorts if cohort.start < frame.end]
    planned, slack = number("planned_sessions"), number("overrun_slack")
    has_end, worst = frame.pace.sessions < math.inf, number("overrun_worst")
    spans = closures_of(plan, template, frame.first, frame.first + LONGEST * WEEK)
    closed = weeks_within([*spans, *before(frame.opens)], frame.first, LONGEST)
    return Ledger(
        first=frame.first,
        start=frame.start,
        end=frame.end,
        closed=frame.closed,
        people=tuple(people),
        sessions=int(frame.open_weeks * frame.rates.sessions_a_week + SLACK),
        sessions_a_week=frame.rates.sessions_a_week,
        planned_end=_end(frame, closed, planned),
        likely_end=_end(frame, closed, planned, slack),
        worst_end=_end(frame, closed, planned, None if worst is None else max(worst, slack or 0)),
        started=sum(cohort.size for cohort in begun) if has_end else None,
        left_over=intake.left_over,
        completing=completing(frame.end),
        completing_later=completing(frame.weeks),
    )


def _end(
    frame: _Frame, closed: set[int], planned: float | None, overrun: float | None = 1
) -> date | None:
    """The Friday of the first patient's last session; None out of sight or where it is unknown."""
    if planned is None or overrun is None:
        return None
    held, sessions = 0.0, planned * overrun
    for week in range(frame.start, LONGEST):
        held += frame.rates.sessions_a_week if week not in closed else 0
        if held >= sessions - SLACK:
            return frame.first + week * WEEK + timedelta(days=4)
    return None
