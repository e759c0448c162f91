"""Hours a practice takes each week: the arithmetic of the capacity checklist.

Every minute and count is an input. Where a service has not said otherwise, the practice's numbers
in the template stand in, each with its basis.
"""

from __future__ import annotations

from collections.abc import Sequence

from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import Inputs, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record

MINUTES = 60

NUMBERS = (
    "sessions_a_week",
    "session_minutes",
    "preparation_minutes",
    "notes_minutes",
    "travel_minutes",
    "group_session_minutes",
    "group_preparation_minutes",
    "group_leaders",
    "supervision_minutes",
    "training_days",
    "training_day_hours",
    "week_hours",
    "round_weeks",
    "refill",
    "review_hours",
    "hours_check_months",
    "checkin_weeks",
    "recheck_months",
    "outcome_months",
    "period_months",
    "sustain_months",
    "review_days",
)
"""The practice's numbers that a template has to give: minutes and the calendar."""

ABOUT_PATIENTS = (
    "eligible_share",
    "acceptance",
    "acceptance_low",
    "acceptance_high",
    "start_share",
    "dropout",
    "dropout_low",
    "dropout_high",
    "dropout_worst",
)
"""Those of research's numbers that say how many patients fit, agree, start and complete."""

EVIDENCE = (
    "group_size",
    "planned_sessions",
    "fidelity_floor_months",
    "overrun_slack",
    "overrun_worst",
    "review_months",
    *ABOUT_PATIENTS,
)
"""The practice's numbers that only research on it can give: a template leaves out what it lacks.

What is known of one practice says nothing about another, so none has a default. `known_number`
gives them, and `uncounted` says which are missing.
"""

ANSWERED_BY = {
    "session_minutes": "session_minutes",
    "group_size": "group_size",
    "group_leaders": "group_leaders",
}
"""Numbers of the practice that an answer of the plan replaces: number to input."""


class Rates(Record, kw_only=False):
    """Minutes and counts that every practitioner's week is reckoned with: see rates_of."""

    sessions_a_week: float
    session: float
    preparation: float
    notes: float
    travel: float
    group_session: float
    group_preparation: float
    group_size: float | None
    """Patients in a group; None where nobody has said."""
    group_leaders: float
    supervision: float
    monitoring: float
    monitoring_weeks: float

    def suffice_for(self, load: Caseload) -> bool:
        """Whether a caseload can be reckoned: groups cannot while their size is not known."""
        return not load.groups or self.group_size is not None


class Week(Record, kw_only=False):
    """One practitioner's week, in hours by kind of work."""

    sessions: float = 0
    preparation: float = 0
    notes: float = 0
    travel: float = 0
    supervision: float = 0
    monitoring: float = 0
    training: float = 0
    reviews: float = 0

    @property
    def hours(self) -> float:
        """All hours of the week together."""
        whole: float = sum(vars(self).values())
        return whole


def sum_weeks(weeks: Sequence[Week]) -> Week:
    """Several weeks' hours, kind by kind."""
    return Week(*map(sum, zip(*(vars(one).values() for one in weeks), strict=True)))


def week_of(patients: float, groups: float, rates: Rates, seats: float | None = None) -> Week:
    """What so many individual patients and groups take a practitioner in a week.

    `seats` are the patients of these groups that fall to this leader; without it, those of full
    groups with all their leaders.

    need = [n f (S+P+D+T) + g (Sg+Pg) + D s + V] / 60 + monitoring (n + s) / (60 weeks)

    where s is g m/L for full groups: docs/ledger.md says what the letters stand for.
    """
    if seats is None:
        seats = groups * (rates.group_size or 0) / max(rates.group_leaders, 1)
    sessions = patients * rates.sessions_a_week
    followed = patients + seats
    rounds = rates.monitoring / rates.monitoring_weeks if rates.monitoring_weeks > 0 else 0
    return Week(
        sessions=(sessions * rates.session + groups * rates.group_session) / MINUTES,
        preparation=(sessions * rates.preparation + groups * rates.group_preparation) / MINUTES,
        notes=(sessions + seats) * rates.notes / MINUTES,
        travel=sessions * rates.travel / MINUTES,
        supervision=rates.supervision / MINUTES if patients or groups else 0,
        monitoring=followed * rounds / MINUTES,
    )


def known_number(name: str, plan: Plan, template: Template) -> float | None:
    """A number of the practice as this service reckons: its answer, its own number, the template's.

    None where there is none of these: what rests on it is not known then.
    """
    answered = gathered(plan, template).number(ANSWERED_BY.get(name, ""))
    if answered is not None:
        return answered
    own, given = plan.assumptions.get(name), template.practice.numbers.get(name)
    return given.number if own is None and given else own


def number_of(name: str, plan: Plan, template: Template) -> float:
    """One of NUMBERS, which every template gives. Raises KeyError for one that is not known."""
    found = known_number(name, plan, template)
    if found is None:
        raise KeyError(name)
    return found


def uncounted(names: Sequence[str], plan: Plan, template: Template) -> tuple[str, ...]:
    """Of these numbers the ones that nobody has given, neither the template nor the service."""
    return tuple(name for name in names if known_number(name, plan, template) is None)


def rates_of(plan: Plan, template: Template) -> Rates:
    """The rates this service reckons with."""
    inputs = gathered(plan, template)

    def number(name: str) -> float:
        return number_of(name, plan, template)

    return Rates(
        sessions_a_week=number("sessions_a_week"),
        session=number("session_minutes"),
        preparation=number("preparation_minutes"),
        notes=number("notes_minutes"),
        travel=number("travel_minutes"),
        group_session=_group_minutes(plan, template),
        group_preparation=number("group_preparation_minutes"),
        group_size=known_number("group_size", plan, template),
        group_leaders=number("group_leaders"),
        supervision=number("supervision_minutes"),
        monitoring=inputs.number("monitoring_minutes") or 0,
        monitoring_weeks=inputs.number("monitoring_weeks") or 0,
    )


def _group_minutes(plan: Plan, template: Template) -> float:
    """A group session lasts as long as answered where only groups are held, else its default."""
    inputs = gathered(plan, template)
    answered = inputs.number("session_minutes")
    if inputs.plan.get("session_format") == "group" and answered is not None:
        return answered
    return number_of("group_session_minutes", plan, template)


class Caseload(Record, kw_only=False):
    """How many individual patients and groups a practitioner takes."""

    patients: float
    groups: float


def caseload_of(who: str, inputs: Inputs) -> Caseload | None:
    """A practitioner's planned caseload: the own numbers, else those for all; None if not said."""
    form = inputs.plan.get("session_format")
    patients = _own_or_all(who, "patients", "patients_each", inputs)
    groups = _own_or_all(who, "groups", "groups_each", inputs)
    if form == "group":
        return Caseload(0, 1 if groups is None else groups)
    if patients is None and groups is None:
        return None
    if form == "individual":
        return None if patients is None else Caseload(patients, 0)
    return Caseload(patients or 0, groups or 0)


def _own_or_all(who: str, own: str, everyone: str, inputs: Inputs) -> float | None:
    mine = inputs.person_number(who, own)
    return inputs.number(everyone) if mine is None else mine
