"""What a workshop may show of each question, in the order in which it is talked about.

A topic stands beside what the plan says of it, a question beside what it came to in an earlier
workshop, and the time that tells how long it was talked about.

The study's interview guide has ten topics that were asked afterwards (Egeland 2017, table 2). Asked
before the start, and held against the plan, they show what the plan believes and nobody knows of.
The comparison, and where its lines lie, are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Literal

from readiness.domain.kinds.value import NO, YES
from readiness.domain.ratings.counts import Counts, Gap, gap, order
from readiness.domain.ratings.disclosure import Band
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Workshop, join_groups, practitioners, votes
from readiness.domain.record import NONE, Record, Sealed


class ShownQuestion(Record):
    """One question as it may be shown."""

    item: str
    """Its id."""
    question: Question
    """How it was asked."""
    groups: Sealed[str, Counts] = NONE
    """Counts by group, the leader's own among them where the leader agreed; empty: not shown."""
    staff: Counts = Counts()
    """All but a leader who is shown alone."""
    theirs: Counts = Counts()
    """The group that the practitioners are in, else all of the staff."""
    whose: str = ""
    """What that group is kept under; empty for all of the staff."""
    gap: Gap = None
    """How far the leader stands above the practitioners' careful median."""
    band: Band | None = None
    """Of a sensitive question, where it may be told."""
    answered: int = 0
    """How many answered it."""
    first: Sealed[str, Counts] = NONE
    """The first vote, where a second one was shown."""
    moved: tuple[int, int] | None = None
    """How many of how many answer otherwise than before, where it tells on nobody."""
    notes: tuple[str, ...] = ()
    """Words that were released."""

    @property
    def is_shown(self) -> bool:
        """Whether anything but how many answered may be shown."""
        return bool(self.groups) or self.band is not None

    @property
    def is_apart(self) -> bool:
        """Whether it is a split, or leader and staff stand apart."""
        is_split = bool(self.groups) and self.staff.word == "split"
        return is_split or bool(self.gap)


def in_order(workshop: Workshop, questions: Mapping[str, Question]) -> list[ShownQuestion]:
    """Every question of a workshop: what lies furthest apart first, what is not shown last."""
    found = {
        item: _shown(workshop, item, questions[item])
        for item in workshop.asked
        if item in questions
    }
    plain = {key: (one.staff, one.gap) for key, one in found.items() if one.groups}
    rest = [one for key, one in found.items() if key not in plain]
    rest.sort(key=lambda one: not one.is_shown)
    return [*(found[key] for key in order(plain)), *rest]


def _shown(workshop: Workshop, item: str, question: Question) -> ShownQuestion:
    groups = votes(workshop, item)
    staff = join_groups(groups, but_leader=True) or Counts.of([], question.choices)
    apart = practitioners({name: one for name, one in groups.items() if name != "leader"})
    theirs = apart or staff
    second = next((one for one in workshop.shown if one.time == "second vote"), None)
    return ShownQuestion(
        item=item,
        question=question,
        groups=groups,
        staff=staff,
        theirs=theirs,
        whose=next((name for name, one in groups.items() if one is apart), ""),
        gap=_gap(groups, theirs),
        band=workshop.band(item),
        answered=workshop.answered(item),
        first=workshop.vote(item) if workshop.vote(item, 2) else NONE,
        moved=second.moved.get(item) if second else None,
        notes=tuple(sorted(note for one in workshop.shown for note in one.notes.get(item, ()))),
    )


def _gap(groups: Mapping[str, Counts], theirs: Counts) -> Gap:
    leader = groups.get("leader")
    if leader is None or leader.scored != 1 or not leader.is_ordered:
        return None
    return gap(leader.median, theirs)


def ready_by(states: Mapping[str, str], against: tuple[str, ...]) -> bool | None:
    """Whether every question that a topic is held against is ready; None where none is asked."""
    known = [states[item] for item in against if item in states]
    return all(state == "ready" for state in known) if known else None


TALK_MINUTES = 4
"""Minutes for a question before it is parked; our default, as on the run sheet."""

MOST_MINUTES = 90
"""Minutes at most: a whole workshop."""

_MINUTE = 60


class Talk(Record, kw_only=False):
    """A question that is talked about, by a clock that counts seconds from any beginning."""

    began: float
    """What the clock said."""
    minutes: int = TALK_MINUTES
    """How many there are."""

    def left(self, now: float) -> int:
        """Seconds that are left; below 0 those that it is over."""
        return ceil(self.minutes * _MINUTE - (now - self.began))


View = Literal["blind spot", "quiet strength", "same view", "mixed"]
"""How a topic stands: the words are about the plan and not about its leader."""

PlanState = Literal["ready", "open"]
"""Whether every question of the plan that a topic is held against is ready."""


def view(counts: Counts, state: PlanState) -> View | None:
    """How the answers to a topic stand to the plan; None where nobody answered.

    A blind spot: the plan is ready, and half or more say no or are not sure. A quiet strength: the
    plan is open, and all but at most one say yes. The same view: ready and all but at most one yes,
    or open and half or more no or not sure.
    """
    of = counts.scored + counts.unsure
    if not of:
        return None
    is_doubted = 2 * (counts.said[NO] + counts.unsure) >= of
    is_shared = counts.said[YES] >= of - 1 and not is_doubted
    if state == "ready":
        return "blind spot" if is_doubted else "same view" if is_shared else "mixed"
    return "quiet strength" if is_shared else "same view" if is_doubted else "mixed"


class ThenAndNow(Record):
    """One question in two workshops."""

    group: str
    """The group, its roles joined by a plus; empty for all together."""
    then: Counts
    now: Counts

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise; less spread is no better than more."""
        return self.then != self.now


def compared(then: Workshop, now: Workshop) -> Mapping[str, list[ThenAndNow]]:
    """The questions of two workshops that may be compared, by id: those asked in the same words.

    Groups only where they are as large as before, for else somebody came or went who could be seen;
    where they are not, totals alone.
    """
    found = {}
    for item, asked in now.asked.items():
        before = then.asked.get(item)
        if before is not None and before.asked == asked.asked:
            sides = _sides(votes(then, item), votes(now, item))
            if sides:
                found[item] = sides
    return found


def _sides(then: Mapping[str, Counts], now: Mapping[str, Counts]) -> list[ThenAndNow]:
    sizes = {name: one.answered for name, one in then.items()}
    if sizes and sizes == {name: one.answered for name, one in now.items()}:
        return [ThenAndNow(group=name, then=one, now=now[name]) for name, one in then.items()]
    before, after = join_groups(then), join_groups(now)
    if before is None or after is None:
        return []
    return [ThenAndNow(group="", then=before, now=after)]
