"""The fields of a question in the order they are answered, and the words that answer them."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.offered import labelled
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _


class Slot(Record, kw_only=False):
    """One field of a question, where its answer goes."""

    item: str
    part: str
    """The field; `value` where one word answers the question as a whole."""
    asks: Part
    """How it is answered."""
    row: str | None = None
    person: str | None = None
    heading: str = ""
    """The row or the practitioner it is about, in words."""
    is_whole: bool = False
    """Whether it answers the question as a whole, beside or instead of its fields."""

    @property
    def ref(self) -> FieldRef:
        """Where its answer stands in a plan."""
        return FieldRef(self.item, self.part, row=self.row, person=self.person)

    @property
    def is_one_line(self) -> bool:
        """Whether one line answers it: everything but a text that may be long."""
        return kind_of(self.asks).is_one_line(self.asks)


def as_a_whole(item: Item) -> Part | None:
    """The words that answer an item as a whole, where none of its fields is that answer."""
    if "value" in item.parts:
        return None
    everyone = item.person_parts.get(item.everyone_part or "")
    if everyone is not None and everyone.kind == "ynp":
        return Part(kind="ynp", label=_("For everyone at once"), options=everyone.options)
    label = _("For everyone at once") if everyone else _("The question as a whole")
    no_label = item.no_label or (everyone.none_label if everyone else "") or _("There is none")
    return Part(kind="choice", label=label, options={NO: no_label})


def fields_of(key: str, item: Item) -> Iterator[Slot]:
    """The fields that are answered once."""
    for name, part in item.parts.items():
        yield Slot(key, name, part)


def people_fields(key: str, item: Item, plan: Plan) -> Iterator[Slot]:
    """The fields that are answered for each practitioner."""
    for who, person in plan.people.items():
        heading = f"{who}, {person.role}" if person.role else who
        for name, part in item.person_parts.items():
            yield Slot(key, name, part, person=who, heading=heading)


def row_fields(key: str, item: Item, row: str) -> Iterator[Slot]:
    """The fields of one row."""
    for name, part in item.row_parts.items():
        yield Slot(key, name, part, row=row, heading=f"{item.row_name.capitalize()} {row}")


def no_words(item: Item, slot: Slot) -> str:
    """What the answer no is called at a field; empty where it has no words of its own."""
    is_item = slot.part == "value" and slot.row is None and slot.person is None
    return slot.asks.none_label or (item.no_label if is_item else "")


def offered(item: Item, slot: Slot) -> dict[str, str]:
    """The words of a choice with their labels, none elsewhere; not applicable for a whole item."""
    if not kind_of(slot.asks).is_offered:
        return {}
    no_label = "" if slot.is_whole else no_words(item, slot)
    return labelled(slot.asks, no_label, is_item=slot.part == "value")
