"""Every free text of a plan, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.core.asked.part import Part
from readiness.core.asked.template import Template
from readiness.core.frozen import Frozen
from readiness.core.said.plan import STANDING_WORDS, Plan, Value
from readiness.core.said.sheets import SHEETS


class Spot(Frozen, kw_only=False):
    """A place in a plan that a person can go to."""

    item: str = ""
    """A question."""
    part: str = ""
    """Its field, or note or reason."""
    row: str = ""
    """The row the field is in."""
    person: str = ""
    """A practitioner."""
    sheet: str = ""
    """One of the plan's own tables."""
    entry: str = ""
    """The entry of that table."""


def texts_of(plan: Plan, template: Template) -> Iterator[tuple[Spot, str]]:
    """Each text that a person wrote freely, with its place."""
    yield Spot(part="plan"), plan.plan
    yield Spot(part="service"), plan.service
    for key, answer in plan.answers.items():
        for name, text in _free(answer.parts, _options(template, key)):
            yield Spot(item=key, part=name), text
        for row, fields in answer.rows.items():
            for name, text in _free(fields, frozenset()):
                yield Spot(item=key, part=name, row=row), text
        yield Spot(item=key, part="note"), answer.note
        yield Spot(item=key, part="reason"), answer.reason
    owners = {name: key for name, (key, _) in template.person_parts().items()}
    for who, person in plan.people.items():
        yield Spot(person=who), who
        yield Spot(person=who, part="role"), person.role
        for name, text in _free(person.parts, frozenset()):
            yield Spot(item=owners.get(name, ""), part=name, person=who), text
    for sheet in SHEETS:
        for entry, fields in plan.entries(sheet).items():
            for name, text in _free(fields, frozenset()):
                yield Spot(sheet=sheet, entry=entry, part=name), text


def label_of(spot: Spot, template: Template) -> str:
    """What a text is called that answers a question or stands in a table; empty for any other."""
    item = template.items.get(spot.item)
    parts: Mapping[str, Part] = SHEETS[spot.sheet].parts if spot.sheet else {}
    if item is not None:
        parts = item.row_parts if spot.row else item.person_parts if spot.person else item.parts
    part = parts.get(spot.part)
    if part is None or part.kind != "text":
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
