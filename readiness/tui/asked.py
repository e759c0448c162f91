"""Which fields a question has in a plan, and what the plan holds in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readiness.core.asked.part import Part
from readiness.core.asked.template import Item
from readiness.core.said.field_ref import FieldRef
from readiness.core.said.plan import NO, Plan
from readiness.core.wording.language import _
from readiness.tui.view import View


def note_part() -> Part:
    """The field of a note."""
    return Part(kind="text", label=_("Note"), hint=_("in your own words"))


NOTE_PART = "note"


@dataclass(frozen=True)
class Asked:
    """One field as it is shown."""

    target: FieldRef
    """Where its answer goes."""
    part: Part
    """How it is answered."""
    heading: str = ""
    """What stands over it where a group begins."""
    ends_row: bool = False
    """Whether it is the last field of a row."""
    adds_row: bool = False
    """Whether what adds a row stands before it: it is the first field below the rows."""


def asked(key: str, item: Item, plan: Plan) -> Iterator[Asked]:
    """Every field of an item in the order it is shown, without the note.

    Where there are rows they come first: they are what the question asks for.
    """
    last = len(item.row_parts) - 1
    for row in plan.answer(key).rows:
        for number, (name, part) in enumerate(item.row_parts.items()):
            heading = f"{item.row_name.capitalize()} {row}" if number == 0 else ""
            yield Asked(FieldRef(key, name, row=row), part, heading, ends_row=number == last)
    for number, (name, part) in enumerate(item.parts.items()):
        yield Asked(FieldRef(key, name), part, adds_row=bool(item.row_parts) and number == 0)
    yield from _asked_of_people(key, item, plan)
    whole = as_a_whole(item)
    if whole is not None:
        yield Asked(FieldRef(key, "value"), whole)


def _asked_of_people(key: str, item: Item, plan: Plan) -> Iterator[Asked]:
    """One line a practitioner where one thing is asked of each, else one group a practitioner."""
    only = next(iter(item.person_parts.values())) if len(item.person_parts) == 1 else None
    for place, (who, person) in enumerate(plan.people.items()):
        called = ", ".join(filter(None, [who, person.role]))
        for number, (name, part) in enumerate(item.person_parts.items()):
            target = FieldRef(key, name, person=who)
            if only is not None:
                named = part.model_copy(update={"label": called})
                yield Asked(target, named, only.label if place == 0 else "")
            else:
                yield Asked(target, part, called if number == 0 else "")


def as_a_whole(item: Item) -> Part | None:
    """The words that answer the item as a whole, beside its fields; None if a field has them."""
    own = item.parts.get("value")
    if own is not None and own.kind in ("ynp", "choice"):
        return None
    everyone = item.person_parts.get(item.everyone_part or "")
    label = _("For everyone at once") if everyone else _("Or answer it as a whole")
    if everyone is not None and everyone.kind == "ynp":
        return Part(kind="ynp", label=label, options=everyone.options)
    no_label = item.no_label or (everyone.none_label if everyone else "") or _("There is none")
    return Part(kind="choice", label=label, options={NO: no_label})


def shape(key: str, view: View) -> tuple[Mapping[str, object], ...]:
    """What the fields depend on: the rows, and the practitioners with their roles."""
    item = view.template.items[key]
    people = view.plan.people if item.person_parts else {}
    return (
        dict.fromkeys(view.plan.answer(key).rows),
        {who: person.role for who, person in people.items()},
    )
