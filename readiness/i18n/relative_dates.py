"""Dates that are said from another day: in 3 weeks, last Friday, a month after the start."""

from __future__ import annotations

import re
from datetime import date

from readiness.i18n.date_words import AGO, LAST, NEXT, RELATIVE, UNIT, WEEKDAY
from readiness.i18n.dates import plus_months, plus_weeks
from readiness.i18n.language import _
from readiness.i18n.numerals import number_in_words
from readiness.i18n.reading import Unclear
from readiness.i18n.times import DAY, Frame, Times, one_day

Found = Times | Unclear | None


def relative(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by a word such as today or overmorgen."""
    return one_day(frame.today + DAY * RELATIVE[found[0]])


def count_of(text: str) -> float:
    """The number of "a", "halvannen", "14" or "six"; 0 where it is none."""
    if text in ("a", "an", "the", "et", "en", "ett", "ei"):
        return 1
    if text in ("half a", "et halvt", "a half", "half", "halvt"):
        return 0.5
    if text in ("a couple of", "et par"):
        return 2
    number, used = number_in_words(text.split(" "))
    return int(text) if text.isdecimal() else number if used else 0


def later(base: date, count: float, unit: str) -> date | None:
    """A day so many units from another; None where there is no such number."""
    size, many = UNIT[unit]
    if not count:
        return None
    if size == "month":
        months = count * many
        return plus_months(base, months) if months == int(months) else None
    return plus_weeks(base, count * many * (1 if size == "week" else 1 / 7))


def in_time(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by a distance from today: in 3 weeks, 3 weeks ago."""
    count = count_of(found["c"])
    is_back = found["ago"] in AGO or (frame.direction == "past" and not found["in"])
    day = later(frame.today, -count if is_back else count, found["u"])
    return one_day(day) if day else None


def from_start(found: re.Match[str], frame: Frame) -> Found:
    """So many months after the start, or before the end, of the plan's period."""
    is_period, is_before = found["at"] in PERIOD, found["side"] in ("before", "f\u00f8r")
    if is_period and not found["c"] and frame.start and frame.end:
        return Times(frame.start, frame.end)
    is_start = found["at"] in STARTS or (is_period and is_before)
    base = frame.start if is_start else frame.end
    if base is None:
        return Unclear(_("the plan has no first day yet"), _("type a day"))
    if not found["c"]:
        return one_day(base)
    day = later(base, -count_of(found["c"]) if is_before else count_of(found["c"]), found["u"])
    return one_day(day) if day else None


STARTS = ("start", "oppstart", "start-up", "startup", "first session", "oppstarten")
PERIOD = ("period", "perioden", "project", "prosjektet", "prosjektperioden")
ENDS = ("end of the period", "end of the project", "periodens slutt", "slutten av perioden",
         "slutten av prosjektet", "period ends", "perioden er over")  # fmt: skip


def next_one(found: re.Match[str], frame: Frame) -> Found:
    """Next week, this month, last Friday."""
    word, what, today = found["w"], found["u"], frame.today
    by = 1 if word in NEXT else -1 if word in LAST else 0
    if what in WEEKDAY:
        gap = (WEEKDAY[what] - today.isoweekday() - 1) % 7 + 1
        if by < 0:
            gap = -((today.isoweekday() - WEEKDAY[what] - 1) % 7 + 1)
        return one_day(today + DAY * gap)
    if what not in UNIT:
        return None
    size, many = UNIT[what]
    if size == "day":
        return one_day(today + DAY * by)
    if size == "week":
        monday = today - DAY * (today.isoweekday() - 1) + DAY * 7 * by
        return Times(monday, monday + DAY * 6)
    month = (today.month - 1) // many * many + 1
    first = plus_months(today.replace(day=1, month=month), by * many)
    return Times(first, plus_months(first, many) - DAY)


def weekday(found: re.Match[str], frame: Frame) -> Found:
    """The day meant by a weekday: the next one, or the latest one of the past."""
    return _next_one_of(WEEKDAY[found[1]], frame) if found[1] in WEEKDAY else None


def _next_one_of(weekday: int, frame: Frame) -> Times:
    today = frame.today
    if frame.direction == "past":
        return one_day(today - DAY * ((today.isoweekday() - weekday - 1) % 7 + 1))
    return one_day(today + DAY * ((weekday - today.isoweekday() - 1) % 7 + 1))
