"""Training before the start: how many days have no date yet, and from which week they take time."""

from __future__ import annotations

from datetime import date

from readiness.domain.capacity.capacity import number_of
from readiness.domain.capacity.closures import WEEK, closures_of, weeks_within
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import Inputs
from readiness.domain.plan.plan import Plan

EARLIEST = 26
"""Training longer than this many weeks before the start is not shown."""

TRAINING_DAYS_A_WEEK = 2
"""Where no training day has a date, so many are put in each of the last weeks before the start."""


def weeks_of_training(plan: Plan, template: Template, inputs: Inputs, first: date) -> int:
    """How many weeks before the start the training begins that has no date yet."""
    days = undated_training(plan, template, inputs)
    begins = first - EARLIEST * WEEK
    closed = weeks_within(closures_of(plan, template, begins, first), begins, EARLIEST)
    for back in range(1, EARLIEST + 1):
        if days <= 0:
            return back - 1
        days -= 0 if EARLIEST - back in closed else TRAINING_DAYS_A_WEEK
    return EARLIEST


def undated_training(plan: Plan, template: Template, inputs: Inputs) -> float:
    """Days of training that the practice has and that have no date yet."""
    days = number_of("training_days", plan, template, inputs)
    return max(days - len(set(inputs.dates("training_date"))), 0)
