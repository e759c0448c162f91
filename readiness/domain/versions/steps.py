"""Steps that can be undone: what is typed letter by letter is one step, until a pause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record

ONE_STEP = timedelta(seconds=4)
"""Changes to what is typed in one field are undone together while no pause is longer than this."""

LONGEST_STEP = timedelta(seconds=20)
"""Who types on and on loses no more than this with one undo."""

LONGEST_UNDO = 500
"""Steps that can be undone."""


class Step(Record, kw_only=False):
    """One change that can be undone."""

    before: Plan
    """The plan as it was."""
    what: str
    """What was changed, in words."""
    at: datetime
    """When it was last added to."""
    began: datetime
    """When it was begun."""


def with_step(done: list[Step], plan: Plan, what: str, at: datetime, *, joins: bool) -> list[Step]:
    """The steps with one more, from this plan on; `joins` where it may be part of the last."""
    last = done[-1] if done else None
    if joins and last and last.what == what and _goes_on(last, at):
        return [*done[:-1], Step(last.before, what, at, last.began)]
    return [*done, Step(plan, what, at, at)][-LONGEST_UNDO:]


def _goes_on(step: Step, at: datetime) -> bool:
    return at - step.at <= ONE_STEP and at - step.began <= LONGEST_STEP


def is_typed(parts: Mapping[str, Part], name: str) -> bool:
    """Whether a field is typed letter by letter."""
    return name in parts and not kind_of(parts[name]).is_offered
