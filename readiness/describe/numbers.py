"""The numbers that the program reckons with, in words."""

from __future__ import annotations

from readiness.domain.capacity.capacity import ANSWERED_BY
from readiness.domain.checklist.limits import Assumption
from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import gathered, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.schedule.actions import basis_words
from readiness.i18n.language import N_, _
from readiness.i18n.words import SHARE, YES_OR_NO, amount_words, exact_words, share_words, with_unit

COUNT_OWN = N_("count your own")
"""Said in the place of a number that nobody has measured for the practice."""


def number_told(one: Assumption, own: float | None = None) -> str:
    """A number of the template with its unit, or the `own` one in its place."""
    given = one.value if own is None else own
    if given is None:
        return _(COUNT_OWN)
    values = given if isinstance(given, tuple) else (given,)
    if one.unit == YES_OR_NO:
        return amount_words(values[0], one.unit)
    said = ", ".join(exact_words(value) for value in values)
    if one.unit == SHARE:
        return f"{said} ({share_words(values[0])})"
    return with_unit(said, one.unit)


def number_line(one: Assumption, own: float | None, answered: float | None = None) -> str:
    """What a number is and how much: the service's `own`, or what a question `answered` instead."""
    if answered is not None or own is None:
        return f"{one.label}: {number_told(one, answered)}"
    return _("{label}: {own}, yours").format(label=one.label, own=number_told(one, own))


def origin_words(one: Assumption, own: float | None, template: Template) -> str:
    """Where a number comes from, and which one the service's `own` stands instead of."""
    basis = basis_words(one, template)
    if own is None or one.value is None:
        return basis
    return _("instead of {default}, {basis}").format(default=number_told(one), basis=basis)


def answer_of(name: str, plan: Plan, template: Template) -> tuple[FieldRef, float] | None:
    """The question whose answer is reckoned with instead, and the answer; None where none is."""
    feed, inputs = ANSWERED_BY.get(name, ""), gathered(plan, template)
    if name == "group_session_minutes" and inputs.plan.get("session_format") == "group":
        feed = ANSWERED_BY["session_minutes"]
    said, ref = inputs.number(feed), input_ref(template, feed)
    if said is None or ref is None:
        return None
    return ref, said


def number_and_origin(name: str, plan: Plan, template: Template) -> tuple[str, str]:
    """A number of the practice as it is reckoned with, in a line; and where it comes from."""
    one, own = template.practice.numbers[name], plan.assumptions.get(name)
    answer = answer_of(name, plan, template)
    if answer is None:
        return number_line(one, own), origin_words(one, own, template)
    return number_line(one, own, answer[1]), answered_words(answer[0])


def answered_words(ref: FieldRef) -> str:
    """Where a number comes from that a question answers."""
    return _("answered in {item}").format(item=ref.item)
