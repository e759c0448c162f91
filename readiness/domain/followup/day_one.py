"""The plan as it stands on a day, in a few lines that a later day can be held against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.followup.case import Case
from readiness.domain.followup.course import course_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import START
from readiness.domain.rules.review import review


def is_wanting(plan: Plan, today: date) -> bool:
    """Whether the first day has come, something is planned, and it is not kept yet."""
    has_begun = plan.start is not None and plan.start <= today
    return has_begun and bool(plan.answers) and START not in plan.milestones


def stand_of(plan: Plan, template: Template, on: date, today: date) -> Mapping[str, Value]:
    """What a milestone keeps of a plan: areas, flags, and what was promised.

    `on` is the day that it stands for. Where it is taken later, the day of that is kept as well.
    """
    state, case = review(template, plan, today), Case(plan, template, today, on)
    inputs = case.inputs
    own = [as_number(fields.get("patients")) or 0 for fields in plan.rounds.values()]
    supervised, decided = inputs.dates("supervision_until"), inputs.date("decision_date")
    found: dict[str, Value | None] = {
        "on": on,
        "taken_on": today if today != on else None,
        "areas": tuple(f"{key} {area.status}" for key, area in state.areas.items()) or None,
        "flags": tuple(flag.id for flag in state.flags) or None,
        "course": _course(plan, template, today) if on != plan.start else None,
        "practitioners": len(case.staff),
        "hours_freed": _whole(case.hours_freed),
        "starts": _whole(sum(own) if own else inputs.number("first_round")),
        "reviews": tuple(inputs.dates("review_date")) or None,
        "supervision_until": supervised[-1] if supervised else None,
        "decision": decided,
        "rule": rule if isinstance(rule := inputs.plan.get("decision_rule"), str) else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _course(plan: Plan, template: Template, today: date) -> tuple[str, ...] | None:
    """Each rule after the start with its state; what is not due yet is left out."""
    found = course_of(plan, template, today)
    return tuple(f"{one.id} {one.state}" for one in found if one.state != "not due") or None


def _whole(number: float | None) -> float | int | None:
    """A number without a point where it is whole, as a person would write it."""
    return int(number) if number is not None and float(number).is_integer() else number
