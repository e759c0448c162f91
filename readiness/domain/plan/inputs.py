"""The inputs of the arithmetic: what the answers feed, by name, whatever item asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import counted
from readiness.domain.kinds.value import NO, NOT_SURE, Value
from readiness.domain.memo import memo
from readiness.domain.plan.field_ref import LEFT, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.record import NONE, Record

PLAN_INPUTS: Mapping[str, str] = {
    "session_format": "individual, group or both",
    "session_minutes": "minutes of one session",
    "patients_each": "patients each practitioner sees individually",
    "groups_each": "groups each practitioner leads",
    "group_size": "patients in a group",
    "group_leaders": "practitioners who lead a group together",
    "population": "patients in the target group, where nobody could count",
    "eligible": "current patients who meet the criteria",
    "eligible_counted_on": "when they were counted",
    "eligible_method": "how they were counted",
    "first_round": "patients who start in the first round",
    "staying": "trained practitioners still there at the end, as answered",
    "champion": "the champion",
    "champion_deputy": "the champion's deputy",
    "leader": "the accountable leader",
    "leader_deputy": "the leader's deputy",
    "leader_leaves": "when the leader leaves",
    "weeks_deliverable": "weeks in which sessions can be held, as answered",
    "monitoring_minutes": "minutes of monitoring per patient and round",
    "monitoring_weeks": "weeks between two rounds of monitoring",
    "feedback_dates": "when results of a fidelity review are heard",
    "results_freq": "how often practitioners see the results",
    "results_date": "when they see them next",
    "recheck_dates": "when this check is redone",
    "capacity_check_dates": "when the hours are checked again",
    "checkin_dates": "when leader and practitioners meet about it",
    "going_on": "what is decided about going on",
    "decision_rule": "which result makes it go on, be adjusted or stop",
    "decision_date": "when it is decided whether to continue",
    "successor": "who takes over",
    "successor_trained": "when the successor is trained",
    "supervisor_after": "who supervises in the year after the period",
    "reviewer_after": "who reviews fidelity in the year after the period",
    "outside_support": "support from outside the service, beside supervision",
    "successor_hours": "hours a week that are freed for the successor",
    "also_brought_in": "what else is brought in at the same time",
    "cost": "what it costs in the whole period, in the service's own currency",
    "meets_disappointment": "who meets patients who are disappointed early on",
    "goal_patients": "patients who are to have finished within 12 months",
    "need": "which need the practice answers",
    "continuation_decider": "who decides on going on after the project",
    "continuation_date": "when that is decided",
    "decider": "who decides by the rule for going on",
    "decision_measure": "the measure by which that is decided",
    "decision_least": "the least number of patients by which that is decided",
    "monthly_counts": "what is counted each month",
    "decision_direction": "whether more or less of it is better: higher or lower",
    "go_on_from": "the result from which the service goes on",
    "adjust_from": "the result from which it adjusts; a poorer one is for stopping",
    "briefing_date": "when other staff are told",
}
"""Fields answered once for the plan."""

PERSON_INPUTS: Mapping[str, str] = {
    "leaves": "when the practitioner leaves the role",
    "briefed": "whether the practitioner was briefed",
    "willing": "whether the practitioner wants to",
    "suitable_patients": "suitable patients the practitioner meets",
    "hours_freed": "hours a week that are freed",
    "trained": "whether the practitioner is trained, or booked for training",
    "taken_off": "what was taken off the list",
    "preparation_in_hours": "whether preparation is done in working hours",
    "patients": "own number of patients, where it differs",
    "groups": "own number of groups, where it differs",
}
"""Fields answered for each practitioner."""

ROW_INPUTS: Mapping[str, str] = {
    "training_date": "days of training",
    "training_in_hours": "whether a day of training lies inside working hours",
    "supervision_until": "until when supervision is booked",
    "supervisor": "who supervises",
    "supervision_often": "how often there is supervision",
    "review_date": "days of fidelity review",
    "review_by": "who reviews fidelity",
    "obstacle": "obstacles the leader removes",
    "obstacle_actor": "who removes an obstacle",
    "obstacle_date": "when it is removed",
    "recruiter": "who asks patients",
    "recruit_date": "when patients are asked",
    "measure": "what is measured",
}
"""Fields answered once for each row of a table."""

INPUTS = {**PLAN_INPUTS, **PERSON_INPUTS, **ROW_INPUTS}


class Inputs(Record, kw_only=False):
    """The answers that feed the arithmetic, by input name. `no` stands where there is none."""

    plan: Mapping[str, Value] = NONE
    people: Mapping[str, Mapping[str, Value]] = NONE
    rows: Mapping[str, tuple[Value, ...]] = NONE
    records: tuple[Mapping[str, Value], ...] = ()
    """Every row of every table, by input name, so that what belongs together stays together."""

    def recorded(self, name: str) -> list[Mapping[str, Value]]:
        """The rows in which this input was given."""
        return [record for record in self.records if name in record]

    def number(self, name: str) -> float | None:
        """A number that was given for the plan; `no` counts as none given."""
        return as_number(self.plan.get(name))

    def person_number(self, who: str, name: str) -> float | None:
        """A number that was given for a practitioner; `no` is 0."""
        said = self.people.get(who, {}).get(name)
        return 0.0 if said == NO else as_number(said)

    def date(self, name: str) -> dt.date | None:
        """A date that was given for the plan."""
        said = self.plan.get(name)
        return said if isinstance(said, dt.date) else None

    def dates(self, name: str) -> list[dt.date]:
        """All dates that were given under this name, in rows or in a list, sorted."""
        found = [*self.rows.get(name, ()), *_many(self.plan.get(name))]
        return sorted(day for day in found if isinstance(day, dt.date))


def as_number(said: object) -> float | None:
    """A number, or None for anything else."""
    if isinstance(said, bool) or not isinstance(said, int | float):
        return None
    return float(said)


def _many(said: object) -> tuple[object, ...]:
    return said if isinstance(said, tuple) else (said,)


def for_everyone(plan: Plan, key: str, item: Item, part: str) -> Value | None:
    """The answer given at the item for every practitioner, if this field takes one."""
    said = plan.answer(key).parts.get("value")
    return said if said is not None and item.everyone_part == part else None


@memo
def gathered(plan: Plan, template: Template) -> Inputs:
    """Everything the answers feed."""
    given: dict[str, Value] = {}
    people: dict[str, dict[str, Value]] = {who: {} for who in plan.people}
    rows: dict[str, list[Value]] = {}
    records: list[Mapping[str, Value]] = []
    for key, item in template.items.items():
        answer = plan.answer(key)
        for name, part in _feeding(item.parts):
            said = answer.parts.get(name, NO if answer.word == NO else None)
            _keep(given, part, said)
        for _name, part in _feeding(item.row_parts):
            rows.setdefault(part.feeds, [])
        for row in answer.rows.values():
            found: dict[str, Value] = {}
            for name, part in _feeding(item.row_parts):
                _keep(found, part, row.get(name))
            for feed, value in found.items():
                rows[feed].append(value)
            records.append(found)
        for name, part in _feeding(item.person_parts):
            everyone = for_everyone(plan, key, item, name)
            for who, person in plan.people.items():
                _keep(people[who], part, person.parts.get(name, everyone))
    _see_who_left(plan, people)
    return Inputs(
        plan=given,
        people=people,
        rows={feed: tuple(column) for feed, column in rows.items()},
        records=tuple(records),
    )


def input_ref(template: Template, feed: str) -> FieldRef | None:
    """The first field that answers an input, whichever row or practitioner it is answered for.

    None where the template asks for it nowhere.
    """
    return _first_fields(template).get(feed)


@memo
def _first_fields(template: Template) -> Mapping[str, FieldRef]:
    """By input, the first field that answers it."""
    found: dict[str, FieldRef] = {}
    for key, item in template.items.items():
        for parts in (item.parts, item.person_parts, item.row_parts):
            for name, part in _feeding(parts):
                found.setdefault(part.feeds, FieldRef(key, name))
    return found


def asks_for(parts: Mapping[str, Part], feed: str) -> bool:
    """Whether one of these fields answers an input."""
    return any(part.feeds == feed for _name, part in _feeding(parts))


def _see_who_left(plan: Plan, people: dict[str, dict[str, Value]]) -> None:
    """Reckon with those who left until that day, whatever was expected of them."""
    for who, person in plan.people.items():
        left = person.parts.get(LEFT)
        if isinstance(left, dt.date):
            people[who]["leaves"] = left


def _feeding(parts: Mapping[str, Part]) -> Iterator[tuple[str, Part]]:
    return ((name, part) for name, part in parts.items() if part.feeds)


def _keep(into: dict[str, Value], part: Part, said: Value | None) -> None:
    counts = None if said is None or said == NOT_SURE else counted(part, said)
    if counts is not None:
        into[part.feeds] = counts
