"""What the leader decides: to answer for a flag or no longer, to take over what could be."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, not_done, refused
from readiness.app.session import Session
from readiness.domain.capacity.what_if import Variant
from readiness.domain.kinds.registry import interpret
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.acceptance import accepting, withdrawing
from readiness.domain.plan.act import Act
from readiness.domain.plan.tables import ACCEPTED
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import _
from readiness.i18n.words import spoken


def accept(session: Session, flag: Flag, reason: str, by: str) -> Effect:
    """Let someone answer for a flag as it stands now; it takes a reason and a name."""
    reason, by = reason.strip(), by.strip()
    act = Act(kind="accept", item=flag.item, who=by)
    if not reason or not by:
        return refused(session, "no reason", act)
    if all(one.id != flag.id for one in session.review.flags):
        return refused(session, "no flag", act)
    plan = accepting(session.plan, flag.id, flag.recorded, reason, by, session.today)
    return done(session, plan, act)


def look_again(session: Session, flag: Flag, typed: str) -> Effect:
    """Note when an accepted flag is looked at again, from what was typed; nothing takes it out."""
    act, part = Act(kind="record", item=flag.item), ACCEPTED.parts["look_again"]
    if flag.id not in session.plan.accepted:
        return refused(session, "not accepted", act)
    day = interpret(part, typed.strip(), session.frame) if typed.strip() else None
    if isinstance(day, InvalidValue):
        return not_done(session, _("{why}; {todo}.").format(why=day.why, todo=day.todo), act)
    words = _("{id}: no day to look again")
    if day is not None:
        words = _("{id}: look again on {date}")
    what = words.format(id=flag.id, date=spoken(day))
    plan = session.plan.entering("accepted", flag.id, {"look_again": day})
    return done(session, plan, act.model_copy(update={"what": what}))


def withdraw(session: Session, flag: Flag) -> Effect:
    """Let nobody answer for a flag any more."""
    act = Act(kind="withdraw", item=flag.item)
    if flag.id not in session.plan.accepted:
        return refused(session, "not accepted", act)
    return done(session, withdrawing(session.plan, flag.id), act)


def take_over(session: Session, variant: Variant) -> Effect:
    """Make what could be the plan, in one step."""
    return done(session, variant.plan, Act(kind="what if", what=variant.words))
