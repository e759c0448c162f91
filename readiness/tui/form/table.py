"""The fields of the plan's own tables as a form shows them: an action, a closure, a number."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _
from readiness.tui.form.blocks import Entry
from readiness.tui.plain import cleaned

LONG = ("action", "justification", "reason")
"""Fields that take several lines."""

PEOPLE = ("who", "actor")
"""Fields that name a practitioner."""

LONGEST_HINT = 70
"""Characters that the names of those who may be meant take at most."""


def table_entry(ref: FieldRef, plan: Plan) -> Entry:
    """One field of an entry of a table; the practitioners are suggested where one is named."""
    part = TABLES[ref.table].parts[ref.part]
    known = tuple(map(cleaned, plan.people)) if ref.part in PEOPLE else ()
    if ref.part == "who" and known:
        hint = _("One of {known}").format(known=", ".join(known))[:LONGEST_HINT]
        part = part.model_copy(update={"hint": hint})
    said = plan.value(ref)
    field = FormField(ref, part, place=part.label, is_one_line=_is_line(ref, plan))
    return Entry(field, kind_of(part).offers(part, held=said), known)


def number_entry(ref: FieldRef, part: Part) -> Entry:
    """A number that the program reckons with."""
    return Entry(FormField(ref, part, place=part.label.split(";")[0]))


def fields_said(ref: FieldRef, plan: Plan) -> Mapping[str, Value]:
    """What an entry of a table holds."""
    return plan.entries(ref.table).get(ref.entry, {})


def _is_line(ref: FieldRef, plan: Plan) -> bool:
    return ref.part not in LONG and "\n" not in str(plan.value(ref) or "")
