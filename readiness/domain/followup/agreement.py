"""Two raters of one fidelity review: where they differ, and what may be read from it.

Criteria of one service are no sample, so agreement is told in counts and in points of the scale.
Coefficients are for research, over many reviews, and never stand on a screen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Pair = tuple[float, float]
"""What two raters scored for one criterion."""

LEAST_READABLE = 0.2
"""The smallest change of a mean score that is called a change; our own default."""

RESEARCH_RATINGS, RESEARCH_REVIEWS = 30, 3
"""Pairs of scores, and reviews, from which coefficients are given at all; our own default."""


class Agreement(NamedTuple):
    """How far two raters agree over the criteria that both scored."""

    rated: int
    """Criteria that both scored."""
    same: int
    """Criteria with the same score."""
    within_one: int
    """Criteria with scores at most one point apart."""
    mean_gap: float
    """The mean distance, in points of the scale."""
    direction: float
    """How much higher the first rater scored on the whole, in points; below 0, lower."""
    squares: float
    """The sum of the squared distances."""

    @property
    def readable_change(self) -> float:
        """The smallest change of the mean that two raters' differences do not explain; ours."""
        return max(LEAST_READABLE, 2 * math.sqrt(self.squares) / self.rated)


def agreement(scores: Mapping[str, Pair]) -> Agreement | None:
    """How far two raters agree, from their scores by criterion; None where both scored none."""
    gaps = [one - other for one, other in scores.values()]
    if not gaps:
        return None
    count = len(gaps)
    return Agreement(
        rated=count,
        same=sum(gap == 0 for gap in gaps),
        within_one=sum(abs(gap) <= 1 for gap in gaps),
        mean_gap=math.fsum(map(abs, gaps)) / count,
        direction=math.fsum(gaps) / count,
        squares=math.fsum(gap * gap for gap in gaps),
    )


def widest_first(scores: Mapping[str, Pair]) -> list[str]:
    """The criteria, those that the raters are furthest apart on first, then in their order."""
    return sorted(scores, key=lambda key: -abs(scores[key][0] - scores[key][1]))


def weighted_kappa(pairs: Sequence[Pair], power: int) -> float:
    """Cohen's kappa with linear (power 1) or quadratic (power 2) weights; nan without variation."""
    seen = math.fsum(abs(one - other) ** power for one, other in pairs) * len(pairs)
    firsts, seconds = [one for one, _other in pairs], [other for _one, other in pairs]
    chance = math.fsum(abs(one - other) ** power for one in firsts for other in seconds)
    return 1 - seen / chance if chance else math.nan


def intraclass(pairs: Sequence[Pair]) -> float:
    """ICC(2,1): absolute agreement of single raters, two-way random; nan without variation."""
    n, k = len(pairs), 2
    grand = math.fsum(map(sum, pairs)) / (n * k)
    rows = k * math.fsum((sum(pair) / k - grand) ** 2 for pair in pairs)
    columns = n * math.fsum(
        (math.fsum(column) / n - grand) ** 2 for column in zip(*pairs, strict=True)
    )
    total = math.fsum((score - grand) ** 2 for pair in pairs for score in pair)
    between, raters = rows / (n - 1), columns / (k - 1)
    error = (total - rows - columns) / ((n - 1) * (k - 1))
    spread = between + (k - 1) * error + k * (raters - error) / n
    return (between - error) / spread if spread else math.nan
