"""What a typed line means as the answer of a field."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.template import Item
from readiness.domain.kinds.registry import heard, interpret, kind_of
from readiness.domain.kinds.value import NOT_APPLICABLE, InvalidValue, Value, key_of, standing_word
from readiness.domain.plan.fields import FormField, no_words, offered
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.i18n.times import Frame
from readiness.line.console import SAYS_YES

SAYS_NONE = ("none", "ingen")
"""What takes out what is there, where a line may also be left empty."""


def is_numbered(item: Item, field: FormField) -> bool:
    """Whether the numbers of a choice answer it.

    They do not where it is answered for all practitioners: there a number looks like one of theirs.
    """
    return not (field.is_whole and item.person_parts)


def is_for_people(text: str) -> bool:
    """Whether a line begins like a number."""
    return text.strip()[:1].isdecimal()


def meant(
    item: Item, field: FormField, text: str, when: date | Frame
) -> Value | InvalidValue | None:
    """The answer that a line gives, None where it is empty, or why it is not understood.

    That a question does not apply can be typed at its answer, whatever kind that is of.
    """
    if field.ref.part == "value" and (
        key_of(text) in ("na", "n a") or standing_word(text) == NOT_APPLICABLE
    ):
        return NOT_APPLICABLE
    words, is_told = offered(item, field), is_numbered(item, field)
    return interpret(field.part, text, when, words, is_numbered=is_told)


def names_option(item: Item, field: FormField, text: str) -> bool:
    """Whether a line is exactly one of the words offered, so that it cannot be a command."""
    words = offered(item, field)
    return any(key_of(text) in (key_of(word), key_of(label)) for word, label in words.items())


def understood(item: Item, field: FormField, value: Value) -> str:
    """A value in words as it was understood: dates with their weekday."""
    no_label = "" if field.is_whole else no_words(item, field)
    return kind_of(field.part).understood(field.part, value, no_label)


def said_back(item: Item, field: FormField, value: Value, text: str, when: date | Frame) -> str:
    """The same to the person who typed it; where it was turned, with what was typed."""
    no_label = "" if field.is_whole else no_words(item, field)
    return heard(field.part, text, when, value, no_label)


def takes_offer(field: FormField, text: str) -> bool:
    """Whether a line takes what was offered: Enter, or yes where that is no answer itself."""
    return not text.strip() or (
        not kind_of(field.part).is_offered and text.strip().casefold() in SAYS_YES
    )


def held(item: Item, field: FormField, plan: Plan) -> str:
    """What the plan holds at a field, in words."""
    value = plan.value(field.ref)
    return _("not answered") if value is None else understood(item, field, value)
