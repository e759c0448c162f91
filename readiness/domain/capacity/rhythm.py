"""When something recurs in a period of any length: the template's months, carried on to its end."""

from __future__ import annotations

from math import floor

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan

WEEKS_A_MONTH = 52 / 12

NOISE = 1e-9


def months_of(name: str, plan: Plan, template: Template, period: float) -> tuple[float, ...]:
    """The months after the start that a list of the practice names, for a period of so many months.

    What the list names last goes on with the list's last step until the period ends; where the
    first lies after the end, the end itself is named. None where nobody has given a month.
    """
    own, given = plan.assumptions.get(name), template.practice.numbers.get(name)
    value = given.value if own is None and given else own
    if value is None:
        return ()
    listed = value if isinstance(value, tuple) else (value,)
    known = sorted({float(month) for month in listed})
    usual = _usual(template)
    step = known[-1] - known[-2] if len(known) > 1 else usual
    while step >= 1 and known[-1] + step <= period:
        known.append(known[-1] + step)
    return tuple(month for month in known if month <= period) or (float(period),)


def _usual(template: Template) -> float:
    """The length of the period, in months, that limits and lists of a template are written for."""
    return template.practice.numbers["period_months"].number or 1


def limit_of(name: str, plan: Plan, template: Template) -> float | None:
    """A threshold as it holds for a plan: one of a whole period follows the period's length.

    None where the template gives no number, which then limits nothing.

    Raises KeyError for a name that is no threshold.
    """
    one = template.thresholds[name]
    usual = _usual(template)
    if one.number is None or not one.follows or plan.months == usual:
        return one.number
    if one.follows == "period_months":
        return one.number * plan.months / usual
    before, now = (_count(one.follows, plan, template, months) for months in (usual, plan.months))
    return max(floor(one.number * now / before + NOISE), 1) if before else one.number


def _count(name: str, plan: Plan, template: Template, period: float) -> int:
    """How often something recurs in a period: by a list of months, or every so many weeks."""
    if name.endswith("_weeks"):
        given = template.practice.numbers.get(name)
        gap = plan.assumptions.get(name, given.number if given else None)
        return floor(period * WEEKS_A_MONTH / max(gap, 1) + NOISE) if gap else 0
    return len(months_of(name, plan, template, period))
