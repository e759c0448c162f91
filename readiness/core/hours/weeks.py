"""Reckoning the ledger: each practitioner's weeks from caseload, intake, training and absences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from readiness.core.asked.template import Template
from readiness.core.frozen import Frozen
from readiness.core.hours.capacity import Rates, Week, caseload_of, number_of, rates_of, week_of
from readiness.core.hours.closures import WEEK, closures_of, monday, weeks_within
from readiness.core.hours.intake import Intake, intake_of
from readiness.core.hours.ledger import SLACK, Completing, Ledger, PersonWeeks
from readiness.core.remembered import remembered
from readiness.core.said.inputs import Inputs
from readiness.core.said.plan import NO, Plan
from readiness.core.said.sheets import spans_of
from readiness.core.wording.dates import plus_months

LONGEST = 600
"""Most weeks that are reckoned with."""

EARLIEST = 26
"""Training longer than this many weeks before the start is not shown."""

TRAINING_DAYS_A_WEEK = 2
"""Where no training day has a date, so many are put in each of the last weeks before the start."""


IDLE = Week()


class _Frame(Frozen, kw_only=False):
    """What all practitioners' weeks share."""

    first: date
    weeks: int
    start: int
    end: int
    closed: frozenset[int]
    rates: Rates
    hours: Callable[[float, float, float], Week]
    """Hours of a week with so many patients and groups, and this share of the seats taken."""
    sessions_needed: float
    dropout: float
    refill: bool
    review_hours: float
    reviews: tuple[int, ...]


class _Course(Frozen, kw_only=False):
    """One start of patients with a practitioner, and the week it is done."""

    start: int
    patients: float
    done: int | None


@remembered
def ledger_of(plan: Plan, template: Template, inputs: Inputs) -> Ledger | None:
    """The ledger of a plan; None while there is no start, nobody listed or no caseload."""
    if plan.start is None:
        return None
    loads = {who: caseload_of(who, inputs) for who in plan.people}
    if not loads or all(load is None for load in loads.values()):
        return None
    frame = _frame(plan, template, inputs, plan.start)
    intake = intake_of(plan, template, inputs, frame.first)
    people, courses = [], list[_Course]()
    for who in plan.people:
        person, own = _person(who, plan, template, inputs, frame, intake)
        people.append(person)
        courses += own
    return _summed(plan, template, inputs, frame, people, courses)


