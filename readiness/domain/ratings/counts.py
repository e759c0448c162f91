"""How many said what to one question, and how far apart they are.

Only counts and steps: no mean, no coefficient, no test. With three answers in order the steps over
the number of answers is Leik's ordinal dispersion (Leik 1966, Pacific Sociol Rev 9(2):85) and the
average deviation from the median (Burke 1999, 10.1177/109442819921004): it takes no distance
between the words for granted. Not sure, not applicable and blank are counted beside them and never
scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Annotated, Literal

from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, PARTLY, YES
from readiness.domain.record import NONE, Record, Sealed, Within, sealed

STEPS = (NO, PARTLY, YES)
"""The answers to a judgement, from the least to the most."""

MOST = 1000
"""The most people whose answers are counted together; ours."""

Word = Literal["split", "near", "same", "one answer", "no answer"]
"""How far apart the answers are, in a word."""


class Counts(Record):
    """How many gave each answer to one question."""

    said: Sealed[str, Annotated[int, Within(0, MOST)]] = NONE
    """Answer to the number who gave it. A judgement's are no, partly and yes, in that order."""
    is_ordered: bool = True
    """Whether the answers are steps of one another; the options of a choice are not."""
    unsure: Annotated[int, Within(0, MOST)] = 0
    """How many are not sure."""
    inapplicable: Annotated[int, Within(0, MOST)] = 0
    """How many say that it does not apply to them."""
    blank: Annotated[int, Within(0, MOST)] = 0
    """How many left it blank. It is never a no."""

    @classmethod
    def of(cls, values: Iterable[str | None], options: Sequence[str] = ()) -> Counts:
        """Count the answers to a question; None is a blank.

        `options` are those of a choice, whose answers have no order. Raises KeyError for an answer
        that was not offered.
        """
        found = dict.fromkeys([*(options or STEPS), NOT_SURE, NOT_APPLICABLE, ""], 0)
        for value in values:
            found[value or ""] += 1
        unsure, inapplicable, blank = (found.pop(one) for one in (NOT_SURE, NOT_APPLICABLE, ""))
        return cls(
            said=sealed(found),
            is_ordered=not options,
            unsure=unsure,
            inapplicable=inapplicable,
            blank=blank,
        )

    def __add__(self, other: Counts) -> Counts:
        """The two together."""
        both = {one: n + other.said.get(one, 0) for one, n in self.said.items()}
        return Counts(
            said=sealed({**other.said, **both}),
            is_ordered=self.is_ordered,
            unsure=self.unsure + other.unsure,
            inapplicable=self.inapplicable + other.inapplicable,
            blank=self.blank + other.blank,
        )

    @property
    def scored(self) -> int:
        """How many gave one of the answers: N."""
        return sum(self.said.values())

    @property
    def answered(self) -> int:
        """How many said anything, not sure and not applicable among it."""
        return self.scored + self.unsure + self.inapplicable

    @property
    def steps(self) -> int:
        """The fewest moves to a neighbouring answer by which all would give the same.

        For the options of a choice: how many give another answer than the commonest.
        """
        numbers = list(self.said.values())
        if not self.is_ordered:
            return self.scored - max(numbers, default=0)
        below = list(accumulate(numbers))[:-1]
        return sum(min(one, self.scored - one) for one in below)

    @property
    def dispersion(self) -> float:
        """Steps as a part of the most there can be: 0 where all agree, 1 where half is at each end.

        For the options of a choice: the part that gives another answer than the commonest.
        """
        if self.scored == 0:
            return 0.0
        widest = (len(self.said) - 1) / 2 if self.is_ordered else 1
        return self.steps / (self.scored * widest)

    @property
    def word(self) -> Word:
        """How far apart they are. One no beside one yes is a split, however many stand between."""
        if self.scored < 2:  # noqa: PLR2004 - two answers before they can differ
            return "one answer" if self.scored else "no answer"
        if not self.steps:
            return "same"
        numbers = list(self.said.values())
        return "near" if self.is_ordered and not (numbers[0] and numbers[-1]) else "split"

    @property
    def is_unknown(self) -> bool:
        """Whether so many are not sure that finding out comes first: two, and a third of them."""
        third = -(-(self.scored + self.unsure) // 3)
        return self.unsure >= max(2, third)

    @property
    def median(self) -> str:
        """The middle answer; of two in the middle the less favourable. Empty without answers.

        Empty too for the options of a choice, which have no order.
        """
        place = (self.scored - 1) // 2
        if not self.scored or not self.is_ordered:
            return ""
        sums = zip(self.said, accumulate(self.said.values()), strict=True)
        return next(word for word, so_far in sums if so_far > place)

    @property
    def is_mostly_unsure(self) -> bool:
        """Whether more are not sure than gave an answer."""
        return self.unsure > self.scored


Gap = int | Literal["not known to them"] | None
"""Steps from what the others say up to what the leader says, -2 to 2; None: it cannot be said."""


def gap(leader: str | None, others: Counts) -> Gap:
    """How far the leader's answer stands above the careful median of those who do the work."""
    if leader not in STEPS or not others.is_ordered:
        return None
    if others.is_mostly_unsure:
        return "not known to them"
    if not others.median:
        return None
    return STEPS.index(str(leader)) - STEPS.index(others.median)


def order(found: Mapping[str, tuple[Counts, Gap]]) -> list[str]:
    """Questions in the order in which they are talked about; `found` is in the template's order.

    Gaps of two steps, splits, near ones, those that agree; within each by dispersion, by how many
    stand at both ends, and by how many are not sure.
    """
    return sorted(found, key=lambda item: _weight(*found[item]))


_RANKS: Mapping[Word, int] = {"split": 1, "near": 2, "same": 3, "one answer": 4, "no answer": 5}
_WIDE = 2


def _weight(counts: Counts, apart: Gap) -> tuple[float, ...]:
    is_wide = isinstance(apart, int) and abs(apart) >= _WIDE
    numbers = list(counts.said.values()) or [0]
    ends = numbers[0] * numbers[-1] if counts.is_ordered else 0
    rank = 0 if is_wide else _RANKS[counts.word]
    return (rank, -counts.dispersion, -ends, -counts.unsure)


class Movement(Record, kw_only=False):
    """How many of those who answered twice answer otherwise the second time."""

    moved: int
    of: int


def movement(first: Mapping[str, str], second: Mapping[str, str], smallest: int) -> Movement | None:
    """What two votes show, by code; None where it would tell on someone.

    It is said only where the same codes stand in both, and where so many have moved and so many
    have stayed. It says nothing of the direction, and less spread is no praise: it may be pressure.
    """
    moved = sum(first[one] != second.get(one) for one in first)
    if first.keys() != second.keys() or min(moved, len(first) - moved) < smallest:
        return None
    return Movement(moved, len(first))
