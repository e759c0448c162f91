"""What those who do the work say of a topic, beside what the plan says of it.

The study's interview guide has ten topics that were asked afterwards (Egeland 2017, table 2). Asked
before the start, and held against the plan, they show what the plan believes and nobody knows of.
The comparison, and where its lines lie, are ours.
"""

from __future__ import annotations

from typing import Literal

from readiness.domain.kinds.value import NO, YES
from readiness.domain.ratings.counts import Counts

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
