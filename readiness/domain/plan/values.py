"""Whether a value from a file fits a field, and what to say if it does not."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime

from readiness.domain.checklist.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    Limit,
    amount_limit,
    is_in_reach,
    limit_of,
)
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Assumption
from readiness.domain.plan.plan import (
    NO,
    NOT_APPLICABLE,
    NOT_SURE,
    PARTLY,
    STANDING_WORDS,
    YES,
    Value,
)
from readiness.domain.record import Record
from readiness.i18n.language import _
from readiness.i18n.undecided import is_nobody, is_undecided
from readiness.i18n.words import exact_words, grouped_words

LONGEST_LIST = 500
"""Most values in one list."""

LONGEST_TEXT = 20_000
"""Most characters in one text; a longer one is refused with a word, never cut."""


class Misfit(Record):
    """Why a value does not fit a field, and what would."""

    why: str
    """What is wrong, in words."""
    todo: str
    """What to write instead."""


_LETTERS = re.compile(r"[^\W_]+")


def key_of(words: str) -> str:
    """Words reduced to what must agree: letters and digits, without capitals or punctuation."""
    return " ".join(_LETTERS.findall(words.casefold()))


NONE_WORDS = ("", NO, "none", "nei", "ingen")
"""What says that there is none, in every language there is."""

ALSO = {
    "none": NO,
    "nei": NO,
    "ingen": NO,
    "ja": YES,
    "delvis": PARTLY,
    "vet ikke": NOT_SURE,
    "ikke aktuelt": NOT_APPLICABLE,
}
"""Other words for those that answer any question: understood typed or in a file, never kept."""


def is_none_word(part: Part, raw: object) -> bool:
    """Whether a text says that there is none."""
    if not isinstance(raw, str):
        return False
    word = raw.strip().casefold()
    if word in (*NONE_WORDS, _(NO)):
        return True
    return any(key_of(raw) == key_of(one) for one in part.none_words)


def is_unsure(text: str) -> bool:
    """Whether a text says that a person is not sure, in the file's words or the spoken ones."""
    word = key_of(text)
    return ALSO.get(word, word) == NOT_SURE or word == key_of(_(NOT_SURE))


def says_nothing(text: str) -> bool:
    """Whether a text where prose is asked says no more than that there is none: "no.", "-"."""
    return key_of(text) in NONE_WORDS or is_nobody(text)


def counted(part: Part, said: Value) -> Value | None:
    """An answer as it counts: a text that names nobody is no, one that decides nothing is none.

    What was typed stays in the plan as it was.
    """
    if part.kind != "text" or not isinstance(said, str) or said in STANDING_WORDS:
        return said
    if is_undecided(said):
        return None
    return NO if says_nothing(said) else said


def fit(part: Part, raw: object) -> Value | Misfit:
    """The value as the plan keeps it, or why it does not fit.

    `no` and `not sure` fit every field; a field with options takes them whatever their capitals.
    """
    if isinstance(raw, list | tuple) and len(raw) > LONGEST_LIST:
        why = _("the list has {n} values").format(n=grouped_words(len(raw)))
        return Misfit(why=why, todo=_("keep {n}").format(n=LONGEST_LIST))
    if isinstance(raw, str):
        if len(raw) > LONGEST_TEXT:
            many, most = grouped_words(len(raw)), grouped_words(LONGEST_TEXT)
            return Misfit(
                why=_("the text is {n} characters long").format(n=many),
                todo=_("shorten it to {n} characters").format(n=most),
            )
        if part.kind != "choices" and is_none_word(part, raw):
            return NO
        if is_unsure(raw):
            return NOT_SURE
    return _FITTERS[part.kind](part, raw)


def words_of(part: Part) -> tuple[str, ...]:
    """The words that answer a field, in the order they are offered; empty for free fields."""
    if part.kind == "ynp":
        return (YES, PARTLY, NO, *part.options, NOT_SURE)
    return tuple(part.options)


def _one_of(part: Part, raw: object) -> Value | Misfit:
    allowed = words_of(part)
    if isinstance(raw, bool) and part.kind == "ynp":
        return YES if raw else NO
    if isinstance(raw, str):
        for word in allowed:
            if key_of(word) == key_of(raw):
                return word
        if ALSO.get(key_of(raw)) in allowed:
            return ALSO[key_of(raw)]
    offered = [word for word in dict.fromkeys((*allowed, NOT_SURE)) if word not in part.earlier]
    listed = ", ".join(f'"{word}"' for word in offered)
    why = _("{value} is not one of the answers").format(value=shown(raw))
    return Misfit(why=why, todo=_("write one of {answers}").format(answers=listed))


