"""Free text that looks as if it identifies a patient: numbers, birth dates, telephones, addresses.

It only says which kind was seen, never what. It warns and cannot be sure: a plan needs counts, and
no person's number. No pattern here repeats inside a repetition, so none can take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readiness.i18n.language import N_, _

IDENTITY = N_("a national identity number")
BIRTH = N_("a date of birth")
TELEPHONE = N_("a telephone number")
MAIL = N_("an e-mail address")

_RUN = re.compile(
    r"(?<![\w.,/-])\d{6}[ -]?\d{5}(?![\w/-])|(?<![\w.,/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-])"
)
_NORDIC = re.compile(r"(?<![\w/-])(\d{6}|\d{8})[-+A](\d{3}[0-9A-Z]|\d{4})(?![\w/-])")
_SOCIAL = re.compile(r"(?<![\w/-])\d{3}-\d{2}-\d{4}(?![\w/-])")
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00)\d{2}[ \d-]{6,14}\d(?!\w)")
_EIGHT = re.compile(
    r"(?<![\w.,/-])(?:[2-9]\d{7}|[2-9]\d \d\d \d\d \d\d|[2-9]\d\d \d\d \d\d\d)(?![\w/]|[.,-]\d)"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[A-Za-z][\w.-]{1,60}")
_DAY = re.compile(
    r"(?<!\d)(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2}))(?!\d)"
)
_BORN = re.compile(
    r"\b(?:born\b|date of birth\b|dob\b|f\u00f8dt\b|f\. ?(?=\d)).{0,12}\d", re.IGNORECASE
)

_DIGIT = re.compile(r"\d")

GROWN = 3
"""A full date longer ago than this many years is taken for a date of birth; our default."""

LONGEST = 20_000
"""Only so much of a text is looked at; a text of a plan is never longer."""

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_HEALTH = (10, 9, 8, 7, 6, 5, 4, 3, 2)


def looks_identifying(text: str, today: date) -> list[str]:
    """The kinds of identifying words that a text seems to hold, each once."""
    part = text[:LONGEST]
    return [_(kind) for kind in dict.fromkeys(_kinds(part, today))]


def _kinds(text: str, today: date) -> Iterator[str]:
    if _DIGIT.search(text):
        yield from _numbers(text, today)
    if _MAIL.search(text):
        yield MAIL


def _numbers(text: str, today: date) -> Iterator[str]:
    if any(_is_identity(found[0]) for found in _RUN.finditer(text)):
        yield IDENTITY
    if any(_is_day(found[1]) for found in _NORDIC.finditer(text)) or _SOCIAL.search(text):
        yield IDENTITY
    if _BORN.search(text) or any(_is_birth(found, today) for found in _DAY.finditer(text)):
        yield BIRTH
    if _INTERNATIONAL.search(text) or any(not _is_iso(f[0]) for f in _EIGHT.finditer(text)):
        yield TELEPHONE


def _is_identity(found: str) -> bool:
    digits = [int(one) for one in found if one.isdigit()]
    return is_norwegian(digits) if len(digits) == 11 else _is_health(digits)  # noqa: PLR2004


def is_norwegian(digits: list[int]) -> bool:
    """Whether eleven digits are a Norwegian identity number: both check digits fit."""
    first = sum(a * b for a, b in zip(_FIRST, digits[:10], strict=True))
    second = sum(a * b for a, b in zip(_SECOND, digits, strict=True))
    return first % 11 == 0 and second % 11 == 0 and any(digits)


def _is_health(digits: list[int]) -> bool:
    """Whether ten digits are a British health number: the check digit fits."""
    check = 11 - sum(a * b for a, b in zip(_HEALTH, digits[:9], strict=True)) % 11
    return any(digits) and check % 11 == digits[9]


def _is_day(digits: str) -> bool:
    """Whether six or eight digits are a day in any usual order."""
    six = digits[-6:]
    pairs = [int(six[at : at + 2]) for at in (0, 2, 4)]
    day_first, year_first = pairs, pairs[::-1]
    return any(1 <= d <= 31 and 1 <= m <= 12 for d, m, _ in (day_first, year_first))  # noqa: PLR2004


def _is_birth(found: re.Match[str], today: date) -> bool:
    day, month, year = (found[3] and (found[1], found[2], found[3])) or (
        found[6],
        found[5],
        found[4],
    )
    try:
        when = date(int(year), int(month), int(day))
    except ValueError:
        return False
    return today.year - 120 <= when.year <= today.year - GROWN


def _is_iso(text: str) -> bool:
    """Whether eight digits are a date without dashes rather than a number to call."""
    digits = "".join(one for one in text if one.isdigit())
    try:
        return 1900 <= date.fromisoformat(digits).year <= 2100  # noqa: PLR2004
    except ValueError:
        return False
