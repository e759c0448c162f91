"""The practitioners of a plan: added, renamed, given a role, removed."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, refused, try_change
from readiness.app.session import Session
from readiness.describe import act as told
from readiness.domain.kinds.text import tidied
from readiness.domain.plan.act import Act, Refusal
from readiness.domain.plan.field_ref import ROLE, FieldRef
from readiness.domain.plan.names import LONGEST_NAME, names_in, same_name
from readiness.domain.plan.plan import Plan
from readiness.i18n.words import listed


def add_person(session: Session, who: str, role: str = "") -> Effect:
    """List a practitioner by initials or role, or several who are named in one line.

    All or none of them; several get the same role, and are one step back.
    """
    names = names_in(who) or [""]
    for name in names:
        why = _unfit(session.plan, name)
        if why is not None:
            return refused(session, why, Act(kind="add person", who=name, what=name))
    plan = session.plan
    for name in names:
        plan = plan.with_person(tidied(name), tidied(role))
    return done(session, plan, Act(kind="add person", who=listed(names), what=names[0]))


def rename_person(session: Session, who: str, name: str) -> Effect:
    """Call a practitioner by other initials or another role; all that was said stays theirs."""
    name = name.strip()
    act = Act(kind="rename person", who=who, what=name)
    why = _unfit(session.plan, name, who)
    if why is not None:
        return refused(session, why, act)
    is_there = who in session.plan.people  # somebody may have taken them out meanwhile
    plan = session.plan.renaming_person(who, tidied(name)) if is_there else session.plan
    return done(session, plan, act)


def set_role(session: Session, who: str, role: str) -> Effect:
    """Say what a practitioner is, such as nurse; empty for nothing said."""
    act = Act(kind="role", who=who, what=role)
    return try_change(session, lambda one: one.set(FieldRef(part=ROLE, person=who), role), act)


def remove_person(session: Session, who: str) -> Effect:
    """Take a practitioner out, with all that was said about them."""
    return done(session, session.plan.without_person(who), Act(kind="remove person", who=who))


def unfit_name(plan: Plan, name: str, now: str = "") -> str:
    """Why nobody can be called so, in words; empty where somebody can. `now` is whom it is for."""
    for one in [name.strip()] if now else names_in(name) or [""]:
        why = _unfit(plan, one, now)
        if why:
            return told.refusal(why, Act(kind="add person", what=one))
    return ""


def _unfit(plan: Plan, name: str, now: str = "") -> Refusal | None:
    others = {same_name(one) for one in plan.people if one != now}
    if not name:
        return "no name"
    if len(names_in(name)) > 1:
        return "several names"
    if len(name) > LONGEST_NAME:
        return "long name"
    return "name taken" if same_name(name) in others else None
