"""Two workshops of one plan side by side: the same questions, then and now."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.ratings.agreement import together, votes
from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.record import Record


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
    """What may be held side by side, by question: those that were asked in the same words.

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
    before, after = together(then), together(now)
    if before is None or after is None:
        return []
    return [ThenAndNow(group="", then=before, now=after)]
