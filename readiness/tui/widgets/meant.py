"""What is meant by what is typed into a box for a number, a date or several dates."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.plan.plan import NO, NOT_SURE, Value
from readiness.domain.plan.values import Misfit, fit, is_none_word, is_unsure
from readiness.i18n.language import N_, _
from readiness.i18n.typed import pieces, typed_date, typed_number
from readiness.i18n.words import number_words, short_date

HINTS = {
    "number": N_("e.g. {number}"),
    "date": N_("e.g. 31 Jan 2027"),
    "dates": N_("e.g. 31 Jan 2027, 30 Apr 2027"),
}
FOR_EXAMPLE = 4
"""The number that stands for any number, where the field takes it."""


def hint(part: Part) -> str:
    """An example of what is typed into a field, one that the field would take."""
    low, high = part.low or 0, part.high or FOR_EXAMPLE
    return _(HINTS[part.kind]).format(number=number_words(min(max(low, FOR_EXAMPLE), high)))


def understood(part: Part, text: str, today: date) -> Value | Misfit | None:
    """What a person meant: a value, None for nothing, or why it is not understood."""
    if not text.strip():
        return None
    if is_none_word(part, text):
        return NO
    if is_unsure(text):
        return NOT_SURE
    if part.kind == "number":
        number = typed_number(text, part.unit)
        return (
            Misfit(why=_("not a number"), todo=_("try 4 or 2.5"))
            if number is None
            else fit(part, number)
        )
    days = [
        typed_date(piece, today) for piece in (pieces(text) if part.kind == "dates" else [text])
    ]
    if None in days or not days:
        return Misfit(why=_("not a date yet"), todo=_("try 31 Jan 2027"))
    found = tuple(sorted({day for day in days if day}))
    return fit(part, found if part.kind == "dates" else found[0])


def as_typed(value: Value | None) -> str:
    """A value as it stands in its box."""
    if isinstance(value, tuple):
        return ", ".join(as_typed(one) for one in value)
    if value in (NO, NOT_SURE):
        return _(str(value))
    if isinstance(value, date):
        return short_date(value)
    return number_words(value) if isinstance(value, float) else "" if value is None else str(value)
