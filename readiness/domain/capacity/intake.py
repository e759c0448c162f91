"""Rounds of intake: when how many patients are to start, over all practitioners."""

from __future__ import annotations

from datetime import date

from readiness.domain.capacity.capacity import number_of
from readiness.domain.capacity.closures import monday
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import Inputs, as_number
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


def usual_rounds(
    plan: Plan, template: Template, inputs: Inputs, start: int, places: float
) -> list[Round]:
    """The rounds where a plan names none: the first one's size, until every place is taken.

    Without a size everybody starts in the first week.
    """
    size = inputs.number("first_round")
    if not size or size >= places:
        return [(start, places)]
    gap = max(int(number_of("round_weeks", plan, template, inputs)), 1)
    rounds = list[Round]()
    while places > 0 and len(rounds) < MOST_ROUNDS:
        rounds.append((start + len(rounds) * gap, min(size, places)))
        places -= size
    return rounds
