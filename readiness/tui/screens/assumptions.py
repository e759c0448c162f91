"""The numbers that the program reckons with: which they are, where each comes from."""

from __future__ import annotations

from readiness.describe.numbers import answer_of, answered_words, number_line, origin_words
from readiness.domain.checklist.limits import Assumption
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.number import number_part as field_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.schedule.actions import basis_words
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line


def number_part(name: str, view: View) -> Part:
    """A number as a field that can be typed."""
    one = view.template.practice.numbers[name]
    label = f"{one.label}; {basis(one, view)}"
    return field_of(name, one).model_copy(update={"label": label})


def lines_of(names: list[str], view: View) -> list[Line]:
    """A line for each number: what it is, how much, and where that comes from."""
    return [Line(f"number {name}", _line(name, view)) for name in names]


def answered_at(name: str, view: View) -> FieldRef | None:
    """The question whose answer is reckoned with instead; None where there is none."""
    found = answer_of(name, view.template, view.review.facts.inputs)
    return found[0] if found else None


def _line(name: str, view: View) -> str:
    one = view.template.practice.numbers[name]
    answer = answer_of(name, view.template, view.review.facts.inputs)
    own = view.plan.assumptions.get(name)
    where = answered_words(answer[0]) if answer else origin_words(one, own, view.template)
    return f"{number_line(one, own, answer[1] if answer else None)}\n  {where}"


def basis(one: Assumption, view: View) -> str:
    """Where a number comes from; our default where no source stands behind it."""
    return basis_words(one, view.template)
