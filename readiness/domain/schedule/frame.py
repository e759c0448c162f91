"""What dates are read by that a person types: today, the plan's period, and when it is closed."""

from __future__ import annotations

from datetime import date

from readiness.domain.capacity.closures import closures_of
from readiness.domain.checklist.template import Template
from readiness.domain.memo import memo
from readiness.domain.plan.plan import Plan
from readiness.i18n.dates import plus_months
from readiness.i18n.times import DAY, Frame

MONTHS_BEHIND = 24
"""Months behind the period for which closures are known to a rhythm that goes on beyond it."""


def frame_of(plan: Plan, template: Template, today: date) -> Frame:
    """The frame of a plan's fields; the period is from its first day to the day before its end."""
    return _of(plan, template)._replace(today=today)


@memo
def _of(plan: Plan, template: Template) -> Frame:
    if plan.start is None:
        return Frame(date.min)
    end = plus_months(plan.start, plan.months)
    spans = closures_of(plan, template, plan.start, plus_months(end, MONTHS_BEHIND))
    closed = tuple((span.first, span.last) for span in spans)
    return Frame(date.min, start=plan.start, end=end - DAY, closed=closed)
