"""How many patients are likely to be reached: from those who fit to those who complete.

Penetration is the share of those who fit whom the practice is likely to reach.

Ranges, not false precision: each share comes from one or two studies and stands in the template.
"""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from readiness.domain.capacity.capacity import known_number
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.dates import months_between

NOTHING = 1e-9


class FunnelStage(Record, kw_only=False):
    """How many patients are left at one stage."""

    name: str
    """`fit`, `agree`, `start` or `complete`."""
    low: float
    middle: float
    high: float


class PatientFunnel(Record, kw_only=False):
    """The stages in order, from those who meet the criteria to those who complete."""

    stages: tuple[FunnelStage, ...]
    worst: float | None
    """Who complete with the worst dropout reckoned with; None where none is known."""
    is_estimate: bool
    """Whether those who fit were estimated from the target group, which is generous."""

    def stage(self, name: str) -> FunnelStage | None:
        """A stage by its name; None where a share that it takes is not known."""
        return next((one for one in self.stages if one.name == name), None)

    @property
    def fit(self) -> float:
        """How many meet the criteria."""
        return self.stages[0].middle


def eligible_of(plan: Plan, template: Template) -> tuple[float | None, bool]:
    """Patients who meet the criteria, and whether that is an estimate from the target group."""
    inputs = gathered(plan, template)
    counted = None if inputs.plan.get("eligible") == NO else inputs.number("eligible")
    if counted is not None:
        return counted, inputs.plan.get("eligible_method") == "estimated"
    population = inputs.number("population")
    share = known_number("eligible_share", plan, template)
    if population is None or share is None:
        return None, False
    return population * share, True


def funnel_of(plan: Plan, template: Template) -> PatientFunnel | None:
    """The funnel if all who fit are asked, as far as its shares are known.

    None while nobody knows how many fit, or how many of those who are asked say yes. Dropout is
    counted from the day a patient says yes, so those who never start are within it. A range holds
    its middle, no stage is larger than the one before, and the worst is at least as bad as the
    usual, whatever the numbers.
    """

    def share(name: str) -> float | None:
        return share_of(name, plan, template)

    fit, is_estimate = eligible_of(plan, template)
    said = _range(*(share(f"acceptance{end}") for end in ENDS))
    if fit is None or said is None:
        return None
    agree = [fit * one for one in said]
    stages = [FunnelStage("fit", fit, fit, fit), FunnelStage("agree", *agree)]
    starting, lost = share("start_share"), _range(*(share(f"dropout{end}") for end in ENDS))
    begun = [number * (1 if starting is None else starting) for number in agree]
    if starting is not None:
        stages.append(FunnelStage("start", *begun))
    usual = agree[1]
    if lost is not None:
        left = [number * (1 - gone) for number, gone in zip(agree, reversed(lost), strict=True)]
        complete = [min(pair) for pair in zip(left, begun, strict=True)]
        stages.append(FunnelStage("complete", *complete))
        usual = complete[1]
    worst = share("dropout_worst")
    return PatientFunnel(
        stages=tuple(stages),
        worst=None if worst is None else min(agree[1] * (1 - worst), usual),
        is_estimate=is_estimate,
    )


ENDS = ("_low", "", "_high")
"""What the names of a range's numbers end in; the middle's in nothing."""


def share_of(name: str, plan: Plan, template: Template) -> float | None:
    """A share as this service reckons with it, within 0 and 1; None where nobody has given it."""
    found = known_number(name, plan, template)
    return None if found is None else min(max(found, 0), 1)


def _range(
    one: float | None, middle: float | None, other: float | None
) -> tuple[float, float, float] | None:
    """Low, middle and high, in order and around the middle; None without the middle."""
    if middle is None:
        return None
    ends = [middle if end is None else end for end in (one, middle, other)]
    return min(ends), middle, max(ends)


def eligible_needed(
    completers: float, plan: Plan, template: Template
) -> tuple[int, int | None] | None:
    """How many must fit so that so many complete: with the usual dropout, and with the worst.

    None where nobody would agree or everybody would drop out, or where a share is not known; the
    worst is None where that is not known.
    """

    def share(name: str) -> float | None:
        return share_of(name, plan, template)

    agree, usual, worst, begin = map(
        share, ("acceptance", "dropout", "dropout_worst", "start_share")
    )
    if agree is None or usual is None:
        return None
    shares = [
        agree * min(1 - lost, 1 if begin is None else begin)
        for lost in (usual, worst)
        if lost is not None
    ]
    if min(shares) <= 0:
        return None
    likely, most = (ceil(completers / one - NOTHING) for one in (shares[0], min(shares)))
    return likely, None if worst is None else most


def patient_facts(plan: Plan, template: Template, today: date) -> dict[str, float | int | None]:
    """What is known about patients."""
    inputs = gathered(plan, template)
    counted = inputs.date("eligible_counted_on")
    is_none = inputs.plan.get("eligible") == NO
    eligible = None if is_none else inputs.number("eligible")
    funnel = funnel_of(plan, template)
    population = inputs.number("population")
    share = share_of("eligible_share", plan, template)
    is_known = population is not None and share is not None
    # On a day that is still to come nobody was counted; an X-ray says so.
    until = None if counted is None or counted > today else plan.start or today
    estimated = floor((population or 0) * (share or 0) + NOTHING) if is_known else None
    return {
        "population": population,
        "eligible": eligible,
        "eligible_estimated": estimated,
        "eligible_age_months": months_between(counted, until) if counted and until else None,
        "first_round": inputs.number("first_round"),
        "likely_yes": _likely(funnel, "agree"),
        "likely_starters": _likely(funnel, "start"),
        "likely_completers": _likely(funnel, "complete"),
    }


def _likely(funnel: PatientFunnel | None, name: str) -> int | None:
    stage = funnel.stage(name) if funnel else None
    return floor(stage.middle + NOTHING) if stage else None


class Penetration(Record, kw_only=False):
    """Shares from 0 to 1 of those who meet the criteria."""

    low: float
    middle: float
    high: float
    places: float | None
    """Patients for whom there is a place within the period; None where that is not known."""
    is_held_by_places: bool
    """Whether places, not patients who say yes, are what keeps it down."""


def penetration_of(funnel: PatientFunnel, ledger: Ledger | None) -> Penetration | None:
    """Who is likely to start, of those who fit, as far as there are places for them.

    None where nobody fits, or where it is not known how many of those who say yes start.
    """
    fit, start = funnel.fit, funnel.stage("start")
    if fit <= NOTHING or start is None:
        return None
    places = ledger.started if ledger is not None else None
    low, middle, high = (
        min(number, places if places is not None else number, fit) / fit
        for number in (start.low, start.middle, start.high)
    )
    return Penetration(
        low, middle, high, places, places is not None and places < start.middle - NOTHING
    )
