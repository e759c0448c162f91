"""An act on a plan as data: what was done, and what it was about. `describe/act` says it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from readiness.domain.record import Record

Kind = Literal[
    "accept",
    "withdraw",
    "adopt",
    "finish",
    "drop",
    "reopen",
    "remove entry",
    "add person",
    "rename person",
    "remove person",
    "role",
    "add row",
    "remove row",
    "clear",
    "take rows",
    "not applicable",
    "particulars",
    "short form",
    "full form",
    "make plan",
    "recover",
    "throw away",
    "fill fields",
    "fill some fields",
    "move",
    "move back",
    "take over",
    "what if",
    "restore",
    "merge",
    "put aside",
    "make document",
    "save as",
    "reload",
    "undo",
    "redo",
    "workshop",
    "record",
]
"""What can be done."""

Refusal = Literal[
    "no flag",
    "no reason",
    "not accepted",
    "has an action",
    "in place",
    "no entry",
    "no name",
    "long name",
    "several names",
    "name taken",
    "nothing to clear",
    "nothing to undo",
    "nothing to redo",
    "nothing to take",
    "no reason to leave out",
    "no short form",
    "no date",
    "not proposed",
    "not moved",
    "not asked for",
    "no difference",
    "changed meanwhile",
    "in the way",
    "word in the way",
    "the plan itself",
]
"""Why nothing was done."""


class Act(Record):
    """What was done, and what it was about; what it was not about is empty."""

    kind: Kind
    item: str = ""
    """A question, by its id."""
    entry: str = ""
    """An entry of a table, or a row of a question, by its key."""
    table: str = ""
    """The table of the entry, as in the file."""
    who: str = ""
    """A person, by initials or role."""
    what: str = ""
    """What it was about in words: an action's name, a date's, a person's new name or role."""
    day: date | None = None
    """The day that it was about."""
