"""What the arithmetic of hours still lacks, and where each of it is answered."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.capacity.capacity import caseload_of, rates_of
from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import PEOPLE, FieldRef
from readiness.domain.plan.inputs import gathered, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _
from readiness.i18n.words import listed


class Lack(Record, kw_only=False):
    """One thing that is not known."""

    words: str
    """What is missing and where it is said."""
    ref: FieldRef
    """Where to say it."""
    stops: bool
    """Whether nothing can be reckoned without it."""


def lacking(plan: Plan, template: Template) -> list[Lack]:
    """What to say so that hours can be reckoned, what stops the reckoning first."""
    return [*_stopping(plan, template), *_hours(plan, template)]


def _stopping(plan: Plan, template: Template) -> Iterator[Lack]:
    if plan.start is None:
        yield Lack(_("The first day with patients is not set."), FieldRef(part="start"), stops=True)
    if not plan.people:
        yield Lack(_("No practitioner is listed yet."), FieldRef(table=PEOPLE), stops=True)
    inputs = gathered(plan, template)
    # Numbers for all are said before anybody is listed.
    loads = [caseload_of(who, inputs) for who in plan.people or ("",)]
    ref = input_ref(template, "session_format")
    if ref is not None and all(load is None for load in loads):
        words = _("How sessions are held, and with how many patients, is not said ({item}).")
        if inputs.plan.get("session_format"):
            words = _("How many patients or groups each practitioner has is not said ({item}).")
        yield Lack(words.format(item=ref.item), ref, stops=True)
    rates, ref = rates_of(plan, template), input_ref(template, "group_size")
    if ref is not None and not all(rates.suffice_for(load) for load in loads if load):
        words = _("How many patients are in a group is not said ({item}): count your own.")
        yield Lack(words.format(item=ref.item), ref, stops=True)


def _hours(plan: Plan, template: Template) -> Iterator[Lack]:
    ref, inputs = input_ref(template, "hours_freed"), gathered(plan, template)
    unknown = [who for who in plan.people if inputs.person_number(who, "hours_freed") is None]
    if unknown and ref is not None:
        words = _("The hours freed for {people} are not said ({item}).")
        words = words.format(people=listed(unknown), item=ref.item)
        yield Lack(words, FieldRef(ref.item, ref.part, person=unknown[0]), stops=False)
