"""What a rule for going on would do to a practice, by chance alone, before anyone has started."""

from __future__ import annotations

from typing import Literal, NamedTuple

from readiness.domain.followup.chance import at_least, at_most

Verdict = Literal["go on", "adjust", "stop"]
"""What a rule can say."""


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
