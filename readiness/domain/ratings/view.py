"""What a workshop may show of each question, in the order in which it is talked about."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.ratings.agreement import practitioners, together, votes
from readiness.domain.ratings.counts import Counts, Gap, gap, order
from readiness.domain.ratings.disclosure import Band
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Workshop
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
    staff = together(groups, but_leader=True) or Counts.of([], question.choices)
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
