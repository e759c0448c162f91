"""What a typed line means as the answer of a field."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.template import Item
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import NOT_APPLICABLE, InvalidValue, Value, key_of, standing_word
from readiness.domain.plan.fields import Slot, no_words, offered
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _

SAYS_YES = ("yes", "y", "ja", "j")
"""What says yes where nothing but yes or no is asked."""


def is_numbered(item: Item, slot: Slot) -> bool:
    """Whether the numbers of a choice answer it.

    They do not where it is answered for all practitioners: there a number looks like one of theirs.
    """
    return not (slot.is_whole and item.person_parts)


def is_for_people(text: str) -> bool:
    """Whether a line begins like a number."""
    return text.strip()[:1].isdecimal()


def meant(item: Item, slot: Slot, text: str, today: date) -> Value | InvalidValue | None:
    """The answer that a line gives, None where it is empty, or why it is not understood.

    That a question does not apply can be typed at its answer, whatever kind that is of.
    """
    if slot.part == "value" and (
        key_of(text) in ("na", "n a") or standing_word(text) == NOT_APPLICABLE
    ):
        return NOT_APPLICABLE
    words, is_told = offered(item, slot), is_numbered(item, slot)
    return interpret(slot.asks, text, today, words, is_numbered=is_told)


def names_option(item: Item, slot: Slot, text: str) -> bool:
    """Whether a line is exactly one of the words offered, so that it cannot be a command."""
    words = offered(item, slot)
    return any(key_of(text) in (key_of(word), key_of(label)) for word, label in words.items())


def understood(item: Item, slot: Slot, value: Value) -> str:
    """A value in words as it was understood: dates with their weekday."""
    no_label = "" if slot.is_whole else no_words(item, slot)
    return kind_of(slot.asks).understood(slot.asks, value, no_label)


def held(item: Item, slot: Slot, plan: Plan) -> str:
    """What the plan holds at a field, in words."""
    value = plan.value(slot.ref)
    return _("not answered") if value is None else understood(item, slot, value)
