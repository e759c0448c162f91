"""Rows copied from a spreadsheet, taken into the plan after a look, as one step back."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, refused
from readiness.app.session import Session
from readiness.describe.spreadsheet import counted_lines
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.text import tidied
from readiness.domain.plan.act import Act
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.spreadsheet import Reading, cells_in, entries_in, people_in
from readiness.domain.plan.tables import TABLES

NOT_COPIED = {"actions": ("item", "state", "reason", "done_on", "from"), "accepted": ("says",)}
"""Fields of entries that say what became of them here; no list from elsewhere can."""


def _copied(table: str) -> dict[str, Part]:
    hidden = NOT_COPIED.get(table, ())
    return {key: part for key, part in TABLES[table].parts.items() if key not in hidden}


def read_rows(session: Session, place: FieldRef, text: str) -> Reading:
    """What rows would become where they were pasted: in a table, a question, or the practitioners.

    The place names the table, or the question, or neither.
    """
    template, plan = session.template, session.plan
    if place.table:
        return entries_in(text, _copied(place.table), session.today)
    if place.item:
        return entries_in(text, template.items[place.item].row_parts, session.today)
    asked = {name: part for name, (_item, part) in template.person_parts().items()}
    return people_in(text, list(plan.people), asked, session.today)


def fill_fields(session: Session, ref: FieldRef, text: str) -> Effect:
    """Fill the fields of an entry with the cells of one row, from this field on, in their order.

    A cell that its field does not understand leaves the field as it was, and is told.
    """
    parts = _copied(ref.table)
    act = Act(kind="fill fields", table=ref.table, entry=ref.entry)
    names = list(parts)[list(parts).index(ref.part) :] if ref.part in parts else []
    fields, left = cells_in(text, {name: parts[name] for name in names}, session.today)
    if not fields:
        return refused(session, "nothing to take", act)
    if left:
        act = act.model_copy(update={"what": ", ".join(left), "kind": "fill some fields"})
    return done(session, session.plan.entering(ref.table, ref.entry, fields), act)


def take_rows(session: Session, place: FieldRef, reading: Reading) -> Effect:
    """Take what was read into the plan, all of it or, where that does not fit, nothing."""
    act = Act(kind="take rows", item=place.item, table=place.table)
    if not reading.lines:
        return refused(session, "nothing to take", act)
    plan = session.plan
    for line in reading.lines:
        if place.table:
            plan = plan.entering(place.table, plan.new_entry(place.table), line.fields)
        elif place.item:
            row = next_number(plan.answer(place.item).rows)
            for part, value in line.fields.items():
                plan = plan.answering_row(place.item, row, part, value)
        else:
            plan = plan.with_person(tidied(line.who), tidied(line.role))
            for part, value in line.fields.items():
                plan = plan.answering_person(tidied(line.who), part, value)
    what = counted_lines(place, session.template, len(reading.lines))
    return done(session, plan, act.model_copy(update={"what": what}))
