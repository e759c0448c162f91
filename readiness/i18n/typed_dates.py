"""What a person meant who typed a date, in English or Norwegian, whichever is spoken.

Our own, and no library's: those that are well kept (dateparser, dateutil's parser) guess a day
where a plan has to ask which one, and know nothing of weeks by their number, of a field that asks
for the last day, or of a day that has been.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from readiness.i18n.date_meanings import day_alone, one_of
from readiness.i18n.date_shapes import shapes
from readiness.i18n.date_words import BEHIND, NEAR, POINT, VAGUE, WEEKDAY
from readiness.i18n.language import _
from readiness.i18n.reading import Unclear, one_way, rest_of, small
from readiness.i18n.times import DAY, Frame, Times, one_day
from readiness.i18n.words import DAYS, date_words

_SEARCHED = 200
"""Characters of a text in which a date is looked for: no date needs more."""

_LONGEST = 60
"""Characters of the longest date in words."""

_CLOCK = re.compile(
    r"(?<=\d)(?:t|,? ?(?:kl\.?|at|@) ?| (?=\d{1,2}:))\d{1,2}(?:[.:]\d{2}){0,2}(?:\.0+)?z?"
    r"(?: ?(?:am|pm|hrs|h|uhr))?$"
)
_JOINED = re.compile(r" ?- ?| (?:to|til|and|og|or|eller|&) ")
_DAYS_OF = re.compile(r"(\d{1,2})\.? ?(?:-|/| to | til | and | og | or | eller ) ?(\d{1,2}\b.*)")
_DAY_ALONE = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)|den (\d{1,2})")
_BETWEEN = re.compile(r"^(?:between|mellom|from|fra|from the|fra og med) ")


def not_a_date(quoted: str) -> str:
    """Why a text is refused where a date is asked for; `quoted` is the text as a message has it."""
    return _("{value} is not a date").format(value=quoted)


def no_date(typed: str) -> Unclear:
    """That what was typed names no time at all, and what would be a date."""
    return Unclear(not_a_date(f'"{typed}"'), _("try 31 Jan 2027"))


def read_date(text: str, frame: Frame) -> date | Unclear | None:
    """The date that was typed, or what is missing; None where the text names no time at all.

    Day before month, as Europe writes it; month before day only where nothing else is possible. A
    month, a week or a quarter is its first day, its last where the field is an end, the latest one
    there has been where the field looks back.
    """
    clean = one_way(text[: _SEARCHED + 1])
    try:
        times = _read(small(clean).rstrip(".!, "), frame, clean)
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    if not isinstance(times, Times):
        return times
    if times.missing:
        return Unclear(times.missing, _("type a day or a month"), times.day)
    day = times.chosen(frame)
    if len(clean) > _SEARCHED:
        return Unclear(_("that is too long for a date"), _("type the day alone"), day)
    return day


def days_in_row(text: str, frame: Frame) -> tuple[date, ...]:
    """The days of "1.-3. March 2027", each; empty where a text says no such thing."""
    days = _DAYS_OF.fullmatch(_BETWEEN.sub("", small(one_way(text)).rstrip("., ")))
    last = _whole(days[2], frame) if days else None
    if not isinstance(last, Times) or not last.is_day or days is None:
        return ()
    first = int(days[1])
    return tuple(last.first.replace(day=day) for day in range(first, last.first.day + 1))


def typed_date(text: str, today: date) -> date | None:
    """The date that was typed; None if it is none, or not clear."""
    found = read_date(text, Frame(today))
    return found if isinstance(found, date) else None


def _read(text: str, frame: Frame, original: str) -> Times | Unclear | None:
    """What a text in small letters means; `original` is the same with its capitals."""
    if not text:
        return None
    if alone := _DAY_ALONE.fullmatch(text):
        return day_alone(int(alone[1] or alone[2]), original, frame)
    for read in (_whole, _before_or_after, _range, _begun):
        found = read(text, frame, original)
        if found is not None:
            return found
    return None


def _whole(text: str, frame: Frame, _original: str = "") -> Times | Unclear | None:
    """A text of which every word is understood; words that change nothing are left out by turns."""
    bare = text.strip(" ,.;:()!")
    while bare:
        for read in (_shaped, _at_a_point, _with_weekday):
            found = read(bare, frame)
            if found is not None:
                return found
        bare = _less(bare)
    return None


def _shaped(text: str, frame: Frame) -> Times | Unclear | None:
    for pattern, meant in shapes():
        found = pattern.fullmatch(text)
        times = meant(found, frame) if found else None
        if times is not None:
            return times
    return None


def _at_a_point(text: str, frame: Frame) -> Times | Unclear | None:
    """The end, the middle or the start of what follows."""
    point, rest = _first_of(text, _points())
    times = _whole(rest, frame._replace(point=POINT[point])) if point else None
    if point in VAGUE and isinstance(times, Times) and times.missing:
        return times
    return times.at(POINT[point]) if isinstance(times, Times) else times


def _less(text: str) -> str:
    """A text without the first or the last word that leaves a date what it is; empty at the end."""
    timeless = _CLOCK.sub("", text)
    if timeless != text:
        return timeless.strip(" ,.")
    near, rest = _first_of(text, _near())
    behind, start = _last_of(text)
    return (rest if near else start if behind else "").strip(" ,.;:()!")


def _with_weekday(text: str, frame: Frame) -> Times | Unclear | None:
    """A day of the week before a date, which has to agree, or before a week that it is in."""
    name, rest = _first_of(text, _weekdays())
    rest = rest.lstrip(".,( ").rstrip(")")
    found = _whole(rest, frame) if name and rest else None
    if found is None or isinstance(found, Unclear):
        return found
    if found.is_day and found.first.isoweekday() != WEEKDAY[name]:
        why = _("{date} is a {weekday}").format(
            date=date_words(found.first), weekday=_(DAYS[found.first.weekday()])
        )
        return Unclear(why, _("check the day and the month"), found.first)
    is_which = Unclear(_("which day is missing: {text}").format(text=text), _("type a day"))
    return found if found.is_day else found.on_weekday(WEEKDAY[name]) or is_which


def _before_or_after(text: str, frame: Frame, original: str) -> Times | Unclear | None:
    """Before or after a day or a time: which day is asked for, with the next one offered."""
    word, rest = _first_of(text, _sides())
    found = _whole(rest, frame) if word and rest else None
    if not isinstance(found, Times):
        return found
    is_after = word in _AFTER
    offer = found.last + DAY if is_after else found.first - DAY
    why = _("which day is missing: {text}").format(text=original)
    if found.name:
        why = found.missing
    is_vague = bool(found.missing) and not found.name
    return Unclear(why, _("type a day"), None if is_vague else offer)


def _range(text: str, frame: Frame, _original: str) -> Times | Unclear | None:
    """Two days or times, or several days in a row: which one is asked."""
    bare = _BETWEEN.sub("", text)
    days = _DAYS_OF.fullmatch(bare)
    if days is not None:
        last = _whole(days[2], frame)
        day = int(days[1])
        if isinstance(last, Times) and last.is_day and 0 < day < last.first.day:
            return _which(one_day(last.first.replace(day=day)), last, frame)
    for sign in _JOINED.finditer(bare):
        last = _whole(bare[sign.end() :], frame)
        if not isinstance(last, Times):
            continue
        start = bare[: sign.start()].strip()
        first = _whole(start, frame._replace(like=last.first))
        if isinstance(first, Times):
            return _which(first, last, frame)
    return None


def _which(first: Times, last: Times, frame: Frame) -> Unclear:
    ends = (first.first, last.last if last.is_day or frame.direction == "end" else last.first)
    why = _("one day is asked for, and this is more: {first} and {last}").format(
        first=date_words(ends[0]), last=date_words(ends[1])
    )
    offer = ends[1] if frame.direction == "end" else ends[0]
    return Unclear(why, _("type one of them"), offer)


def _begun(text: str, frame: Frame, original: str) -> Unclear | None:
    """A date with something behind it that is not understood: it is told, and offered."""
    cuts = [sign.start() for sign in re.finditer(r"[ ,;(]", text[:_LONGEST])]
    for cut in reversed(cuts):
        found = _whole(text[:cut], frame)
        if isinstance(found, Times) and not found.missing:
            day, rest = found.chosen(frame), rest_of(original[cut:])
            why = _('{n} is understood, "{rest}" is not').format(n=date_words(day), rest=rest)
            return Unclear(why, _("type the day alone"), day, rest)
        if isinstance(found, Unclear):
            return found
    return None


@cache
def _near() -> re.Pattern[str]:
    return _leading(NEAR)


@cache
def _points() -> re.Pattern[str]:
    return _leading(POINT)


@cache
def _weekdays() -> re.Pattern[str]:
    return _leading(WEEKDAY)


_AFTER = ("after", "etter", "following", "over", "etter at", "past", "just after", "rett etter")
_BEFORE = ("before", "f\u00f8r", "prior to", "just before", "rett f\u00f8r", "innen f\u00f8r")


@cache
def _sides() -> re.Pattern[str]:
    return _leading((*_AFTER, *_BEFORE))


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(.*?)(?:(?<=[ ,\d.])|(?=[?!]))({one_of(BEHIND)})", re.DOTALL)


def _leading(words: Iterable[str]) -> re.Pattern[str]:
    known = one_of(words)
    return re.compile(rf"({known})(?:(?<=[.~\u2248-])|(?![\w'-]))[ ,.:]*+(.*+)", re.DOTALL)


def _first_of(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """A known word that a text begins with, and what is behind it; empty where there is none."""
    found = pattern.fullmatch(text)
    return (found[1], found[2]) if found else ("", text)


def _last_of(text: str) -> tuple[str, str]:
    found = _endings().fullmatch(text)
    return (found[2], found[1].rstrip(" ,")) if found else ("", text)
