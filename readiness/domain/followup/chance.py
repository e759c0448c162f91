"""How far chance alone reaches with few patients: exact tails, ranges, and what a rule would do.

All of it is worked out from counts of a team, with `math` only. Nothing here judges: the limits
from which something is said stand in the template.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple

from readiness.domain.plan.inputs import Inputs

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


Verdict = Literal["go on", "adjust", "stop"]
"""What a rule can say."""


GOOD_SHARE, POOR_SHARE = 0.6, 0.3
"""Shares of patients who truly get better, of a good practice and of a poor one; our examples."""

WHOLE = 100
"""Per cent: a limit above the number of patients is a share of them."""

MOST_PATIENTS = 500
"""Patients up to which the odds of a rule are told: with more of them chance hardly matters."""


class AgreedRule(NamedTuple):
    """A rule for going on as counts of patients: on so many, go on from, adjust from."""

    patients: int
    go_from: int
    adjust_from: int


def agreed_rule(inputs: Inputs) -> AgreedRule | None:
    """The rule that a plan agreed on, where it is about how many get better; else None.

    Limits are counts of the least number of patients, or shares of them in per cent.
    """
    least = inputs.number("decision_least")
    limits = [inputs.number(name) for name in ("go_on_from", "adjust_from")]
    go_from, adjust_from = limits
    if least is None or go_from is None or adjust_from is None:
        return None
    if inputs.plan.get("decision_direction") == "lower" or not 1 <= least <= MOST_PATIENTS:
        return None
    patients = int(least)
    if go_from > patients:
        go_from, adjust_from = (limit * patients / WHOLE for limit in (go_from, adjust_from))
    counts = [math.ceil(limit - 1e-9) for limit in (go_from, adjust_from)]
    return AgreedRule(patients, *counts) if 0 < counts[1] <= counts[0] <= patients else None


class Odds(NamedTuple):
    """How often a rule says each of the three, 0 to 1, together 1."""

    go_on: float
    adjust: float
    stop: float


def verdict(improved: float, go_from: float, adjust_from: float, *, is_less: bool) -> Verdict:
    """What the rule says of a result; `is_less` where less of the measure is better."""
    sign = -1 if is_less else 1
    if sign * improved >= sign * go_from:
        return "go on"
    return "adjust" if sign * improved >= sign * adjust_from else "stop"


def odds(patients: int, go_from: int, adjust_from: int, share: float) -> Odds:
    """How often a rule says each, where each of the patients truly improves with this share.

    Go on from `go_from` improved, adjust from `adjust_from`, else stop; binomial, exact.
    """
    go_on = at_least(go_from, patients, share)
    stop = at_most(adjust_from - 1, patients, share)
    return Odds(go_on, max(0.0, 1 - go_on - stop), stop)
