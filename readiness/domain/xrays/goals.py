"""X-rays of goals and decisions: a goal out of reach, and a rule that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.xrays.finding import Case, Finding
from readiness.i18n.language import _
from readiness.i18n.words import date_words, exact_words, number_words

YEAR = 12
"""Months after which the goal is to be reached."""

BY_RULE = "continues if MON-06 met"
"""The answer that hangs going on after the project on the rule for results."""


def goal_findings(case: Case) -> Iterator[Finding]:
    """Everything that the goal and the decision to go on say against the rest."""
    yield from _goal(case)
    yield from _limits(case)
    yield from _days(case)


def _goal(case: Case) -> Iterator[Finding]:
    """More patients in the goal than are likely to complete."""
    goal, likely = case.inputs.number("goal_patients"), case.number("likely_completers")
    within = case.number("completers") if case.plan.months == YEAR else None
    reached = [number for number in (likely, within) if number is not None]
    if goal is None or not reached or goal <= min(reached):
        return
    says = _(
        "The goal is {goal} patients who have finished, and about {likely} are likely to complete "
        "of those who fit."
    )
    if within is not None and within == min(reached):
        says = _(
            "The goal is {goal} patients who have finished, and with these caseloads about "
            "{likely} complete within the period."
        )
    yield Finding(
        id="goal-out-of-reach",
        gravity="warning",
        says=says.format(goal=number_words(goal), likely=number_words(min(reached))),
        todo=_("Lower the goal, give it more time, or reach more patients."),
        ref=case.ref("goal_patients"),
    )


def _limits(case: Case) -> Iterator[Finding]:
    """A result for going on that is poorer than the one for adjusting."""
    go_on, adjust = case.inputs.number("go_on_from"), case.inputs.number("adjust_from")
    better = {"higher": _("more is better"), "lower": _("less is better")}
    direction = str(case.inputs.plan.get("decision_direction"))
    if go_on is None or adjust is None or direction not in better:
        return
    if (go_on < adjust) if direction == "higher" else (go_on > adjust):
        yield Finding(
            id="limits-the-wrong-way-round",
            gravity="error",
            says=_(
                "You go on from {go_on} and adjust from {adjust}, and {better}: the two are the "
                "wrong way round."
            ).format(
                go_on=exact_words(go_on), adjust=exact_words(adjust), better=better[direction]
            ),
            todo=_("Swap the two, or change which way is better."),
            ref=case.ref("go_on_from"),
        )


def _days(case: Case) -> Iterator[Finding]:
    """Two days for what is one decision."""
    ref = case.ref("continuation_date")
    one, other = case.inputs.date("continuation_date"), case.inputs.date("decision_date")
    if one is None or other is None or one == other:
        return
    if case.plan.answer(ref.item).parts.get("value") == BY_RULE:
        yield Finding(
            id="decided-on-two-days",
            gravity="remark",
            says=_("Going on is decided on {one} here, and on {other} by the rule.").format(
                one=date_words(one), other=date_words(other)
            ),
            todo=_("Make it one day if it is one decision."),
            ref=ref,
        )
