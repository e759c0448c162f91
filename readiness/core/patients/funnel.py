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
    return population * number_of("eligible_share", plan, template, inputs), True


def funnel_of(plan: Plan, template: Template, inputs: Inputs) -> PatientFunnel | None:
    """The funnel if all who fit are asked; None while nobody knows how many fit.

    Dropout is counted from the day a patient says yes, so those who never start are within it.
    """

    def number(name: str) -> float:
        return number_of(name, plan, template, inputs)

    fit, is_estimate = eligible_of(plan, template, inputs)
    if fit is None:
        return None
    low, middle, high = (
        fit * number(name) for name in ("acceptance_low", "acceptance", "acceptance_high")
    )
    low, high = min(low, middle), max(high, middle)
    starting = number("start_share")
    stay_low, stay, stay_high = (
        max(1 - number(name), 0) for name in ("dropout_high", "dropout", "dropout_low")
    )
    return PatientFunnel(
        stages=(
            FunnelStage("fit", fit, fit, fit),
            FunnelStage("agree", low, middle, high),
            FunnelStage("start", low * starting, middle * starting, high * starting),
            FunnelStage("complete", low * stay_low, middle * stay, high * stay_high),
        ),
        worst=middle * max(1 - number("dropout_worst"), 0),
        is_estimate=is_estimate,
    )


def eligible_needed(
    completers: float, plan: Plan, template: Template, inputs: Inputs
) -> tuple[int, int] | None:
    """How many must fit so that so many complete: with the usual dropout, and with the worst.

    None where nobody would agree or everybody would drop out.
    """
    agree = number_of("acceptance", plan, template, inputs)
    shares = [
        agree * (1 - number_of(name, plan, template, inputs))
        for name in ("dropout", "dropout_worst")
    ]
    if min(shares) <= 0:
        return None
    usual, worst = (ceil(completers / share - NOTHING) for share in shares)
    return usual, worst


def patient_facts(
    plan: Plan, template: Template, inputs: Inputs, today: date
) -> dict[str, float | int | None]:
    """What is known about patients."""
    counted = inputs.date("eligible_counted_on")
    is_none = inputs.plan.get("eligible") == NO
    eligible = None if is_none else inputs.number("eligible")
    funnel = funnel_of(plan, template, inputs)
    population = inputs.number("population")
    share = number_of("eligible_share", plan, template, inputs)
    return {
        "population": population,
        "eligible": eligible,
        "eligible_estimated": floor(population * share) if population is not None else None,
        "eligible_age_months": months_between(counted, today) if counted else None,
        "first_round": inputs.number("first_round"),
        "likely_yes": floor(funnel.stage("agree").middle + NOTHING) if funnel else None,
        "likely_starters": floor(funnel.stage("start").middle + NOTHING) if funnel else None,
        "likely_completers": floor(funnel.stage("complete").middle + NOTHING) if funnel else None,
    }
