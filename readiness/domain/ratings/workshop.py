"""A workshop: who is asked what, what was shown, and what the room agreed on.

It is the facilitator's own, and never holds who said what. Until collecting is closed it holds
nothing of the answers at all. What a room may agree on without more words, and what it has to say
first, are guards of ours: nothing guards against "not sure" or against putting a question off.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import add
from typing import Annotated, Literal

from readiness.domain.checklist.template import Item
from readiness.domain.kinds.value import NO, NOT_SURE, YES, Value
from readiness.domain.ratings.counts import STEPS, Counts
from readiness.domain.ratings.disclosure import (
    LARGEST_SMALLEST,
    PRACTITIONER,
    SMALLEST,
    SMALLEST_SENSITIVE,
    Band,
    DisclosureRule,
    Stage,
)
from readiness.domain.ratings.questions import Question
from readiness.domain.record import NONE, Record, Sealed, Within

Mode = Literal["blind", "open"]
"""Blind: answers are counts. Open: by the group's own wish, views stand under roles."""

Time = Literal["reveal", "late", "second vote"]
"""When answers were shown."""


class Asked(Record):
    """One question of a workshop."""

    roles: tuple[str, ...] = ()
    """Who is asked; none means everyone."""
    asked: str = ""
    """The fingerprint of the question as it was asked."""


class Role(Record):
    """One role of a workshop."""

    expected: Annotated[int, Within(0, 500)] = 0
    """How many were asked."""
    shown: bool = False
    """Whether the one leader agreed, in writing, to be seen as one."""


class Shown(Record):
    """What was shown at one time."""

    time: Time
    """When."""
    stage: Stage
    """Who took part and who answered what, by code; without what they said."""
    editions: Sealed[str, int] = NONE
    """The edition of each code that was counted."""
    counts: Sealed[str, Sealed[str, Counts]] = NONE
    """Question to group to counts: only what may be shown. A group: its roles, joined by a plus."""
    bands: Sealed[str, Band] = NONE
    """Sensitive question to the band, where it may be told."""
    notes: Sealed[str, tuple[str, ...]] = NONE
    """What people wrote and released for the room, in alphabetical order."""
    moved: Sealed[str, tuple[int, int]] = NONE
    """After a second vote: how many of how many answer otherwise, where it tells on nobody."""


class Agreed(Record):
    """What the room agreed on at one question."""

    answer: str
    """A word that answers the question."""
    reason: str
    """Why."""
    against: int = 0
    """How many did not support it; 0 and 1 are both kept as 1: at most one."""
    look_again: date | None = None
    """When it is looked at again."""
    by_leader: bool = False
    """Whether the leader decided it against the practitioners' answer."""
    against_votes: bool = False
    """Whether it goes against a third or more who said no or were not sure."""


