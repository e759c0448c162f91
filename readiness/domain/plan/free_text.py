"""Every free text of a plan, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import STANDING_WORDS, Value
from readiness.domain.plan.field_ref import WITH_ROWS, FieldRef
from readiness.domain.plan.particulars import TEXTS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES


def texts_of(plan: Plan, template: Template) -> Iterator[tuple[FieldRef, str]]:
    """Each text that a person wrote freely, with its place."""
    for name in TEXTS:
        yield FieldRef(part=name), getattr(plan, name)
    for key, answer in plan.answers.items():
        for name, text in _free(answer.parts, _options(template, key)):
            yield FieldRef(item=key, part=name), text
        for row, fields in answer.rows.items():
            for name, text in _free(fields, frozenset()):
                yield FieldRef(item=key, part=name, row=row), text
        yield FieldRef(item=key, part="note"), answer.note
        yield FieldRef(item=key, part="reason"), answer.reason
    owners = {name: key for name, (key, _) in template.person_parts().items()}
    for who, person in plan.people.items():
        yield FieldRef(person=who), who
        yield FieldRef(person=who, part="role"), person.role
        for name, text in _free(person.parts, frozenset()):
            yield FieldRef(item=owners.get(name, ""), part=name, person=who), text
    yield from _texts_of_tables(plan)


def _texts_of_tables(plan: Plan) -> Iterator[tuple[FieldRef, str]]:
    for table in TABLES:
        for entry, fields in plan.entries(table).items():
            for name, text in _free(fields, frozenset()):
                yield FieldRef(table=table, entry=entry, part=name), text
    for review, rows in plan.scores.items():
        for row, fields in rows.items():
            for name, text in _free(fields, frozenset()):
                yield FieldRef(table=WITH_ROWS, entry=review, row=row, part=name), text


def label_of(ref: FieldRef, template: Template) -> str:
    """What a text is called that answers a question or stands in a table; empty for any other."""
    item = template.items.get(ref.item)
    parts: Mapping[str, Part] = {}
    if ref.table:
        table = TABLES[ref.table]
        parts = table.parts if ref.row is None else table.row_parts
    if item is not None:
        parts = item.row_parts if ref.row else item.person_parts if ref.person else item.parts
    part = parts.get(ref.part)
    if part is None or not kind_of(part).is_text:
        return ""
    return part.label or (item.short if item else "")


def _options(template: Template, key: str) -> frozenset[str]:
    """Parts of an item that are chosen from words, so that no text is written in them."""
    item = template.items.get(key)
    parts = item.parts if item else {}
    return frozenset(name for name, part in parts.items() if part.options)


def _free(fields: Mapping[str, Value], skip: frozenset[str]) -> Iterator[tuple[str, str]]:
    for name, said in fields.items():
        if isinstance(said, str) and said not in STANDING_WORDS and name not in skip:
            yield name, said
