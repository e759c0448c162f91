"""The plan's own tables beside the answers: actions, accepted flags, closures, absences, rounds.

Each is declared as fields, as a question's answer is, so that the file, the screens and the schema
treat them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.core.asked.part import Part
from readiness.core.frozen import Frozen, Sealed
from readiness.core.said.plan import NO, NOT_SURE, Value

OPEN, DONE, DROPPED = "open", "done", "dropped"
"""The states of an action."""


class Sheet(Frozen):
    """One of the plan's own tables."""

    title: str
    """What it is called."""
    entry: str
    """What one entry is called."""
    parts: Sealed[str, Part]
    """The fields of an entry by their key in the file."""


def _text(label: str, hint: str = "") -> Part:
    return Part(kind="text", label=label, hint=hint)


def _date(label: str) -> Part:
    return Part(kind="date", label=label)


ACTIONS = Sheet(
    title="Action plan",
    entry="action",
    parts={
        "name": _text("Name", "Two or three words"),
        "actor": _text("Who does it", "Initials or role"),
        "action": _text("What is done"),
        "target": _text("Aimed at", "Whom or what it is meant to change"),
        "when": _date("By when"),
        "dose": _text("How much, how often", "For example: 30 minutes, once a month"),
        "outcome": _text("What it should change", "For example: fidelity, or how many take part"),
        "justification": _text("Why this"),
        "item": _text("Question it comes from"),
        "state": Part(
            kind="choice",
            label="State",
            options={OPEN: "To do", DONE: "Done", DROPPED: "Dropped"},
        ),
        "reason": _text("Why it was dropped"),
        "done_on": _date("Done on"),
    },
)
"""What will be done, in the fields that published plans usually lack (Proctor 2013)."""

ACCEPTED = Sheet(
    title="Accepted flags",
    entry="accepted flag",
    parts={
        "reason": _text("Why it is accepted"),
        "by": _text("Accepted by", "Initials or role"),
        "on": _date("Accepted on"),
        "says": _text("What it said then"),
    },
)
"""Flags that someone answers for; the key is the flag's id."""

CLOSURES = Sheet(
    title="Closures and holidays",
    entry="closure",
    parts={"from": _date("From"), "until": _date("Until and including"), "what": _text("What")},
)
"""Times without sessions for anyone; if there are any, the template's holidays do not count."""

ABSENCES = Sheet(
    title="Absences",
    entry="absence",
    parts={
        "who": _text("Who", "Initials or role"),
        "from": _date("From"),
        "until": _date("Until and including"),
        "what": _text("What", "For example: leave"),
    },
)
"""Times in which one practitioner is away and comes back."""

ROUNDS = Sheet(
    title="Rounds of intake",
    entry="round",
    parts={
        "date": _date("First session"),
        "patients": Part(kind="number", label="Patients who start", low=0, high=10000),
    },
)
"""When how many patients start; without any, INC-04 and the caseloads say it."""

SHEETS: Mapping[str, Sheet] = {
    "actions": ACTIONS,
    "accepted": ACCEPTED,
    "closures": CLOSURES,
    "absences": ABSENCES,
    "rounds": ROUNDS,
}
"""Every sheet by the name of its table in the file."""

Fields = Mapping[str, Value]


def text_of(fields: Fields, name: str) -> str:
    """A text of an entry; empty where there is none."""
    said = fields.get(name)
    return said.strip() if isinstance(said, str) and said not in (NO, NOT_SURE) else ""


def date_of(fields: Fields, name: str) -> date | None:
    """A date of an entry; None where there is none."""
    said = fields.get(name)
    return said if isinstance(said, date) else None


class Span(Frozen, kw_only=False):
    """A time from one day until and including another, and what it is."""

    first: date
    last: date
    what: str = ""
    who: str = ""


def spans_of(entries: Mapping[str, Fields]) -> list[Span]:
    """The closures or absences that have both dates in order, earliest first."""
    found = []
    for fields in entries.values():
        first, last = date_of(fields, "from"), date_of(fields, "until")
        if first is not None and last is not None and first <= last:
            found.append(Span(first, last, text_of(fields, "what"), text_of(fields, "who")))
    return sorted(found, key=lambda span: (span.first, span.last))
