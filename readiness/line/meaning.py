"""What a typed line means as the answer of a field."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item
from readiness.domain.plan.fields import Slot, no_words, offered
from readiness.domain.plan.plan import NO, NOT_APPLICABLE, NOT_SURE, Plan, Value
from readiness.domain.plan.values import (
    ALSO,
    Misfit,
    fit,
    is_none_word,
    is_unsure,
    key_of,
    standing_word,
)
from readiness.i18n.language import ENGLISH, N_, Words, _, language
from readiness.i18n.typed import pieces, typed_date, typed_number
from readiness.i18n.words import day_words, listed

EXAMPLES = Words(
    {
        "number": N_("a number, such as 4 or 2.5"),
        "date": N_("a date, such as 31 Jan 2027, 31.1.2027, 2027-01-31 or in 3 months"),
        "dates": N_("dates with commas between, such as 31 Jan 2027, 30 Apr 2027"),
    }
)
SAYS_YES = ("yes", "y", "ja", "j")
"""What says yes where nothing but yes or no is asked."""


def is_choice(part: Part) -> bool:
    """Whether a field is answered with one or several of a few words."""
    return part.kind in ("ynp", "choice", "choices")


def is_numbered(item: Item, slot: Slot) -> bool:
    """Whether the numbers of a choice answer it.

    They do not where it is answered for all practitioners: there a number looks like one of theirs.
    """
    return not (slot.is_whole and item.person_parts)


def is_for_people(text: str) -> bool:
    """Whether a line begins like a number."""
    return text.strip()[:1].isdecimal()


def meant(item: Item, slot: Slot, text: str, today: date) -> Value | Misfit:
    """The answer that a line gives, or why it is not understood."""
    part = slot.asks
    if slot.part == "value" and (
        key_of(text) in ("na", "n a") or standing_word(text) == NOT_APPLICABLE
    ):
        return NOT_APPLICABLE
    if is_choice(part):
        return _several(item, slot, text) if part.kind == "choices" else _one(item, slot, text)
    if is_none_word(part, text) or is_unsure(text):
        return NO if is_none_word(part, text) else NOT_SURE
    if part.kind == "text":
        return fit(part, text)
    return _number(part, text) if part.kind == "number" else _days(part, text, today)


def names_option(item: Item, slot: Slot, text: str) -> bool:
    """Whether a line is exactly one of the words offered, so that it cannot be a command."""
    words = offered(item, slot) if is_choice(slot.asks) else {}
    return any(key_of(text) in (key_of(word), key_of(label)) for word, label in words.items())


def _one(item: Item, slot: Slot, text: str) -> Value | Misfit:
    words = offered(item, slot)
    found = _matching(words, text)
    if len(found) == 1:
        return found[0]
    if found:
        numbers = {word: number for number, word in enumerate(words, 1)}
        could = listed(f"{numbers[one]} {words[one]}" for one in found)
        return Misfit(
            why=_('"{text}" could be {could}').format(text=text, could=could),
            todo=_("type the number, or more letters"),
        )
    return Misfit(
        why=_('"{text}" is not one of the answers').format(text=text),
        todo=_("type a number from 1 to {count}, or the word").format(count=len(words))
        if is_numbered(item, slot)
        else _("type one of the words"),
    )


def _matching(words: dict[str, str], text: str) -> list[str]:
    keys, wanted = list(words), key_of(text)
    if text.strip().isdecimal():
        number = int(text)
        return [keys[number - 1]] if 1 <= number <= len(keys) else []
    exact = [one for one in keys if wanted in (key_of(one), key_of(words[one]))]
    exact = exact or [one for one in keys if one == ALSO.get(wanted)]
    spoken = [one for one in keys if wanted and key_of(words[one]).startswith(wanted)]
    filed = [one for one in keys if wanted and key_of(one).startswith(wanted)]
    if language() == ENGLISH:
        return exact or [one for one in keys if one in spoken or one in filed]
    return exact or spoken or filed


def _several(item: Item, slot: Slot, text: str) -> Value | Misfit:
    if is_none_word(slot.asks, text):
        return NO
    if is_unsure(text):
        return NOT_SURE
    chosen = [_one(item, slot, one) for one in text.split(",") if one.strip()]
    wrong = next((one for one in chosen if isinstance(one, Misfit)), None)
    if wrong is not None or not chosen:
        return wrong or Misfit(
            why=_("nothing was chosen"), todo=_("type numbers with commas between")
        )
    return tuple(word for word in slot.asks.options if word in chosen)


def _number(part: Part, text: str) -> Value | Misfit:
    number = typed_number(text, part.unit)
    if number is None:
        return Misfit(
            why=_('"{text}" is not a number').format(text=text),
            todo=_("type {number}").format(number=EXAMPLES["number"]),
        )
    return fit(part, number)


def _days(part: Part, text: str, today: date) -> Value | Misfit:
    said = [text] if part.kind == "date" else pieces(text)
    days = {piece: typed_date(piece, today) for piece in said}
    wrong = next((piece.strip() for piece, day in days.items() if day is None), "")
    if wrong or not days:
        return Misfit(
            why=_('"{text}" is not a date').format(text=wrong or text),
            todo=_("type {examples}").format(examples=EXAMPLES[part.kind]),
        )
    found = tuple(sorted({day for day in days.values() if day}))
    return fit(part, found if part.kind == "dates" else found[0])


def understood(item: Item, slot: Slot, value: Value) -> str:
    """A value in words as it was understood: dates with their weekday."""
    if isinstance(value, tuple) and value and isinstance(value[0], date):
        return listed(day_words(one) for one in value if isinstance(one, date))
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, str) and is_choice(slot.asks):
        return offered(item, slot).get(value) or slot.asks.options.get(value, value)
    from readiness.domain.plan.answers import value_words

    return value_words(slot.asks, value, no_words(item, slot))


def held(item: Item, slot: Slot, plan: Plan) -> str:
    """What the plan holds at a field, in words."""
    value = plan.value(slot.ref)
    return _("not answered") if value is None else understood(item, slot, value)
