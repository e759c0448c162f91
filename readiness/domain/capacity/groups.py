"""Groups: one thing each, with its leaders. A leader who leaves or is away does not split it."""

from __future__ import annotations

from datetime import date
from math import ceil

from readiness.domain.capacity.capacity import caseload_of, known_number, number_of
from readiness.domain.capacity.closures import monday
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import Inputs, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record


class Group(Record, kw_only=False):
    """One group's place in the plan: a group that is done may be followed by the next."""

    leaders: tuple[str, ...]
    """Who lead it together, in the order of the list."""
    size: float
    """Patients in it when it is full."""
    wanted: int
    """How many should lead it together."""


def groups_of(plan: Plan, template: Template) -> tuple[Group, ...]:
    """The groups that the caseloads make.

    Each is led by as many different practitioners as should lead one together, those first who have
    most groups without a leader left. None can be made while nobody has said how many patients are
    in one. Where nobody else is left, it has fewer: that is said, never
    reckoned as part of a group.
    """
    wanted = leaders_of_one(plan, template)
    size = known_number("group_size", plan, template)
    if size is None:
        return ()
    inputs = gathered(plan, template)
    loads = {who: caseload_of(who, inputs) for who in plan.people}
    left = {who: ceil(load.groups) for who, load in loads.items() if load and load.groups > 0}
    order = {who: at for at, who in enumerate(plan.people)}
    found = []
    while left:
        chosen = sorted(left, key=lambda who: (-left[who], order[who]))[:wanted]
        left = {who: n for who, n in ((w, left[w] - (w in chosen)) for w in left) if n > 0}
        found.append(Group(tuple(sorted(chosen, key=order.__getitem__)), size, wanted))
    return tuple(found)


def leaders_of_one(plan: Plan, template: Template) -> int:
    """How many practitioners lead one group together, at least one."""
    return max(ceil(number_of("group_leaders", plan, template)), 1)


def leaders_left(group: Group, who: str, inputs: Inputs, end: date | None) -> int:
    """How few lead a group before the period ends, while one of its leaders is there."""
    gone = _gone(who, inputs) or date.max
    leaving = (_gone(other, inputs) for other in group.leaders if other != who)
    left = sum(day is None or day >= gone or (end is not None and day >= end) for day in leaving)
    return 1 + left


def leaving_of(group: Group, inputs: Inputs, end: date) -> list[tuple[date, str]]:
    """Its leaders who leave before the period ends: the Monday they are gone from, and who."""
    days = ((_gone(who, inputs), who) for who in group.leaders)
    return sorted((day, who) for day, who in days if day is not None and day < end)


def _gone(who: str, inputs: Inputs) -> date | None:
    """The Monday from which a practitioner is gone; None for one who stays."""
    day = inputs.people[who].get("leaves")
    return monday(day) if isinstance(day, date) else None
