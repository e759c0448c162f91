"""X-rays of numbers and names: answers that contradict the arithmetic, and roles with gaps."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.core.hours.intake import intake_of
from readiness.core.said.inputs import as_number
from readiness.core.said.plan import NO, NOT_SURE, YES
from readiness.core.said.values import key_of
from readiness.core.wording.language import _
from readiness.core.wording.words import date_words, number_words
from readiness.core.xrays.finding import Case, Finding


def sum_findings(case: Case) -> Iterator[Finding]:
    """Everything that numbers and names say against each other."""
    yield from _weekly(case)
    yield from _eligible(case)
    yield from _places(case)
    yield from _roles(case)
    yield from _leaving(case)


def _weekly(case: Case) -> Iterator[Finding]:
    """Yes to weekly sessions, and hours or weeks that do not suffice for them."""
    spot = case.spot("weeks_deliverable")
    if not spot.item or case.plan.answer(spot.item).parts.get("value") != YES:
        return
    week, day = case.number("first_short_week"), case.day("first_short_day")
    if week is not None and day is not None:
        yield Finding(
            id="weekly-without-hours",
            gravity="error",
            says="Every patient can be seen weekly, it says, but the hours do not suffice from "
            f"week {week:.0f} ({date_words(day)}).",
            todo="Look at the hours week by week, and free more or plan fewer patients.",
            spot=spot,
        )
    weeks, needed = case.number("weeks_deliverable"), case.number("weeks_programme")
    if weeks is not None and needed is not None and weeks < needed:
        yield Finding(
            id="weekly-without-weeks",
            gravity="error",
            says="Every patient can be seen weekly for the whole programme, it says, but sessions "
            f"can be held in {number_words(weeks)} weeks and it has {number_words(needed)}.",
            todo="Plan a longer period, cover for holidays, or a shorter programme.",
            spot=spot,
        )


def _eligible(case: Case) -> Iterator[Finding]:
    fit, planned = case.number("eligible"), case.number("patients_planned")
    group = as_number(case.inputs.plan.get("population"))
    if fit is not None and group is not None and fit > group:
        yield Finding(
            id="more-fit-than-there-are",
            gravity="error",
            says=_(
                "{fit} patients meet the criteria, it says, but only {group} are in the target "
                "group."
            ).format(fit=number_words(fit), group=number_words(group)),
            todo=_("Correct one of the two; if you have counted, take the target group out."),
            spot=case.spot("population"),
        )
    if fit is not None and planned is not None and planned > fit:
        yield Finding(
            id="more-planned-than-fit",
            gravity="error",
            says=f"{number_words(planned)} patients are planned in the caseloads, and "
            f"{number_words(fit)} meet the criteria.",
            todo="Plan fewer patients, or ask other units for patients who fit.",
            spot=case.spot("eligible"),
        )
    likely = case.number("likely_starters")
    if planned is not None and likely is not None and fit is not None and likely < planned <= fit:
        yield Finding(
            id="more-planned-than-likely",
            gravity="remark",
            says=f"{number_words(planned)} patients are planned in the caseloads; of the "
            f"{number_words(fit)} who fit, about {number_words(likely)} are likely to start.",
            todo="Fill the caseloads in rounds, or look for more patients who fit.",
            spot=case.spot("eligible"),
        )


def _places(case: Case) -> Iterator[Finding]:
    """More patients in a round than the caseloads have places for."""
    ledger = case.review.facts.ledger
    places = case.number("patients_planned")
    first = case.number("first_round")
    if places is not None and first is not None and first > places:
        yield Finding(
            id="round-without-places",
            gravity="warning",
            says=f"{number_words(first)} patients start in the first round, and the caseloads have "
            f"{number_words(places)} places.",
            todo="Start with fewer, or plan more patients for each practitioner.",
            spot=case.spot("first_round"),
        )
    if ledger is None or not case.plan.rounds:
        return
    intake = intake_of(case.plan, case.template, case.inputs, ledger.first)
    if intake.left_over > 0:
        yield Finding(
            id="rounds-without-places",
            gravity="warning",
            says=f"The rounds of intake hold {number_words(intake.left_over)} more patients than "
            "the caseloads have places for.",
            todo="Make the rounds smaller, or the caseloads larger.",
            spot=case.spot("patients_each"),
        )


def _roles(case: Case) -> Iterator[Finding]:
    pairs = (("champion", "champion_deputy", "champion"), ("leader", "leader_deputy", "leader"))
    for first, second, role in pairs:
        names = [case.inputs.plan.get(name) for name in (first, second)]
        said = [name for name in names if isinstance(name, str) and name not in (NO, NOT_SURE)]
        if len(said) == len(names) and key_of(said[0]) == key_of(said[1]):
            yield Finding(
                id="deputy-is-the-same",
                gravity="warning",
                says=f"The {role} and the deputy are the same person.",
                todo="Name someone else as deputy.",
                spot=case.spot(second),
            )


def _leaving(case: Case) -> Iterator[Finding]:
    """Who carries a role and leaves before the period ends."""
    end = case.day("end")
    named = (
        ("leader_leaves", "leader", "The leader"),
        ("champion_leaves", "champion", "The champion"),
        ("champion_deputy_leaves", "champion_deputy", "The champion's deputy"),
        ("successor_leaves", "successor", "The one who takes over"),
    )
    for fact, feed, who in named:
        leaves = case.day(fact)
        if leaves is not None and end is not None and leaves < end:
            yield Finding(
                id=fact.replace("_", "-"),
                gravity="warning",
                says=f"{who} leaves on {date_words(leaves)}; the period ends on {date_words(end)}.",
                todo="Name who takes over, and plan the handover.",
                spot=case.spot(feed),
            )
    staying = as_number(case.inputs.plan.get("staying"))
    counted = case.number("staying")
    if staying is not None and counted is not None and staying > counted:
        yield Finding(
            id="staying-against-list",
            gravity="error",
            says=f"{number_words(staying)} practitioners will stay, it says; by the dates in the "
            f"list it is {number_words(counted)}.",
            todo="Correct the number or the dates. The lower number counts.",
            spot=case.spot("staying"),
        )
