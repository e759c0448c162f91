"""What the shapes of typed dates mean: each function makes a time of a match, or None."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from readiness.i18n.date_words import LAST, MONTH, ORDINAL, SEASON, WEEKDAY
from readiness.i18n.dates import FEASTS, easter
from readiness.i18n.language import _
from readiness.i18n.reading import Unclear
from readiness.i18n.times import DAY, Frame, Times, in_its_year, month_of, months_of, one_day
from readiness.i18n.words import MONTHS, date_words

CENTURY = 2000
"""Added to a year of two digits."""

LONG_YEAR = 4
FAR = 10
"""Years before today beyond which a year of two digits is asked about."""

Found = Times | Unclear | None
Meaning = Callable[[re.Match[str], Frame], Found]


def one_of(words: Iterable[str]) -> str:
    """Any of these words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


def year_of(text: str | None, frame: Frame) -> int | None:
    """The year that was said; None where there is none."""
    if not text:
        return None
    by = {"next year": 1, "neste \u00e5r": 1, "last year": -1, "i fjor": -1, "fjor": -1}
    if not text.strip("'").isdecimal():
        return frame.today.year + by.get(text, 0)
    year = int(text.strip("'"))
    return year + (CENTURY if year < 100 else 0)  # noqa: PLR2004 - two digits


def _on(year: int, month: int, day: int) -> Found:
    """A day; where the month has fewer, that is said, with its last day."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        if not (1 <= month <= 12 and 29 <= day <= 31 and year):  # noqa: PLR2004 - a calendar
            return None
    last = month_of(year, month).last
    why = _("{month} {year} has {n} days").format(month=_(MONTHS[month - 1]), year=year, n=last.day)
    return Unclear(why, _("check the day and the month"), last)


def _exists(year: int, month: int, day: int) -> bool:
    return isinstance(_on(year, month, day), Times)


def _in_year(month: int, day: int, frame: Frame) -> Found:
    """A day and a month, in the year that is meant."""

    def of(year: int) -> Times | None:
        found = _on(year, month, day)
        return found if isinstance(found, Times) else None

    times = in_its_year(of, frame)
    if times is not None:
        return times
    near = in_its_year(lambda year: one_day(month_of(year, month).last), frame)
    return _on(near.first.year, month, day) if near else None


def iso(found: re.Match[str], _frame: Frame) -> Found:
    """The day meant by 2027-01-31 or 20270131."""
    return _on(int(found[1]), int(found[2]), int(found[3]))


def iso_month(found: re.Match[str], _frame: Frame) -> Found:
    """The month meant by 2027-02."""
    return month_of(int(found[1]), int(found[2])) if 1 <= int(found[2]) <= len(MONTHS) else None


def month_year(found: re.Match[str], _frame: Frame) -> Found:
    """The month meant by 02/2027."""
    return month_of(int(found[2]), int(found[1])) if 1 <= int(found[1]) <= len(MONTHS) else None


def local(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by 31.1.2027 or 31/1/27, day first.

    The month is first only where no day would come out else.
    """
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    turned = CENTURY + day
    year += 0 if len(found[3]) == LONG_YEAR else CENTURY
    if (
        year < frame.today.year - FAR
        and len(found[3]) < LONG_YEAR
        and _exists(turned, month, year - CENTURY)
    ):
        offer = date(turned, month, year - CENTURY)
        why = _("which of these is the year is not clear: {text}").format(text=found[0])
        return Unclear(why, _("write the year with four digits"), offer)
    if not _exists(year, month, day) and _exists(year, day, month):
        return _on(year, day, month)
    return _on(year, month, day)


