"""The words of a date, in English and Norwegian, as regular expressions read them.

Both languages are understood whichever is spoken, on a text in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping

from readiness.i18n.words import DAYS, MONTHS

NORWEGIAN_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
NORWEGIAN_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "l\u00f8rdag", "s\u00f8ndag")
LEAST = 3
"""Letters of a month or a day of the week that stand for it."""


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

UNIT: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("day", "days", "dag", "dager", "dagar", "d"), ("day", 1)),
    **dict.fromkeys(
        ("week", "weeks", "wk", "wks", "uke", "uker", "uken", "uka", "veker"), ("week", 1)
    ),
    **dict.fromkeys(("fortnight", "fortnights"), ("week", 2)),
    **dict.fromkeys(
        ("month", "months", "mth", "mths", "m\u00e5ned", "m\u00e5neder", "m\u00e5neden", "mnd"),
        ("month", 1),
    ),
    **dict.fromkeys(("quarter", "quarters", "kvartal", "kvartalet"), ("month", 3)),
    **dict.fromkeys(("half-year", "half year", "halv\u00e5r", "halv\u00e5ret"), ("month", 6)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "\u00e5r", "\u00e5ret"), ("month", 12)),
}
"""From a unit of time to days, weeks or months, and how many of them it is."""

ORDINAL: Mapping[str, int] = {
    **dict.fromkeys(("first", "1st", "f\u00f8rste", "1.", "1"), 1),
    **dict.fromkeys(("second", "2nd", "andre", "annen", "2.", "2"), 2),
    **dict.fromkeys(("third", "3rd", "tredje", "3.", "3"), 3),
    **dict.fromkeys(("fourth", "4th", "fjerde", "4.", "4"), 4),
    **dict.fromkeys(("fifth", "5th", "femte", "5.", "5"), 5),
    **dict.fromkeys(("last", "siste"), -1),
}

POINT: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *(
                "the end of",
                "end of",
                "late in",
                "late",
                "at the end of",
                "by the end of",
                "ultimo",
            ),
            *("slutten av", "i slutten av", "ved slutten av", "utgangen av", "innen utgangen av"),
            *(
                "ved utgangen av",
                "innen slutten av",
                "ut",
                "through",
                "to the end of",
                "end",
                "sent i",
            ),
            *(
                "slutten p\u00e5",
                "t.o.m.",
                "tom",
                "t o m",
                "til og med",
                "up to and including",
                "thru",
            ),
            *(
                "i utgangen av",
                "p\u00e5 slutten av",
                "last day of",
                "the last day of",
                "siste dag i",
            ),
            *("siste dagen i",),
        ),
        "end",
    ),
    **dict.fromkeys(
        (
            *(
                "mid",
                "mid-",
                "middle of",
                "the middle of",
                "in the middle of",
                "medio",
                "midten av",
            ),
            *("i midten av", "midt i", "midt p\u00e5"),
        ),
        "middle",
    ),
    **dict.fromkeys(
        (
            *("start of", "the start of", "beginning of", "the beginning of", "early", "early in"),
            *("at the start of", "at the beginning of", "primo", "starten av", "i starten av"),
            *(
                "begynnelsen av",
                "i begynnelsen av",
                "tidlig i",
                "p\u00e5 begynnelsen av",
                "first day of",
            ),
            *("the first day of", "f\u00f8rste dag i", "fra starten av", "f\u00f8rst i"),
        ),
        "start",
    ),
}
"""What says which end of a month, a week or a year is meant."""

VAGUE = ("early", "early in", "tidlig i")
"""Of those, what names no month of a year."""

NEAR = (
    *("about", "around", "approximately", "approx.", "approx", "roughly", "circa", "cirka"),
    *("ca.", "ca", "omkring", "omtrent", "rundt", "~", "\u2248", "probably", "maybe", "perhaps"),
    *("kanskje", "trolig"),
    *("sannsynligvis", "antakelig", "antagelig", "tentatively", "planned", "planlagt", "expected"),
    *("forventet", "we think", "vi tror", "from", "fra", "f.o.m.", "fom", "f o m", "fra og med"),
    *("starting", "starts", "begins", "since", "as of", "by", "innen", "senest", "no later than"),
    *(
        "not later than",
        "latest",
        "at the latest",
        "frist",
        "deadline",
        "due",
        "until",
        "till",
        "til",
    ),
    *(
        "inntil",
        "up to",
        "the",
        "on",
        "den",
        "of",
        "in",
        "in the",
        "i",
        "p\u00e5",
        "per",
        "pr.",
        "pr",
    ),
    *(
        "during",
        "i l\u00f8pet av",
        "sometime in",
        "en gang i",
        "engang i",
        "at",
        "ved",
        "med",
        "it is",
    ),
    *("date", "dato", "for", "then", "only", "bare", "right", "is", "er", "blir", "hopefully"),
    *("forh\u00e5pentligvis", "rett", "already", "allerede", "ja", "yes", "to", "last seen"),
)
"""What may stand before a date and leaves it what it is."""

BEHIND = (
    *(
        "or so",
        "or thereabouts",
        "approx.",
        "approx",
        "ca.",
        "ca",
        "ish",
        "at the latest",
        "latest",
    ),
    *(
        "senest",
        "eller s\u00e5",
        "eller deromkring",
        "cirka",
        "circa",
        "probably",
        "trolig",
        "i hvert fall",
    ),
    *(
        "omtrent",
        "maybe",
        "kanskje",
        "?",
        "!",
        "if possible",
        "hvis mulig",
        "inclusive",
        "included",
    ),
)
"""What may stand behind a date and leaves it what it is."""

SEASON: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("spring", "v\u00e5r", "v\u00e5ren", "springtime"), (3, 5)),
    **dict.fromkeys(("summer", "sommer", "sommeren", "summertime"), (6, 8)),
    **dict.fromkeys(("autumn", "fall", "h\u00f8st", "h\u00f8sten"), (9, 11)),
    **dict.fromkeys(("winter", "vinter", "vinteren"), (12, 2)),
    **dict.fromkeys(
        ("summer holidays", "summer holiday", "the holidays", "sommerferien", "ferien"), (7, 7)
    ),
    **dict.fromkeys(("fellesferien", "school holidays", "skoleferien"), (7, 7)),
}
"""The first and last month of a time of the year that has no days of its own."""

RELATIVE: Mapping[str, int] = {
    **dict.fromkeys(
        ("today", "now", "right now", "i dag", "idag", "n\u00e5", "tonight", "i kveld"), 0
    ),
    **dict.fromkeys(("yesterday", "i g\u00e5r", "ig\u00e5r"), -1),
    **dict.fromkeys(
        ("the day before yesterday", "day before yesterday", "i forg\u00e5rs", "forg\u00e5rs"), -2
    ),
    **dict.fromkeys(("tomorrow", "i morgen", "imorgen", "i morra"), 1),
    **dict.fromkeys(
        ("the day after tomorrow", "day after tomorrow", "overmorgen", "i overmorgen"), 2
    ),
}
"""Days from today."""

NEXT = ("next", "coming", "the coming", "neste", "f\u00f8rstkommende", "kommende", "nest")
THIS = ("this", "denne", "dette", "current", "innev\u00e6rende")
LAST = (
    "last",
    "previous",
    "past",
    "the last",
    "forrige",
    "sist",
    "siste",
    "f\u00f8rre",
    "foreg\u00e5ende",
)
AGO = ("ago", "siden", "sia", "back", "tilbake", "earlier", "before now")
AHEAD = (
    "from now",
    "from today",
    "ahead",
    "fra n\u00e5",
    "fra i dag",
    "hence",
    "frem i tid",
    "later",
)
