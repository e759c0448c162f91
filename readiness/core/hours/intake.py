"""When how many patients start with which practitioner."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from datetime import date

from readiness.core.asked.template import Template
from readiness.core.frozen import Frozen
from readiness.core.hours.capacity import caseload_of, number_of
from readiness.core.hours.closures import monday
from readiness.core.said.inputs import Inputs, as_number
from readiness.core.said.plan import Plan
from readiness.core.said.sheets import date_of

MOST_ROUNDS = 100
"""Rounds of intake that are reckoned with."""


class Intake(Frozen, kw_only=False):
    """Individual patients by practitioner: week number and how many start in it."""

    patients: Mapping[str, tuple[tuple[int, float], ...]]
    rounds: tuple[tuple[int, float], ...]
    """Week number and how many start in it, over all."""
    left_over: float
    """Patients of the rounds for whom no practitioner has a place."""


def intake_of(plan: Plan, template: Template, inputs: Inputs, first: date) -> Intake:
    """The intake of a plan, its weeks counted from a Monday.

    The plan's own rounds; without any, the first round of INC-04 and further rounds of that size
    until every place is taken; without that, everyone in the first week.
    """
    places = _places(plan, inputs)
    rounds = _rounds(plan, template, inputs, first, sum(places.values()))
    found: dict[str, list[tuple[int, float]]] = {who: [] for who in places}
    left_over = 0.0
    for week, patients in rounds:
        given, rest = _shared(patients, places)
        for who, number in given.items():
            found[who].append((week, number))
            places[who] -= number
        left_over += rest
    return Intake({who: tuple(each) for who, each in found.items()}, tuple(rounds), left_over)


def _places(plan: Plan, inputs: Inputs) -> dict[str, float]:
    loads = {who: caseload_of(who, inputs) for who in plan.people}
    return {who: load.patients for who, load in loads.items() if load is not None}


def _rounds(
    plan: Plan, template: Template, inputs: Inputs, first: date, places: float
) -> list[tuple[int, float]]:
    start = (monday(plan.start) - first).days // 7 if plan.start else 0
    own = []
    for fields in plan.rounds.values():
        day, patients = date_of(fields, "date"), as_number(fields.get("patients"))
        if day is not None and patients:
            own.append((max((day - first).days // 7, start), patients))
    if own:
        return sorted(own)[:MOST_ROUNDS]
    size = inputs.number("first_round")
    if inputs.plan.get("session_format") != "individual" or not size or size >= places:
        return [(start, places)]
    gap = max(int(number_of("round_weeks", plan, template, inputs)), 1)
    rounds = list[tuple[int, float]]()
    while places > 0 and len(rounds) < MOST_ROUNDS:
        rounds.append((start + len(rounds) * gap, min(size, places)))
        places -= size
    return rounds


def _shared(patients: float, places: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """Patients one by one to whoever has most places left; what is left over has none."""
    given = dict[str, float]()
    free = [(-number, at, who) for at, (who, number) in enumerate(places.items()) if number > 0]
    heapq.heapify(free)
    left = patients
    while left > 0 and free:
        places_left, at, who = heapq.heappop(free)
        taken = min(1.0, left, -places_left)
        left -= taken
        given[who] = given.get(who, 0) + taken
        if places_left + taken < 0:
            heapq.heappush(free, (places_left + taken, at, who))
    return given, left
