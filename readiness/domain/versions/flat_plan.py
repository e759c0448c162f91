"""A plan as single answers, each at its FieldRef, so that plans can be compared and merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import (
    CALENDAR,
    NOTE,
    ROLE,
    VALUE,
    WITH_ROWS,
    FieldRef,
    number_ref,
)
from readiness.domain.plan.particulars import TYPED
from readiness.domain.plan.plan import Answer, Person, Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record, sealed

PARTICULARS = ("id", "template", "template_version", "form", *TYPED)
"""The fields of a plan itself."""


class Worded(Record, kw_only=False):
    """An answer that carries its reason: the two are one thing and change together."""

    value: Value | None
    reason: str


Leaf = Value | Worded | bool
"""What stands at a reference; True where a row, a person or an entry is there at all."""

Leaves = dict[FieldRef, Leaf]


def leaves_under(ref: FieldRef, leaves: Mapping[FieldRef, Leaf]) -> Leaves:
    """All that stands at a reference or in it."""
    return {key: leaf for key, leaf in leaves.items() if ref.holds(key)}


def flatten(plan: Plan) -> Leaves:
    """Every answer of a plan by its reference, in the plan's order.

    What a practitioner answered stands at the practitioner, whichever question asked it.
    """
    return dict(_leaves(plan))


def _leaves(plan: Plan) -> Iterator[tuple[FieldRef, Leaf]]:
    for name in PARTICULARS:
        if getattr(plan, name) not in (None, ""):
            yield FieldRef(part=name), getattr(plan, name)
    yield from ((number_ref(name), one) for name, one in plan.assumptions.items())
    for who, person in plan.people.items():
        yield FieldRef(person=who), True
        yield from ((FieldRef(part=name, person=who), one) for name, one in person.parts.items())
        if person.role:
            yield FieldRef(part=ROLE, person=who), person.role
    for item, answer in plan.answers.items():
        yield from _answer_leaves(item, answer)
    for table in TABLES:
        for entry, fields in plan.entries(table).items():
            yield FieldRef(table=table, entry=entry), True
            for name, one in fields.items():
                yield FieldRef(part=name, table=table, entry=entry), one
    for review, rows in plan.scores.items():
        yield from _rows(FieldRef(table=WITH_ROWS, entry=review), rows)
    yield from ((FieldRef(part=key, table=CALENDAR), one) for key, one in plan.calendar.items())


def _answer_leaves(item: str, answer: Answer) -> Iterator[tuple[FieldRef, Leaf]]:
    parts = dict(answer.parts)
    if answer.reason:
        yield FieldRef(item, VALUE), Worded(parts.pop(VALUE, None), answer.reason)
    yield from ((FieldRef(item, name), one) for name, one in parts.items())
    if answer.note:
        yield FieldRef(item, NOTE), answer.note
    yield from _rows(FieldRef(item), answer.rows)


def _rows(
    whole: FieldRef, rows: Mapping[str, Mapping[str, Value]]
) -> Iterator[tuple[FieldRef, Leaf]]:
    for row, fields in rows.items():
        yield whole.model_copy(update={"row": row}), True
        for name, one in fields.items():
            yield whole.model_copy(update={"row": row, "part": name}), one


def unflatten(leaves: Mapping[FieldRef, Leaf]) -> Plan:
    """The plan that has these answers at these references."""
    tables: dict[str, Any] = {}
    for ref, leaf in leaves.items():
        table, path = tables, ref.path
        for key in path if leaf is True else path[:-1]:
            table = table.setdefault(key, {})
        if leaf is not True:
            table[path[-1]] = leaf
    fields = {name: tables[name] for name in PARTICULARS if name in tables}
    for name in ("assumptions", "calendar"):
        fields[name] = sealed(tables.get(name, {}))
    fields["people"] = sealed({who: _person(t) for who, t in tables.get("people", {}).items()})
    fields["answers"] = sealed({k: _answer(t) for k, t in tables.get("answers", {}).items()})
    reviews = {key: dict(table) for key, table in tables.get(WITH_ROWS, {}).items()}
    rows = {key: table.pop("rows") for key, table in reviews.items() if "rows" in table}
    fields["scores"] = sealed({key: _sealed_each(table) for key, table in rows.items()})
    tables[WITH_ROWS] = reviews
    fields |= {name: _sealed_each(tables.get(name, {})) for name in TABLES}
    # Its values come from plans that were read or made by the program: there is nothing to check.
    return Plan().model_copy(update=fields)


def _person(table: dict[str, Any]) -> Person:
    parts = {name: value for name, value in table.items() if name != "role"}
    return Person(role=table.get("role", ""), parts=sealed(parts))


def _answer(table: dict[str, Any]) -> Answer:
    parts = {name: value for name, value in table.items() if name not in ("note", "rows")}
    value, reason = parts.get("value"), ""
    if isinstance(value, Worded):
        reason = value.reason
        parts = {name: kept for name, kept in parts.items() if name != "value"}
        parts |= {} if value.value is None else {"value": value.value}
    return Answer(
        parts=sealed(parts),
        rows=_sealed_each(table.get("rows", {})),
        note=table.get("note", ""),
        reason=reason,
    )


def _sealed_each(tables: Mapping[str, Mapping[str, Value]]) -> Mapping[str, Mapping[str, Value]]:
    return sealed({key: sealed(fields) for key, fields in tables.items()})


def patch(plan: Plan, other: Plan, refs: Iterable[FieldRef]) -> Plan:
    """A copy of a plan that holds at these references what another plan holds there."""
    held, theirs = flatten(plan), flatten(other)
    for ref in refs:
        held = {key: leaf for key, leaf in held.items() if not ref.holds(key)}
        held |= leaves_under(ref, theirs)
    return unflatten(held)
