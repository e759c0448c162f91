"""What if: a plan as it is beside the plan as it could be.

Each what-if makes a changed plan and nothing else, so that what is shown is what is taken over.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil

from readiness.domain.capacity.capacity import (
    caseload_of,
    known_number,
    number_of,
    rates_of,
    week_of,
)
from readiness.domain.capacity.closures import WEEK, monday
from readiness.domain.capacity.groups import groups_of, leaders_of_one
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO, Value
from readiness.domain.plan.inputs import Inputs, asks_for, gathered, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _, n_
from readiness.i18n.words import exact_words, first_down

HALF = 0.5
"""Hours are freed in steps of this size; our default."""

SICK_WEEKS = 6
"""Weeks that a practitioner is away in the usual what-if."""

MOST = 100
"""A search gives up after so many steps."""


class Variant(Record, kw_only=False):
    """A plan as it could be."""

    words: str
    """What is different, in words."""
    plan: Plan


def put(plan: Plan, template: Template, feed: str, value: Value | None, who: str = "") -> Plan:
    """A copy with the answer that feeds an input; unchanged where no question asks for it."""
    ref = input_ref(template, feed)
    if ref is None:
        return plan
    item = template.items[ref.item]
    if not asks_for(item.parts, feed) and asks_for(item.person_parts, feed):
        return plan.answering_person(who, ref.part, value)
    if "value" not in item.parts:
        plan = plan.answering(ref.item, "value", None)
    return plan.answering(ref.item, ref.part, value)


def leaves(plan: Plan, template: Template, who: str, week: int) -> Variant:
    """One practitioner leaves in a week, counted from 1 at the start. Needs a start."""
    day = _week_day(plan, week)
    words = _("{who} leaves in week {week}").format(who=who, week=week)
    return Variant(words, put(plan, template, "leaves", day, who))


def away(plan: Plan, who: str, week: int, weeks: int = SICK_WEEKS) -> Variant:
    """One practitioner is away for some weeks from a week on. Needs a start."""
    first = _week_day(plan, week)
    until = first + weeks * WEEK - timedelta(days=3)
    fields: Mapping[str, Value] = {
        "who": who,
        "from": first,
        "until": until,
        "what": first_down(_("What if")),
    }
    changed = plan.entering("absences", plan.new_entry("absences"), fields)
    words = n_(
        "{who} is away for {n} week from week {week}",
        "{who} is away for {n} weeks from week {week}",
        weeks,
    )
    return Variant(words.format(who=who, n=weeks, week=week), changed)


def _week_day(plan: Plan, week: int) -> date:
    return monday(plan.start or date.min) + (week - 1) * WEEK


def in_groups(plan: Plan, template: Template) -> Variant | None:
    """Groups instead of individual patients, as few as hold them all; None if they are so now.

    None too where nobody has said how many patients are in a group. Each group is led by as many
    practitioners as the practice asks; pairs are made in the order of the list. Groups that are
    planned already stay as they are.
    """
    inputs = gathered(plan, template)
    patients = _individual(plan, inputs)
    known = known_number("group_size", plan, template)
    if patients <= 0 or not plan.people or known is None:
        return None
    has_groups = bool(groups_of(plan, template))
    size = max(known, 1)
    leaders = leaders_of_one(plan, template)
    groups = ceil(patients / size)
    each = {who: _groups(who, inputs) for who in plan.people}
    names = list(each)
    for seat in range(groups * leaders):
        each[names[seat % len(names)]] += 1
    minutes = _whole(number_of("group_session_minutes", plan, template))
    full = _whole(size if has_groups else min(size, patients))
    changed = put(plan, template, "session_format", "group")
    changed = put(changed, template, "group_size", full)
    changed = put(changed, template, "group_leaders", leaders)
    changed = put(changed, template, "session_minutes", minutes)
    changed = put(changed, template, "patients_each", None)
    for who, number in each.items():
        changed = put(changed, template, "groups", number, who)
        changed = put(changed, template, "patients", None, who)
    words = n_(
        "one group of up to {size} instead of single patients",
        "{n} groups of up to {size} instead of single patients",
        groups,
    ).format(n=groups, size=exact_words(full))
    details = n_(
        "{words}: sessions of {minutes} minutes, {leaders} leader, groups led by each: {each}",
        "{words}: sessions of {minutes} minutes, {leaders} leaders, groups led by each: {each}",
        leaders,
    ).format(words=words, minutes=exact_words(minutes), leaders=leaders, each=_each(each))
    return Variant(details, changed)


def _groups(who: str, inputs: Inputs) -> int:
    load = caseload_of(who, inputs)
    return ceil(load.groups) if load is not None else 0


def _each(numbers: Mapping[str, float]) -> str:
    """What falls to each practitioner, in the order of the list."""
    return ", ".join(f"{who} {exact_words(number)}" for who, number in numbers.items())


def patients_words(plan: Plan, template: Template) -> str:
    """How many individual patients fall to each practitioner."""
    inputs = gathered(plan, template)
    return _each({who: inputs.person_number(who, "patients") or 0 for who in plan.people})


def _individual(plan: Plan, inputs: Inputs) -> float:
    loads = [caseload_of(who, inputs) for who in plan.people]
    return sum(load.patients for load in loads if load is not None)


def one_more(plan: Plan, template: Template) -> Variant | None:
    """One more practitioner, who takes an even share of the patients and has the hours for it."""
    inputs = gathered(plan, template)
    patients = _individual(plan, inputs)
    if patients <= 0 or not plan.people:
        return None
    name = _new_name(plan)
    rates = rates_of(plan, template)
    share = ceil(patients / (len(plan.people) + 1))
    need = week_of(share, 0, rates).hours
    limit = template.thresholds.get("hours_tight")
    tight = (limit.number if limit else None) or 1
    changed = plan.with_person(name)
    changed = put(changed, template, "hours_freed", half_hours_up(need), name)
    changed = put(changed, template, "leaves", NO, name)
    shared = _shared(changed, template, patients)
    freed = half_hours_up(need / max(tight, HALF))
    shared = put(shared, template, "hours_freed", freed, name)
    words = _(
        "one more practitioner, {name}, with {hours} hours a week and no plans to leave; "
        "the patients shared out anew ({each})"
    )
    said = {"name": name, "hours": exact_words(freed), "each": patients_words(shared, template)}
    return Variant(words.format(**said), shared)


def _new_name(plan: Plan) -> str:
    names = (_("New {n}").format(n=number) for number in range(1, MOST * MOST))
    return next(name for name in names if name not in plan.people)


def fewer(plan: Plan, template: Template, patients: int) -> Variant | None:
    """So many individual patients in all, shared out so that everyone fits if that can be.

    None where no fewer are planned.
    """
    inputs = gathered(plan, template)
    planned = _individual(plan, inputs)
    if not 0 <= patients < planned:
        return None
    changed = _shared(plan, template, patients)
    each = patients_words(changed, template)
    words = n_(
        "{n} patient instead of {planned} ({each})",
        "{n} patients instead of {planned} ({each})",
        patients,
    )
    return Variant(words.format(n=patients, planned=exact_words(planned), each=each), changed)


def _shared(plan: Plan, template: Template, patients: float) -> Plan:
    """A copy in which patients go one by one to whoever has most hours left."""
    inputs = gathered(plan, template)
    rates = rates_of(plan, template)
    each = dict.fromkeys(plan.people, 0)
    freed = {who: inputs.person_number(who, "hours_freed") for who in each}
    known = any(freed.values())

    listed = [who for who in each if freed[who] is not None] if known else list(each)
    need = [week_of(number, 0, rates).hours for number in range(int(patients) + 2)]

    def turn(at: int) -> tuple[float, int, int]:
        """First whoever has most hours left, then fewest patients, then the first in the list."""
        number, hours = each[listed[at]] + 1, freed[listed[at]] or 0
        return (need[number] - hours if known else 0.0, number, at)

    queue = [turn(at) for at in range(len(listed))]
    heapq.heapify(queue)
    for _patient in range(int(patients)):
        at = queue[0][-1]
        each[listed[at]] += 1
        heapq.heapreplace(queue, turn(at))
    for who, number in each.items():
        plan = put(plan, template, "patients", number, who)
    return plan


def with_hours(plan: Plan, template: Template, hours: Mapping[str, float]) -> Variant:
    """So many hours freed for each of these practitioners."""
    words = []
    inputs = gathered(plan, template)
    for who, number in hours.items():
        before = inputs.person_number(who, "hours_freed") or 0
        plan = put(plan, template, "hours_freed", _whole(number), who)
        more = _("{n} h more a week for {who}")
        words.append(more.format(n=exact_words(number - before), who=who))
    return Variant(", ".join(words), plan)


def half_hours_up(hours: float) -> float | int:
    """Hours rounded up to the next half hour, which is how they are freed."""
    return _whole(ceil(hours / HALF - 1e-9) * HALF)


def _whole(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
