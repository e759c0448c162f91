"""How far chance alone reaches with few patients: exact tails and ranges.

All of it is worked out from counts of a team, with `math` only. Nothing here judges: the limits
from which something is said stand in the template.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

_Z95 = 1.959963984540054
"""The normal quantile of a two-sided range of 95 %."""

LEAST_OF_A_SHARE = 5
"""Patients from which a share is told at all; our own default."""

WIDEST_OF_A_SHARE = 0.5
"""Width of the range of a share, 0 to 1, up to which it is told without a warning; our own."""


class Between(NamedTuple):
    """A range that holds the true number in 95 of 100 cases."""

    low: float
    high: float


def at_most(count: int, of: int, share: float) -> float:
    """The probability of `count` or fewer among `of`, where each has this share (0 to 1)."""
    return _together(_exactly(k, of, share) for k in range(min(count, of) + 1))


def at_least(count: int, of: int, share: float) -> float:
    """The probability of `count` or more among `of`, where each has this share (0 to 1)."""
    return _together(_exactly(k, of, share) for k in range(max(count, 0), of + 1))


def _exactly(count: int, of: int, share: float) -> float:
    """The probability of just so many; by logarithms, as the ways outgrow what a float holds."""
    if not 0 < share < 1:
        return float(count == (of if share >= 1 else 0))
    ways = math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)
    return math.exp(ways + count * math.log(share) + (of - count) * math.log1p(-share))


def events_at_most(count: int, expected: float) -> float:
    """The probability of `count` or fewer events where this many are expected (Poisson)."""
    if expected <= 0:
        return 1.0
    size = math.log(expected)
    return _together(math.exp(k * size - expected - math.lgamma(k + 1)) for k in range(count + 1))


def _together(chances: Iterable[float]) -> float:
    return min(1.0, math.fsum(chances))


def share_range(count: int, of: int) -> Between:
    """The range of a share, 0 to 1, by Wilson, as advised for small numbers (Brown 2001).

    Raises ZeroDivisionError where there is nobody to take a share of.
    """
    seen, z2 = count / of, _Z95**2
    middle = (seen + z2 / (2 * of)) / (1 + z2 / of)
    reach = _Z95 * math.sqrt(seen * (1 - seen) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Between(max(0.0, middle - reach), min(1.0, middle + reach))


def is_too_few(count: int, of: int) -> bool:
    """Whether so few were counted that the share could be nearly anything."""
    if of < LEAST_OF_A_SHARE:
        return True
    low, high = share_range(count, of)
    return high - low > WIDEST_OF_A_SHARE


RAREST = 0.001
"""What is rarer is said as one time in a thousand: nobody reads more out of such counts; ours."""


def one_in(probability: float) -> int:
    """A probability as one time in so many, whole, for people; one at the least, 1,000 at most."""
    return max(1, round(1 / max(probability, RAREST)))
