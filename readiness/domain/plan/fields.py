"""The fields of a question in order, the words that answer them, and what they were answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of, value_words
from readiness.domain.kinds.value import NO, NOT_SURE, Value
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
    """The row or the practitioner it is about; empty where it is about neither."""
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
    if everyone is not None and kind_of(everyone).is_yes_no:
        return Part(kind=everyone.kind, label=label, options=everyone.options)
    no_label = item.no_label or (everyone.none_label if everyone else "") or _("There is none")
    return Part(kind="choice", label=label, options={NO: no_label})


def whole_field(key: str, item: Item, part: Part) -> FormField:
    """The field that answers a question as a whole."""
    ref, no_label = FieldRef(key, VALUE), item.no_label
    return FormField(ref, part, no_label=no_label, place=key, is_aside=True, is_whole=True)


def fields_of(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """Every field of a question in the order it is answered, without the note.

    Where there are rows they come first: they are what the question asks for.
    """
    for row in plan.answer(key).rows:
        yield from row_fields(key, item, plan, row)
    yield from own_fields(key, item, plan)
    yield from people_fields(key, item, plan)
    whole = as_a_whole(item, beside_typed=True)
    if whole is not None:
        yield whole_field(key, item, whole)


def own_fields(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """The fields that are answered once."""
    return (_field(FieldRef(key, name), part, item, plan) for name, part in item.parts.items())


def people_fields(key: str, item: Item, plan: Plan) -> Iterator[FormField]:
    """The fields that are answered for each practitioner."""
    for who, person in plan.people.items():
        heading = ", ".join(filter(None, (who, person.role)))
        for name, part in item.person_parts.items():
            field = _field(FieldRef(key, name, person=who), part, item, plan)
            yield field.model_copy(update={"heading": heading, "place": f"{key}, {who}"})


def row_fields(key: str, item: Item, plan: Plan, row: str) -> Iterator[FormField]:
    """The fields of one row."""
    called = f"{item.row_name} {row}"
    heading = f"{item.row_name.capitalize()} {row}"
    for name, part in item.row_parts.items():
        field = _field(FieldRef(key, name, row=row), part, item, plan)
        yield field.model_copy(update={"heading": heading, "place": f"{key}, {called}"})


def _field(ref: FieldRef, part: Part, item: Item, plan: Plan) -> FormField:
    # What has several lines already, from a file or an older version, keeps them.
    is_line = kind_of(part).is_one_line(part) and "\n" not in str(plan.value(ref) or "")
    field = FormField(ref, part, place=ref.item, is_one_line=is_line)
    return field.model_copy(update={"no_label": no_words(item, field)})


def no_words(item: Item, field: FormField) -> str:
    """What the answer no is called at a field; empty where it has no words of its own."""
    ref = field.ref
    is_item = ref.part == VALUE and ref.row is None and ref.person is None
    return field.part.none_label or (item.no_label if is_item else "")


def offered(item: Item, field: FormField) -> dict[str, str]:
    """The words of a choice with their labels, none elsewhere; not applicable for a whole item."""
    no_label = "" if field.is_whole else no_words(item, field)
    return kind_of(field.part).offers(field.part, no_label, is_item=field.ref.part == VALUE)


def note_field(key: str) -> FormField:
    """The field of a question's note."""
    part = Part(kind="text", label=_("Note"), hint=_("in your own words"))
    ref = FieldRef(key, NOTE)
    return FormField(ref, part, place=key, is_aside=True, is_one_line=False)


def said_words(plan: Plan, template: Template, key: str, part: str) -> str:
    """A field's answer in words; empty where nothing, no or not sure was said."""
    item, value = template.items.get(key), plan.answer(key).parts.get(part)
    if item is None or part not in item.parts or value in (None, NO, NOT_SURE):
        return ""
    return value_words(item.parts[part], value) if value is not None else ""


def answer_lines(template: Template, item_id: str, plan: Plan) -> list[str]:
    """What was said about an item, such as "Minutes: 45", in the order of its fields.

    Empty for an unanswered item. Rows and practitioners come one line each.
    """
    item, answer = template.items[item_id], plan.answer(item_id)
    lines = _part_lines(item, answer.parts)
    for row, fields in answer.filled.items():
        said = _joined(item.row_parts, fields)
        lines.append(_labelled(f"{item.row_name.capitalize()} {row}", said))
    for who, person in plan.people.items():
        own = {name: person.parts[name] for name in item.person_parts if name in person.parts}
        if own:
            lines.append(_labelled(who, _joined(item.person_parts, own)))
    return lines


def _part_lines(item: Item, given: Mapping[str, Value]) -> list[str]:
    lines = []
    if "value" in given and "value" not in item.parts:
        word = given["value"]
        stand_in = item.person_parts.get(item.everyone_part or "")
        label = _("Everyone") if stand_in else ""
        said = value_words(stand_in or Part(kind="ynp"), word, item.no_label)
        lines.append(_labelled(label, said))
    for name, part in item.parts.items():
        if name in given:
            lines.append(_labelled(part.label, value_words(part, given[name], item.no_label)))
    return lines


def _joined(parts: Mapping[str, Part], given: Mapping[str, Value]) -> str:
    pairs = [(part, given[name]) for name, part in parts.items() if name in given]
    if len(pairs) == 1:
        return value_words(*pairs[0])
    return "; ".join(f"{part.label}: {value_words(part, said)}" for part, said in pairs)


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if label else words
