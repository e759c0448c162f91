"""What begins when: rounds of intake over all practitioners, and training that has no date yet."""

from __future__ import annotations

from datetime import date

from readiness.domain.capacity.capacity import number_of
from readiness.domain.capacity.closures import WEEK, closures_of, monday, weeks_within
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import as_number, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import date_of

MOST_ROUNDS = 100
"""Rounds of intake that are reckoned with where a plan names none of its own."""

Round = tuple[int, float]
"""The number of its week, and how many patients are to start in it."""


def own_rounds(plan: Plan, first: date) -> list[Round]:
    """The rounds that a plan names in the order of their days; none before the start.

    Weeks are counted from a Monday.
    """
    start = (monday(plan.start) - first).days // 7 if plan.start else 0
    found = []
    for fields in plan.rounds.values():
        day, patients = date_of(fields, "date"), as_number(fields.get("patients"))
        if day is not None and patients:
            found.append((day, patients))
    in_turn = sorted(found, key=lambda one: one[0])
    return [(max((day - first).days // 7, start), patients) for day, patients in in_turn]


def usual_rounds(plan: Plan, template: Template, start: int, places: float) -> list[Round]:
    """The rounds where a plan names none: the first one's size, until every place is taken.

    Without a size everybody starts in the first week.
    """
    size = gathered(plan, template).number("first_round")
    if not size or size >= places:
        return [(start, places)]
    gap = max(int(number_of("round_weeks", plan, template)), 1)
    rounds = list[Round]()
    while places > 0 and len(rounds) < MOST_ROUNDS:
        rounds.append((start + len(rounds) * gap, min(size, places)))
        places -= size
    return rounds


EARLIEST = 26
"""Training longer than this many weeks before the start is not shown."""

TRAINING_DAYS_A_WEEK = 2
"""Where no training day has a date, so many are put in each of the last weeks before the start."""


def weeks_of_training(plan: Plan, template: Template, first: date) -> int:
    """How many weeks before the start the training begins that has no date yet."""
    days = undated_training(plan, template)
    begins = first - EARLIEST * WEEK
    closed = weeks_within(closures_of(plan, template, begins, first), begins, EARLIEST)
    for back in range(1, EARLIEST + 1):
        if days <= 0:
            return back - 1
        days -= 0 if EARLIEST - back in closed else TRAINING_DAYS_A_WEEK
    return EARLIEST


def undated_training(plan: Plan, template: Template) -> float:
    """Days of training that the practice has and that have no date yet."""
    days = number_of("training_days", plan, template)
    return max(days - len(set(gathered(plan, template).dates("training_date"))), 0)
