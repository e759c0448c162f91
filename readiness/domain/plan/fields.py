"""The fields of a question in the order they are answered, and the words that answer them."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.offered import labelled
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO
from readiness.domain.plan.field_ref import NOTE, VALUE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _


class FormField(Record, kw_only=False):
    """One field of a form: of a question, or of an entry of one of the plan's own tables."""

    ref: FieldRef
    """Where its answer goes."""
    part: Part
    """How it is answered."""
    heading: str = ""
    """The row or the practitioner it is about; on a screen only where their fields begin."""
    ends_row: bool = False
    """Whether it is the last field of a row."""
    adds_row: bool = False
    """Whether what adds a row stands before it: it is the first field below the rows."""

    no_label: str = ""
    """What the answer no is called here."""
    place: str = ""
    """Where it is, in words, for what is told about it."""
    is_aside: bool = False
    """Whether Enter passes it by: the note, and the word for all below other fields."""

    is_one_line: bool = True
    """Whether one line answers it, such as a name: Enter goes on there."""
    is_whole: bool = False
    """Whether it answers the question as a whole, beside or instead of its fields."""


def as_a_whole(item: Item, *, beside_typed: bool = False) -> Part | None:
    """The words that answer an item as a whole, where none of its fields is that answer.

    `beside_typed` gives them beside such a field that is typed too: a screen has no other place
    for not applicable.
    """
    own = item.parts.get("value")
    if own is not None and (kind_of(own).is_offered or not beside_typed):
        return None
    everyone = item.person_parts.get(item.everyone_part or "")
    label = _("For everyone at once") if everyone else _("Or answer it as a whole")
    if everyone is not None and everyone.kind == "ynp":
        return Part(kind="ynp", label=label, options=everyone.options)
    no_label = item.no_label or (everyone.none_label if everyone else "") or _("There is none")
    return Part(kind="choice", label=label, options={NO: no_label})


def whole_field(key: str, part: Part) -> FormField:
    """The field that answers a question as a whole."""
    return FormField(FieldRef(key, VALUE), part, is_whole=True)


def fields_of(key: str, item: Item) -> Iterator[FormField]:
    """The fields that are answered once."""
    return (_field(FieldRef(key, name), part) for name, part in item.parts.items())


def people_fields(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """The fields that are answered for each practitioner."""
    for who, person in plan.people.items():
        heading = f"{who}, {person.role}" if person.role else who
        for name, part in item.person_parts.items():
            yield _field(FieldRef(key, name, person=who), part, heading)


def row_fields(key: str, item: Item, row: str) -> Iterator[FormField]:
    """The fields of one row."""
    heading = f"{item.row_name.capitalize()} {row}"
    for name, part in item.row_parts.items():
        yield _field(FieldRef(key, name, row=row), part, heading)


def _field(ref: FieldRef, part: Part, heading: str = "") -> FormField:
    return FormField(ref, part, heading, is_one_line=kind_of(part).is_one_line(part))


def no_words(item: Item, field: FormField) -> str:
    """What the answer no is called at a field; empty where it has no words of its own."""
    ref = field.ref
    is_item = ref.part == VALUE and ref.row is None and ref.person is None
    return field.part.none_label or (item.no_label if is_item else "")


def offered(item: Item, field: FormField) -> dict[str, str]:
    """The words of a choice with their labels, none elsewhere; not applicable for a whole item."""
    if not kind_of(field.part).is_offered:
        return {}
    no_label = "" if field.is_whole else no_words(item, field)
    return labelled(field.part, no_label, is_item=field.ref.part == VALUE)


def shown_fields(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """Every field of an item in the order it is shown, without the note.

    Where there are rows they come first: they are what the question asks for.
    """
    last = len(item.row_parts) - 1
    for row in plan.answer(key).rows:
        for number, (name, part) in enumerate(item.row_parts.items()):
            heading = f"{item.row_name.capitalize()} {row}" if number == 0 else ""
            place = f"{key}, {item.row_name} {row}"
            ref, ends = FieldRef(key, name, row=row), number == last
            line = _is_one_line(ref, part, plan)
            yield FormField(ref, part, heading, ends_row=ends, place=place, is_one_line=line)
    for number, (name, part) in enumerate(item.parts.items()):
        adds = bool(item.row_parts) and number == 0
        ref, no = FieldRef(key, name), item.no_label if name == "value" else part.none_label
        line = _is_one_line(ref, part, plan)
        yield FormField(ref, part, adds_row=adds, no_label=no, place=key, is_one_line=line)
    yield from _fields_of_people(key, item, plan)
    whole = as_a_whole(item, beside_typed=True)
    if whole is not None:
        ref = FieldRef(key, "value")
        yield FormField(ref, whole, no_label=item.no_label, place=key, is_aside=True)


def _fields_of_people(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """One line a practitioner where one thing is asked of each, else one group a practitioner."""
    only = next(iter(item.person_parts.values())) if len(item.person_parts) == 1 else None
    for place, (who, person) in enumerate(plan.people.items()):
        called = ", ".join(filter(None, [who, person.role]))
        for number, (name, part) in enumerate(item.person_parts.items()):
            ref, where = FieldRef(key, name, person=who), f"{key}, {who}"
            line = _is_one_line(ref, part, plan)
            if only is not None:
                named = part.model_copy(update={"label": called})
                group = only.label if place == 0 else ""
                yield FormField(ref, named, group, place=where, is_one_line=line)
            else:
                group = called if number == 0 else ""
                yield FormField(ref, part, group, place=where, is_one_line=line)


def _is_one_line(ref: FieldRef, part: Part, plan: Plan) -> bool:
    """What has several lines already, from a file or an older version, keeps them."""
    return kind_of(part).is_one_line(part) and "\n" not in str(plan.value(ref) or "")


def note_field(key: str) -> FormField:
    """The field of a question's note."""
    part = Part(kind="text", label=_("Note"), hint=_("in your own words"))
    ref = FieldRef(key, NOTE)
    return FormField(ref, part, place=key, is_aside=True, is_one_line=False)
