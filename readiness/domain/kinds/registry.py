"""Every kind of answer by its name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.part import Kind, Part
from readiness.domain.kinds.days import Date, Dates
from readiness.domain.kinds.kind import AnswerKind, Typed
from readiness.domain.kinds.number import Number
from readiness.domain.kinds.options import Offered, YesNo
from readiness.domain.kinds.text import Names, Text
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.record import NONE
from readiness.i18n.times import Frame

KINDS: Mapping[Kind, AnswerKind] = {
    "ynp": YesNo(),
    "choice": Offered(),
    "choices": Offered(is_many=True),
    "number": Number(),
    "date": Date(),
    "dates": Dates(),
    "names": Names(),
    "text": Text(),
}


def kind_of(part: Part) -> AnswerKind:
    """How a field is answered."""
    return KINDS[part.kind]


def kind_named(name: object) -> AnswerKind:
    """The kind that a file names; text where it names none that there is."""
    return next((kind for one, kind in KINDS.items() if one == name), KINDS["text"])


def validate(part: Part, raw: object) -> Value | InvalidValue:
    """The value as the plan keeps it, or why it does not fit the field."""
    return KINDS[part.kind].validate(part, raw)


def interpret(
    part: Part,
    text: str,
    when: date | Frame,
    offers: Mapping[str, str] = NONE,
    *,
    is_numbered: bool = True,
) -> Value | InvalidValue | None:
    """What is meant by what a person typed: a value, None for nothing, or why it is no answer.

    `when` is the day it was typed, or all that dates are read by. `offers` are the words that are
    offered there; `is_numbered` says whether their numbers count.
    """
    return KINDS[part.kind].interpret(part, Typed(text, frame_at(when), offers, is_numbered))


def frame_at(when: date | Frame) -> Frame:
    """What dates are read by where only the day is known."""
    return when if isinstance(when, Frame) else Frame(when)


def heard(part: Part, text: str, when: date | Frame, value: Value, no_label: str = "") -> str:
    """What is said back to a person who typed a text that means this value."""
    return KINDS[part.kind].heard(part, Typed(text, frame_at(when)), value, no_label)


def counted(part: Part, said: Value) -> Value | None:
    """An answer as it counts; None where it decides nothing."""
    return KINDS[part.kind].counted(said)


def value_words(part: Part, value: Value, no_label: str = "") -> str:
    """One field's answer in words, with its unit."""
    return KINDS[part.kind].in_words(part, value, no_label)
