"""How far chance alone reaches with few patients: exact tails, ranges and comparisons.

All of it is worked out from counts of a team, with `math` only. Nothing here judges: the limits
from which something is said stand in the template.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

_Z95 = 1.959963984540054
"""The normal quantile of a two-sided range of 95 %."""

_HALVINGS = 60
"""Steps of a search by halves: finer than any number that is shown."""

_SAME = 1 + 1e-9
"""Tables as likely as the one seen count as no more likely, whatever rounding makes of them."""

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
    return math.fsum(
        math.comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(min(count, of) + 1)
    )


def at_least(count: int, of: int, share: float) -> float:
    """The probability of `count` or more among `of`, where each has this share (0 to 1)."""
    return math.fsum(
        math.comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(max(count, 0), of + 1)
    )


def events_at_most(count: int, expected: float) -> float:
    """The probability of `count` or fewer events where this many are expected (Poisson)."""
    return math.exp(-expected) * math.fsum(
        expected**k / math.factorial(k) for k in range(count + 1)
    )


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


def event_range(count: int) -> Between:
    """The range of the number of events to expect, after so many were counted (Garwood 1936)."""
    tail = 0.025
    low = 0.0
    if count:
        low = _crossing(lambda mean: 1 - events_at_most(count - 1, mean) < tail, count)
    high = _crossing(lambda mean: events_at_most(count, mean) > tail, 2 * count + 10)
    return Between(low, high)


def _crossing(is_below: Callable[[float], bool], top: float) -> float:
    """Where a condition that holds from 0 on stops holding, at or before `top`."""
    low, high = 0.0, float(top)
    for _step in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return high


def by_sign(better: int, worse: int) -> float:
    """How likely a split this uneven or more is by chance, among those who changed (sign test).

    1 where nobody changed.
    """
    changed = better + worse
    return min(1.0, 2 * at_least(max(better, worse), changed, 0.5))


def two_shares(count: int, of: int, other: int, of_other: int) -> float:
    """How likely two shares this far apart or more are by chance (Fisher, exact, two-sided)."""
    total = count + other
    first, last = max(0, total - of_other), min(total, of)
    ways = {k: math.comb(of, k) * math.comb(of_other, total - k) for k in range(first, last + 1)}
    seen = ways[count] * _SAME
    return math.fsum(one for one in ways.values() if one <= seen) / sum(ways.values())


def one_in(probability: float) -> int:
    """A probability above 0 as one time in so many, whole, for people; never fewer than one."""
    return max(1, round(1 / probability))
