"""Days that come again and again: every four weeks, the first Monday of each month.

Our own: three rhythms, each a line of arithmetic. dateutil's rrule knows many more, but none of how
people say them, and would be a library at every start for these three.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain, count, islice, takewhile
from typing import NamedTuple

from readiness.i18n.date_meanings import nth_weekday, one_of
from readiness.i18n.date_words import ORDINAL, UNIT, WEEKDAY
from readiness.i18n.dates import plus_months
from readiness.i18n.language import _, n_
from readiness.i18n.reading import Unclear, rest_of
from readiness.i18n.relative_dates import count_of, later
from readiness.i18n.times import DAY, Frame, Times, month_of
from readiness.i18n.typed_dates import no_date, read_date
from readiness.i18n.words import date_words, listed, short_date

MOST = 120
"""Days that a rhythm gives at most."""

SEEN = 12
"""Days of a rhythm that are listed before it is taken; of more the first ones and the last."""

LONGEST_MONTH = 31

MONTHS_WITHOUT_END = 12
"""Months that a rhythm goes on where neither it nor the plan says when it ends: our default."""


class _Rhythm(NamedTuple):
    """How days come again."""

    unit: str = "week"
    every: int = 1
    nth: int = 0
    """Which of a day of the week in a month; -1 for the last."""
    weekday: int = 0
    day: int = 0
    """Which day of a month; -1 for its last."""


def read_rhythm(text: str, frame: Frame) -> Unclear | None:
    """The days of a rhythm, offered for a look; None where a text says none.

    `text` is in small letters. Without a first day it begins with the plan's period, and goes on to
    that period's end. Days in a time without sessions are left out, and told.
    """
    head, begins, ends, times = _parts(text)
    rhythm = _rhythm(head)
    if rhythm is None:
        return None
    first = _bound(begins, frame) if begins else frame.start
    if isinstance(first, Unclear):
        return first
    if first is None:
        return Unclear(
            _("from which day is missing"),
            _("type for example: {text} from 1 March 2027").format(text=text),
        )
    last = (
        _bound(ends, frame._replace(direction="end", today=first)) if ends else _end(frame, first)
    )
    if isinstance(last, Unclear) or last is None:
        return last
    days = list(islice(takewhile(lambda day: day <= last, _days(rhythm, first)), MOST))
    days = days[: int(times)] if times else days
    closed = [day for day in days if any(one <= day <= other for one, other in frame.closed)]
    left = [day for day in days if day not in closed]
    return _offered(left, closed, None if begins else first)


def _end(frame: Frame, first: date) -> date:
    is_later = frame.end is not None and frame.end >= first
    return frame.end if is_later and frame.end else plus_months(first, MONTHS_WITHOUT_END)


def _bound(text: str, frame: Frame) -> date | Unclear | None:
    found = read_date(text, frame)
    if found is None:
        return no_date(text)
    return Unclear(found.why, found.todo) if isinstance(found, Unclear) else found


def _offered(days: list[date], closed: list[date], first: date | None) -> Unclear:
    if not days:
        return Unclear(_("no day is left in that time"), _("type days, or another time"))
    said = [short_date(day) for day in days]
    seen = said if len(said) <= SEEN else [*said[: SEEN - 2], "…", said[-1]]
    why = n_("this is {n} day: {days}", "these are {n} days: {days}", len(days)).format(
        n=len(days), days=", ".join(seen)
    )
    if closed:
        out = _("left out, because there are no sessions: {days}")
        why += "; " + out.format(days=listed(map(short_date, closed)))
    if first is not None:
        why += "; " + _("counted from the plan's first day, {day}").format(day=date_words(first))
    return Unclear(why, _("type others, with commas between"), tuple(days))


def _parts(text: str) -> tuple[str, str, str, str]:
    """The rhythm, its first day, its last one, and how many times; each empty where not said."""
    times = _TIMES.search(text)
    text = _TIMES.sub("", text).strip(" ,")
    ends = _UNTIL.search(text)
    begins = _FROM.search(text[: ends.start()] if ends else text)
    if begins is None and ends is not None:
        begins = _FROM.search(text, ends.end())
        if begins is not None:
            ends_text = text[ends.end() : begins.start()]
            return _clean(text[: ends.start()]), _clean(text[begins.end() :]), _clean(ends_text), ""
    head = text[: min(one.start() for one in (begins, ends) if one)] if begins or ends else text
    begin_text = text[begins.end() : ends.start() if ends else None] if begins else ""
    end_text = text[ends.end() :] if ends else ""
    return _clean(head), _clean(begin_text), _clean(end_text), times["n"] if times else ""


def _clean(text: str) -> str:
    return rest_of(text).strip()


_FROM = re.compile(
    r"(?:,? \b(?:from|starting|beginning|fra og med|fra|f\.?o\.?m\.?|med start|start|starter"
    r"|first on)(?: from| on| den)? )"
)
_UNTIL = re.compile(
    r"(?: \b(?:until and including|until|till|through|up to|til og med|t\.?o\.?m\.?"
    r"|fram til|frem til|til|to|inntil)(?: den)? | \b(?=ut ))"
)
_TIMES = re.compile(r",? \b(?P<n>\d{1,3}) (?:times|ganger)\b")


def _rhythm(head: str) -> _Rhythm | None:
    head = re.sub(r"^(?:on|p\u00e5|the|den|at) ", "", head.strip(" ,."))
    for pattern, meant in _shapes():
        found = pattern.fullmatch(head)
        rhythm = meant(found.groupdict()) if found else None
        if rhythm is not None:
            return rhythm
    return None


def _every(found: dict[str, str | None]) -> _Rhythm | None:
    """Every four weeks, every other Thursday, each month."""
    said, unit = found.get("c") or found.get("o") or "", found["u"] or ""
    gap = (
        2
        if found.get("o")
        else _OTHER.get(said) or ORDINAL.get(said) or (int(count_of(said)) if said else 1)
    )
    if gap < 1:
        return None
    if unit in WEEKDAY:
        return _Rhythm("week", gap, weekday=WEEKDAY[unit])
    size, many = UNIT[unit]
    return _Rhythm(size, gap * many)


def _daily(found: dict[str, str | None]) -> _Rhythm:
    size, many = _ADVERBS[found["a"] or ""]
    return _Rhythm(size, many)


def _nth(found: dict[str, str | None]) -> _Rhythm:
    return _Rhythm("month", 1, ORDINAL[found["n"] or ""], WEEKDAY[found["d"] or ""])


def _of_month(found: dict[str, str | None]) -> _Rhythm | None:
    day = int(found["k"] or -1)
    return _Rhythm("month", 1, day=day) if day < 0 or 0 < day <= LONGEST_MONTH else None


def _weekdays(found: dict[str, str | None]) -> _Rhythm:
    return _Rhythm("week", 1, weekday=WEEKDAY[found["d"] or ""])


_OTHER = {"other": 2, "second": 2, "annen": 2, "andre": 2, "annet": 2, "alternate": 2}
_ADVERBS = {
    **dict.fromkeys(("weekly", "ukentlig", "every week"), ("week", 1)),
    **dict.fromkeys(("fortnightly",), ("week", 2)),
    **dict.fromkeys(
        ("monthly", "m\u00e5nedlig", "once a month", "en gang i m\u00e5neden"), ("month", 1)
    ),
    **dict.fromkeys(
        ("quarterly", "kvartalsvis", "once a quarter", "en gang i kvartalet"), ("month", 3)
    ),
    **dict.fromkeys(
        ("half-yearly", "halv\u00e5rlig", "twice a year", "to ganger i \u00e5ret"), ("month", 6)
    ),
    **dict.fromkeys(("yearly", "annually", "\u00e5rlig", "once a year"), ("month", 12)),
}


@cache
def _shapes() -> tuple[
    tuple[re.Pattern[str], Callable[[dict[str, str | None]], _Rhythm | None]], ...
]:
    nth, days, units = one_of(ORDINAL), one_of(WEEKDAY), one_of(UNIT)
    each = r"(?:every|each|hver|hvert|kvar|once every|en gang hver)"
    other = r"(?P<o>annenhver|annenhvert|annakvar|every other|every second|alternate)"
    month = r"(?:(?:in|of|i) )?(?:each|every|the|hver|a)? ?(?:m\u00e5neden|m\u00e5ned|month|mnd\.?)"
    table = (
        (rf"{each} ?(?:(?P<c>{nth}|[^\W\d_]+|\d{{1,2}}) )?(?P<u>{units}|{days})", _every),
        (rf"{other} (?P<u>{units}|{days})", _every),
        (rf"(?P<a>{one_of(_ADVERBS)})", _daily),
        (rf"(?:{each} )?(?P<n>{nth}) (?P<d>{days}) {month}", _nth),
        (rf"(?:{each} )?(?P<k>\d{{1,2}})(?:st|nd|rd|th)?\.?(?: day)? {month}", _of_month),
        (rf"(?:last day|siste dag|siste dagen) {month}(?P<k>)", _of_month),
        (rf"(?P<d>{one_of(name for name in WEEKDAY if name.endswith(('days', 'er')))})", _weekdays),
    )
    return tuple((re.compile(shape), meant) for shape, meant in table)


def _days(rhythm: _Rhythm, first: date) -> Iterator[date]:
    """The days from one on, without end."""
    if rhythm.nth or rhythm.day:
        months = (plus_months(first.replace(day=1), number) for number in count())
        in_month = (_in_month(rhythm, month_of_day(month)) for month in months)
        return (day for day in in_month if day is not None and day >= first)
    gap = (rhythm.weekday - first.isoweekday()) % 7 if rhythm.weekday else 0
    day = first + DAY * gap
    others = (later(day, number * rhythm.every, rhythm.unit) for number in count(1))
    return chain([day], filter(None, others))


def month_of_day(day: date) -> Times:
    """The month that a day is in."""
    return month_of(day.year, day.month)


def _in_month(rhythm: _Rhythm, month: Times) -> date | None:
    if rhythm.nth:
        return nth_weekday(month, rhythm.nth, rhythm.weekday)
    if rhythm.day < 0:
        return month.last
    return month.first.replace(day=rhythm.day) if rhythm.day <= month.last.day else None
