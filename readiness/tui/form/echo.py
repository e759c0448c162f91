"""What stands in the box of a field, what is meant by it, and what a form says back about it."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.plan.plan import NO, NOT_SURE, Value
from readiness.domain.plan.values import LONGEST_TEXT, Misfit
from readiness.i18n.language import _
from readiness.i18n.words import (
    DAYS,
    date_words,
    day_words,
    exact_words,
    grouped_words,
    listed,
    spoken,
)
from readiness.tui.plain import cleaned
from readiness.tui.widgets.meant import HINTS, as_typed, understood
from readiness.tui.widgets.meant import hint as example


def boxed(part: Part, value: Value | None) -> str:
    """A value of the plan as it stands in its box; the words no and not sure stand in no text."""
    if part.kind != "text":
        return as_typed(value)
    return "" if value in (None, NO, NOT_SURE) else cleaned(str(value))


def hint(part: Part) -> str:
    """What stands in an empty box: an example of what is typed there."""
    return example(part) if part.kind in HINTS else ""


def meant(part: Part, text: str, today: date) -> Value | Misfit | None:
    """What a person means by the text of a box; a Misfit where that is no answer."""
    if part.kind != "text":
        return understood(part, text, today)
    if len(text) > LONGEST_TEXT:
        words = _("Only {limit} characters fit here; the plan keeps what fitted.")
        return Misfit(why=words.format(limit=grouped_words(LONGEST_TEXT)), todo="")
    return text if text.strip() else None


def echo(part: Part, text: str, held: Value | None, no_label: str, today: date) -> tuple[str, bool]:
    """What is said back about the text of a box, and whether it is no answer.

    `held` is what the plan holds; `no_label` is what the answer no is called there.
    """
    found = meant(part, text, today)
    if not isinstance(found, Misfit):
        return _understood(part, text, found, no_label), False
    tail = f"; {found.todo}{_kept(held)}" if part.kind != "text" else ""
    return f"{found.why}{tail}", True


def _understood(part: Part, text: str, found: Value | None, no_label: str) -> str:
    if part.kind == "text":
        return ""
    if found == NO:
        return part.none_label or no_label or _("there is none")
    if part.kind == "number":
        return _number_echo(part, text, found)
    if isinstance(found, tuple):
        days = [day for day in found if isinstance(day, date)]
        return listed(f"{_(DAYS[day.weekday()])[:3]} {date_words(day)}" for day in days)
    return day_words(found) if isinstance(found, date) else str(found or _none(part))


def _number_echo(part: Part, text: str, found: Value | None) -> str:
    low, high = part.low, part.high
    span = ""
    if low is not None and high is not None:
        span = _("{low} to {high}").format(low=exact_words(low), high=exact_words(high))
    is_other = isinstance(found, int | float) and as_typed(found) != text.strip()
    same = _("= {n}").format(n=as_typed(found)) if is_other else ""
    return ", ".join(filter(None, [same, part.unit, span]))


def _kept(held: Value | None) -> str:
    if held is None:
        return _(" (there is no answer yet)")
    is_word = held in (NO, NOT_SURE)
    return _(" (the plan keeps {kept})").format(kept=as_typed(held) if is_word else spoken(held))


def _none(part: Part) -> str:
    label = part.none_label
    return _("or type no: {label}").format(label=label[:1].lower() + label[1:]) if label else ""
