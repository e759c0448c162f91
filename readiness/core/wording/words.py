"""How values are said: numbers, dates and lists in plain words, the same on every page."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from readiness.core.wording.language import N_, _

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

_PLACE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]{0,60})\}")


def number_words(number: float) -> str:
    """A number with at most one decimal and none where it is whole."""
    rounded = round(number, 1) or 0
    return f"{rounded:g}" if abs(rounded) < 1_000_000 else f"{number:.0f}"  # noqa: PLR2004


def amount_words(value: object, unit: str) -> str:
    """A number with its unit; a share as per cent, so that nothing is lost in rounding."""
    if unit == "share" and isinstance(value, int | float):
        return f"{value:.0%}"
    return f"{spoken(value)} {unit}".strip()


def date_words(day: date) -> str:
    """A date with the month in letters, e.g. 11 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date with three letters of the month, e.g. 11 Jan 2027."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, last = list(words) or [""]
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def spoken(value: object) -> str:
    """Any answer or fact in words; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, int | float):
        return number_words(value)
    if isinstance(value, tuple | list):
        return listed(spoken(one) for one in value)
    return str(value)


def filled(sentence: str, look_up: Callable[[str], object]) -> str:
    """A sentence with each {name} put in words; a name that is not known reads as "unknown".

    Only names are looked up: nothing in a template can reach into a value.
    """

    def one(found: re.Match[str]) -> str:
        value = look_up(found[1])
        return spoken(value) if value is not None else "unknown"

    return _PLACE.sub(one, sentence)


def places(sentence: str) -> list[str]:
    """The names a sentence asks for."""
    return _PLACE.findall(sentence)
