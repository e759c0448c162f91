"""The plan's own tables beside the answers: actions, accepted flags, closures, absences, rounds.

Each is declared as fields, as a question's answer is, so that the file, the screens and the schema
treat them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import NO, NOT_SURE, Value, says_nothing
from readiness.domain.record import Record, sealed
from readiness.i18n.language import N_, _, language
from readiness.i18n.undecided import is_undecided

OPEN, DONE, DROPPED = "open", "done", "dropped"
"""The states of an action."""


class Sheet:
    """One of the plan's own tables, with its words in the language spoken now."""

    def __init__(self, title: str, entry: str, parts: Mapping[str, Part]) -> None:
        """Keep a table's words, each marked with N_ where it stands."""
        self._title, self._entry, self._parts = title, entry, parts
        self._said: dict[str, Mapping[str, Part]] = {}

    @property
    def title(self) -> str:
        """What it is called."""
        return _(self._title)

    @property
    def entry(self) -> str:
        """What one entry is called."""
        return _(self._entry)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The fields of an entry by their key in the file."""
        code = language()
        if code not in self._said:
            self._said[code] = sealed({name: _said(part) for name, part in self._parts.items()})
        return self._said[code]


def _said(part: Part) -> Part:
    words = {name: _(text) for name in ("label", "hint") if (text := getattr(part, name))}
    options = sealed({key: _(label) for key, label in part.options.items()})
    return part.model_copy(update={**words, "options": options})


def _text(label: str, hint: str = "") -> Part:
    return Part(kind="text", label=label, hint=hint)


def _date(label: str) -> Part:
    return Part(kind="date", label=label)


ACTIONS = Sheet(
    title=N_("Action plan"),
    entry=N_("action"),
    parts={
        "name": _text(N_("Name"), N_("Two or three words")),
        "actor": _text(N_("Who does it"), N_("Initials or role")),
        "action": _text(N_("What is done")),
        "target": _text(N_("Aimed at"), N_("Whom or what it is meant to change")),
        "when": _date(N_("By when")),
        "dose": _text(N_("How much, how often"), N_("For example: 30 minutes, once a month")),
        "outcome": _text(
            N_("What it should change"), N_("For example: fidelity, or how many take part")
        ),
        "justification": _text(N_("Why this")),
        "item": _text(N_("Question it comes from")),
        "state": Part(
            kind="choice",
            label=N_("State"),
            options={OPEN: N_("To do"), DONE: N_("Done"), DROPPED: N_("Dropped")},
        ),
        "reason": _text(N_("Why it was dropped")),
        "done_on": _date(N_("Done on")),
    },
)
"""What will be done, in the fields that published plans usually lack (Proctor 2013)."""

ACCEPTED = Sheet(
    title=N_("Accepted flags"),
    entry=N_("accepted flag"),
    parts={
        "reason": _text(N_("Why it is accepted")),
        "by": _text(N_("Accepted by"), N_("Initials or role")),
        "on": _date(N_("Accepted on")),
        "says": _text(N_("What it said then")),
    },
)
"""Flags that someone answers for; the key is the flag's id."""

CLOSURES = Sheet(
    title=N_("Closures and holidays"),
    entry=N_("closure"),
    parts={
        "from": _date(N_("From")),
        "until": _date(N_("Until and including")),
        "what": _text(N_("What")),
    },
)
"""Times without sessions for anyone; if there are any, the template's holidays do not count."""

ABSENCES = Sheet(
    title=N_("Absences"),
    entry=N_("absence"),
    parts={
        "who": _text(N_("Who"), N_("Initials or role")),
        "from": _date(N_("From")),
        "until": _date(N_("Until and including")),
        "what": _text(N_("What"), N_("For example: leave")),
    },
)
"""Times in which one practitioner is away and comes back."""

ROUNDS = Sheet(
    title=N_("Rounds of intake"),
    entry=N_("round"),
    parts={
        "date": _date(N_("First session")),
        "patients": Part(kind="number", label=N_("Patients who start"), low=0, high=10000),
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
