"""How much a plan may hold. Ours: far beyond any plan, and soon enough to keep a program quick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from readiness.domain.kinds.days import out_of_reach
from readiness.domain.kinds.kind import LONGEST_LIST, LONGEST_TEXT
from readiness.domain.kinds.value import InvalidValue, Value, too_long, too_many
from readiness.domain.plan.particulars import DAYS, TEXTS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import MOST_CRITERIA
from readiness.domain.plan.tables import TABLES

MOST_PEOPLE, MOST_ROWS = 200, 500
"""Most practitioners of a plan; most rows of a question, and most entries of one table."""

LONGEST_NAME = 200
"""Most characters in the name of a practitioner, a row or an entry."""

Fields = Mapping[str, Value]
T = TypeVar("T")


def excess(before: Plan, after: Plan) -> InvalidValue | None:
    """What a change brings into a plan that is more than its file may hold; None if all fits.

    What was there before is not judged again.
    """
    return next(_found(before, after), None)


def _found(before: Plan, after: Plan) -> Iterator[InvalidValue]:
    for name in (*TEXTS, "template", "template_version"):
        yield from _text(getattr(after, name))
    for name in DAYS:
        if getattr(after, name) != getattr(before, name):
            yield from _days(getattr(after, name))
    for _event, day in _new(before.calendar, after.calendar):
        yield from _days(day)
    if len(after.people) > max(MOST_PEOPLE, len(before.people)):
        yield too_many(len(after.people), MOST_PEOPLE)
    for who, person in _new(before.people, after.people):
        yield from _name(who)
        yield from _fields({"role": person.role, **person.parts})
    for item, answer in _new(before.answers, after.answers):
        yield from _fields({"note": answer.note, "reason": answer.reason, **answer.parts})
        rows = before.answer(item).rows
        yield from _tables(rows, answer.rows)
    for table, found in TABLES.items():
        yield from _tables(before.entries(table), after.entries(table), found.most)
    for review, rows in _new(before.scores, after.scores):
        yield from _tables(before.scores.get(review, {}), rows, MOST_CRITERIA)


def _new(before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[tuple[str, T]]:
    return ((key, thing) for key, thing in after.items() if before.get(key) is not thing)


def _tables(
    before: Mapping[str, Fields], after: Mapping[str, Fields], most: int = MOST_ROWS
) -> Iterator[InvalidValue]:
    if len(after) > max(most, len(before)):
        yield too_many(len(after), most)
    for key, fields in _new(before, after):
        yield from _name(key)
        yield from _fields(fields)


def _fields(fields: Fields) -> Iterator[InvalidValue]:
    for value in fields.values():
        if isinstance(value, tuple) and len(value) > LONGEST_LIST:
            yield too_many(len(value), LONGEST_LIST)
        yield from _text(value)
        yield from _days(value)


def _days(value: Value | None) -> Iterator[InvalidValue]:
    for day in value if isinstance(value, tuple) else (value,):
        far = out_of_reach(day) if isinstance(day, date) else None
        if far is not None:
            yield far


def _text(value: Value) -> Iterator[InvalidValue]:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        yield too_long(len(value), LONGEST_TEXT)


def _name(name: str) -> Iterator[InvalidValue]:
    if len(name) > LONGEST_NAME:
        yield too_long(len(name), LONGEST_NAME)
