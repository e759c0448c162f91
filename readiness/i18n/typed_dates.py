"""What a person meant who typed a date, in English or Norwegian, whichever is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from readiness.i18n.dates import plus_months, plus_weeks
from readiness.i18n.words import MONTHS

CENTURY = 2000
"""Added to a year of two digits."""

NORWEGIAN_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
"""Understood whatever language is spoken, as the English ones are."""

_WEEKDAYS = (
    *(("monday", "mandag"), ("tuesday", "tirsdag"), ("wednesday", "onsdag")),
    *(("thursday", "torsdag"), ("friday", "fredag"), ("saturday", "l\u00f8rdag")),
    ("sunday", "s\u00f8ndag"),
)
_DAYS_ON = {
    "today": 0,
    "now": 0,
    "i dag": 0,
    "idag": 0,
    "yesterday": -1,
    "i g\u00e5r": -1,
    "tomorrow": 1,
    "i morgen": 1,
    "imorgen": 1,
}
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "six": 6,
    "en": 1,
    "ett": 1,
    "et": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "seks": 6,
}
_UNITS = {
    "day": ("day", "days", "dag", "dager"),
    "week": ("week", "weeks", "uke", "uker"),
    "month": ("month", "months", "m\u00e5ned", "m\u00e5neder"),
    "year": ("year", "years", "\u00e5r"),
}
_ENDS = {
    **dict.fromkeys(("end", "late", "slutten", "ultimo"), "end"),
    **dict.fromkeys(("mid", "middle", "midten", "medio"), "middle"),
    **dict.fromkeys(("start", "beginning", "early", "starten", "primo"), "start"),
}
_NEXT = ("next", "coming", "this", "neste", "f\u00f8rstkommende")
_EMPTY = ("the", "of", "on", "av", "den", "about", "around", "ca", "from", "by", "med")

_ISO = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?")
_LOCAL = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")
_LATER = re.compile(r"(?:in |om )?(\d{1,3}|[a-z]{1,5}) ([a-z\u00e5]{2,7})(?: from now)?")
_WEEK = re.compile(r"(?:week|uke|w) ?(\d{1,2})(?:[ ,/]+(\d{4}))?")
_QUARTER = re.compile(r"q ?([1-4])[ ,/]+(\d{4})")
_BETWEEN = re.compile(r"[,;\n]|\b(?:and|og)\b")
_YEAR = re.compile(r"\d{4}")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")


def typed_date(text: str, today: date) -> date | None:
    """The date that was typed; None if it is none.

    Year first, or day before month: 2027-01-31, 31.1.2027, 31/1/27, 31 Jan 2027, Jan 31 2027, Jan
    2027 (its first day), 31 January or May (the next one), end of May 2027, next Monday, week 6
    2027 (its Monday), in 3 months. Month before day only where nothing else is possible.
    """
    clean = _ORDINAL.sub(r"\1", " ".join(text.casefold().split()))
    if clean in _DAYS_ON:
        return plus_weeks(today, _DAYS_ON[clean] / 7)
    for pattern, meant in _SHAPES:
        if found := pattern.fullmatch(clean):
            return meant(found, today)
    return _in_words(re.findall(r"[^\W\d_]+|\d+", clean), today)


def pieces(text: str) -> list[str]:
    """A list of dates as it was typed, taken apart: at commas, semicolons, lines and "and".

    A year that stands after a comma, as in Jan 31, 2027, belongs to what stands before it.
    """
    found = list[str]()
    for piece in _BETWEEN.split(text):
        if found and _YEAR.fullmatch(piece.strip()):
            found[-1] += f" {piece.strip()}"
        elif piece.strip():
            found.append(piece.strip())
    return found


def _iso(found: re.Match[str], _today: date) -> date | None:
    return _day(int(found[1]), int(found[2]), int(found[3] or 1))


def _local(found: re.Match[str], _today: date) -> date | None:
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    year += CENTURY if len(found[3]) == len("27") else 0
    return _day(year, month, day) or _day(year, day, month)


def _month_year(found: re.Match[str], _today: date) -> date | None:
    return _day(int(found[2]), int(found[1]), 1)


def _quarter(found: re.Match[str], _today: date) -> date | None:
    return _day(int(found[2]), int(found[1]) * 3 - 2, 1)


def _week(found: re.Match[str], today: date) -> date | None:
    """The Monday of a week by its number, as ISO 8601 counts; the next one without a year."""
    year, week = int(found[2] or today.year), int(found[1])
    monday = _monday(year, week)
    if monday and not found[2] and monday + timedelta(days=6) < today:
        return _monday(year + 1, week)
    return monday


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _later(found: re.Match[str], today: date) -> date | None:
    count = int(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1], 0)
    unit = next((name for name, words in _UNITS.items() if found[2] in words), "")
    if found[1] in _NEXT and unit:
        return _next_unit(unit, today)
    if not count or not unit:
        return _in_words(found[0].split(), today)
    if unit in ("month", "year"):
        return plus_months(today, count * (12 if unit == "year" else 1))
    return plus_weeks(today, count * (1 if unit == "week" else 1 / 7))


def _next_unit(unit: str, today: date) -> date:
    """The first day of the next week, month or year."""
    if unit == "day":
        return plus_weeks(today, 1 / 7)
    if unit == "week":
        return plus_weeks(today, (7 - today.weekday()) / 7)
    first = today.replace(day=1)
    return plus_months(first, 1) if unit == "month" else plus_months(first.replace(month=1), 12)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_ISO, _iso),
    (_LOCAL, _local),
    (_MONTH_YEAR, _month_year),
    (_QUARTER, _quarter),
    (_WEEK, _week),
    (_LATER, _later),
)


def _in_words(words: list[str], today: date) -> date | None:
    """A date with its month in letters, or a day of the week."""
    words = [word for word in words if word not in (*_EMPTY, *_NEXT)]
    part = _ENDS.get(words[0], "") if words else ""
    words = words[1:] if part else words
    weekday = _weekday(words[0]) if words else None
    if weekday is not None:
        if len(words) == 1:
            return plus_weeks(today, ((weekday - today.weekday() - 1) % 7 + 1) / 7)
        words = words[1:]
    numbers = [word for word in words if word.isdecimal()]
    letters = [word for word in words if not word.isdecimal()]
    month = _month(letters[0]) if len(letters) == 1 else 0
    if not month or len(numbers) > 2 or (part and len(numbers) > 1):  # noqa: PLR2004 - day, year
        return None
    return _of_month(month, numbers, part, today)


def _of_month(month: int, numbers: list[str], part: str, today: date) -> date | None:
    years = [int(one) for one in numbers if len(one) == len("2027")]
    if not years and [len(one) for one in numbers[1:]] == [len("27")]:
        years = [CENTURY + int(numbers.pop())]
    days = [int(one) for one in numbers if len(one) <= len("31")]
    if len(days) + len(years) < len(numbers) or len(years) > 1 or (part and days):
        return None
    day = days[0] if days else {"middle": 15}.get(part, 1)
    year = years[0] if years else today.year
    found = _day(year, month, day)
    if found and part == "end":
        found = plus_months(found, 1) - timedelta(days=1)
    if found and not years and found < today:
        return _of_month(month, [*numbers, str(year + 1)], part, today)
    return found


def _weekday(word: str) -> int | None:
    for number, names in enumerate(_WEEKDAYS):
        if word in names or (len(word) == len("mon") and names[0].startswith(word)):
            return number
    return None


def _month(word: str) -> int:
    if len(word) < len("may"):
        return 0
    for months in (MONTHS, NORWEGIAN_MONTHS):
        for number, name in enumerate(months, 1):
            if name.casefold().startswith(word):
                return number
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
