"""X-rays of what the arithmetic rests on: groups without leaders, weeks and hours nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.capacity.capacity import number_of
from readiness.domain.capacity.groups import Group, groups_of, leaving_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import as_number
from readiness.domain.rules.shortfalls import own_reviewers
from readiness.domain.xrays.finding import CheckContext, Finding
from readiness.i18n.language import _, n_
from readiness.i18n.words import listed


def caseload_findings(case: CheckContext) -> Iterator[Finding]:
    """What does not fit in groups, weeks and hours, or is less than the practice asks."""
    groups = groups_of(case.plan, case.template)
    yield from _leaders(case, groups)
    yield from _leaving(case, groups)
    yield from _parts(case, groups)
    yield from _weeks(case)
    yield from _hours(case)
    yield from _less(case)


def _leaders(case: CheckContext, groups: tuple[Group, ...]) -> Iterator[Finding]:
    """Groups that have fewer leaders than lead one together: half groups and pairs of one."""
    few = [group for group in groups if len(group.leaders) < group.wanted]
    if not few:
        return
    says = n_(
        "The numbers do not make whole groups: {n} of {groups} has fewer leaders than the {wanted} "
        "who lead one together ({who}).",
        "The numbers do not make whole groups: {n} of {groups} have fewer leaders than the "
        "{wanted} who lead one together ({who}).",
        len(few),
    )
    todo = _("Plan whole groups: one more leader, or fewer groups for each practitioner.")
    who = "; ".join(listed(group.leaders) for group in few)
    values = {"n": len(few), "groups": len(groups), "wanted": few[0].wanted, "who": who}
    yield case.finding("group-without-leaders", "warning", says, todo, "groups_each", **values)


def _leaving(case: CheckContext, groups: tuple[Group, ...]) -> Iterator[Finding]:
    """From when a group goes on with fewer leaders, or with none."""
    end = case.day("end")
    for group in groups if end is not None else ():
        left = list(group.leaders)
        for day, who in leaving_of(group, case.inputs, end or date.max):
            left.remove(who)
            values: dict[str, object] = {"date": day, "size": group.size, "who": who}
            says = _("From {date} a group of {size} has no leader left: {who} leaves.")
            todo = _("Plan who leads it on, or let it end before.")
            if left:
                says = _(
                    "From {date} a group of {size} has {n} of {wanted} leaders: {who} leaves, and "
                    "{left} leads it on with all of its notes."
                )
                if len(left) > 1:
                    says = _(
                        "From {date} a group of {size} has {n} of {wanted} leaders: {who} leaves, "
                        "and {left} lead it on."
                    )
                todo = _("Train a second leader in time, or let the group end before.")
                values |= {"n": len(left), "wanted": group.wanted, "left": left}
            ref = case.ref("leaves").model_copy(update={"person": who})
            yield case.finding("group-loses-leader", "warning", says, todo, ref, **values)


def _parts(case: CheckContext, groups: tuple[Group, ...]) -> Iterator[Finding]:
    """Rounds of groups that fill no whole groups, and numbers of groups that are not whole."""
    if not groups:
        return
    size, is_grouped = groups[0].size, case.inputs.plan.get("session_format") == "group"
    for key, fields in case.plan.rounds.items() if is_grouped else ():
        patients = as_number(fields.get("patients")) or 0
        if patients % size:
            says = _("A round of {n} patients makes no whole groups of {size}.")
            todo = _("Start whole groups, or say how many patients are in one.")
            ref = FieldRef(table="rounds", entry=key, part="patients")
            values = {"n": patients, "size": size}
            yield case.finding("round-of-part-groups", "remark", says, todo, ref, **values)
    for who in case.plan.people:
        own = case.inputs.person_number(who, "groups")
        led = case.inputs.number("groups_each") if own is None else own
        if led is not None and not led.is_integer():
            says = _("{who} leads {n} groups, and a group is one whole thing.")
            todo = _("Write how many groups it is; it is reckoned as the next whole number.")
            ref = case.ref("groups_each")
            yield case.finding("part-of-a-group", "warning", says, todo, ref, who=who, n=led)


def _weeks(case: CheckContext) -> Iterator[Finding]:
    """More weeks with sessions, as answered, than the period has."""
    weeks = case.inputs.number("weeks_deliverable")
    there_are = case.number("period_weeks")
    if weeks is not None and there_are is not None and weeks > there_are:
        says = _("There are sessions in {n} weeks, it says, and the period has {weeks}.")
        todo = _("Correct the number of weeks, or the length of the period.")
        ref, values = case.ref("weeks_deliverable"), {"n": weeks, "weeks": there_are}
        yield case.finding("weeks-beyond-period", "error", says, todo, ref, **values)


def _hours(case: CheckContext) -> Iterator[Finding]:
    """More hours freed for one practitioner than a full working week has."""
    week = number_of("week_hours", case.plan, case.template)
    for who in case.plan.people:
        freed = case.inputs.person_number(who, "hours_freed")
        if freed is not None and freed > week:
            says = _("{who} has {n} hours a week freed, and a full working week has {week}.")
            todo = _("Correct the hours: they are those of one week.")
            ref = case.ref("hours_freed").model_copy(update={"person": who})
            values = {"who": who, "n": freed, "week": week}
            yield case.finding("hours-beyond-week", "error", says, todo, ref, **values)


def _less(case: CheckContext) -> Iterator[Finding]:
    """Less than the practice asks: days of training, supervision, reviewers from outside."""
    booked, missing = case.inputs.dates("training_date"), case.number("training_days_missing")
    if booked and missing:
        says = n_(
            "The practice has {days} days of training, and {n} has a date.",
            "The practice has {days} days of training, and {n} have a date.",
            len(set(booked)),
        )
        todo = _("Book the others too; their hours are reckoned with all the same.")
        values = {"n": len(set(booked)), "days": missing + len(set(booked))}
        yield case.finding("training-in-part", "warning", says, todo, "training_date", **values)
    if case.number("supervision_weeks_over"):
        most = case.template.limit("supervision_weeks_most")
        says = _("There is supervision more seldom than every {n} weeks, as the practice asks.")
        todo, ref = _("Book it more often."), case.ref("supervision_often")
        yield case.finding("supervision-too-seldom", "warning", says, todo, ref, n=most)
    for who in dict.fromkeys(own_reviewers(case.plan, case.inputs)):
        says = _("{who} reviews fidelity and is one of the practitioners.")
        todo = _("Name a reviewer from outside: nobody reviews their own work.")
        yield case.finding("reviewer-from-inside", "warning", says, todo, "review_by", who=who)
