"""What a room may agree on without more words, and what it has to say first. The guards are ours.

Nothing guards against "not sure" or against putting a question off.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import add
from typing import Literal

from readiness.domain.checklist.template import Item
from readiness.domain.kinds.value import NO, NOT_SURE, YES
from readiness.domain.ratings.counts import STEPS, Counts
from readiness.domain.ratings.disclosure import PRACTITIONER
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Agreed, Workshop

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


def together(groups: Mapping[str, Counts], *, but_leader: bool = False) -> Counts | None:
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
    if not agreed.against_votes and is_passed_over(agreed.answer, together(groups)):
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
