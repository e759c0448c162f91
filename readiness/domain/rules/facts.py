"""The named facts that rules and sentences may use, worked out from a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import floor

from readiness.domain.capacity.capacity import (
    caseload_of,
    known_number,
    number_of,
    rates_of,
    uncounted,
    week_of,
)
from readiness.domain.capacity.closures import holiday_weeks, open_weeks, period_weeks
from readiness.domain.capacity.groups import Group, groups_of, leaders_left
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.rhythm import WEEKS_A_MONTH
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO, key_of
from readiness.domain.patients.funnel import NOTHING, patient_facts
from readiness.domain.plan.inputs import Inputs, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import NONE, Record
from readiness.domain.rules.shortfalls import short_of_practice
from readiness.i18n.dates import months_between, plus_months, weeks_between
from readiness.i18n.non_answers import is_nameless

Fact = float | int | str | date


RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "weeks_programme": ("planned_sessions",),
    "planned_end": ("planned_sessions",),
    "likely_end": ("planned_sessions", "overrun_slack"),
    "worst_end": ("planned_sessions", "overrun_worst"),
    "completers": ("planned_sessions", "dropout"),
    "eligible_estimated": ("eligible_share",),
    "likely_yes": ("acceptance",),
    "likely_starters": ("acceptance", "start_share"),
    "likely_completers": ("acceptance", "dropout"),
}
"""Facts that only research on the practice can give, with the numbers they are reckoned from."""


class Facts(Record, kw_only=False):
    """What is known of a plan; a name that is missing is not known."""

    plan: Mapping[str, Fact] = NONE
    people: Mapping[str, Mapping[str, Fact]] = NONE
    inputs: Inputs = Inputs()
    """The answers that the facts rest on."""
    ledger: Ledger | None = None
    """The hours week by week, where they can be reckoned."""
    today: date | None = None
    """The day that they are looked at on."""
    uncounted: frozenset[str] = frozenset()
    """Facts that are not known because nobody has given a number that they rest on."""

    def of(self, name: str, who: str | None = None) -> Fact | None:
        """A fact about a practitioner, else about the plan."""
        own = self.people.get(who, {}) if who else {}
        return own.get(name, self.plan.get(name))

    @property
    def patients_planned(self) -> int:
        """Patients at a time in all; 0 where nobody said how many."""
        planned = self.of("patients_planned")
        return int(planned) if isinstance(planned, int | float) else 0


def facts_of(plan: Plan, template: Template, today: date) -> Facts:
    """Every fact that the answers so far allow."""
    inputs = gathered(plan, template)
    ledger = ledger_of(plan, template)
    groups = groups_of(plan, template)
    people = {who: _known(_person_facts(who, plan, template, groups)) for who in plan.people}
    facts: dict[str, Fact | None] = {"people": len(plan.people)}
    facts |= _time_facts(plan, template)
    facts |= patient_facts(plan, template, today)
    facts |= _programme_facts(plan, template)
    facts |= _review_facts(plan, inputs)
    facts |= _sum_facts(plan, template, people, groups)
    facts |= _ledger_facts(ledger)
    facts |= short_of_practice(plan, template)
    missing = frozenset(
        name for name, rests_on in RESTS_ON.items() if uncounted(rests_on, plan, template)
    )
    return Facts(
        plan=_known(facts),
        people=people,
        inputs=inputs,
        ledger=ledger,
        today=today,
        uncounted=missing,
    )


def _known(facts: Mapping[str, Fact | None]) -> dict[str, Fact]:
    return {name: fact for name, fact in facts.items() if fact is not None}


def _person_facts(
    who: str, plan: Plan, template: Template, groups: tuple[Group, ...]
) -> dict[str, Fact | None]:
    inputs = gathered(plan, template)
    load = caseload_of(who, inputs)
    rates = rates_of(plan, template)
    led = [group for group in groups if who in group.leaders]
    end = plus_months(plan.start, plan.months) if plan.start else None
    seats = sum(group.size / leaders_left(group, who, inputs, end) for group in led)
    is_known = load is not None and rates.suffice_for(load)
    needed = week_of(load.patients, len(led), rates, seats).hours if load and is_known else None
    freed = inputs.person_number(who, "hours_freed")
    leaves = inputs.people[who].get("leaves")
    shares = sum(group.size / len(group.leaders) for group in led)
    both = needed is not None and freed is not None
    return {
        "hours_needed": needed,
        "hours_freed": freed,
        "hours_short": (needed or 0) - (freed or 0) if both else None,
        "hours_share": (needed or 0) / freed if both and freed else None,
        "patients": load.patients + shares if load and is_known else None,
        "suitable_patients": inputs.person_number(who, "suitable_patients"),
        "leaves": leaves if isinstance(leaves, date) else None,
    }


def _time_facts(plan: Plan, template: Template) -> dict[str, Fact | None]:
    start, inputs = plan.start, gathered(plan, template)
    end = plus_months(start, plan.months) if start else None
    sustain = number_of("sustain_months", plan, template)
    training = inputs.dates("training_date")
    until = inputs.dates("supervision_until")
    checks = inputs.dates("capacity_check_dates")
    return {
        "start": start,
        "end": end,
        "sustain_end": plus_months(end, sustain) if end else None,
        "period_months": plan.months,
        "staying": _staying(plan, inputs, end),
        "training_first": training[0] if training else None,
        "training_last": training[-1] if training else None,
        "supervision_until": until[-1] if until else None,
        "first_check": checks[0] if checks else None,
        "months_to_first_check": months_between(start, checks[0]) if checks and start else None,
        "leader_leaves": inputs.date("leader_leaves"),
        "champion_leaves": _leaving(inputs, "champion"),
        "champion_deputy_leaves": _leaving(inputs, "champion_deputy"),
        "successor_leaves": _leaving(inputs, "successor"),
    }


def _staying(plan: Plan, inputs: Inputs, end: date | None) -> float | None:
    """How many trained ones will still be there, at most those who are listed.

    Who is known to leave before the end, was said to be without training or has no name yet, as
    TBD, does not count.

    A list of one is taken for a list just begun, and counts only beside an answer.
    """
    answered = inputs.number("staying")
    leaving = {who: said.get("leaves") for who, said in inputs.people.items()}
    stay = sum(
        not (isinstance(day, date) and end and day < end)
        and inputs.people[who].get("trained") != NO
        and not is_nameless(who)
        for who, day in leaving.items()
    )
    all_known = (
        bool(leaving) and all(day is not None for day in leaving.values()) and end is not None
    )
    if answered is not None:
        return min(answered, stay) if leaving else answered
    enough = 2
    return float(stay) if len(plan.people) >= enough and (all_known or stay < enough) else None


def _programme_facts(plan: Plan, template: Template) -> dict[str, Fact | None]:
    """How many weeks of sessions fit into the period, and how many the programme has."""
    inputs = gathered(plan, template)
    weeks = inputs.number("weeks_deliverable")
    whole = plan.months * WEEKS_A_MONTH
    if plan.start is not None:
        end = plus_months(plan.start, plan.months)
        whole = period_weeks(plan.start, end)
        weeks = open_weeks(plan, template, plan.start, end) if weeks is None else weeks
    elif weeks is None:
        weeks = whole - holiday_weeks(template) * plan.months / 12
    rate = number_of("sessions_a_week", plan, template)
    planned = known_number("planned_sessions", plan, template)
    return {
        "period_weeks": whole,
        "weeks_deliverable": weeks,
        "sessions_deliverable": weeks * rate,
        "weeks_programme": None if planned is None else planned / max(rate, 0.1),
        "group_size": inputs.number("group_size"),
    }


def _completers(ledger: Ledger) -> int | None:
    return floor(ledger.completing.middle + NOTHING) if ledger.completing else None


def _ledger_facts(ledger: Ledger | None) -> dict[str, Fact | None]:
    if ledger is None:
        return {}
    short = ledger.short_weeks()
    return {
        "planned_end": ledger.planned_end,
        "likely_end": ledger.likely_end,
        "worst_end": ledger.worst_end,
        "first_short_week": ledger.number(short[0]) if short else None,
        "first_short_day": ledger.monday_of(short[0]) if short else None,
        "short_weeks": len(short),
        "completers": _completers(ledger),
    }


def _leaving(inputs: Inputs, feed: str) -> date | None:
    """When the practitioner leaves who is named in a field; None if it names none who does."""
    named = key_of(str(inputs.plan.get(feed, "")))
    for who, said in inputs.people.items():
        day = said.get("leaves")
        if named and key_of(who) == named and isinstance(day, date):
            return day
    return None


def _review_facts(plan: Plan, inputs: Inputs) -> dict[str, Fact | None]:
    reviews = inputs.dates("review_date")
    feedback = inputs.dates("feedback_dates")
    gaps = [_weeks_to_feedback(day, feedback) for day in reviews]
    known = [gap for gap in gaps if gap is not None]
    unheard = (day for day, gap in zip(reviews, gaps, strict=True) if gap is None)
    start = plan.start
    dated = bool(reviews) and start is not None
    return {
        "reviews": len(reviews),
        "first_review_month": months_between(start, reviews[0]) if dated and start else None,
        "last_review_month": months_between(start, reviews[-1]) if dated and start else None,
        "reviews_without_feedback": gaps.count(None),
        "unheard_review": next(unheard, None),
        "feedback_weeks_longest": max(known) if known and None not in gaps else None,
        "rechecks": len(inputs.dates("recheck_dates")),
        "checkins": len(inputs.dates("checkin_dates")),
    }


def _weeks_to_feedback(day: date, feedback: list[date]) -> float | None:
    return next((weeks_between(day, heard) for heard in feedback if heard >= day), None)


def _sum_facts(
    plan: Plan,
    template: Template,
    people: Mapping[str, Mapping[str, Fact]],
    groups: tuple[Group, ...],
) -> dict[str, Fact | None]:
    needed = [facts.get("hours_needed") for facts in people.values()]
    freed = [facts.get("hours_freed") for facts in people.values()]
    total = _total(needed)
    week = number_of("week_hours", plan, template)
    return {
        "patients_planned": _patients(plan, gathered(plan, template), groups),
        "leaders_missing": sum(group.wanted - len(group.leaders) for group in groups),
        "hours_needed_total": total,
        "hours_freed_total": _total(freed),
        "fte_needed": total / week if total is not None and week > 0 else None,
    }


def _total(numbers: list[Fact | None]) -> float | None:
    known = [float(number) for number in numbers if isinstance(number, int | float)]
    return sum(known) if known and len(known) == len(numbers) else None


def _patients(plan: Plan, inputs: Inputs, groups: tuple[Group, ...]) -> float | None:
    """Patients in all caseloads; leaders who share a group do not count its patients twice."""
    loads = [caseload_of(who, inputs) for who in plan.people]
    known = [load for load in loads if load is not None]
    in_groups = sum(load.groups for load in known)
    if not known or len(known) < len(loads) or (in_groups and not groups):
        return None
    return sum(load.patients for load in known) + sum(group.size for group in groups)
