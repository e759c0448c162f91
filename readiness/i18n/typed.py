"""What a person meant who typed a number. Dates are in `typed_dates`, and known from here too."""

import re

from readiness.i18n.typed_dates import pieces as pieces  # noqa: PLC0414 - see above
from readiness.i18n.typed_dates import typed_date as typed_date  # noqa: PLC0414 - see above
from readiness.i18n.words import SHARE, YES_OR_NO

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u2007"), " ")
_ABOUT = re.compile(
    r"(?:about|around|roughly|approximately|approx\.?|circa|cirka|ca\.?|omtrent|rundt|~) *"
)
_OR_SO = re.compile(r" (?:or so|approx\.?|ca\.?)")
_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")
_GROUPED = re.compile(r"([+-]?[1-9]\d{0,2}(?:([ .,'])\d{3})(?:\2\d{3}){0,2})(?:[.,](\d{1,6}))?")
_FRACTION = re.compile(r"(?:(\d{1,4}) +)?(\d{1,4}) ?/ ?(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,3}) ?(?::|h|t) ?([0-5]\d)(?: ?(?:m|min))?")
_WITH_UNIT = re.compile(r"(.*?\d) ?(%|[^\d%]+)|([^\d %]+)(?: ([^\d%]+)| ?(%))")
_HALVES = {"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"}
_WORDS = (
    *(("no", "ingen"), ("one", "en", "ett"), ("two", "to"), ("three", "tre"), ("four", "fire")),
    *(("five", "fem"), ("six", "seks"), ("seven", "sju"), ("eight", "\u00e5tte"), ("nine", "ni")),
    *(("ten", "ti"), ("eleven", "elleve"), ("twelve", "tolv")),
)
_COUNTS = {word: count for count, words in enumerate(_WORDS) if count for word in words}
_YES_OR_NO = {**dict.fromkeys(("yes", "y", "ja", "j"), 1), **dict.fromkeys(("no", "n", "nei"), 0)}
_HOURS = {"h", "hr", "hrs", "hour", "hours", "t", "time", "timer"}
_MINUTES = {"m", "min", "mins", "minute", "minutes", "minutt", "minutter"}


def typed_number(text: str, unit: str = "") -> float | None:
    """The number that was typed; None if it is none.

    With a point or a comma, spaces between thousands, "about" before it, as a word or a fraction;
    with the unit of its field after it, hours and minutes turned into each other where the unit
    (as in "h a week" or "minutes") says which of them is meant. Yes is 1 and no is 0 where the
    unit is that of such a number.
    """
    clean = " ".join(text.casefold().translate(_SPACES).replace("\u2212", "-").split())
    for sign, decimals in _HALVES.items():
        clean = re.sub(rf"(\d) ?{sign}", rf"\g<1>{decimals}", clean).replace(sign, f"0{decimals}")
    if unit == YES_OR_NO and clean in _YES_OR_NO:
        return _YES_OR_NO[clean]
    about = _ABOUT.match(clean)
    clean = _OR_SO.sub("", clean[about.end() :] if about else clean)
    number = _number(clean)
    return _with_unit(clean, unit) if number is None and unit else number


def _number(clean: str) -> float | None:
    if clean in _COUNTS:
        return _COUNTS[clean]
    if clean in ("half", "a half", "en halv"):
        return 0.5
    if found := _GROUPED.fullmatch(clean):
        whole = re.sub(r"[ .,']", "", found[1])
        return _whole(float(f"{whole}.{found[3] or 0}"))
    if _PLAIN.fullmatch(clean):
        return _whole(float(clean.replace(",", ".")))
    if (found := _FRACTION.fullmatch(clean)) and int(found[3]):
        return _whole(int(found[1] or 0) + int(found[2]) / int(found[3]))
    return None


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _with_unit(clean: str, unit: str) -> float | None:
    wanted = unit.casefold()
    if found := _CLOCK.fullmatch(clean):
        hours = int(found[1]) + int(found[2]) / 60
        return _in_time(hours, wanted.split()[0])
    found = _WITH_UNIT.fullmatch(clean)
    pieces = [one.strip() for one in found.groups() if one] if found else []
    number = _number(pieces[0]) if pieces else None
    if number is None:
        return None
    said = pieces[1]
    if said == "%":
        return number / 100 if wanted == SHARE else number if "%" in wanted else None
    first, own = said.split()[0].strip("."), wanted.split()[0]
    if said == wanted or (said == first and first in (own, own.removesuffix("s"))):
        return number
    if first in _HOURS | _MINUTES:
        return _in_time(number if first in _HOURS else number / 60, own)
    return None


def _in_time(hours: float, own: str) -> float | None:
    """Hours as the field counts them; None where it counts neither hours nor minutes."""
    if own in _HOURS:
        return _whole(round(hours, 6))
    return _whole(round(hours * 60, 4)) if own in _MINUTES else None
