"""The practitioners of a plan: added, renamed, given a role, removed."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, made, refused
from readiness.app.session import Session
from readiness.describe import act as told
from readiness.domain.plan.act import Act, Refusal
from readiness.domain.plan.field_ref import ROLE, FieldRef
from readiness.domain.plan.names import LONGEST_NAME
from readiness.domain.plan.plan import Plan


def add_person(session: Session, who: str, role: str = "") -> Effect:
    """List a practitioner, by initials or role."""
    who = who.strip()
    act = Act(kind="add person", who=who, what=who)
    why = _unfit(session.plan, who)
    if why is not None:
        return refused(session, why, act)
    return made(session, lambda one: one.add_person(who, role), act)


def rename_person(session: Session, who: str, name: str) -> Effect:
    """Call a practitioner by other initials or another role; all that was said stays theirs."""
    name = name.strip()
    act = Act(kind="rename person", who=who, what=name)
    why = _unfit(session.plan, name, who)
    if why is not None:
        return refused(session, why, act)
    return made(session, lambda one: one.rename_person(who, name), act)


def set_role(session: Session, who: str, role: str) -> Effect:
    """Say what a practitioner is, such as nurse; empty for nothing said."""
    act = Act(kind="role", who=who, what=role)
    return made(session, lambda one: one.set(FieldRef(part=ROLE, person=who), role), act)


def remove_person(session: Session, who: str) -> Effect:
    """Take a practitioner out, with all that was said about them."""
    return made(session, lambda one: one.remove_person(who), Act(kind="remove person", who=who))


def unfit_name(plan: Plan, name: str, now: str = "") -> str:
    """Why nobody can be called so, in words; empty where somebody can. `now` is whom it is for."""
    why = _unfit(plan, name.strip(), now)
    return told.refusal(why, Act(kind="add person", what=name.strip())) if why else ""


def _unfit(plan: Plan, name: str, now: str = "") -> Refusal | None:
    others = {one.casefold() for one in plan.people if one != now}
    if not name:
        return "no name"
    if len(name) > LONGEST_NAME:
        return "long name"
    return "name taken" if name.casefold() in others else None
