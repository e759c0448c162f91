"""Answering for a flag, and no longer doing so."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, refused
from readiness.app.session import Session
from readiness.domain.plan.acceptance import accepting, withdrawing
from readiness.domain.plan.act import Act
from readiness.domain.rules.flags import Flag


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


def withdraw(session: Session, flag: Flag) -> Effect:
    """Let nobody answer for a flag any more."""
    act = Act(kind="withdraw", item=flag.item)
    if flag.id not in session.plan.accepted:
        return refused(session, "not accepted", act)
    return done(session, withdrawing(session.plan, flag.id), act)
