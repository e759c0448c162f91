"""Days as a file holds them and as a person types them, for one date and for several."""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from readiness.domain.checklist.limits import FIRST_YEAR, LAST_YEAR, is_in_reach
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind, Typed, excerpt
from readiness.domain.kinds.value import NO, InvalidValue, Value
from readiness.i18n.language import N_, _
from readiness.i18n.reading import Unclear
from readiness.i18n.times import Frame
from readiness.i18n.typed_dates import not_a_date, read_date
from readiness.i18n.typed_lists import read_dates
from readiness.i18n.words import day_words, listed, short_date


class Days(AnswerKind, ABC):
    """A kind that is answered with one day, or with several."""

    holds_dates = True
    in_file: ClassVar[str]
    """How it is written in a file; to be translated."""

    def _validate(self, _part: Part, raw: object) -> Value | InvalidValue:
        many = list(raw) if self.is_many and isinstance(raw, list | tuple) else [raw]
        return self._taken({excerpt(one): (as_date(one),) for one in many}, _(self.in_file))

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        frame = typed.frame._replace(direction=part.direction)
        found = read_dates(typed.text, frame) if self.is_many else read_date(typed.text, frame)
        if isinstance(found, Unclear):
            return self._unclear(found)
        many = found if isinstance(found, tuple) else (found,)
        return self._taken({excerpt(typed.text): many}, _("try 31 Jan 2027"))

    def _unclear(self, found: Unclear) -> InvalidValue:
        offer = found.offer if isinstance(found.offer, date | tuple) else None
        days = offer if isinstance(offer, tuple) else (offer,) if offer else ()
        if not all(map(is_in_reach, days)):
            offer = None
        return InvalidValue(why=found.why, todo=found.todo, offer=offer, rest=found.rest)

    def _taken(
        self, said: Mapping[str, tuple[date | None, ...]], todo: str
    ) -> Value | InvalidValue:
        """The days in their order, each once; `said` is by how a message quotes them."""
        wrong = next((quoted for quoted, days in said.items() if None in days), None)
        if wrong is not None:
            return InvalidValue(why=not_a_date(wrong), todo=todo)
        found = tuple(sorted({day for days in said.values() for day in days if day is not None}))
        far = next(filter(None, map(out_of_reach, found)), None)
        if far is not None or not found:
            return far or NO
        return found if self.is_many else found[0]

    def written(self, _part: Part) -> str:
        """The order in which a day is written."""
        return _("day, month, year")

    def understood(self, part: Part, value: Value, no_label: str = "") -> str:
        """The days with their weekdays."""
        days = [one for one in _many(value) if isinstance(one, date)]
        return listed(map(day_words, days)) if days else self.in_words(part, value, no_label)

    def _boxed(self, value: Value) -> str:
        return ", ".join(short_date(one) for one in _many(value) if isinstance(one, date))

    def schema(self, _part: Part) -> dict[str, Any]:
        """A date, or a list of dates."""
        one = {"type": "string", "format": "date"}
        return {"type": "array", "items": one} if self.is_many else one


def _many(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


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


def typed_day(text: str, frame: Frame) -> date | InvalidValue | None:
    """The day that a person typed where no field of a template asks; or what is missing.

    None where the text names no day at all.
    """
    found = read_date(text, frame)
    if isinstance(found, Unclear):
        return InvalidValue(why=found.why, todo=found.todo)
    return (out_of_reach(found) or found) if found is not None else None


def out_of_reach(day: date) -> InvalidValue | None:
    """Why no plan can hold this date; None where one can."""
    if is_in_reach(day):
        return None
    why = _("{value} is too far away for a plan").format(value=day.isoformat())
    todo = _("write a year from {first} to {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
    return InvalidValue(why=why, todo=todo)


class Date(Days):
    """One day."""

    shape = "short"
    heading = N_("Date:")
    in_file = N_("write year-month-day, such as 2027-01-31")
    sample = N_("e.g. 31 Jan 2027")
    wanted = N_("a date")
    ways = N_("a date, such as 31 Jan 2027, 31.1.2027, 2027-01-31 or in 3 months")
    how = N_("Type a day: 31.1.2027, 31 Jan 2027, 2027-01-31, in 3 months. Or no, or not sure.")


class Dates(Days):
    """Several days, in their order, each of them once."""

    shape = "long"
    is_many = True
    heading = N_("Dates (day, month, year):")
    in_file = N_("write dates in brackets: [2027-01-31, 2027-04-30]")
    sample = N_("e.g. 31 Jan 2027, 30 Apr 2027")
    wanted = N_("dates, with commas between")
    ways = N_("dates with commas between, such as 31 Jan 2027, 30 Apr 2027")
    how = N_("Type days with commas between: 31 Jan 2027, 30 Apr 2027. Or no, or not sure.")
