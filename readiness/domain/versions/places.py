"""A plan as single answers, each in its place, so that plans can be compared and merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import WITH_ROWS
from readiness.domain.plan.plan import Answer, Person, Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record, sealed

Place = tuple[str, ...]
"""Where an answer stands, as in the file: ("answers", "MON-01", "rows", "2", "by")."""

PARTICULARS = ("id", "plan", "service", "template", "template_version", "start", "months", "form")
"""The fields of a plan itself."""


class Worded(Record, kw_only=False):
    """An answer that carries its reason: the two are one thing and change together."""

    value: Value | None
    reason: str


Leaf = Value | Worded | bool
"""What stands in a place; True where a row, a person or an entry is there at all."""

Leaves = dict[Place, Leaf]


def is_whole(place: Place) -> bool:
    """Whether a place is a person, a row or an entry rather than one of its fields."""
    if len(place) == len(("answers", "item", "rows", "row")):
        return place[0] in ("answers", WITH_ROWS)
    if place[0] == "answers":
        return False
    return place[0] not in ("assumptions", "calendar") and len(place) == len(("people", "who"))


def under(place: Place, leaves: Mapping[Place, Leaf]) -> Leaves:
    """All that stands in a place or below it."""
    return {key: leaf for key, leaf in leaves.items() if key[: len(place)] == place}


def leaves_of(plan: Plan) -> Leaves:
    """Every answer of a plan by its place, in the plan's order."""
    return dict(_leaves(plan))


def _leaves(plan: Plan) -> Iterator[tuple[Place, Leaf]]:
    for name in PARTICULARS:
        if getattr(plan, name) not in (None, ""):
            yield (name,), getattr(plan, name)
    yield from _each(("assumptions",), plan.assumptions)
    for who, person in plan.people.items():
        yield ("people", who), True
        yield from _each(("people", who), person.parts)
        if person.role:
            yield ("people", who, "role"), person.role
    for item, answer in plan.answers.items():
        yield from _answer_leaves(("answers", item), answer)
    for table in TABLES:
        yield from _wholes((table,), plan.entries(table))
    for review, rows in plan.scores.items():
        yield from _wholes((WITH_ROWS, review, "rows"), rows)
    yield from _each(("calendar",), plan.calendar)


def _answer_leaves(place: Place, answer: Answer) -> Iterator[tuple[Place, Leaf]]:
    parts = dict(answer.parts)
    if answer.reason:
        yield (*place, "value"), Worded(parts.pop("value", None), answer.reason)
    yield from _each(place, parts)
    if answer.note:
        yield (*place, "note"), answer.note
    yield from _wholes((*place, "rows"), answer.rows)


def _wholes(
    place: Place, tables: Mapping[str, Mapping[str, Value]]
) -> Iterator[tuple[Place, Leaf]]:
    for key, fields in tables.items():
        yield (*place, key), True
        yield from _each((*place, key), fields)


def _each(place: Place, fields: Mapping[str, Value]) -> Iterator[tuple[Place, Leaf]]:
    return (((*place, name), value) for name, value in fields.items())


def plan_of(leaves: Mapping[Place, Leaf]) -> Plan:
    """The plan that has these answers in these places."""
    tables: dict[str, Any] = {}
    for place, leaf in leaves.items():
        table = tables
        for key in place[: -1 if leaf is not True else None]:
            table = table.setdefault(key, {})
        if leaf is not True:
            table[place[-1]] = leaf
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


def taking(plan: Plan, other: Plan, places: Iterable[Place]) -> Plan:
    """A copy of a plan in which these places hold what they hold in another plan."""
    held, theirs = leaves_of(plan), leaves_of(other)
    for place in places:
        kept = {key: leaf for key, leaf in held.items() if key[: len(place)] != place}
        held = {**kept, **under(place, theirs)}
    return plan_of(held)
