"""The named facts that rules and sentences may use, worked out from a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import floor

from readiness.core.capacity import Caseload, caseload_of, number_of, rates_of, week_of
from readiness.core.dates import months_between, plus_months, weeks_between
from readiness.core.inputs import Inputs, gathered
from readiness.core.plan import NO, Plan
from readiness.core.template import Template

Fact = float | int | str | date

WEEKS_A_MONTH = 52 / 12

PLAN_FACTS: Mapping[str, str] = {
    "start": "first day of the rollout",
    "end": "end of the implementation period",
    "sustain_end": "end of the time the practice should hold after it",
    "period_months": "length of the implementation period in months",
    "people": "practitioners in the plan",
    "staying": "trained practitioners still there at the end",
    "training_first": "first day of training",
    "training_last": "last day of training",
    "supervision_until": "until when supervision is booked",
    "patients_planned": "patients planned in all caseloads",
    "eligible": "patients who meet the criteria",
    "eligible_age_months": "months since they were counted",
    "first_round": "patients who start in the first round",
    "likely_yes": "patients who are likely to say yes",
    "likely_starters": "patients who are likely to start",
    "weeks_deliverable": "weeks in which sessions can be held",
    "weeks_programme": "weeks of sessions the programme has",
    "sessions_deliverable": "sessions that can be held with a patient",
    "first_check": "first date to check the hours",
    "months_to_first_check": "months from the start to that check",
    "reviews": "dated fidelity reviews",
    "first_review_month": "months from the start to the first review",
    "last_review_month": "months from the start to the last review",
    "reviews_without_feedback": "reviews with no later date for feedback",
    "feedback_weeks_longest": "longest time from a review to its feedback, in weeks",
    "leader_leaves": "when the leader leaves",
    "group_size": "patients in a group",
    "hours_needed_total": "hours needed a week by all practitioners",
    "hours_freed_total": "hours freed a week for all practitioners",
    "fte_needed": "full-time posts those hours make",
    "rechecks": "dates on which this check is redone",
    "checkins": "dates on which leader and practitioners meet",
}
"""Facts about the whole plan: name to meaning."""

PERSON_FACTS: Mapping[str, str] = {
    "hours_needed": "hours needed a week",
    "hours_freed": "hours freed a week",
    "hours_short": "hours a week that are missing",
    "hours_share": "share of the freed hours that is needed",
    "patients": "patients planned with this practitioner",
    "suitable_patients": "suitable patients this practitioner meets",
    "leaves": "when this practitioner leaves the role",
}
"""Facts about one practitioner: name to meaning."""

FACT_WORDS = {**PLAN_FACTS, **PERSON_FACTS}
"""Every fact: name to meaning."""


@dataclass(frozen=True)
class Facts:
    """What is known of a plan; a name that is missing is not known."""

    plan: dict[str, Fact] = field(default_factory=dict)
    people: dict[str, dict[str, Fact]] = field(default_factory=dict)

    def of(self, name: str, who: str | None = None) -> Fact | None:
        """A fact about a practitioner, else about the plan."""
        own = self.people.get(who, {}) if who else {}
        return own.get(name, self.plan.get(name))


def facts_of(plan: Plan, template: Template, today: date) -> Facts:
    """Every fact that the answers so far allow."""
    inputs = gathered(plan, template)
    people = {who: _known(_person_facts(who, plan, template, inputs)) for who in plan.people}
    facts: dict[str, Fact | None] = {"people": len(plan.people)}
    facts |= _time_facts(plan, template, inputs)
    facts |= _patient_facts(plan, template, inputs, today)
    facts |= _review_facts(plan, inputs)
    facts |= _sum_facts(plan, template, inputs, people)
    return Facts(plan=_known(facts), people=people)


def _known(facts: Mapping[str, Fact | None]) -> dict[str, Fact]:
    return {name: fact for name, fact in facts.items() if fact is not None}


def _person_facts(
    who: str, plan: Plan, template: Template, inputs: Inputs
) -> dict[str, Fact | None]:
    load = caseload_of(who, inputs)
    rates = rates_of(plan, template, inputs)
    needed = week_of(load.patients, load.groups, rates).hours if load else None
    freed = inputs.person_number(who, "hours_freed")
    leaves = inputs.people[who].get("leaves")
    seats = rates.group_size / max(rates.group_leaders, 1)
    both = needed is not None and freed is not None
    return {
        "hours_needed": needed,
        "hours_freed": freed,
        "hours_short": (needed or 0) - (freed or 0) if both else None,
        "hours_share": (needed or 0) / freed if both and freed else None,
        "patients": load.patients + load.groups * seats if load else None,
        "suitable_patients": inputs.person_number(who, "suitable_patients"),
        "leaves": leaves if isinstance(leaves, date) else None,
    }


def _time_facts(plan: Plan, template: Template, inputs: Inputs) -> dict[str, Fact | None]:
    start = plan.start
    end = plus_months(start, plan.months) if start else None
    sustain = plan.assumptions.get(
        "sustain_months", template.practice.numbers["sustain_months"].number
    )
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
    }


def _staying(plan: Plan, inputs: Inputs, end: date | None) -> float | None:
    """How many will still be there: at most those who are listed and not known to leave.

    A list of one is taken for a list just begun, and counts only beside an answer.
    """
    answered = inputs.number("staying")
    leaving = {who: said.get("leaves") for who, said in inputs.people.items()}
    stay = sum(not (isinstance(day, date) and end and day < end) for day in leaving.values())
    all_known = (
        bool(leaving) and all(day is not None for day in leaving.values()) and end is not None
    )
    if answered is not None:
        return min(answered, stay) if leaving else answered
    enough = 2
    return float(stay) if len(plan.people) >= enough and (all_known or stay < enough) else None


def _patient_facts(
    plan: Plan, template: Template, inputs: Inputs, today: date
) -> dict[str, Fact | None]:
    eligible = 0.0 if inputs.plan.get("eligible") == NO else inputs.number("eligible")
    counted = inputs.date("eligible_counted_on")
    acceptance = number_of("acceptance", plan, template, inputs)
    starting = number_of("start_share", plan, template, inputs)
    weeks = inputs.number("weeks_deliverable")
    if weeks is None:
        calendar_weeks = plan.months * WEEKS_A_MONTH
        weeks = (
            calendar_weeks - number_of("holiday_weeks", plan, template, inputs) * plan.months / 12
        )
    rate = number_of("sessions_a_week", plan, template, inputs)
    return {
        "eligible": eligible if inputs.plan.get("eligible") != NO else None,
        "eligible_age_months": months_between(counted, today) if counted else None,
        "first_round": inputs.number("first_round"),
        "likely_yes": floor(eligible * acceptance) if eligible is not None else None,
        "likely_starters": floor(eligible * acceptance * starting)
        if eligible is not None
        else None,
        "weeks_deliverable": weeks,
        "sessions_deliverable": weeks * rate,
        "weeks_programme": number_of("planned_sessions", plan, template, inputs) / max(rate, 0.1),
        "group_size": inputs.number("group_size"),
    }


def _review_facts(plan: Plan, inputs: Inputs) -> dict[str, Fact | None]:
    reviews = inputs.dates("review_date")
    feedback = inputs.dates("feedback_dates")
    gaps = [_weeks_to_feedback(day, feedback) for day in reviews]
    known = [gap for gap in gaps if gap is not None]
    start = plan.start
    dated = bool(reviews) and start is not None
    return {
        "reviews": len(reviews),
        "first_review_month": months_between(start, reviews[0]) if dated and start else None,
        "last_review_month": months_between(start, reviews[-1]) if dated and start else None,
        "reviews_without_feedback": gaps.count(None),
        "feedback_weeks_longest": max(known) if known and None not in gaps else None,
        "rechecks": len(inputs.dates("recheck_dates")),
        "checkins": len(inputs.dates("checkin_dates")),
    }


def _weeks_to_feedback(day: date, feedback: list[date]) -> float | None:
    return next((weeks_between(day, heard) for heard in feedback if heard >= day), None)


def _sum_facts(
    plan: Plan, template: Template, inputs: Inputs, people: Mapping[str, Mapping[str, Fact]]
) -> dict[str, Fact | None]:
    loads = [caseload_of(who, inputs) for who in plan.people]
    needed = [facts.get("hours_needed") for facts in people.values()]
    freed = [facts.get("hours_freed") for facts in people.values()]
    total = _total(needed)
    week = number_of("week_hours", plan, template, inputs)
    return {
        "patients_planned": _patients(loads, rates_of(plan, template, inputs).group_size, inputs),
        "hours_needed_total": total,
        "hours_freed_total": _total(freed),
        "fte_needed": total / week if total is not None and week > 0 else None,
    }


def _total(numbers: list[Fact | None]) -> float | None:
    known = [float(number) for number in numbers if isinstance(number, int | float)]
    return sum(known) if known and len(known) == len(numbers) else None


def _patients(loads: list[Caseload | None], size: float, inputs: Inputs) -> float | None:
    """Patients in all caseloads; leaders who share a group do not count its patients twice."""
    known = [load for load in loads if load is not None]
    if not known or len(known) < len(loads):
        return None
    leaders = max(inputs.number("group_leaders") or 2, 1)
    return (
        sum(load.patients for load in known) + sum(load.groups for load in known) * size / leaders
    )
