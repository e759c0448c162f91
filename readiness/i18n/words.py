"""How values are said: numbers, dates and lists in plain words, the same on every page."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from math import copysign, floor, isfinite

from readiness.i18n.language import N_, Words, _, language

DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)

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

_PLACE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]{0,60})(?:\|([^{}|]*)\|([^{}|]*))?\}")

SHARE = "share"
"""The unit of numbers from 0 to 1; the same in every language, for it steers how they are said."""

YES_OR_NO = "yes or no"
"""The unit of a number that is 1 for yes and 0 for no; the same in every language, as the share."""

ONE = "1"
"""The number, as it is said, after which a word stands in the singular."""

SINGULAR: Mapping[str, str] = {
    "counts": "count",
    "criteria": "criterion",
    "dates": "date",
    "days": "day",
    "groups": "group",
    "hours": "hour",
    "minutes": "minute",
    "months": "month",
    "patients": "patient",
    "people": "person",
    "points of 5": "point of 5",
    "sessions": "session",
    "weeks": "week",
    "dager": "dag",
    "datoer": "dato",
    "ganger": "gang",
    "grupper": "gruppe",
    "kriterier": "kriterium",
    "minutter": "minutt",
    "måneder": "måned",
    "pasienter": "pasient",
    "personer": "person",
    "timer": "time",
    "uker": "uke",
    "økter": "økt",
}
"""What the units of templates are called after one, in each language that templates ship in."""


DECIMAL: Mapping[str, str] = {"nb": ","}
"""What stands before the decimals, where it is not a point, by language."""

THOUSANDS: Mapping[str, str] = {"nb": "\u00a0"}
"""What stands between thousands, where it is not a comma, by language."""

SHORT_DATE: Mapping[str, str] = {"nb": "%d.%m.%Y"}
"""How a date is written where room is short, by language; else 11 Jan 2027."""


def number_words(number: float) -> str:
    """A number with at most one decimal, a half rounded up, and none where it is whole."""
    rounded = half_up(number, 1)
    return exact_words(rounded) if abs(rounded) < 1_000_000 else f"{number:.0f}"  # noqa: PLR2004


def exact_words(number: float) -> str:
    """A number with all the decimals that were given, six at most: what a plan holds, unrounded."""
    whole = f"{number:.6f}"
    return with_marks(whole.rstrip("0").rstrip(".") if "." in whole else whole)


def grouped_words(number: int) -> str:
    """A large whole number with something between the thousands, e.g. 20,000."""
    return with_marks(f"{number:,}")


def with_marks(number: str) -> str:
    """A number that is written as in English, with the marks of the language spoken."""
    marks = {".": DECIMAL.get(language(), "."), ",": THOUSANDS.get(language(), ",")}
    return "".join(marks.get(sign, sign) for sign in number)


def share_words(share: float) -> str:
    """A share as per cent, e.g. 49%."""
    return _("{n}%").format(n=f"{half_up(share * 100, 0):.0f}")


def amount_words(value: object, unit: str) -> str:
    """A number with its unit; a share as per cent, so that nothing is lost in rounding."""
    if unit == YES_OR_NO:
        return _("yes") if value else _("no")
    if unit == SHARE and isinstance(value, int | float):
        return share_words(value)
    return with_unit(spoken(value), unit)


def with_unit(number: str, unit: str) -> str:
    """A number that is already in words with its unit, in the singular after one."""
    return f"{number} {SINGULAR.get(unit, unit) if number == ONE else unit}".strip()


def date_words(day: date) -> str:
    """A date with the month in letters, e.g. 11 January 2027."""
    month = _(MONTHS[day.month - 1])
    return _("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def day_words(day: date) -> str:
    """A date with its day of the week, by which a slip of the finger is noticed."""
    return _("{day} {date}").format(day=_(DAYS[day.weekday()]), date=date_words(day))


def moment_words(when: datetime) -> str:
    """A day and a time of it, e.g. 11 January 2027 14:02."""
    return f"{date_words(when)} {when:%H:%M}"


def short_date(day: date) -> str:
    """A date with three letters of the month, e.g. 11 Jan 2027, or as short in the language."""
    if language() in SHORT_DATE:
        return f"{day:{SHORT_DATE[language()]}}"
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_words(day: date) -> str:
    """The month of a day in three letters, e.g. Jan."""
    return _(MONTHS[day.month - 1])[:3]


def month_and_year(day: date) -> str:
    """The month of a day in a sentence, e.g. January 2027."""
    return f"{_(MONTHS[day.month - 1])} {day.year}"


def first_up(words: str) -> str:
    """Words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def first_down(words: str) -> str:
    """Words as they stand within a sentence, without a capital but that of PDF or X-ray."""
    return words if words[1:2].isupper() or words[1:2] == "-" else words[:1].lower() + words[1:]


class Labels(Words):
    """A table of words that stand alone when they are said, each with a capital."""

    def __getitem__(self, key: str) -> str:
        """The words at a key, in the language spoken now."""
        return first_up(super().__getitem__(key))


def ended(words: str) -> str:
    """A sentence with its full stop, and no second one; nothing where there are no words."""
    return words if words.endswith((".", "!", "?", ":")) or not words else f"{words}."


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, last = list(words) or [""]
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def days_words(days: Sequence[date]) -> str:
    """Days in order on one line, those of a month together: 1, 2 and 15 December 2026."""
    months = [list(group) for _month, group in groupby(days, lambda day: (day.year, day.month))]
    said = [listed([*(str(day.day) for day in one[:-1]), date_words(one[-1])]) for one in months]
    return listed(said) if all(len(one) == 1 for one in months) else "; ".join(said)


def spoken(value: object) -> str:
    """Any answer or fact in words; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, int | float):
        return number_words(value)
    if isinstance(value, tuple | list):
        return listed(spoken(one) for one in value)
    return str(value)


def with_values(sentence: str, **values: object) -> str:
    """A sentence of ours with its {name}s in words, as `spoken` says numbers, dates and lists."""
    return sentence.format(**{name: spoken(value) for name, value in values.items()})


def filled(sentence: str, look_up: Callable[[str], object]) -> str:
    """A sentence with each {name} put in words; a name that is not known reads as unknown.

    {name|hour|hours} is the word that fits the number. Only names are looked up: nothing in a
    template can reach into a value.
    """

    def one(found: re.Match[str]) -> str:
        value = look_up(found[1])
        said = spoken(value) if value is not None else _("unknown")
        if found[2] is not None:
            return found[2] if said == ONE else found[3]
        return said

    return _PLACE.sub(one, sentence)


def places(sentence: str) -> list[str]:
    """The names a sentence asks for."""
    return [found[1] for found in _PLACE.finditer(sentence)]


NOISE = 1e-9
"""What sums of binary fractions lose on the way: 2.675 is kept as a little less than that."""


def half_up(number: float, decimals: int = 0) -> float:
    """The number with so many decimals, never minus zero.

    A half goes away from zero, as people do it, so that 5.25 hours are said as 5.3.
    """
    if not isfinite(number):
        return number
    shift = 10**decimals
    return copysign(floor(abs(number) * shift + 0.5 + NOISE) / shift, number) or 0.0