def day_month(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by 31.1. or 24/12; 03/28, which may be March 2028, is asked about."""
    day, month = int(found[1]), int(found[2])
    if 1 <= month <= len(MONTHS):
        return _in_year(month, day, frame)
    if not 1 <= day <= len(MONTHS) or month < frame.today.year - CENTURY:
        return None
    offer = month_of(CENTURY + month, day).first
    why = _("which of these is the year is not clear: {text}").format(text=found[0])
    return Unclear(why, _("write the year with four digits"), offer)


def named_day(found: re.Match[str], frame: Frame) -> Found:
    """31 January 2027, Jan 31 2027, 3rd of May."""
    day, month, year = int(found["d"]), MONTH.get(found["m"], 0), year_of(found["y"], frame)
    if not month:
        return None
    return _in_year(month, day, frame) if year is None else _on(year, month, day)


def month_day(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by January 31; "Aug 28", which may be August 2028, is asked about."""
    day, month = int(found["d"]), MONTH.get(found["m"], 0)
    if not month:
        return None
    year = year_of(found["y"], frame)
    if year is not None:
        return _on(year, month, day)
    times = _in_year(month, day, frame)
    is_year = 0 <= CENTURY + day - frame.today.year <= 10 and len(found["d"]) > 1  # noqa: PLR2004
    if not is_year:
        return times
    of_year = month_of(CENTURY + day, month).first
    offer = times.first if isinstance(times, Times) else of_year
    why = _("{text} can be read as {day}, and as {month} {year}").format(
        text=found[0], day=date_words(offer), month=_(MONTHS[month - 1]), year=CENTURY + day
    )
    return Unclear(why, _("write the year with four digits"), offer)


def named_month(found: re.Match[str], frame: Frame) -> Found:
    """March 2027, next May, mars -28."""
    month, year = MONTH.get(found["m"], 0), year_of(found["y"], frame)
    if not month:
        return None
    if year is not None:
        return month_of(year, month)
    looks = frame._replace(direction="past") if found.groupdict().get("w") in LAST else frame
    return in_its_year(lambda year: month_of(year, month), looks)


def part_of_month(found: re.Match[str], frame: Frame) -> Found:
    """The first or the second half of March."""
    times = named_month(found, frame)
    if not isinstance(times, Times):
        return times
    middle = times.first.replace(day=15)
    return (
        Times(times.first, middle) if ORDINAL[found["n"]] == 1 else Times(middle + DAY, times.last)
    )


def week(found: re.Match[str], frame: Frame) -> Found:
    """Week 7, 2027-W34, uke 7/2028: its days."""
    week, year = int(found["n"]), year_of(found["y"], frame)

    def of(year: int) -> Times | None:
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            return None
        return Times(monday, monday + DAY * 6)

    times = in_its_year(of, frame) if year is None else of(year)
    if times is None and week:
        in_year = year or frame.today.year
        n = date(in_year, 12, 28).isocalendar().week
        why = _("{year} has {n} weeks").format(year=in_year, n=n)
        return Unclear(why, _("check the number of the week"))
    weekday = found.groupdict().get("d")
    return times.on_weekday(int(weekday)) if times and weekday else times


def part_of_year(count: int) -> Meaning:
    """A quarter, or half a year."""

    def meant(found: re.Match[str], frame: Frame) -> Found:
        number = ORDINAL.get(found["n"], 0)
        year = year_of(found["y"], frame)
        if not 1 <= number <= len(MONTHS) // count:
            return None
        month = (number - 1) * count + 1
        if year is not None:
            return months_of(year, month, count)
        return in_its_year(lambda one: months_of(one, month, count), frame)

    return meant


def day_alone(day: int, text: str, frame: Frame) -> Unclear | None:
    """A day without its month, such as the 15th: unclear, the next or latest one offered."""
    months = (frame.today.year * 12 + frame.today.month - 1 + by for by in range(-12, 13))
    days = [_on(year, at + 1, day) for year, at in (divmod(month, 12) for month in months)]
    is_past = frame.direction == "past"
    near = [
        one.first
        for one in days
        if isinstance(one, Times)
        and (one.first <= frame.today if is_past else one.first >= frame.today)
    ]
    if not near:
        return None
    why = _("which month is missing: {text}").format(text=text)
    return Unclear(why, _("type a day and a month"), near[-1] if is_past else near[0])


def year(found: re.Match[str], frame: Frame) -> Found:
    """The time meant by a year, such as 2028: unclear, as its month is missing."""
    year = year_of(found["y"], frame)
    if year is None or not 1900 <= year <= 2199:  # noqa: PLR2004 - as plans do
        return None
    is_next = found["y"] in ("next year", "neste \u00e5r")
    missing = _("which month is missing: {text} is a whole year").format(text=found["y"])
    return Times(date(year, 1, 1), date(year, 12, 31), "" if is_next else missing)


def season(found: re.Match[str], frame: Frame) -> Found:
    """The time meant by a season, such as høsten 2027: unclear, as its month is missing."""
    first, last = SEASON[found["s"]]
    count = (last - first) % 12 + 1

    def of(year: int) -> Times:
        times = months_of(year, first, count)
        ends = (
            _("{first} to {last}").format(first=_(MONTHS[first - 1]), last=_(MONTHS[last - 1]))
            if first != last
            else _(MONTHS[first - 1])
        )
        missing = _("which month is missing: {text} is {months}").format(text=found[0], months=ends)
        return times._replace(missing=missing)

    year = year_of(found["y"], frame)
    return of(year) if year is not None else in_its_year(of, frame._replace(point="end"))


def feast(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by a feast, such as Good Friday; Easter is unclear, as it has several days."""
    feast = FEASTS[found["f"]]

    def of(year: int) -> Times:
        first, last = feast.of(year)
        if first == last:
            return one_day(first)
        is_easter = not feast.month and not feast.days
        day = easter(year) if is_easter else first + DAY * feast.before
        name = _("Easter Sunday") if is_easter else found["f"]
        missing = _("which day is missing: {name} is {day}").format(name=name, day=date_words(day))
        return Times(first, last, missing, name, day)

    year = year_of(found["y"], frame)
    return of(year) if year is not None else in_its_year(of, frame)


def weekday_of_month(found: re.Match[str], frame: Frame) -> Found:
    """First Monday in March."""
    times = named_month(found, frame)
    if not isinstance(times, Times) or found["d"] not in WEEKDAY:
        return None
    day = nth_weekday(times, ORDINAL[found["n"]], WEEKDAY[found["d"]])
    return one_day(day) if day else None


def nth_weekday(times: Times, number: int, weekday: int) -> date | None:
    """The first, second or last of a day of the week in a month; None where there are fewer."""
    if number < 0:
        return times.last - DAY * ((times.last.isoweekday() - weekday) % 7)
    first = times.first + DAY * ((weekday - times.first.isoweekday()) % 7)
    day = first + DAY * 7 * (number - 1)
    return day if day <= times.last else None