def _frame(plan: Plan, template: Template, inputs: Inputs, start: date) -> _Frame:
    def number(name: str) -> float:
        return number_of(name, plan, template, inputs)

    earliest = monday(start) - EARLIEST * WEEK
    first = max(_first_week(plan, template, inputs, start), earliest)
    end = plus_months(start, plan.months)
    last = plus_months(end, number("sustain_months"))
    weeks = min(max((last - first).days // 7 + 1, 1), LONGEST)
    closed = weeks_within(closures_of(plan, template, first, first + weeks * WEEK), first, weeks)
    reviews = [(day - first).days // 7 for day in inputs.dates("review_date")]
    rates = rates_of(plan, template, inputs)
    return _Frame(
        first=first,
        weeks=weeks,
        start=(monday(start) - first).days // 7,
        end=min(-(-(end - first).days // 7), weeks),
        closed=frozenset(closed),
        rates=rates,
        hours=cache(lambda patients, groups, filled: week_of(patients, groups, rates, filled)),
        sessions_needed=number("planned_sessions") * max(number("overrun_slack"), 0.1),
        dropout=min(max(number("dropout"), 0), 1),
        refill=number("refill") > 0,
        review_hours=number("review_hours"),
        reviews=tuple(week for week in reviews if 0 <= week < weeks),
    )


def _first_week(plan: Plan, template: Template, inputs: Inputs, start: date) -> date:
    """The Monday the ledger begins with: that of the first training, dated or assumed."""
    dated = [day for day in inputs.dates("training_date") if day < start]
    if dated or inputs.dates("training_date"):
        return monday(min([*dated, start]))
    days = number_of("training_days", plan, template, inputs)
    first = monday(start)
    closed = weeks_within(
        closures_of(plan, template, first - EARLIEST * WEEK, first),
        first - EARLIEST * WEEK,
        EARLIEST,
    )
    for week in range(EARLIEST - 1, -1, -1):
        if days <= 0:
            break
        first -= WEEK
        days -= 0 if week in closed else TRAINING_DAYS_A_WEEK
    return first


def _gone(who: str, inputs: Inputs, frame: _Frame) -> int:
    """The week in which a practitioner leaves for good; the number of weeks if none does."""
    leaves = inputs.people[who].get("leaves")
    if isinstance(leaves, date):
        return min(max((leaves - frame.first).days // 7, 0), frame.weeks)
    return frame.weeks


def _here(who: str, plan: Plan, gone: int, frame: _Frame) -> list[bool]:
    """Whether a practitioner can see patients in each week."""
    spans = [span for span in spans_of(plan.absences) if span.who == who]
    away = weeks_within(spans, frame.first, frame.weeks) | frame.closed
    return [week not in away and week < gone for week in range(frame.weeks)]


def _person(
    who: str, plan: Plan, template: Template, inputs: Inputs, frame: _Frame, intake: Intake
) -> tuple[PersonWeeks, list[_Course]]:
    gone = _gone(who, inputs, frame)
    here = _here(who, plan, gone, frame)
    load = caseload_of(who, inputs)
    seats = frame.rates.group_size / max(frame.rates.group_leaders, 1)
    alone = [0.0] * frame.weeks
    grouped = [0.0] * frame.weeks
    courses = list[_Course]()
    for week, patients in intake.patients.get(who, ()):
        courses += _run(week, patients, here[:gone], alone, frame)
    groups = load.groups if load else 0
    if groups:
        courses += _run(frame.start, groups * seats, here[:gone], grouped, frame)
    training, covered = _training(plan, template, inputs, frame)
    needed, freed_hours = [], inputs.person_number(who, "hours_freed")
    for week in range(frame.weeks):
        in_groups = groups if grouped[week] > 0 else 0
        filled = grouped[week] / (groups * seats) if in_groups and seats else 0
        hours = frame.hours(alone[week], in_groups, filled) if here[week] else IDLE
        reviews = frame.reviews.count(week) * frame.review_hours if here[week] else 0
        trained = training.get(week, 0) if week < gone else 0
        is_usual = not trained and not reviews
        needed.append(
            hours
            if is_usual
            else hours.model_copy(update={"training": trained, "reviews": reviews})
        )
    freed = _freed(freed_hours, covered, here, gone, frame)
    patients_seen = tuple(a + g for a, g in zip(alone, grouped, strict=True))
    return PersonWeeks(who, tuple(needed), freed, patients_seen), courses


def _freed(
    hours: float | None, covered: Mapping[int, float], here: list[bool], gone: int, frame: _Frame
) -> tuple[float, ...] | None:
    if hours is None:
        return None
    return tuple(
        hours * (week >= frame.start and here[week]) + covered.get(week, 0) * (week < gone)
        for week in range(frame.weeks)
    )


def _run(
    start: int, patients: float, here: list[bool], into: list[float], frame: _Frame
) -> Iterator[_Course]:
    """Let patients go through the programme from a week on, and others take their places after."""
    rate = max(frame.rates.sessions_a_week, 0.01)
    week = start
    while week < len(here) and patients > 0:
        begun = next((w for w in range(week, len(here)) if here[w]), None)
        if begun is None:
            return
        held, done = 0.0, None
        for one in range(begun, len(here)):
            into[one] += patients * (1 - frame.dropout * min(held / frame.sessions_needed, 1))
            held += rate if here[one] else 0
            if held >= frame.sessions_needed - SLACK:
                done = one
                break
        yield _Course(begun, patients, done)
        if done is None or not frame.refill:
            return
        week = done + 1


def _training(
    plan: Plan, template: Template, inputs: Inputs, frame: _Frame
) -> tuple[dict[int, float], dict[int, float]]:
    """Hours of training in each week, and how many of them lie inside working hours."""
    day_hours = number_of("training_day_hours", plan, template, inputs)
    hours, covered = dict[int, float](), dict[int, float]()
    rows = [row for row in inputs.recorded("training_date") if row["training_date"] != NO]
    for row in rows:
        day = row["training_date"]
        week = (day - frame.first).days // 7 if isinstance(day, date) else -1
        if 0 <= week < frame.weeks:
            hours[week] = hours.get(week, 0) + day_hours
            if row.get("training_in_hours") != NO:
                covered[week] = covered.get(week, 0) + day_hours
    if not rows:
        left = number_of("training_days", plan, template, inputs)
        for week in range(frame.start - 1, -1, -1):
            days = 0 if week in frame.closed else min(left, TRAINING_DAYS_A_WEEK)
            hours[week], left = days * day_hours, left - days
        covered = dict(hours)
    return hours, covered


def _summed(
    plan: Plan,
    template: Template,
    inputs: Inputs,
    frame: _Frame,
    people: list[PersonWeeks],
    courses: list[_Course],
) -> Ledger:
    def number(name: str) -> float:
        return number_of(name, plan, template, inputs)

    def completing(last: int) -> Completing:
        begun = [course for course in courses if course.start < frame.end]
        through = sum(
            course.patients for course in begun if course.done is not None and course.done < last
        )
        low, middle, high = (
            through * (1 - min(max(number(name), 0), 1))
            for name in ("dropout_high", "dropout", "dropout_low")
        )
        return Completing(low, middle, high)

    planned = number("planned_sessions")
    spans = closures_of(plan, template, frame.first, frame.first + LONGEST * WEEK)
    closed = weeks_within(spans, frame.first, LONGEST)
    open_weeks = [w for w in range(frame.start, frame.end) if w not in frame.closed]
    return Ledger(
        first=frame.first,
        start=frame.start,
        end=frame.end,
        closed=frame.closed,
        people=tuple(people),
        sessions=int(len(open_weeks) * frame.rates.sessions_a_week),
        planned_end=_end(frame, closed, planned),
        likely_end=_end(frame, closed, planned * number("overrun_slack")),
        worst_end=_end(frame, closed, planned * number("overrun_worst")),
        started=sum(course.patients for course in courses if course.start < frame.end),
        completing=completing(frame.end),
        completing_later=completing(frame.weeks),
    )


def _end(frame: _Frame, closed: set[int], sessions: float) -> date | None:
    """The Friday of the week in which a patient who starts first has the last session."""
    held = 0.0
    for week in range(frame.start, LONGEST):
        held += frame.rates.sessions_a_week if week not in closed else 0
        if held >= sessions - SLACK:
            return frame.first + week * WEEK + timedelta(days=4)
    return None
