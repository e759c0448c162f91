"""The plan's own tables beside the answers: actions, accepted flags, closures, absences, rounds.

Each is declared as fields, as a question's answer is, so that the file, the screens and the schema
treat them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.kinds.value import NO, NOT_SURE, Value, says_nothing
from readiness.domain.plan.entry_table import EntryTable, a_choice, a_count, a_date, a_text
from readiness.domain.plan.records import RECORDS
from readiness.domain.plan.workshop import ROOM
from readiness.domain.record import Record
from readiness.i18n.language import N_
from readiness.i18n.non_answers import is_undecided

OPEN, DONE, DROPPED = "open", "done", "dropped"
"""The states of an action."""


ACTIONS = EntryTable(
    title=N_("Action plan"),
    entry=N_("Action"),
    parts={
        "name": a_text(N_("Name"), N_("Two or three words")),
        "actor": a_text(N_("Who does it"), N_("Initials or role")),
        "action": a_text(N_("What is done")),
        "target": a_text(N_("aimed at"), N_("Whom or what it is meant to change")),
        "when": a_date(N_("By when")),
        "dose": a_text(N_("How much, how often"), N_("For example: 30 minutes, once a month")),
        "outcome": a_text(
            N_("What it should change"), N_("For example: fidelity, or how many take part")
        ),
        "justification": a_text(N_("Why this")),
        "item": a_text(N_("Question it comes from")),
        "state": a_choice(
            N_("State"), {OPEN: N_("to do"), DONE: N_("done"), DROPPED: N_("dropped")}
        ),
        "reason": a_text(N_("Why it was dropped")),
        "done_on": a_date(N_("Done on"), "past"),
        "from": a_text(N_("Record it comes from")),
    },
)
"""What will be done, in the fields that published plans usually lack (Proctor 2013)."""

ACCEPTED = EntryTable(
    title=N_("Accepted flags"),
    entry=N_("accepted flag"),
    key="word",
    parts={
        "reason": a_text(N_("Why it is accepted")),
        "by": a_text(N_("Accepted by"), N_("Initials or role")),
        "on": a_date(N_("Accepted on"), "past"),
        "says": a_text(N_("What it said then")),
        "look_again": a_date(N_("Look again on")),
    },
)
"""Flags that someone answers for; the key is the flag's id."""

CLOSURES = EntryTable(
    title=N_("Closures and holidays"),
    entry=N_("closure"),
    parts={
        "from": a_date(N_("From")),
        "until": a_date(N_("Until and including"), "end"),
        "what": a_text(N_("What")),
    },
)
"""Times without sessions for anyone; if there are any, the template's holidays do not count."""

ABSENCES = EntryTable(
    title=N_("Absences"),
    entry=N_("absence"),
    parts={
        "who": a_text(N_("Who"), N_("Initials or role")),
        "from": a_date(N_("From")),
        "until": a_date(N_("Until and including"), "end"),
        "what": a_text(N_("What"), N_("For example: leave")),
    },
)
"""Times in which one practitioner is away and comes back."""

ROUNDS = EntryTable(
    title=N_("Rounds of intake"),
    entry=N_("Round"),
    parts={
        "date": a_date(N_("First session")),
        "patients": a_count(N_("Patients who start")),
    },
)
"""When how many patients start; without any, INC-04 and the caseloads say it."""

TABLES: Mapping[str, EntryTable] = {
    "actions": ACTIONS,
    "accepted": ACCEPTED,
    "closures": CLOSURES,
    "absences": ABSENCES,
    "rounds": ROUNDS,
    **RECORDS,
    **ROOM,
}
"""Every table by the name of its table in the file."""

Fields = Mapping[str, Value]


def text_of(fields: Fields, name: str) -> str:
    """A text of an entry; empty where there is none."""
    said = fields.get(name)
    return said.strip() if isinstance(said, str) and said not in (NO, NOT_SURE) else ""


def date_of(fields: Fields, name: str) -> date | None:
    """A date of an entry; None where there is none."""
    said = fields.get(name)
    return said if isinstance(said, date) else None


def settled_of(fields: Fields, name: str) -> str:
    """A name or a reason of an entry; empty where nobody is named or it is not decided yet."""
    text = text_of(fields, name)
    return "" if is_undecided(text) or says_nothing(text) else text


class Span(Record, kw_only=False):
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
