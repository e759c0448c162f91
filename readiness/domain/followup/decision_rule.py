"""What a rule for going on would do to a practice, by chance alone, before anyone has started."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from readiness.domain.followup.chance import at_least, at_most
from readiness.domain.plan.inputs import Inputs

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
