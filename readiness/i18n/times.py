"""A day, or a time of several days, that a text names; and what it is read by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from readiness.i18n.dates import plus_months

ENOUGH_YEARS = 9
"""Years in which a day is looked for that is not in each of them, such as 29 February."""

DAY = timedelta(days=1)


class Frame(NamedTuple):
    """What a date is read by."""

    today: date
    direction: str = "ahead"
    """`ahead` for the next one, `end` for the last day of what is named, `past` for the latest."""
    start: date | None = None
    """The first day of the plan's period, and its last one."""
    end: date | None = None
    closed: tuple[tuple[date, date], ...] = ()
    """Times without sessions: a rhythm leaves them out."""
    like: date | None = None
    """A date of the same list, whose year counts where none is said."""
    point: str = ""
    """Which end of a time was said: `start`, `middle` or `end`."""


class Times(NamedTuple):
    """A time from one day until and including another."""

    first: date
    last: date
    missing: str = ""
    """What is missing where it stands alone, in words; empty where a day can be taken from it."""
    name: str = ""
    """What its own day is called, such as Easter Sunday."""
    day: date | None = None
    """That day."""

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def at(self, point: str) -> Times:
        """Its first day, its last, or one in the middle: the 15th of a month."""
        day = {"start": self.first, "end": self.last}.get(point)
        if day is None:
            half = self.first + (self.last - self.first) / 2
            is_month = self.first.day == 1 and (self.last + DAY).day == 1
            is_short = (self.last - self.first).days < 31  # noqa: PLR2004 - one month
            day = self.first.replace(day=15) if is_month and is_short else half
        return Times(day, day)

    def chosen(self, frame: Frame) -> date:
        """The day of it that a field takes."""
        point = frame.point or ("end" if frame.direction == "end" else "start")
        return self.at(point).first

    def on_weekday(self, weekday: int) -> Times | None:
        """A day of the week, where it is a week."""
        if (self.last - self.first).days != 6:  # noqa: PLR2004 - a week
            return None
        return one_day(self.first + DAY * (weekday - 1))


def one_day(day: date) -> Times:
    """A time of one day."""
    return Times(day, day)


def month_of(year: int, month: int) -> Times:
    """The time from the first to the last day of a month."""
    first = date(year, month, 1)
    return Times(first, plus_months(first, 1) - DAY)


def months_of(year: int, month: int, count: int) -> Times:
    """So many months from one on."""
    first = date(year, month, 1)
    return Times(first, plus_months(first, count) - DAY)


def in_its_year(make: Callable[[int], Times | None], frame: Frame) -> Times | None:
    """What is said without a year: the next one, or the latest one where the field looks back."""
    if frame.like is not None:
        return make(frame.like.year)
    by = -1 if frame.direction == "past" else 1
    for years in range(ENOUGH_YEARS):
        found = make(frame.today.year + by * years)
        if found is None:
            continue
        day = found.chosen(frame)
        is_week = 0 < (found.last - found.first).days < 7  # noqa: PLR2004 - it goes on
        if (day <= frame.today) if by < 0 else ((found.last if is_week else day) >= frame.today):
            return found
    return None
