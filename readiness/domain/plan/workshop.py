"""What a workshop leaves in the plan: that it was held, what was agreed, heard, and is missing.

Never a code, a single answer, who disagreed, an order, a time, or a note that was not released.
"""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import Value
from readiness.domain.plan.entry_table import EntryTable, a_count, a_date, a_text
from readiness.domain.record import NONE, Record, Sealed
from readiness.i18n.language import N_

MOST_RATERS = 500
"""People of one workshop that a plan can hold; ours."""

WORKSHOPS = EntryTable(
    title=N_("Workshops"),
    entry=N_("workshop"),
    key="word",
    most=100,
    parts={
        "date": a_date(N_("Held on")),
        "facilitator": a_text(N_("Who ran it"), N_("Initials or role")),
        "roles": a_text(N_("Who was asked")),
        "took_part": a_count(N_("How many answered"), high=MOST_RATERS),
        "asked": a_count(N_("Questions asked"), high=MOST_RATERS),
    },
)
"""Workshops that were held, by their ids: a number would be another after a merge."""

AGREED = EntryTable(
    title=N_("Agreed in the room"),
    entry=N_("agreed answer"),
    key="word",
    parts={
        "workshop": a_text(N_("workshop")),
        "answer": a_text(N_("agreed answer")),
        "reason": a_text(N_("Because")),
        "against": a_count(N_("Did not support it, at most"), high=MOST_RATERS),
        "look_again": a_date(N_("Look again on")),
        "by_leader": Part(
            kind="ynp", label=N_("Decided by the leader against the practitioners' answer?")
        ),
        "against_votes": Part(
            kind="ynp", label=N_("Agreed though a third or more said no or were not sure?")
        ),
    },
)
"""What the room agreed on, by question; the answer itself is the plan's."""

HEARD = EntryTable(
    title=N_("Heard in the room"),
    entry=N_("heard answer"),
    key="word",
    parts={
        "workshop": a_text(N_("workshop")),
        "who": a_text(N_("Who answered")),
        "of": a_count(N_("How many"), high=MOST_RATERS),
        "yes": a_count(N_("yes"), high=MOST_RATERS),
        "partly": a_count(N_("partly"), high=MOST_RATERS),
        "no": a_count(N_("no"), high=MOST_RATERS),
        "unsure": a_count(N_("not sure"), high=MOST_RATERS),
        "said": a_text(N_("What they said, where there are options")),
    },
)
"""How many of a group of five or more said what, by question: a plan travels."""

MISSING = EntryTable(
    title=N_("To be found out"),
    entry=N_("missing answer"),
    parts={
        "item": a_text(N_("Question")),
        "what": a_text(N_("What nobody knew")),
        "who": a_text(N_("Who finds out"), N_("Initials or role")),
        "by": a_date(N_("By when")),
    },
)
"""What nobody in the room knew, and who finds out."""

ROOM: Mapping[str, EntryTable] = {
    "workshops": WORKSHOPS,
    "agreed": AGREED,
    "heard": HEARD,
    "missing": MISSING,
}
"""Every table of these by its name in the file."""


class RoomTables(Record):
    """The tables of a plan that a workshop fills."""

    workshops: Sealed[str, Sealed[str, Value]] = NONE
    """Workshops that were held."""
    agreed: Sealed[str, Sealed[str, Value]] = NONE
    """What was agreed in the room, by question."""
    heard: Sealed[str, Sealed[str, Value]] = NONE
    """What groups of five or more said, by question."""
    missing: Sealed[str, Sealed[str, Value]] = NONE
    """What nobody knew, and who finds out."""
