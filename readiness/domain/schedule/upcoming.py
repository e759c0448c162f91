"""The dates of a plan as pairs of a day and what happens on it."""

from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.schedule.calendar import events_of


def all_dates(template: Template, plan: Plan) -> list[tuple[date, str]]:
    """The dates of a plan in order, each with what it is in words."""
    return [(event.day, event.words) for event in events_of(plan, template)]


def next_dates(template: Template, plan: Plan, today: date) -> list[tuple[date, str]]:
    """The dates from today on, in order."""
    return [(day, what) for day, what in all_dates(template, plan) if day >= today]
