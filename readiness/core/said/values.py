"""Whether a value from a file fits a field, and what to say if it does not."""

import math
from collections.abc import Iterable
from datetime import date, datetime

from readiness.core.asked.part import Part
from readiness.core.frozen import Frozen
from readiness.core.said.plan import NO, NOT_SURE, STANDING_WORDS, YES, Value
from readiness.core.wording.language import _

LONGEST_LIST = 500
"""Most values in one list."""

LONGEST_TEXT = 20_000
"""Most characters in one text; a longer one is refused with a word, never cut."""


class Misfit(Frozen):
    """Why a value does not fit a field, and what would."""

    why: str
    """What is wrong, in words."""
    todo: str
    """What to write instead."""


def key_of(words: str) -> str:
    """Words reduced to what must agree: letters and digits, without capitals or punctuation."""
    kept = "".join(c if c.isalnum() else " " for c in words.casefold())
    return " ".join(kept.split())


def is_none_word(part: Part, raw: object) -> bool:
    """Whether a text says that there is none."""
    if not isinstance(raw, str):
        return False
    word = raw.strip().casefold()
    return word in ("", "no", "none") or any(key_of(raw) == key_of(one) for one in part.none_words)


def fit(part: Part, raw: object) -> Value | Misfit:
    """The value as the plan keeps it, or why it does not fit.

    `no` and `not sure` fit every field; a field with options takes them whatever their capitals.
    """
    if isinstance(raw, list | tuple) and len(raw) > LONGEST_LIST:
        return Misfit(
            why=_("the list has {count:,} values").format(count=len(raw)),
            todo=_("keep {longest_list}").format(longest_list=LONGEST_LIST),
        )
    if isinstance(raw, str):
        if len(raw) > LONGEST_TEXT:
            return Misfit(
                why=_("the text is {count:,} characters long").format(count=len(raw)),
                todo=_("shorten it to {longest_text:,} characters").format(
                    longest_text=LONGEST_TEXT
                ),
            )
        if part.kind != "choices" and is_none_word(part, raw):
            return NO
        if raw.strip().casefold() == NOT_SURE:
            return NOT_SURE
    return _FITTERS[part.kind](part, raw)


def words_of(part: Part) -> tuple[str, ...]:
    """The words that answer a field, in the order they are offered; empty for free fields."""
    if part.kind == "ynp":
        return (YES, "partly", NO, *part.options, NOT_SURE)
    return tuple(part.options)


def _one_of(part: Part, raw: object) -> Value | Misfit:
    allowed = words_of(part)
    if isinstance(raw, bool) and part.kind == "ynp":
        return YES if raw else NO
    if isinstance(raw, str):
        for word in allowed:
            if key_of(word) == key_of(raw):
                return word
    listed = ", ".join(f'"{word}"' for word in dict.fromkeys((*allowed, NOT_SURE)))
    return Misfit(
        why=_("{raw} is not one of the answers").format(raw=shown(raw)),
        todo=_("write one of {listed}").format(listed=listed),
    )


def _number(part: Part, raw: object) -> Value | Misfit:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        return Misfit(
            why=_("{raw} is not a number").format(raw=shown(raw)),
            todo=_("write a number, such as 4 or 2.5"),
        )
    if part.low is not None and raw < part.low:
        return Misfit(
            why=_("{raw} is too small").format(raw=raw),
            todo=_("write {low:g} or more").format(low=part.low),
        )
    if part.high is not None and raw > part.high:
        return Misfit(
            why=_("{raw} is too large").format(raw=raw),
            todo=_("write {high:g} or less").format(high=part.high),
        )
    return raw


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
    return as_date(raw) or Misfit(
        why=_("{raw} is not a date").format(raw=shown(raw)),
        todo=_("write year-month-day without quotes: 2027-01-31"),
    )


def tidied(text: str) -> str:
    """A text as a file can hold it: one kind of line end, and no halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")


def _text(_part: Part, raw: object) -> Value | Misfit:
    if isinstance(raw, str):
        return tidied(raw)
    return Misfit(
        why=_("{raw} is not a text").format(raw=shown(raw)),
        todo=_('write words in quotes: "like this"'),
    )


def _dates(_part: Part, raw: object) -> Value | Misfit:
    many = raw if isinstance(raw, list | tuple) else [raw]
    found = [as_date(one) for one in many]
    wrong = [one for one, day in zip(many, found, strict=True) if day is None]
    if wrong:
        return Misfit(
            why=_("{wrong} is not a date").format(wrong=shown(wrong[0])),
            todo=_("write dates in brackets: [2027-01-31, 2027-04-30]"),
        )
    return tuple(sorted({day for day in found if day is not None})) or NO


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
    if word in ("", "none"):
        return NO
    return next((known for known in STANDING_WORDS if key_of(known) == word), "")


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
