"""Rules of the people, the decision and the dates of the first day; and all rules together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from readiness.domain.checklist.template import Template
from readiness.domain.followup import meetings, patients, reviews
from readiness.domain.followup.case import NOT_DUE, Case, Standing, Verdict, case_of
from readiness.domain.followup.promises import promises
from readiness.domain.plan.acceptance import acceptance_of
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import NOT_YET, START
from readiness.domain.plan.tables import OPEN, date_of, text_of
from readiness.domain.schedule.actions import actions_of
from readiness.i18n.language import _, in_english, n_
from readiness.i18n.words import amount_words, with_values

TWICE = 2


def people(case: Case) -> Verdict:
    """FOL-18: fewer trained practitioners are there than the practice needs.

    Red below the template's `least_practitioners`, amber below `enough_practitioners`, and amber
    where someone left and no trained successor came within `successor_days`.
    """
    least, enough = (
        case.template.number(name) if name in case.template.thresholds else None
        for name in ("least_practitioners", "enough_practitioners")
    )
    if least is None or enough is None or not case.plan.people:
        return NOT_DUE
    trained = [who for who in case.staff if case.is_trained(who)]
    words = n_(
        "{n} trained practitioner is there.", "{n} trained practitioners are there.", len(trained)
    )
    says, limits = words.format(n=len(trained)), ("least_practitioners", "enough_practitioners")
    if len(trained) < least:
        return Verdict("red", says, limits)
    if len(trained) < enough:
        return Verdict("amber", says, limits)
    days = case.limit("successor_days")
    for who, person in case.plan.people.items():
        left = date_of(person.parts, "left")
        if left is None or days is None or case.today <= left + timedelta(days=round(days)):
            continue
        if not _is_succeeded(case, left):
            words = _("{who} left on {date}, and nobody was trained since.")
            return Verdict("amber", with_values(words, who=who, date=left), ("successor_days",))
    return Verdict("on plan", says, limits)


def _is_succeeded(case: Case, left: date) -> bool:
    """Whether someone was trained in the year around the day on which somebody left."""
    reach = timedelta(days=365)
    for who in case.staff:
        trained = date_of(case.plan.people[who].parts, "trained_on")
        if trained is not None and left - reach <= trained <= case.today and _came_late(case, who):
            return True
    return False


def _came_late(case: Case, who: str) -> bool:
    joined = date_of(case.plan.people[who].parts, "joined")
    return joined is not None and joined > case.start


def decision(case: Case) -> Verdict:
    """FOL-19: the day of the decision passed without one.

    Amber where it was put off twice, or made on fewer patients than the plan's rule asks for.
    """
    day, made = case.inputs.date("decision_date"), case.dated("decisions")
    settled = [one for one in made if one[1].get("decision") not in (None, NOT_YET)]
    put_off = [one for one in made if one[1].get("decision") == NOT_YET]
    if settled:
        on, last = settled[-1]
        least = case.inputs.number("decision_least")
        measured = as_number(last.get("measured"))
        if least is not None and measured is not None and measured < least:
            words = _("It was decided on {n} patients; the rule says at least {least}.")
            return Verdict("amber", with_values(words, n=measured, least=least))
        return Verdict("on plan", with_values(_("It was decided on {date}."), date=on))
    if len(put_off) >= TWICE:
        return Verdict("amber", _("It was put off twice."))
    until = date_of(put_off[-1][1], "until") if put_off else None
    by = until or day
    if by is None or by >= case.today:
        return NOT_DUE
    words = _("It was to be decided by {date}, and no decision is kept.")
    return Verdict("red", with_values(words, date=by))


def moved(case: Case) -> Verdict:
    """FOL-20: a date is more than `moved_days` later than it was on the first day."""
    most = case.limit("moved_days")
    if most is None or START not in case.plan.milestones:
        return NOT_DUE
    found = [one for one in promises(case) if one.days is not None and one.days > most]
    if not found:
        return Verdict("on plan", _("No date of the first day moved far."), ("moved_days",))
    worst = max(found, key=lambda one: one.days or 0)
    words = _("{what}: {n} days later than on the first day.")
    says = with_values(words, what=worst.what, n=worst.days)
    return Verdict("amber", says, ("moved_days",))


RULES: Mapping[str, Callable[[Case], Verdict]] = {
    "FOL-01": meetings.checkins,
    "FOL-02": meetings.barriers,
    "FOL-03": meetings.month_rows,
    "FOL-04": meetings.supervision,
    "FOL-05": meetings.hours,
    "FOL-06": patients.starts,
    "FOL-07": patients.yes_rate,
    "FOL-08": patients.dropout,
    "FOL-09": patients.places,
    "FOL-10": reviews.held,
    "FOL-11": reviews.settling,
    "FOL-12": reviews.told,
    "FOL-13": reviews.advice,
    "FOL-14": reviews.band,
    "FOL-15": reviews.results_told,
    "FOL-16": meetings.unused,
    "FOL-17": reviews.core,
    "FOL-18": people,
    "FOL-19": decision,
    "FOL-20": moved,
}
"""Every rule after the start: when it is off plan. Why and what to do stand in the template."""


def course_of(plan: Plan, template: Template, today: date) -> tuple[Standing, ...]:
    """Where a plan stands on each rule of its template, in their order; none before the start.

    It is no score: nothing is added up, and no rule weighs more than another.
    """
    case = case_of(plan, template, today)
    if case is None:
        return ()
    return tuple(_standing(key, case) for key in template.follow_up.rules if key in RULES)


def _standing(key: str, case: Case) -> Standing:
    rule, found = case.template.follow_up.rules[key], RULES[key](case)
    standing = Standing(
        key, rule.short, found.state, found.says, rule.why, rule.sources, rule.action,
        tuple(_defaults(case, found.limits)),
        next((one.key for one in actions_of(case.plan) if _answers(case, one.key, key)), ""),
    )  # fmt: skip
    if not standing.is_off_plan or standing.flag not in case.plan.accepted:
        return standing
    with in_english():
        recorded = RULES[key](case).says
    accepted = acceptance_of(case.plan, standing.flag, found.says, recorded)
    return standing.model_copy(update={"acceptance": accepted})


def _answers(case: Case, action: str, rule: str) -> bool:
    """Whether an action that is still to do was taken because of a rule."""
    fields = case.plan.actions[action]
    return text_of(fields, "from") == rule and fields.get("state", OPEN) == OPEN


def _defaults(case: Case, limits: tuple[str, ...]) -> list[str]:
    known = {**case.template.thresholds, **case.template.follow_up.numbers}
    used = [known[name] for name in limits if name in known]
    return [
        f"{one.label}: {amount_words(one.value, one.unit)}" for one in used if one.is_our_default
    ]
