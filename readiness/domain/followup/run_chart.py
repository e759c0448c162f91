"""A run chart: whether counts over time wander further than chance does (Anhoj 2014).

Two signs around the median, no others: a run that is too long, or too few crossings. It is never
the main alarm: over twelve months it misses three of four clear shifts.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from readiness.domain.followup.chance import at_most

LEAST_USEFUL = 10
"""Points off the median from which the signs are read."""

_RARE = 0.05
"""Probability below which so few crossings are a sign."""


class RunChart(NamedTuple):
    """What a series shows around its own median."""

    median: float
    useful: int
    """Points that do not lie on the median; the others say nothing here."""
    longest_run: int
    """The most useful points in a row on one side."""
    crossings: int
    """How often two useful points in a row lie on two sides."""
    run_limit: int
    """The longest run that chance explains; 0 where there are too few points to tell."""
    crossing_limit: int
    """The fewest crossings that chance explains; 0 where there are too few points to tell."""

    @property
    def is_too_few(self) -> bool:
        """Whether there are too few useful points to tell."""
        return self.useful < LEAST_USEFUL

    @property
    def is_signal(self) -> bool:
        """Whether the series wanders further than chance does."""
        if self.is_too_few:
            return False
        return self.longest_run > self.run_limit or self.crossings < self.crossing_limit


def run_chart(points: Sequence[float]) -> RunChart:
    """What a series of at least one point shows."""
    ordered, half = sorted(points), len(points) // 2
    median = (ordered[half] + ordered[~half]) / 2
    sides = [point > median for point in points if point != median]
    longest = max((len(list(run)) for _side, run in itertools.groupby(sides)), default=0)
    crossings = sum(one != other for one, other in itertools.pairwise(sides))
    limits = _limits(len(sides)) if len(sides) >= LEAST_USEFUL else (0, 0)
    return RunChart(median, len(sides), longest, crossings, *limits)


def _limits(useful: int) -> tuple[int, int]:
    """The longest run and the fewest crossings that chance explains."""
    fewest = next(k for k in range(useful) if at_most(k, useful - 1, 0.5) >= _RARE)
    return round(math.log2(useful) + 3), fewest