class Workshop(Record):
    """One workshop, as its file holds it, in that order."""

    id: str
    """What its answers files are for; made once."""
    plan: str = ""
    """The plan's file, as seen from the workshop's file."""
    template: str = ""
    """The template whose questions are asked."""
    template_version: str = ""
    """Its version."""
    mode: Mode = "blind"
    """How answers are shown."""
    opened: date | None = None
    """When people were asked."""
    closes: date | None = None
    """Until when they are asked to answer. Collecting is closed by an act, and not by this day."""
    smallest: Annotated[int, Within(SMALLEST, LARGEST_SMALLEST)] = SMALLEST
    """The smallest group that is shown; may be raised, never lowered."""
    smallest_sensitive: Annotated[int, Within(SMALLEST_SENSITIVE, LARGEST_SMALLEST)] = (
        SMALLEST_SENSITIVE
    )
    """The same for sensitive questions."""
    facilitator: str = ""
    """Who runs it: initials or role."""
    finished: date | None = None
    """When it was finished and written into the plan."""
    parked: tuple[str, ...] = ()
    """Questions that were put off."""
    roles: Sealed[str, Role] = NONE
    """Who is asked."""
    asked: Sealed[str, Asked] = NONE
    """What is asked, in the order of the template."""
    shown: tuple[Shown, ...] = ()
    """What was shown, in order; nothing before collecting was closed."""
    agreed: Sealed[str, Agreed] = NONE
    """What was agreed, by question."""
    missing: Sealed[str, Sealed[str, Value]] = NONE
    """What nobody knew: item, what, who finds out, by when; as in the plan's table."""
    dots: Sealed[str, int] = NONE
    """How many dots each action has, once all are in; never whose."""

    @property
    def is_closed(self) -> bool:
        """Whether collecting was closed, so that answers may be shown."""
        return bool(self.shown)

    def asked_of(self, role: str) -> list[str]:
        """The questions that a role is asked, in their order."""
        return [item for item, one in self.asked.items() if not one.roles or role in one.roles]

    @property
    def rule(self) -> DisclosureRule:
        """What was agreed on about who is shown."""
        leader = self.roles.get("leader")
        return DisclosureRule(
            smallest=max(self.smallest, SMALLEST),
            leader_agreed=leader is not None and leader.shown,
            is_open=self.mode == "open",
        )

    def vote(self, item: str, number: int = 1) -> Mapping[str, Counts]:
        """What may be shown of a question: of the first vote, or the second; by group."""
        found: Mapping[str, Counts] = NONE
        for one in self.shown:
            if (one.time == "second vote") == (number > 1):
                found = one.counts.get(item, NONE) or found
        return found

    def band(self, item: str) -> Band | None:
        """What may be told of a sensitive question, as it was told last."""
        said = [one.bands[item] for one in self.shown if item in one.bands]
        return said[-1] if said else None

    @property
    def firsts(self) -> tuple[Shown, ...]:
        """What was shown of the first vote: at the reveal, and with late files."""
        return tuple(one for one in self.shown if one.time != "second vote")

    @property
    def took_part(self) -> int:
        """How many answered the first vote, with the late ones that were shown."""
        return len(self.firsts[-1].stage.raters) if self.firsts else 0

    def answered(self, item: str) -> int:
        """How many answered a question at the first vote."""
        return len(self.firsts[-1].stage.answered.get(item, ())) if self.firsts else 0


Guard = Literal[
    "not asked",
    "a topic",
    "no reason",
    "no answer",
    "against votes",
    "better than theirs",
]
"""Why an answer is not agreed on yet."""


def votes(workshop: Workshop, item: str) -> Mapping[str, Counts]:
    """What was shown of a question last: the second vote, else the first; by group."""
    return workshop.vote(item, 2) or workshop.vote(item)


def join_groups(groups: Mapping[str, Counts], *, but_leader: bool = False) -> Counts | None:
    """Several groups as one; without the one leader if asked. None where nobody is left."""
    found = [one for name, one in groups.items() if not (but_leader and name == "leader")]
    return reduce(add, found) if found else None


def practitioners(groups: Mapping[str, Counts]) -> Counts | None:
    """The group that the practitioners are in; None where none with them is shown."""
    return next((one for name, one in groups.items() if PRACTITIONER in name.split("+")), None)


def guard(
    workshop: Workshop, item: str, agreed: Agreed, about: tuple[Question | None, Item | None]
) -> Guard | None:
    """What has to be said before an answer is agreed on; None where nothing has to.

    A third or more who said no or are not sure are not passed over by a yes, unless that is said
    (`against_votes`). Of what practitioners answer themselves nothing better is agreed on than
    their careful median, unless it is said that the leader decides it against them (`by_leader`).
    """
    question, asked = about
    if question is None or item not in workshop.asked:
        return "not asked"
    if question.is_topic:
        return "a topic"
    if not agreed.reason.strip():
        return "no reason"
    if agreed.answer not in (*(question.options or STEPS), NOT_SURE):
        return "no answer"
    groups = votes(workshop, item)
    if not agreed.against_votes and is_passed_over(agreed.answer, join_groups(groups)):
        return "against votes"
    is_theirs = asked is not None and asked.asked_of != "leader"
    theirs = practitioners(groups) if is_theirs and not agreed.by_leader else None
    return "better than theirs" if theirs and _is_better(agreed.answer, theirs) else None


def is_passed_over(answer: str, said: Counts | None) -> bool:
    """Whether a yes passes over a third or more who said no or are not sure."""
    if answer != YES or said is None or not said.is_ordered:
        return False
    doubts = said.said[NO] + said.unsure
    return doubts > 0 and 3 * doubts >= said.scored + said.unsure


def _is_better(answer: str, theirs: Counts) -> bool:
    median = theirs.median
    return bool(median) and answer in STEPS and STEPS.index(answer) > STEPS.index(median)
