"""Where a plan stood on each day that was kept, and where it stands now: a row each, no number."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.followup.course import course_of
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import date_of
from readiness.domain.record import Record
from readiness.domain.rules.review import review


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
    """The five areas."""
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
