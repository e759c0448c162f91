"""The plan as it stands on a day, in a few lines, and where it stood on each day that was kept."""

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
from readiness.domain.plan.tables import date_of
from readiness.domain.record import Record
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


class TrendRow(Record, kw_only=False):
    """One area, or one rule after the start, over the days that were kept."""

    id: str
    """The id of the area or the rule."""
    name: str
    """What it is called."""
    states: tuple[str, ...]
    """Its state on each day, in the file's words; empty where it was not looked at."""


class Trend(Record, kw_only=False):
    """The days that were kept, and today, with what stood then."""

    days: tuple[date, ...]
    """The days, today last."""
    areas: tuple[TrendRow, ...]
    """The areas."""
    rules: tuple[TrendRow, ...]
    """The rules after the start that were looked at on any of these days."""


def trend_of(plan: Plan, template: Template, today: date) -> Trend:
    """Where a plan stood on each day that it keeps, and today."""
    dated = [(date_of(fields, "on"), fields) for fields in plan.milestones.values()]
    known = [(day, fields) for day, fields in dated if day is not None and day < today]
    kept = sorted(known, key=lambda one: one[0])
    areas = [_states(fields.get("areas")) for _day, fields in kept]
    rules = [_states(fields.get("course")) for _day, fields in kept]
    now = review(template, plan, today)
    areas.append({key: area.status for key, area in now.areas.items()})
    found = course_of(plan, template, today)
    rules.append({one.id: one.state for one in found if one.state != "not due"})
    names = {key: area.title for key, area in template.areas.items()}
    shorts = {key: rule.short for key, rule in template.follow_up.rules.items()}
    return Trend(
        days=(*(day for day, _fields in kept), today),
        areas=tuple(_row(key, name, areas) for key, name in names.items()),
        rules=tuple(
            _row(key, name, rules)
            for key, name in shorts.items()
            if any(key in states for states in rules)
        ),
    )


def _row(key: str, name: str, columns: list[dict[str, str]]) -> TrendRow:
    return TrendRow(key, name, tuple(states.get(key, "") for states in columns))


def _states(kept: object) -> dict[str, str]:
    """What a milestone keeps, such as "capacity red": the name and the state of each."""
    words = kept if isinstance(kept, tuple) else ()
    return {name: state for name, _space, state in (str(one).partition(" ") for one in words)}
