"""Months and weeks on the calendar, up to its ends."""

from datetime import date

import pytest

from readiness.i18n.dates import LAST_YEAR, months_between, plus_months, plus_weeks, weeks_between


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 11), 12, date(2028, 1, 11)),
        (date(2027, 3, 1), -2, date(2027, 1, 1)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(9999, 12, 31), 60, date(LAST_YEAR, 1, 1)),
        (date(1, 1, 1), -1, date(1, 1, 1)),
    ],
)
def test_months_are_added_within_the_calendar(day: date, months: int, later: date) -> None:
    assert plus_months(day, months) == later


def test_weeks_are_added_within_the_calendar() -> None:
    assert plus_weeks(date(2027, 1, 11), 1.5) == date(2027, 1, 21)
    assert plus_weeks(date(9999, 12, 31), 1) == date(LAST_YEAR, 1, 1)
    assert plus_weeks(date(2027, 1, 1), 1e12) == date(LAST_YEAR, 1, 1)


def test_the_time_between_two_days_is_negative_backwards() -> None:
    assert months_between(date(2027, 1, 11), date(2027, 7, 11)) == 6
    assert months_between(date(2027, 7, 11), date(2027, 1, 11)) == -6
    assert weeks_between(date(2027, 1, 11), date(2027, 1, 4)) == -1
