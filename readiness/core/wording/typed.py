"""What a person meant who typed a number or a date."""

import re
from datetime import date

from readiness.core.wording.dates import plus_months, plus_weeks
from readiness.core.wording.words import MONTHS

_ISO = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2})[. ]+)?([a-z]{3,9})\.?[ ,]+(\d{4})")
_LATER = re.compile(r"(?:in|om) (\d{1,3}) ([a-zå]{2,7})")
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")
CENTURY = 2000

NORWEGIAN_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
"""Understood whatever language is spoken, as the English ones are."""

_DAYS_ON = {"today": 0, "tomorrow": 1, "i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1}
_DAYS, _WEEKS, _MONTHS, _YEARS = (
    *(("day", "days", "dag", "dager"), ("week", "weeks", "uke", "uker")),
    *(("month", "months", "måned", "måneder"), ("year", "years", "år")),
)


def typed_number(text: str) -> float | None:
    """The number that was typed, with a point or a comma; None if it is none."""
    clean = text.strip().replace("\u00a0", "").replace("\u2212", "-")
    if not _NUMBER.fullmatch(clean):
        return None
    number = float(clean.replace(",", "."))
    return int(number) if number.is_integer() else number


def typed_date(text: str, today: date) -> date | None:
    """The date that was typed; None if it is none.

    Year first, or day before month: 2027-01-31, 31.1.2027, 31/1/27, 31 Jan 2027, Jan 2027 (its
    first day), in 3 months; in English or Norwegian, whichever is spoken.
    """
    clean = " ".join(text.lower().split())
    if clean in _DAYS_ON:
        return plus_weeks(today, _DAYS_ON[clean] / 7)
    if found := _ISO.fullmatch(clean):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _LOCAL.fullmatch(clean):
        year = int(found[3])
        return _day(
            year + CENTURY if len(found[3]) == len("27") else year, int(found[2]), int(found[1])
        )
    if found := _WORDS.fullmatch(clean):
        return _day(int(found[3]), _month(found[2]), int(found[1] or 1))
    if found := _LATER.fullmatch(clean):
        return _later(today, int(found[1]), found[2])
    return None


def _month(word: str) -> int:
    for months in (MONTHS, NORWEGIAN_MONTHS):
        for number, name in enumerate(months, 1):
            if name.lower().startswith(word):
                return number
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _later(today: date, count: int, unit: str) -> date | None:
    if unit in _MONTHS or unit in _YEARS:
        return plus_months(today, count * (12 if unit in _YEARS else 1))
    if unit in _WEEKS or unit in _DAYS:
        return plus_weeks(today, count * (1 if unit in _WEEKS else 1 / 7))
    return None
