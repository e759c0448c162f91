"""Weeks without sessions: closures and holidays of the service, absences of one practitioner."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date, timedelta

from readiness.domain.checklist.template import Holiday, Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import Span, spans_of
from readiness.i18n.dates import LAST_YEAR, easter

MOST_OF_A_WEEK = 3
"""Working days without sessions that make a week one without any: with fewer than three left."""

WORKING_DAYS = 5

WEEK = timedelta(days=7)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def closures_of(plan: Plan, template: Template, first: date, last: date) -> list[Span]:
    """The times without sessions from one day to another, earliest first.

    Those of the plan; if it names none, the holidays of the template, which are our default.
    """
    own = spans_of(plan.closures)
    if own:
        return own
    years = range(max(first.year - 1, 1), min(last.year, LAST_YEAR) + 1)
    found = [_in_year(one, year) for one in template.practice.holidays.values() for year in years]
    return sorted(
        (span for span in found if span.last >= first and span.first <= last),
        key=lambda span: span.first,
    )


@functools.lru_cache(maxsize=512)
def _in_year(holiday: Holiday, year: int) -> Span:
    if holiday.month:
        last_day = 28 if holiday.month == 2 else 30  # noqa: PLR2004 - February
        begins = date(year, holiday.month, min(holiday.day, last_day))
    else:
        begins = easter(year) + timedelta(days=holiday.easter_days)
    first = monday(begins)
    return Span(first, first + holiday.weeks * WEEK - timedelta(days=1), holiday.label)


def holiday_weeks(template: Template) -> int:
    """Weeks a year without sessions by the template's holidays."""
    return sum(holiday.weeks for holiday in template.practice.holidays.values())


def weeks_within(spans: Iterable[Span], first_monday: date, count: int) -> set[int]:
    """The numbers of the weeks, counted from a Monday's, that are mostly covered by spans."""
    covered: dict[int, int] = {}
    for span in spans:
        start = max((span.first - first_monday).days, 0)
        stop = min((span.last - first_monday).days, count * 7 - 1)
        for week in range(start // 7, stop // 7 + 1):
            first, last = max(start - week * 7, 0), min(stop - week * 7, WORKING_DAYS - 1)
            days = (1 << last + 1) - (1 << first) if first <= last else 0
            covered[week] = covered.get(week, 0) | days
    return {week for week, days in covered.items() if days.bit_count() >= MOST_OF_A_WEEK}


def period_weeks(first: date, last: date) -> int:
    """Weeks from one day up to, and not with, another: those with most of their working days."""
    return _weeks_left(first, last, ())


def open_weeks(plan: Plan, template: Template, first: date, last: date) -> int:
    """Weeks with sessions from one day up to, and not with, another.

    Days outside and closed days count together, each once.
    """
    return _weeks_left(first, last, closures_of(plan, template, monday(first), last))


def _weeks_left(first: date, last: date, spans: Iterable[Span]) -> int:
    begins = monday(first)
    count = max(-(-(last - begins).days // 7), 0)
    outside = [*before(first), *rest_of_week(last)]
    return count - len(weeks_within([*outside, *spans], begins, count))


def before(day: date) -> list[Span]:
    """The days of a day's week that come before it."""
    return [Span(monday(day), day - timedelta(days=1))] if day.weekday() else []


def rest_of_week(day: date) -> list[Span]:
    """A day and the rest of its week."""
    return [Span(day, monday(day) + WEEK - timedelta(days=1))]


def closure_on(day: date, closures: Iterable[Span]) -> Span | None:
    """The closure that a day falls in, if there is one."""
    return next((span for span in closures if span.first <= day <= span.last), None)
