"""Format 1 of plan files, as it was released: a plan before anything was recorded after its start.

It is kept as it was, to see that what it held is still read. An `id` was added to it later, for
older versions keep a key that they do not know.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from readiness.domain.checklist.template import FULL, Form
from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Answer, Person
from readiness.domain.record import NONE, Record, Sealed, Within


class Plan(Record):
    """What a file of format 1 may hold."""

    format: Literal[1] = 1
    """The version of the plan format."""
    id: str = ""
    """What tells this plan from every other; empty until something outside has to know it."""
    plan: str = ""
    """What the plan is called."""
    service: str = ""
    """The service the plan is for."""
    template: str = "imr"
    """The template that the answers belong to."""
    template_version: str = ""
    """The version of the template the plan was made with."""
    start: date | None = None
    """First day of the rollout: the first sessions with patients."""
    months: Annotated[int, Within(1, 60)] = 12
    """Length of the implementation period in months, 1 to 60."""
    form: Form = FULL
    """Which questions are asked: all of them (full), or those of the short form (short)."""
    assumptions: Sealed[str, float] = NONE
    """Numbers of the practice that this service reckons with instead of the template's."""
    people: Sealed[str, Person] = NONE
    """The practitioners by initials or role."""
    answers: Sealed[str, Answer] = NONE
    """The answers by item id; an unanswered item is absent."""
    actions: Sealed[str, Sealed[str, Value]] = NONE
    """The action plan; fields of each action as in domain/plan/tables.py."""
    accepted: Sealed[str, Sealed[str, Value]] = NONE
    """Flags that someone answers for, by the flag's id."""
    closures: Sealed[str, Sealed[str, Value]] = NONE
    """Times without sessions; if there are any, the template's holidays do not count."""
    absences: Sealed[str, Sealed[str, Value]] = NONE
    """Times in which one practitioner is away and comes back."""
    rounds: Sealed[str, Sealed[str, Value]] = NONE
    """When how many patients start."""
    calendar: Sealed[str, date] = NONE
    """Proposed dates that were moved, by the name of what happens on them."""
