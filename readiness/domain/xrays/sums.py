"""X-rays of numbers and names: answers that contradict the arithmetic or each other; the goal."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.capacity.capacity import number_of
from readiness.domain.kinds.value import NO, NOT_SURE, YES, key_of
from readiness.domain.plan.inputs import as_number
from readiness.domain.xrays.finding import CheckContext, Finding
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import pace_words
from readiness.i18n.words import exact_words, first_up

BY_RULE = "continues if MON-06 met"
"""The answer by which it goes on where a rule is met, as plans hold it."""

YEAR = 12
"""Months after which the goal is to be reached."""


def sum_findings(case: CheckContext) -> Iterator[Finding]:
    """Everything that numbers and names say against each other."""
    yield from _weekly(case)
    yield from _eligible(case)
    yield from _places(case)
    yield from _roles(case)
    yield from _leaving(case)
    yield from _rule(case)


def goal_findings(case: CheckContext) -> Iterator[Finding]:
    """Everything that the goal and the decision to go on say against the rest."""
    yield from _goal(case)
    yield from _limits(case)
    yield from _days(case)


def _weekly(case: CheckContext) -> Iterator[Finding]:
    """Yes to sessions every week, and hours or weeks that do not suffice for them."""
    ref = case.ref("weeks_deliverable")
    if not ref.item or case.plan.answer(ref.item).parts.get("value") != YES:
        return
    rate = number_of("sessions_a_week", case.plan, case.template)
    week, day, pace = case.number("first_short_week"), case.day("first_short_day"), pace_words(rate)
    if week is not None and day is not None:
        says = _(
            "Every patient can be seen {pace}, it says, but the hours do not suffice from "
            "week {week} ({date})."
        )
        todo = _("Look at the hours week by week, and free more or plan fewer patients.")
        values = {"pace": pace, "week": week, "date": day}
        yield case.finding("weekly-without-hours", "error", says, todo, ref, **values)
    weeks, needed = case.number("weeks_deliverable"), case.number("weeks_programme")
    if weeks is not None and needed is not None and weeks < needed:
        says = _(
            "Every patient can be seen {pace} for the whole programme, it says, but sessions "
            "can be held in {n} weeks and it has {needed}."
        )
        todo = _("Plan a longer period, cover for holidays, or a shorter programme.")
        values = {"pace": pace, "n": weeks, "needed": needed}
        yield case.finding("weekly-without-weeks", "error", says, todo, ref, **values)


def _eligible(case: CheckContext) -> Iterator[Finding]:
    fit, planned = case.number("eligible"), case.number("patients_planned")
    group, likely = as_number(case.inputs.plan.get("population")), case.number("likely_starters")
    values = {"fit": fit, "planned": planned, "group": group, "likely": likely}
    if fit is not None and group is not None and fit > group:
        says = _(
            "{fit} patients meet the criteria, it says, but only {group} are in the target group."
        )
        todo = _("Correct one of the two; if you have counted, take the target group out.")
        yield case.finding("more-fit-than-there-are", "error", says, todo, "population", **values)
    if fit is not None and planned is not None and planned > fit:
        says = n_(
            "{planned} patients are planned in the caseloads, and {fit} meets the criteria.",
            "{planned} patients are planned in the caseloads, and {fit} meet the criteria.",
            fit,
        )
        todo = _("Plan fewer patients, or ask other units for patients who fit.")
        yield case.finding("more-planned-than-fit", "error", says, todo, "eligible", **values)
    if planned is not None and likely is not None and fit is not None and likely < planned <= fit:
        says = _(
            "{planned} patients are planned in the caseloads; of the {fit} who fit, "
            "about {likely} are likely to start."
        )
        todo = _("Fill the caseloads in rounds, or look for more patients who fit.")
        yield case.finding("more-planned-than-likely", "remark", says, todo, "eligible", **values)


def _places(case: CheckContext) -> Iterator[Finding]:
    """More patients in a round than the caseloads have places for."""
    ledger, places = case.review.facts.ledger, case.number("patients_planned")
    first = case.number("first_round")
    if places is not None and first is not None and first > places:
        says = _(
            "{first} patients start in the first round, and the caseloads have {places} places."
        )
        todo = _("Start with fewer, or plan more patients for each practitioner.")
        values = {"first": first, "places": places}
        yield case.finding("round-without-places", "warning", says, todo, "first_round", **values)
    if ledger is not None and case.plan.rounds and ledger.left_over > 0:
        says = _("The rounds of intake hold {n} more patients than the caseloads have places for.")
        todo = _("Make the rounds smaller, or the caseloads larger.")
        n = ledger.left_over
        yield case.finding("rounds-without-places", "warning", says, todo, "patients_each", n=n)


def _roles(case: CheckContext) -> Iterator[Finding]:
    pairs = (
        ("champion", "champion_deputy", _("The champion and the deputy are the same person.")),
        ("leader", "leader_deputy", _("The leader and the deputy are the same person.")),
    )
    for first, second, says in pairs:
        names = [case.inputs.plan.get(name) for name in (first, second)]
        said = [name for name in names if isinstance(name, str) and name not in (NO, NOT_SURE)]
        if len(said) == len(names) and key_of(said[0]) == key_of(said[1]):
            todo = _("Name someone else as deputy.")
            yield case.finding("deputy-is-the-same", "warning", says, todo, second)


def _leaving(case: CheckContext) -> Iterator[Finding]:
    """Who carries a role and leaves before the period ends."""
    end = case.day("end")
    named = (
        ("leader_leaves", "leader", first_up(_("the leader"))),
        ("champion_leaves", "champion", first_up(_("the champion"))),
        ("champion_deputy_leaves", "champion_deputy", first_up(_("the champion's deputy"))),
        ("successor_leaves", "successor", _("The one who takes over")),
    )
    for fact, feed, who in named:
        leaves, name = case.day(fact), fact.replace("_", "-")
        if leaves is not None and end is not None and leaves < end:
            says = _("{who} leaves on {date}; the period ends on {end}.")
            todo = _("Name who takes over, and plan the handover.")
            values = {"who": who, "date": leaves, "end": end}
            yield case.finding(name, "warning", says, todo, feed, **values)
    staying, counted = as_number(case.inputs.plan.get("staying")), case.number("staying")
    if staying is not None and counted is not None and staying > counted:
        says = _("{n} practitioners will stay, it says; by the list it is {counted}.")
        todo = _("Correct the number or the list. The lower number counts.")
        numbers = {"n": staying, "counted": counted}
        yield case.finding("staying-against-list", "error", says, todo, "staying", **numbers)


def _rule(case: CheckContext) -> Iterator[Finding]:
    """It goes on by a rule, and there is none."""
    said = case.inputs.plan
    if said.get("going_on") == BY_RULE and said.get("decision_rule", NO) == NO:
        says = _(
            "It goes on if the results are good enough, it says, and no rule says which "
            "results are."
        )
        todo = _("Write the rule, with its limit and who decides.")
        yield case.finding("goes-on-by-no-rule", "warning", says, todo, "decision_rule")


def _goal(case: CheckContext) -> Iterator[Finding]:
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
    todo = _("Lower the goal, give it more time, or reach more patients.")
    values = {"goal": goal, "likely": min(reached)}
    yield case.finding("goal-out-of-reach", "warning", says, todo, "goal_patients", **values)


def _limits(case: CheckContext) -> Iterator[Finding]:
    """A result for going on that is poorer than the one for adjusting."""
    go_on, adjust = case.inputs.number("go_on_from"), case.inputs.number("adjust_from")
    better = {"higher": _("more is better"), "lower": _("less is better")}
    direction = str(case.inputs.plan.get("decision_direction"))
    if go_on is None or adjust is None or direction not in better:
        return
    if (go_on < adjust) if direction == "higher" else (go_on > adjust):
        says = _(
            "You go on from {go_on} and adjust from {adjust}, and {better}: the two are the "
            "wrong way round."
        )
        todo = _("Swap the two, or change which way is better.")
        limits = {"go_on": exact_words(go_on), "adjust": exact_words(adjust)}
        says = says.format(**limits, better=better[direction])
        yield case.finding("limits-the-wrong-way-round", "error", says, todo, "go_on_from")


def _days(case: CheckContext) -> Iterator[Finding]:
    """Two days for what is one decision."""
    ref = case.ref("continuation_date")
    one, other = case.inputs.date("continuation_date"), case.inputs.date("decision_date")
    is_by_rule = case.plan.answer(ref.item).parts.get("value") == BY_RULE
    if one is not None and other is not None and one != other and is_by_rule:
        says = _("Going on is decided on {one} here, and on {other} by the rule.")
        todo = _("Make it one day if it is one decision.")
        yield case.finding("decided-on-two-days", "remark", says, todo, ref, one=one, other=other)
