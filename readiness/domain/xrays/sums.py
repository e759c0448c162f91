"""X-rays of numbers and names: answers that contradict the arithmetic, and roles with gaps."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.capacity.capacity import number_of
from readiness.domain.kinds.value import NO, NOT_SURE, YES, key_of
from readiness.domain.plan.inputs import as_number
from readiness.domain.xrays.finding import Case, Finding
from readiness.i18n.language import _, n_
from readiness.i18n.pace import pace_words
from readiness.i18n.words import date_words, first_up, number_words

BY_RULE = "continues if MON-06 met"
"""The answer by which it goes on where a rule is met, as plans hold it."""


def sum_findings(case: Case) -> Iterator[Finding]:
    """Everything that numbers and names say against each other."""
    yield from _weekly(case)
    yield from _eligible(case)
    yield from _places(case)
    yield from _roles(case)
    yield from _leaving(case)
    yield from _rule(case)


def _weekly(case: Case) -> Iterator[Finding]:
    """Yes to sessions every week, and hours or weeks that do not suffice for them."""
    ref = case.ref("weeks_deliverable")
    if not ref.item or case.plan.answer(ref.item).parts.get("value") != YES:
        return
    rate = number_of("sessions_a_week", case.plan, case.template, case.inputs)
    week, day, pace = case.number("first_short_week"), case.day("first_short_day"), pace_words(rate)
    if week is not None and day is not None:
        yield Finding(
            id="weekly-without-hours",
            gravity="error",
            says=_(
                "Every patient can be seen {pace}, it says, but the hours do not suffice from "
                "week {week} ({date})."
            ).format(pace=pace, week=f"{week:.0f}", date=date_words(day)),
            todo=_("Look at the hours week by week, and free more or plan fewer patients."),
            ref=ref,
        )
    weeks, needed = case.number("weeks_deliverable"), case.number("weeks_programme")
    if weeks is not None and needed is not None and weeks < needed:
        yield Finding(
            id="weekly-without-weeks",
            gravity="error",
            says=_(
                "Every patient can be seen {pace} for the whole programme, it says, but sessions "
                "can be held in {n} weeks and it has {needed}."
            ).format(pace=pace, n=number_words(weeks), needed=number_words(needed)),
            todo=_("Plan a longer period, cover for holidays, or a shorter programme."),
            ref=ref,
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
            ref=case.ref("population"),
        )
    if fit is not None and planned is not None and planned > fit:
        yield Finding(
            id="more-planned-than-fit",
            gravity="error",
            says=n_(
                "{planned} patients are planned in the caseloads, and {fit} meets the criteria.",
                "{planned} patients are planned in the caseloads, and {fit} meet the criteria.",
                fit,
            ).format(planned=number_words(planned), fit=number_words(fit)),
            todo=_("Plan fewer patients, or ask other units for patients who fit."),
            ref=case.ref("eligible"),
        )
    likely = case.number("likely_starters")
    if planned is not None and likely is not None and fit is not None and likely < planned <= fit:
        yield Finding(
            id="more-planned-than-likely",
            gravity="remark",
            says=_(
                "{planned} patients are planned in the caseloads; of the {fit} who fit, "
                "about {likely} are likely to start."
            ).format(
                planned=number_words(planned), fit=number_words(fit), likely=number_words(likely)
            ),
            todo=_("Fill the caseloads in rounds, or look for more patients who fit."),
            ref=case.ref("eligible"),
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
            says=_(
                "{first} patients start in the first round, and the caseloads have {places} places."
            ).format(first=number_words(first), places=number_words(places)),
            todo=_("Start with fewer, or plan more patients for each practitioner."),
            ref=case.ref("first_round"),
        )
    if ledger is None or not case.plan.rounds:
        return
    if ledger.left_over > 0:
        yield Finding(
            id="rounds-without-places",
            gravity="warning",
            says=_(
                "The rounds of intake hold {n} more patients than the caseloads have places for."
            ).format(n=number_words(ledger.left_over)),
            todo=_("Make the rounds smaller, or the caseloads larger."),
            ref=case.ref("patients_each"),
        )


def _roles(case: Case) -> Iterator[Finding]:
    pairs = (
        ("champion", "champion_deputy", _("The champion and the deputy are the same person.")),
        ("leader", "leader_deputy", _("The leader and the deputy are the same person.")),
    )
    for first, second, says in pairs:
        names = [case.inputs.plan.get(name) for name in (first, second)]
        said = [name for name in names if isinstance(name, str) and name not in (NO, NOT_SURE)]
        if len(said) == len(names) and key_of(said[0]) == key_of(said[1]):
            yield Finding(
                id="deputy-is-the-same",
                gravity="warning",
                says=says,
                todo=_("Name someone else as deputy."),
                ref=case.ref(second),
            )


def _leaving(case: Case) -> Iterator[Finding]:
    """Who carries a role and leaves before the period ends."""
    end = case.day("end")
    named = (
        ("leader_leaves", "leader", first_up(_("the leader"))),
        ("champion_leaves", "champion", first_up(_("the champion"))),
        ("champion_deputy_leaves", "champion_deputy", first_up(_("the champion's deputy"))),
        ("successor_leaves", "successor", _("The one who takes over")),
    )
    for fact, feed, who in named:
        leaves = case.day(fact)
        if leaves is not None and end is not None and leaves < end:
            yield Finding(
                id=fact.replace("_", "-"),
                gravity="warning",
                says=_("{who} leaves on {date}; the period ends on {end}.").format(
                    who=who, date=date_words(leaves), end=date_words(end)
                ),
                todo=_("Name who takes over, and plan the handover."),
                ref=case.ref(feed),
            )
    staying = as_number(case.inputs.plan.get("staying"))
    counted = case.number("staying")
    if staying is not None and counted is not None and staying > counted:
        yield Finding(
            id="staying-against-list",
            gravity="error",
            says=_("{n} practitioners will stay, it says; by the list it is {counted}.").format(
                n=number_words(staying), counted=number_words(counted)
            ),
            todo=_("Correct the number or the list. The lower number counts."),
            ref=case.ref("staying"),
        )


def _rule(case: Case) -> Iterator[Finding]:
    """It goes on by a rule, and there is none."""
    said = case.inputs.plan
    if said.get("going_on") == BY_RULE and said.get("decision_rule", NO) == NO:
        yield Finding(
            id="goes-on-by-no-rule",
            gravity="warning",
            says=_(
                "It goes on if the results are good enough, it says, and no rule says which "
                "results are."
            ),
            todo=_("Write the rule, with its limit and who decides."),
            ref=case.ref("decision_rule"),
        )