def _number(part: Part, raw: object) -> Value | Misfit:
    # A whole number may be larger than any float, and is finite all the same.
    is_endless = isinstance(raw, float) and not math.isfinite(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float) or is_endless:
        why = _("{value} is not a number").format(value=shown(raw))
        return Misfit(why=why, todo=_("write a number, such as 4 or 2.5"))
    limit = limit_of(part.feeds, part.unit)
    if part.low is not None and limit.low < part.low > raw:
        why = _("{value} is too small").format(value=raw)
        return Misfit(why=why, todo=_("write {n} or more").format(n=exact_words(part.low)))
    if part.high is not None and limit.high > part.high < raw:
        why = _("{value} is too large").format(value=raw)
        return Misfit(why=why, todo=_("write {n} or less").format(n=exact_words(part.high)))
    return outside(raw, limit) or raw


def number_part(name: str, one: Assumption) -> Part:
    """A number of the practice as a field, with the limits of that number."""
    limit = amount_limit(name, one.unit)
    return Part(kind="number", unit=one.unit, low=limit.low, high=limit.high, feeds=name)


def outside(number: float, limit: Limit) -> Misfit | None:
    """Why a number is beyond what the program reckons with; None where it is within."""
    if limit.low <= number <= limit.high:
        return None
    is_small = number < limit.low
    why = _("{value} is too small") if is_small else _("{value} is too large")
    todo = _("write {n} or more: {reason}") if is_small else _("write {n} or less: {reason}")
    end = limit.low if is_small else limit.high
    n = grouped_words(int(end)) if end == int(end) else exact_words(end)
    return Misfit(why=why.format(value=number), todo=todo.format(n=n, reason=_(limit.why)))


def as_date(raw: object) -> date | None:
    """A date from a TOML date, a date with a time, or a text in ISO order; None if it is none."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(raw.strip()) if isinstance(raw, str) else None
    except ValueError:
        return None


def _date(_part: Part, raw: object) -> Value | Misfit:
    day = as_date(raw)
    if day is None:
        todo = _("write year-month-day without quotes: 2027-01-31")
        return Misfit(why=_("{value} is not a date").format(value=shown(raw)), todo=todo)
    return out_of_reach(day) or day


def out_of_reach(day: date) -> Misfit | None:
    """Why no plan can hold this date; None where one can."""
    if is_in_reach(day):
        return None
    why = _("{value} is too far away for a plan").format(value=day.isoformat())
    todo = _("write a year from {first} to {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
    return Misfit(why=why, todo=todo)


def tidied(text: str) -> str:
    """A text as a file can hold it: one kind of line end, and no halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")


def _text(_part: Part, raw: object) -> Value | Misfit:
    if isinstance(raw, str):
        return tidied(raw)
    why = _("{value} is not a text").format(value=shown(raw))
    return Misfit(why=why, todo=_('write words in quotes: "like this"'))


def _dates(_part: Part, raw: object) -> Value | Misfit:
    many = raw if isinstance(raw, list | tuple) else [raw]
    found = [as_date(one) for one in many]
    wrong = [one for one, day in zip(many, found, strict=True) if day is None]
    if wrong:
        return Misfit(
            why=_("{value} is not a date").format(value=shown(wrong[0])),
            todo=_("write dates in brackets: [2027-01-31, 2027-04-30]"),
        )
    days = sorted({day for day in found if day is not None})
    return next(filter(None, map(out_of_reach, days)), tuple(days) or NO)


def _choices(part: Part, raw: object) -> Value | Misfit:
    many = raw if isinstance(raw, list | tuple) else [raw]
    if len(many) == 1 and is_none_word(part, many[0]):
        return NO
    chosen = [_one_of(part, one) for one in many]
    for one in chosen:
        if isinstance(one, Misfit):
            return one
    return tuple(word for word in part.options if word in chosen) or NO


_FITTERS = {
    "ynp": _one_of,
    "choice": _one_of,
    "number": _number,
    "date": _date,
    "text": _text,
    "dates": _dates,
    "choices": _choices,
}


def standing_word(raw: object) -> str:
    """The standing word (yes, partly, no, not sure, not applicable) a text stands for, or empty."""
    if isinstance(raw, bool):
        return YES if raw else NO
    if not isinstance(raw, str):
        return ""
    word = key_of(raw)
    if not word:
        return NO
    return next((known for known in STANDING_WORDS if key_of(known) == word), ALSO.get(word, ""))


def shown(raw: object) -> str:
    """A value as a message quotes it: short, on one line."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, dict):
        return _("a table")
    if isinstance(raw, Iterable) and not isinstance(raw, str):
        return _("a list")
    text = " ".join(str(raw).split())
    return f'"{text[:40]}{"…" if len(text) > 40 else ""}"' if isinstance(raw, str) else text  # noqa: PLR2004
