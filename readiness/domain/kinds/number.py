"""A number, with its unit and its limits."""

from __future__ import annotations

import math
import re
from typing import Any

from readiness.domain.checklist.limits import Assumption, Limit, amount_limit, limit_of
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind, Typed, excerpt
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.i18n.language import N_, _
from readiness.i18n.reading import Amount
from readiness.i18n.typed_numbers import read_number
from readiness.i18n.words import (
    YES_OR_NO,
    exact_words,
    grouped_words,
    number_words,
    spoken,
    with_unit,
)

_LIKE_THOUSANDS = re.compile(r"-?\d{1,3}[.,]\d{3}")
"""Three decimals, which are read as thousands by some: a fourth one says that they are none."""

LONG = 10_000
"""From which number on something stands between the thousands."""

FOR_EXAMPLE = 4
"""The number that stands for any number, where the field takes it and gives none of its own."""


class Number(AnswerKind):
    """A number."""

    shape = "short"
    is_number = True
    heading = N_("Number:")
    how = N_("Type a number: 4, 2,5 or 2.5. Type no if there is none, or not sure.")

    def example(self, part: Part) -> str:
        """A number that the field would take."""
        number = FOR_EXAMPLE if part.example is None else part.example
        number = max(number, part.low or 0)
        number = number if part.high is None else min(number, part.high)
        shown = grouped_words(int(number)) if number >= LONG else number_words(number)
        return _("e.g. {number}").format(number=shown)

    def asks(self, part: Part) -> str:
        """A number, with its unit."""
        return _("a number{unit}").format(unit=f" ({part.unit})" if part.unit else "")

    def examples(self, part: Part) -> str:
        """A number, with its unit and its limits."""
        if part.low is None or part.high is None:
            return self.asks(part)
        low, high = exact_words(part.low), exact_words(part.high)
        return _("{number}, from {low} to {high}").format(
            number=self.asks(part), low=low, high=high
        )

    def written(self, part: Part) -> str:
        """The unit, which stands behind the blank on a form that is filled in by hand."""
        return part.unit

    def validate(self, part: Part, raw: object) -> Value | InvalidValue:
        """The number as the plan keeps it; no word in its place where it is reckoned with."""
        is_sure = isinstance(part, ReckonedPart)
        return self._validate(part, raw) if is_sure else super().validate(part, raw)

    def interpret(self, part: Part, typed: Typed) -> Value | InvalidValue | None:
        """The number that a person means, as above."""
        is_sure = isinstance(part, ReckonedPart) and bool(typed.text.strip())
        return self._interpret(part, typed) if is_sure else super().interpret(part, typed)

    def _validate(self, part: Part, raw: object) -> Value | InvalidValue:
        # A whole number may be larger than any float, and is finite all the same.
        is_endless = isinstance(raw, float) and not math.isfinite(raw)
        if isinstance(raw, bool) or not isinstance(raw, int | float) or is_endless:
            why = _("{value} is not a number").format(value=excerpt(raw))
            return InvalidValue(why=why, todo=_("write a number, such as 4 or 2.5"))
        limit = limit_of(part.feeds, part.unit)
        if part.low is not None and limit.low < part.low > raw:
            why = _("{value} is too small").format(value=raw)
            todo = _("write {n} or more").format(n=exact_words(part.low))
            return InvalidValue(why=why, todo=todo)
        if part.high is not None and limit.high > part.high < raw:
            why = _("{value} is too large").format(value=raw)
            todo = _("write {n} or less").format(n=exact_words(part.high))
            return InvalidValue(why=why, todo=todo)
        return outside(raw, limit) or raw

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        found = read_number(typed.text, part.unit)
        if found is None:
            why = _("{value} is not a number").format(value=excerpt(typed.text))
            is_yes_no = part.unit == YES_OR_NO
            todo = limit_of("", YES_OR_NO).why if is_yes_no else N_("try 4 or 2.5")
            return InvalidValue(why=why, todo=_(todo))
        if isinstance(found, Amount):
            return self.validate(part, found.number)
        offer = None if found.offer is None else self.validate(part, found.offer)
        if isinstance(offer, InvalidValue):
            return offer
        return InvalidValue(why=found.why, todo=found.todo, offer=offer, rest=found.rest)

    def _in_words(self, part: Part, value: Value) -> str:
        if isinstance(value, int) and abs(value) >= LONG:
            return with_unit(grouped_words(value), part.unit)
        said = exact_words(value) if isinstance(value, int | float) else spoken(value)
        return with_unit(said, part.unit)

    def heard(self, part: Part, typed: Typed, value: Value, no_label: str = "") -> str:
        """The number said back; where it was converted, with the typed words.

        So 16 h a month is said back as: 16 h a month: 3.7 h.
        """
        said = self.understood(part, value, no_label)
        found = None if isinstance(value, str) else read_number(typed.text, part.unit)
        told = found.told if isinstance(found, Amount) else ""
        return _("{typed}: {value}").format(typed=told, value=said) if told else said

    def echo(self, part: Part, text: str, value: Value | None, no_label: str = "") -> str:
        """The number where it was typed in another way, its unit and its limits."""
        if isinstance(value, str):
            return self.understood(part, value, no_label)
        same = self.boxed(value)
        span = ""
        if part.low is not None and part.high is not None:
            low, high = exact_words(part.low), exact_words(part.high)
            span = _("{low} to {high}").format(low=low, high=high)
        is_other = value is not None and same != text.strip()
        own = _("= {n}").format(n=same) if is_other else ""
        found = read_number(text, part.unit) if is_other else None
        if isinstance(found, Amount) and found.told and value is not None:
            return f"{found.told}: {self._in_words(part, value)}"
        return ", ".join(filter(None, [own, part.unit, span]))

    def _boxed(self, value: Value) -> str:
        if not isinstance(value, int | float):
            return str(value)
        words = exact_words(value)
        return f"{words}0" if _LIKE_THOUSANDS.fullmatch(words) else words

    def schema(self, part: Part) -> dict[str, Any]:
        """A number within its limits."""
        limits = (("minimum", part.low), ("maximum", part.high))
        return {"type": "number", **{name: one for name, one in limits if one is not None}}


class ReckonedPart(Part):
    """A number of the practice: the program reckons with it, so that no word stands for it."""


def number_part(name: str, one: Assumption) -> Part:
    """A number of the practice as a field, with the limits of that number."""
    limit = amount_limit(name, one.unit)
    return ReckonedPart(kind="number", unit=one.unit, low=limit.low, high=limit.high, feeds=name)


def outside(number: float, limit: Limit) -> InvalidValue | None:
    """Why a number is beyond what the program reckons with; None where it is within."""
    if limit.low <= number <= limit.high:
        return None
    is_small = number < limit.low
    why = _("{value} is too small") if is_small else _("{value} is too large")
    todo = _("write {n} or more: {reason}") if is_small else _("write {n} or less: {reason}")
    end = limit.low if is_small else limit.high
    n = grouped_words(int(end)) if end == int(end) else exact_words(end)
    return InvalidValue(why=why.format(value=number), todo=todo.format(n=n, reason=_(limit.why)))
