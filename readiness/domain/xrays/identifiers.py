"""Free text that looks as if it identifies a person: numbers, births, telephones, mail, names.

It only says which kind was seen, never what. It warns and cannot be sure: a plan needs counts, and
no person's number. No pattern here repeats inside a repetition, so none can take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readiness.domain.plan.names import is_a_persons_name
from readiness.i18n.language import N_, _

IDENTITY = N_("a national identity number")
BIRTH = N_("a date of birth")
TELEPHONE = N_("a telephone number")
MAIL = N_("an e-mail address")
NAME = N_("a person's full name")

_ELEVEN = re.compile(
    r"(?<![\w.,/-])\d{6}[ .-]?\d{5}(?![\w/-])|(?<![\w.,/-])\d\d[. ]\d\d[. ]\d\d[ .-]\d{5}(?![\w/-])"
)
_DATED = re.compile(r"(?<![\w/-])\d{1,2}\.\d{1,2}\.\d{4}[ -]\d{5}(?![\w/-])")
_TEN = re.compile(r"(?<![\w.,/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-])")
_NORDIC = re.compile(r"(?<![\w/-])(\d{6}|\d{8})[-+A](\d{3}[0-9A-Z]|\d{4})(?![\w/-])")
_SOCIAL = re.compile(r"(?<![\w/-])\d{3}-\d{2}-\d{4}(?![\w/-])")
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00)\d{2}[ \d-]{6,14}\d(?!\w)")
_EIGHT = re.compile(
    r"(?<![\w.,/-])(?:[2-9]\d{7}|[2-9]\d \d\d \d\d \d\d|[2-9]\d\d \d\d \d\d\d)(?![\w/]|[.,-]\d)"
)
_NATIONAL = re.compile(
    r"(?<![\w.,/-])(?:0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}-\d{3}-\d{4}"
    r"|\d{3} \d{3} \d{4})(?![\w/]|[.,-]\d)"
)
_MAIL = re.compile(
    r"[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}\.[A-Za-z][\w.-]{1,60}", re.IGNORECASE
)
_DAY = re.compile(
    r"(?<!\d)(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2}))(?!\d)"
)
_MONTHS = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
_BORN = re.compile(
    r"(?:\b(?:born|date of birth|dob|f\u00f8dt|f\u00f8dselsdato|f\. ?dato)\b"
    r"|\bd\.o\.b\.|\bf\. ?(?=\d))"
    rf".{{0,12}}?(?:\d{{1,4}}[./-]\d{{1,2}}|\d{{6}}|\b(?:{_MONTHS})[a-z]{{0,8}} ?\d)",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    r"(?<!was )(?<!were )(?<!ble )\b(?:born|dob|f\u00f8dt|f\.) ?(?:in |i )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A year alone; a clinic that "was born in 2019" is none."""

_DIGIT = re.compile(r"\d")
_AT = re.compile(r"[@(\[]")
"""What no number, and no address, is without. Looked for first: a pattern that may begin at any
letter takes long over a text that has none.
"""

ASSIGNED = 40
"""What is added to the day of an assigned number, or to the month of one made up for tests."""

LONGEST_PERSON = 60
"""Characters of a text that may be nothing but a name."""

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
    if _AT.search(text) and _MAIL.search(text):
        yield MAIL
    if len(text) <= LONGEST_PERSON and is_a_persons_name(text.strip()):
        yield NAME


def _numbers(text: str, today: date) -> Iterator[str]:
    if any(_is_identity(found[0]) for found in _ELEVEN.finditer(text)) or _DATED.search(text):
        yield IDENTITY
    if any(_is_health(found[0]) for found in _TEN.finditer(text)):
        yield IDENTITY
    if any(_is_day(found[1]) for found in _NORDIC.finditer(text)) or _SOCIAL.search(text):
        yield IDENTITY
    is_born = _BORN.search(text) or _BORN_IN.search(text)
    if is_born or any(_is_birth(found, today) for found in _DAY.finditer(text)):
        yield BIRTH
    if _INTERNATIONAL.search(text) or any(not _is_iso(f[0]) for f in _EIGHT.finditer(text)):
        yield TELEPHONE
    if any(not _is_health(found[0]) for found in _NATIONAL.finditer(text)):
        yield TELEPHONE


def _is_identity(found: str) -> bool:
    """Whether eleven digits are a Norwegian identity number, also with a slip of the pen in it."""
    digits = [int(one) for one in found if one.isdigit()]
    return is_norwegian(digits) or _begins_like_one(digits)


def _begins_like_one(digits: list[int]) -> bool:
    """Whether the first four digits are a day and a month, as a born or an assigned number has."""
    day, month = digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]
    is_day, is_month = 1 <= day % 40 <= 31, 1 <= month % 40 <= 12  # noqa: PLR2004
    return is_day and is_month and (day < ASSIGNED or month < ASSIGNED)


def is_norwegian(digits: list[int]) -> bool:
    """Whether eleven digits are a Norwegian identity number: both check digits fit."""
    first = sum(a * b for a, b in zip(_FIRST, digits[:10], strict=True))
    second = sum(a * b for a, b in zip(_SECOND, digits, strict=True))
    return first % 11 == 0 and second % 11 == 0 and any(digits)


def _is_health(found: str) -> bool:
    """Whether ten digits are a British health number: the check digit fits."""
    digits = [int(one) for one in found if one.isdigit()]
    if len(digits) != 10:  # noqa: PLR2004
        return False
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
