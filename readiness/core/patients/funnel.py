"""How many patients are likely to be reached: from those who fit to those who complete.

Ranges, not false precision: each share comes from one or two studies and stands in the template.
"""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from readiness.core.asked.template import Template
from readiness.core.frozen import Frozen
from readiness.core.hours.capacity import number_of
from readiness.core.said.inputs import Inputs
from readiness.core.said.plan import NO, Plan
from readiness.core.wording.dates import months_between

NOTHING = 1e-9


class FunnelStage(Frozen, kw_only=False):
    """How many patients are left at one stage."""

    name: str
    """`fit`, `agree`, `start` or `complete`."""
    low: float
    middle: float
    high: float


class PatientFunnel(Frozen, kw_only=False):
    """The stages in order, from those who meet the criteria to those who complete."""

    stages: tuple[FunnelStage, ...]
    worst: float
    """Who complete with the worst dropout that was seen."""
    is_estimate: bool
    """Whether those who fit were estimated from the target group, which is generous."""

    def stage(self, name: str) -> FunnelStage:
        """A stage by its name."""
        return next(one for one in self.stages if one.name == name)


def eligible_of(plan: Plan, template: Template, inputs: Inputs) -> tuple[float | None, bool]:
    """Patients who meet the criteria, and whether that is an estimate from the target group."""
    counted = None if inputs.plan.get("eligible") == NO else inputs.number("eligible")
    if counted is not None:
        return counted, inputs.plan.get("eligible_method") == "estimated"
    population = inputs.number("population")
    if population is None:
        return None, False
    return population * share_of("eligible_share", plan, template, inputs), True


def funnel_of(plan: Plan, template: Template, inputs: Inputs) -> PatientFunnel | None:
    """The funnel if all who fit are asked; None while nobody knows how many fit.

    Dropout is counted from the day a patient says yes, so those who never start are within it. A
    range holds its middle, no stage is larger than the one before, and the worst is at least as bad
    as the usual, whatever the numbers.
    """

    def share(name: str) -> float:
        return share_of(name, plan, template, inputs)

    fit, is_estimate = eligible_of(plan, template, inputs)
    if fit is None:
        return None
    agree = _range(*(fit * share(f"acceptance{end}") for end in ENDS))
    start = [number * share("start_share") for number in agree]
    stay = _range(*(1 - share(f"dropout{end}") for end in ENDS))
    ends = zip(agree, stay, start, strict=True)
    complete = [min(said * staying, begun) for said, staying, begun in ends]
    return PatientFunnel(
        stages=(
            FunnelStage("fit", fit, fit, fit),
            FunnelStage("agree", *agree),
            FunnelStage("start", *start),
            FunnelStage("complete", *complete),
        ),
        worst=min(agree[1] * (1 - share("dropout_worst")), complete[1]),
        is_estimate=is_estimate,
    )


ENDS = ("_low", "", "_high")
"""What the names of a range's numbers end in; the middle's in nothing."""


def share_of(name: str, plan: Plan, template: Template, inputs: Inputs) -> float:
    """A share as this service reckons with it, within 0 and 1."""
    return min(max(number_of(name, plan, template, inputs), 0), 1)


def _range(one: float, middle: float, other: float) -> tuple[float, float, float]:
    """Low, middle and high, in order and around the middle."""
    return min(one, middle, other), middle, max(one, middle, other)


def eligible_needed(
    completers: float, plan: Plan, template: Template, inputs: Inputs
) -> tuple[int, int] | None:
    """How many must fit so that so many complete: with the usual dropout, and with the worst.

    None where nobody would agree or everybody would drop out.
    """

    def share(name: str) -> float:
        return share_of(name, plan, template, inputs)

    begin = share("start_share")
    usual, worst = (
        share("acceptance") * min(1 - share(name), begin) for name in ("dropout", "dropout_worst")
    )
    if min(usual, worst) <= 0:
        return None
    likely, most = (ceil(completers / one - NOTHING) for one in (usual, min(usual, worst)))
    return likely, most


def patient_facts(
    plan: Plan, template: Template, inputs: Inputs, today: date
) -> dict[str, float | int | None]:
    """What is known about patients."""
    counted = inputs.date("eligible_counted_on")
    is_none = inputs.plan.get("eligible") == NO
    eligible = None if is_none else inputs.number("eligible")
    funnel = funnel_of(plan, template, inputs)
    population = inputs.number("population")
    share = share_of("eligible_share", plan, template, inputs)
    return {
        "population": population,
        "eligible": eligible,
        "eligible_estimated": floor(population * share + NOTHING)
        if population is not None
        else None,
        "eligible_age_months": months_between(counted, plan.start or today) if counted else None,
        "first_round": inputs.number("first_round"),
        "likely_yes": floor(funnel.stage("agree").middle + NOTHING) if funnel else None,
        "likely_starters": floor(funnel.stage("start").middle + NOTHING) if funnel else None,
        "likely_completers": floor(funnel.stage("complete").middle + NOTHING) if funnel else None,
    }
