"""Months and weeks on the calendar."""

import calendar
from datetime import date, timedelta

LAST_YEAR = 9000
"""Dates beyond this year are cut to it, so that no sum of months leaves the calendar."""


def plus_months(day: date, months: float) -> date:
    """The same day so many months later, or the month's last day if it is shorter."""
    whole = int(months)
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if not 1 <= year <= LAST_YEAR:
        return date(min(max(year, 1), LAST_YEAR), 1, 1)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def plus_weeks(day: date, weeks: float) -> date:
    """So many weeks later, cut to the calendar's end."""
    try:
        return day + timedelta(days=round(weeks * 7))
    except OverflowError:
        return date(LAST_YEAR, 1, 1)


def months_between(first: date, last: date) -> float:
    """Months from one day to another; negative if it lies before."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (last.day - first.day) / 31


def weeks_between(first: date, last: date) -> float:
    """Weeks from one day to another; negative if it lies before."""
    return (last - first).days / 7


def easter(year: int) -> date:
    """Easter Sunday of a year, by the Gregorian calendar's own arithmetic (Butcher's form)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
