"""The words of a date, in English and Norwegian, as regular expressions read them.

Both languages are understood whichever is spoken, on a text in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from readiness.i18n.words import DAYS, MONTHS

NORWEGIAN_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
NORWEGIAN_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "l\u00f8rdag", "s\u00f8ndag")
LEAST = 3
"""Letters of a month or a day of the week that stand for it."""


V = TypeVar("V")


def _words(words: str) -> tuple[str, ...]:
    """Each of the words, with | between."""
    return tuple(words.split("|"))


def _spread(words: Mapping[V, str]) -> Mapping[str, V]:
    """From each of the words, with | between, to what they mean."""
    return {word: meaning for meaning, many in words.items() for word in _words(many)}


def _beginnings(*names: tuple[str, ...]) -> dict[str, int]:
    return {
        name[:count].casefold(): number
        for many in names
        for number, name in enumerate(many, 1)
        for count in range(LEAST, len(name) + 1)
    }


MONTH: Mapping[str, int] = _beginnings(MONTHS, NORWEGIAN_MONTHS)
"""From the beginning of a month's name to its number."""

_DAY_NAMES = _beginnings(DAYS, NORWEGIAN_DAYS)
WEEKDAY: Mapping[str, int] = {
    **_DAY_NAMES,
    **{f"{name}s": number for name, number in _beginnings(DAYS).items() if name.endswith("day")},
    **{f"{name}en": number for name, number in _DAY_NAMES.items() if name.endswith("dag")},
    **{f"{name}er": number for name, number in _DAY_NAMES.items() if name.endswith("dag")},
}
"""From a day of the week, or three letters of it, to its number; Monday is 1."""

UNIT: Mapping[str, tuple[str, int]] = _spread(
    {
        ("day", 1): "day|days|dag|dager|dagar|d",
        ("week", 1): "week|weeks|wk|wks|uke|uker|uken|uka|veker",
        ("week", 2): "fortnight|fortnights",
        ("month", 1): "month|months|mth|mths|måned|måneder|måneden|mnd",
        ("month", 3): "quarter|quarters|kvartal|kvartalet",
        ("month", 6): "half-year|half year|halvår|halvåret",
        ("month", 12): "year|years|yr|yrs|år|året",
    }
)
"""From a unit of time to days, weeks or months, and how many of them it is."""

ORDINAL: Mapping[str, int] = _spread(
    {
        1: "first|1st|første|1.|1",
        2: "second|2nd|andre|annen|2.|2",
        3: "third|3rd|tredje|3.|3",
        4: "fourth|4th|fjerde|4.|4",
        5: "fifth|5th|femte|5.|5",
        -1: "last|siste",
    }
)

POINT: Mapping[str, str] = _spread(
    {
        "end": (
            "the end of|end of|late in|late|at the end of|by the end of|ultimo|slutten av|"
            "i slutten av|ved slutten av|utgangen av|innen utgangen av|ved utgangen av|"
            "innen slutten av|ut|through|to the end of|end|sent i|slutten på|t.o.m.|tom|t o m|"
            "til og med|up to and including|thru|i utgangen av|på slutten av|last day of|"
            "the last day of|siste dag i|siste dagen i"
        ),
        "middle": (
            "mid|mid-|middle of|the middle of|in the middle of|medio|midten av|i midten av|"
            "midt i|midt på"
        ),
        "start": (
            "start of|the start of|beginning of|the beginning of|early|early in|at the start of|"
            "at the beginning of|primo|starten av|i starten av|begynnelsen av|i begynnelsen av|"
            "tidlig i|på begynnelsen av|first day of|the first day of|første dag i|"
            "fra starten av|først i"
        ),
    }
)
"""What says which end of a month, a week or a year is meant."""

VAGUE = _words("early|early in|tidlig i")
"""Of those, what names no month of a year."""

NEAR = _words(
    "about|around|approximately|approx.|approx|roughly|circa|cirka|ca.|ca|omkring|omtrent|"
    "rundt|~|≈|probably|maybe|perhaps|kanskje|trolig|sannsynligvis|antakelig|antagelig|"
    "tentatively|planned|planlagt|expected|forventet|we think|vi tror|from|fra|f.o.m.|fom|"
    "f o m|fra og med|starting|starts|begins|since|as of|by|innen|senest|no later than|"
    "not later than|latest|at the latest|frist|deadline|due|until|till|til|inntil|up to|the|"
    "on|den|of|in|in the|i|på|per|pr.|pr|during|i løpet av|sometime in|en gang i|engang i|at|"
    "ved|med|it is|date|dato|for|then|only|bare|right|is|er|blir|hopefully|forhåpentligvis|"
    "rett|already|allerede|ja|yes|to|last seen"
)
"""What may stand before a date and leaves it what it is."""

BEHIND = _words(
    "or so|or thereabouts|approx.|approx|ca.|ca|ish|at the latest|latest|senest|eller så|"
    "eller deromkring|cirka|circa|probably|trolig|i hvert fall|omtrent|maybe|kanskje|?|!|"
    "if possible|hvis mulig|inclusive|included"
)
"""What may stand behind a date and leaves it what it is."""

SEASON: Mapping[str, tuple[int, int]] = _spread(
    {
        (3, 5): "spring|vår|våren|springtime",
        (6, 8): "summer|sommer|sommeren|summertime",
        (9, 11): "autumn|fall|høst|høsten",
        (12, 2): "winter|vinter|vinteren",
        (7, 7): (
            "summer holidays|summer holiday|the holidays|sommerferien|ferien|fellesferien|"
            "school holidays|skoleferien"
        ),
    }
)
"""The first and last month of a time of the year that has no days of its own."""

RELATIVE: Mapping[str, int] = _spread(
    {
        0: "today|now|right now|i dag|idag|nå|tonight|i kveld",
        -1: "yesterday|i går|igår",
        -2: "the day before yesterday|day before yesterday|i forgårs|forgårs",
        1: "tomorrow|i morgen|imorgen|i morra",
        2: "the day after tomorrow|day after tomorrow|overmorgen|i overmorgen",
    }
)
"""Days from today."""

NEXT = _words("next|coming|the coming|neste|førstkommende|kommende|nest")
THIS = _words("this|denne|dette|current|inneværende")
LAST = _words("last|previous|past|the last|forrige|sist|siste|førre|foregående")
AGO = _words("ago|siden|sia|back|tilbake|earlier|before now")
AHEAD = _words("from now|from today|ahead|fra nå|fra i dag|hence|frem i tid|later")
