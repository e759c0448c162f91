"""What is due: its kinds and states, and how records meet the dates that were promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.record import Record
from readiness.i18n.language import N_, Words
from readiness.i18n.words import Labels

DueKind = Literal[
    "check-in",
    "month row",
    "review",
    "settling",
    "review told",
    "results",
    "results told",
    "hours check",
    "re-check",
    "decision",
    "action",
    "look again",
    "leaver",
]
"""What can be due."""

DueState = Literal["late", "now", "soon", "suggested", "met"]
"""Where it stands: a date that nobody chose is suggested; one with its record is met."""

WORDS = Words(
    {
        "check-in": N_("Check-in with the practitioners"),
        "review": N_("Fidelity review"),
        "results": N_("Results for patients"),
        "hours check": N_("Check of the hours"),
        "re-check": N_("This check is redone"),
        "decision": N_("Decision to go on, adjust or stop"),
    }
)
"""What a date of the calendar is called."""

STATES = Labels(
    {
        "late": N_("late"),
        "now": N_("now"),
        "soon": N_("soon"),
        "suggested": N_("suggested"),
        "met": N_("done"),
    }
)
"""Where what is due stands, in words."""


class Due(Record, kw_only=False):
    """Something that is to be recorded, done or looked at on a day."""

    kind: DueKind
    day: date
    """When it is due."""
    state: DueState
    what: str
    """What it is, in words."""
    ref: FieldRef
    """The record that would meet it; empty where there is no such record."""
    days: int = 0
    """Days since it was due; below 0, days until it is."""
    id: str = ""
    """The name of a date that is only proposed."""


def grouped(found: Iterable[Due]) -> list[tuple[Due, int]]:
    """What is due, but of several late ones of a kind only the last, with how many there are."""
    late: dict[DueKind, list[Due]] = {}
    rest = []
    for one in found:
        if one.state == "late" and one.kind not in ("action", "decision"):
            late.setdefault(one.kind, []).append(one)
        else:
            rest.append((one, 1))
    return [*((many[-1], len(many)) for many in late.values()), *rest]


def met(days: Sequence[date], records: Iterable[date], reach: int) -> dict[date, date]:
    """The due dates that were kept: each one with the day on which it was recorded.

    A record keeps the nearest due date at most `reach` days away that no earlier record keeps; one
    without such a date keeps none.
    """
    found: dict[date, date] = {}
    for record in records:
        free = [day for day in days if day not in found and abs((day - record).days) <= reach]
        if free:
            found[min(free, key=lambda day: abs((day - record).days))] = record
    return found
