"""What a workshop changes in a plan when it is finished, as one change that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from readiness.domain.checklist.rater import group_words
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import kind_of, validate
from readiness.domain.kinds.value import NO, NOT_SURE, PARTLY, YES, InvalidValue, Value
from readiness.domain.plan.entry_table import EntryTable, next_number
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import DONE, DROPPED, OPEN, date_of, settled_of, text_of
from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.disclosure import SMALLEST_LEAVING
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Agreed, Workshop, join_groups, practitioners, votes
from readiness.domain.record import sealed
from readiness.i18n.dates import plus_months

RECHECKS = (3, 6, 12)
"""Months after a workshop in which it is looked at again; our default."""

FEWEST_ACTIONS, MOST_ACTIONS = 3, 5
"""How many actions a workshop ends with. Ours: of 19 teams that rated together 6 acted, 6 partly
and 7 not (Doyle 2013, 10.1186/1748-5908-8-127), so that few are chosen and each is whole."""

NEEDED = ("actor", "when", "outcome")
"""What each of those actions has to say: who does it, by when, and what it should change."""


def unfit(table: EntryTable, fields: Mapping[str, Value | None]) -> str:
    """Why a plan could not hold what a room said, as one sentence; empty where it can."""
    for name, value in fields.items():
        found = validate(table.parts[name], value) if value is not None else None
        if isinstance(found, InvalidValue):
            return f"{found.why}; {found.todo}."
    return ""


def recorded(
    plan: Plan, workshop: Workshop, template: Template, questions: Mapping[str, Question], day: date
) -> Plan:
    """The plan as a finished workshop leaves it."""
    held: dict[str, Value] = {
        "date": day,
        "roles": "; ".join(f"{role} {one.expected}" for role, one in workshop.roles.items()),
        "took_part": workshop.took_part,
        "asked": len(workshop.asked),
    }
    if workshop.facilitator:
        held["facilitator"] = workshop.facilitator
    plan = plan.entering("workshops", workshop.id, held)
    for item in workshop.asked:
        heard = heard_of(workshop, item)
        if heard is not None and item in questions:
            who, counts = heard
            plan = _fresh(plan, "heard", item, {"workshop": workshop.id, **_heard(who, counts)})
    for item, agreed in workshop.agreed.items():
        plan = _fresh(plan, "agreed", item, {"workshop": workshop.id, **_agreed(agreed)})
        if item in template.items and item in questions:
            plan = answering(plan, item, agreed.answer, (template, questions[item])) or plan
    for fields in workshop.missing.values():
        plan = plan.entering("missing", plan.new_entry("missing"), fields)
    return rechecking(plan, template, day)


def _fresh(plan: Plan, table: str, key: str, fields: Mapping[str, Value]) -> Plan:
    return plan.without_entry(table, key).entering(table, key, fields)


def heard_of(workshop: Workshop, item: str) -> tuple[str, Counts] | None:
    """The group whose counts may leave the room, and the counts: five or more; None where none may.

    The practitioners' group if it is large enough, else all but a leader who is shown alone.
    """
    groups = votes(workshop, item)
    theirs = practitioners(groups)
    named = next((name for name, one in groups.items() if one is theirs), "")
    staff = join_groups(groups, but_leader=True)
    rest = "+".join(name for name in groups if name != "leader")
    for who, counts in ((named, theirs), (rest, staff)):
        if counts is not None and counts.answered >= SMALLEST_LEAVING:
            return who, counts
    return None


def _heard(who: str, counts: Counts) -> dict[str, Value]:
    found: dict[str, Value] = {"who": group_words(who), "of": counts.answered}
    if counts.is_ordered:
        found |= {word: counts.said[word] for word in (YES, PARTLY, NO)}
    else:
        found["said"] = "; ".join(f"{word} {many}" for word, many in counts.said.items() if many)
    return {**found, "unsure": counts.unsure}


def _agreed(agreed: Agreed) -> dict[str, Value]:
    found: dict[str, Value] = {
        "answer": agreed.answer,
        "reason": agreed.reason,
        "against": agreed.against,
    }
    if agreed.look_again is not None:
        found["look_again"] = agreed.look_again
    for name in ("by_leader", "against_votes"):
        if getattr(agreed, name):
            found[name] = YES
    return found


def answering(plan: Plan, item: str, answer: str, about: tuple[Template, Question]) -> Plan | None:
    """The plan with an agreed answer as a question's answer; None where it has no field for it.

    Words that stand in the plan are never replaced by a yes or a no.
    """
    template, question = about
    part = template.items[item].parts.get(question.part)
    if part is not None and kind_of(part).shape == "choice":
        return plan.answering(item, question.part, answer)
    said = plan.answer(item)
    is_empty = not said.parts and not said.rows
    return plan.answering(item, "value", answer) if is_empty and answer in (NO, NOT_SURE) else None


def rechecking(plan: Plan, template: Template, day: date) -> Plan:
    """The plan with the days of RECHECKS, where a question asks when this check is redone."""
    for item, asked in template.items.items():
        for name, part in asked.parts.items():
            kind = kind_of(part)
            if part.feeds == "recheck_dates" and kind.holds_dates and kind.is_many:
                held = plan.answer(item).parts.get(name)
                dates = held if isinstance(held, tuple) else ()
                days = [one for one in dates if isinstance(one, date)]
                more = [plus_months(day, months) for months in RECHECKS]
                whole = tuple(sorted({*days, *more}))
                return plan.answering(item, name, whole)
    return plan


def open_actions(plan: Plan) -> list[str]:
    """The actions that are still to be done, by their keys."""
    over = (DONE, DROPPED)
    return [key for key, one in plan.actions.items() if one.get("state", OPEN) not in over]


def chosen_actions(plan: Plan, dots: Mapping[str, int]) -> list[str]:
    """The actions of a room by their keys: those with the most dots, else all that are open."""
    open_ = open_actions(plan)
    dotted = sorted((key for key in open_ if dots.get(key)), key=lambda key: -dots[key])
    return dotted[:MOST_ACTIONS] if dotted else open_


def unfinished(plan: Plan, keys: Iterable[str]) -> dict[str, list[str]]:
    """What chosen actions still lack, by action."""
    found = {}
    for key in keys:
        fields = plan.actions[key]
        has = {name: bool(settled_of(fields, name)) for name in NEEDED}
        has["when"] = date_of(fields, "when") is not None
        lacks = [name for name in NEEDED if not has[name]]
        if lacks:
            found[key] = lacks
    return found


def acted_on(plan: Plan, item: str) -> bool:
    """Whether an action that is not dropped is about a question."""
    return any(
        text_of(one, "item") == item and one.get("state", OPEN) != DROPPED
        for one in plan.actions.values()
    )


def sealed_missing(
    workshop: Workshop, fields: Mapping[str, Value | None]
) -> Mapping[str, Mapping[str, Value]]:
    """A workshop's missing list with an entry more."""
    kept = {name: one for name, one in fields.items() if one not in (None, "")}
    return sealed({**workshop.missing, next_number(workshop.missing): sealed(kept)})
