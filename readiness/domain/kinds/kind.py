"""What every kind of answer says of itself, and what it makes of a value that it cannot take."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import (
    NO,
    NOT_SURE,
    STANDING_LABELS,
    STANDING_WORDS,
    InvalidValue,
    Value,
    is_none_word,
    is_unsure,
    too_long,
    too_many,
)
from readiness.domain.record import NONE, Record
from readiness.i18n.language import _
from readiness.i18n.non_answers import is_nobody, says_unsure
from readiness.i18n.times import Frame
from readiness.i18n.words import first_down, spoken

LONGEST_LIST = 500
"""Most values in one list."""

LONGEST_TEXT = 20_000
"""Most characters in one text; a longer one is refused with a word, never cut."""

LONGEST_QUOTE = 40
"""Letters of a value that a message quotes."""

Shape = Literal["choice", "choices", "short", "long", "text"]
"""How a field is drawn: one or several words that are offered, a short or a long box, or a text."""


class Typed(Record, kw_only=False):
    """What a person typed at a field, and what it can mean there."""

    text: str
    frame: Frame
    """What dates are read by: the day that "in 3 months" counts from, and the plan's period."""
    offers: Mapping[str, str] = NONE
    """The words that are offered there, with their labels, in their order."""
    is_numbered: bool = True
    """Whether the number of a word in that order stands for it."""


class AnswerKind(ABC):
    """One way in which a field is answered."""

    shape: Shape
    """How a field of this kind is drawn, on a screen and on paper."""
    is_many: bool = False
    """Whether an answer is a list of values: rules count them, and more can be added."""
    is_number: ClassVar[bool] = False
    """Whether an answer is a number, which rules compare with limits."""
    holds_dates: ClassVar[bool] = False
    """Whether an answer is a date, or several: they come into the calendar."""
    is_yes_no: ClassVar[bool] = False
    """Whether it is answered yes, partly or no, so that one answer can stand for everyone's."""
    heading: ClassVar[str] = ""
    """What stands on paper before a field without a label; to be translated, like the next four."""
    sample: ClassVar[str] = ""
    """What `example` says; each of these four may be left out."""
    wanted: ClassVar[str] = ""
    """What `asks` says."""
    ways: ClassVar[str] = ""
    """What `examples` says; without it what is wanted."""
    how: ClassVar[str] = ""
    """What `help` says."""

    @property
    def is_offered(self) -> bool:
        """Whether it is answered with words that are offered, and not typed letter by letter."""
        return self.shape in ("choice", "choices")

    @property
    def is_date(self) -> bool:
        """Whether an answer is one date, which rules compare with others."""
        return self.holds_dates and not self.is_many

    @property
    def is_text(self) -> bool:
        """Whether any words are an answer."""
        return self.shape == "text"

    def offers(
        self, part: Part, no_label: str = "", *, is_item: bool = False, held: Value | None = None
    ) -> dict[str, str]:
        """The words that are offered, with their labels; none where it is typed.

        `no_label` is what no is called there. `is_item` adds not applicable. `held` is the answer
        that the plan holds.
        """
        del part, no_label, is_item, held
        return {}

    def is_one_line(self, _part: Part) -> bool:
        """Whether one line answers it: everything but a text that may be long."""
        return True

    def example(self, _part: Part) -> str:
        """What stands in an empty box: something that the field would take."""
        return _(self.sample)

    def asks(self, _part: Part) -> str:
        """What is to be typed, in a few words: "a date"."""
        return _(self.wanted)

    def examples(self, part: Part) -> str:
        """What is to be typed, with the ways in which it is understood."""
        return _(self.ways) or self.asks(part)

    def help(self) -> str:
        """How it is answered, for whoever asks; empty where that depends on who draws it."""
        return _(self.how)

    def written(self, _part: Part) -> str:
        """How it is written by hand: its unit, or the order of a date."""
        return ""

    def validate(self, part: Part, raw: object) -> Value | InvalidValue:
        """The value as the plan keeps it, or why it does not fit.

        `no` and `not sure` fit every field; what is offered is known whatever its capitals.
        """
        if isinstance(raw, list | tuple) and len(raw) > LONGEST_LIST:
            return too_many(len(raw), LONGEST_LIST)
        if isinstance(raw, str):
            if len(raw) > LONGEST_TEXT:
                return too_long(len(raw), LONGEST_TEXT)
            if self.shape != "choices" and is_none_word(part, raw):
                return NO
            if is_unsure(raw):
                return NOT_SURE
        return self._validate(part, raw)

    @abstractmethod
    def _validate(self, part: Part, raw: object) -> Value | InvalidValue:
        """The value, where it is neither `no` nor `not sure`."""

    def interpret(self, part: Part, typed: Typed) -> Value | InvalidValue | None:
        """What a person means: a value, None where nothing is typed, or why it is no answer."""
        if not typed.text.strip():
            return None
        if is_none_word(part, typed.text):
            return NO
        if is_unsure(typed.text):
            return NOT_SURE
        found = self._interpret(part, typed)
        if isinstance(found, InvalidValue) and not self.is_text:
            if says_unsure(typed.text):
                return NOT_SURE
            return NO if is_nobody(typed.text) else found
        return found

    @abstractmethod
    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        """What is meant, where it is neither nothing nor `no` nor `not sure`."""

    def counted(self, said: Value) -> Value | None:
        """An answer as it counts; None where it decides nothing."""
        return said

    def in_words(self, part: Part, value: Value, no_label: str = "") -> str:
        """A value in words, with its unit, as documents, lists and changes say it."""
        if value == NO:
            return part.none_label or no_label or STANDING_LABELS[NO]
        if isinstance(value, str) and value in part.options:
            return part.options[value]
        if value == NOT_SURE or (value in STANDING_WORDS and not self.is_text):
            return STANDING_LABELS[str(value)]
        return self._in_words(part, value)

    def _in_words(self, _part: Part, value: Value) -> str:
        return spoken(value)

    def understood(self, part: Part, value: Value, no_label: str = "") -> str:
        """A value as it is said back to who gave it, so that a slip of the finger is noticed."""
        return self.in_words(part, value, no_label)

    def heard(self, part: Part, _typed: Typed, value: Value, no_label: str = "") -> str:
        """A value as it is said back to who typed it; where it was turned, with what was typed."""
        return self.understood(part, value, no_label)

    def echo(self, part: Part, _text: str, value: Value | None, no_label: str = "") -> str:
        """What stands beside a box that holds a text which means this value."""
        if value is not None:
            return self.understood(part, value, no_label)
        label = part.none_label
        return _("or type no: {label}").format(label=first_down(label)) if label else ""

    def boxed(self, value: Value | None) -> str:
        """A value as it stands in its box, to be typed again as it is."""
        if value in (NO, NOT_SURE):
            return _(str(value))
        return "" if value is None else self._boxed(value)

    def _boxed(self, value: Value) -> str:
        return str(value)

    @abstractmethod
    def schema(self, part: Part) -> dict[str, Any]:
        """The JSON Schema of a value that is neither `no` nor `not sure`."""


def excerpt(raw: object) -> str:
    """A value as a message quotes it: short, on one line."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, dict):
        return _("a table")
    if isinstance(raw, Iterable) and not isinstance(raw, str):
        return _("a list")
    text = " ".join(str(raw).split())
    cut = f"{text[:LONGEST_QUOTE]}{'…' if len(text) > LONGEST_QUOTE else ''}"
    return f'"{cut}"' if isinstance(raw, str) else text
