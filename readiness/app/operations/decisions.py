"""What the leader decides: to answer for a flag or no longer, to take over what could be."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, not_done, refused
from readiness.app.session import Session
from readiness.domain.capacity.what_if import Variant
from readiness.domain.followup.course import course_of
from readiness.domain.kinds.registry import interpret
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.acceptance import accepting, withdrawing
from readiness.domain.plan.act import Act
from readiness.domain.plan.tables import ACCEPTED
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import _, in_english
from readiness.i18n.words import spoken


def accept(session: Session, flag: Flag, reason: str, by: str) -> Effect:
    """Let someone answer for a flag as it stands now; it takes a reason and a name."""
    is_up = any(one.id == flag.id for one in session.review.flags)
    up = (flag.id, flag.recorded) if is_up else None
    return _accepted(session, Act(kind="accept", item=flag.item, who=by.strip()), up, reason)


def accept_standing(session: Session, rule: str, reason: str, by: str) -> Effect:
    """Let someone answer for a rule after the start that is off plan, as it stands now."""
    with in_english():  # as an acceptance keeps it, whatever language is spoken
        found = course_of(session.plan, session.template, session.today)
    standing = next((one for one in found if one.id == rule and one.is_off_plan), None)
    up = (standing.flag, standing.says) if standing is not None else None
    return _accepted(session, Act(kind="accept", item=rule, who=by.strip()), up, reason)


def _accepted(session: Session, act: Act, up: tuple[str, str] | None, reason: str) -> Effect:
    """Accept the flag of this id that says this, if any is up."""
    if not reason.strip() or not act.who:
        return refused(session, "no reason", act)
    if up is None:
        return refused(session, "no flag", act)
    plan = accepting(session.plan, *up, reason.strip(), act.who, session.today)
    return done(session, plan, act)


def look_again(session: Session, flag: str, typed: str) -> Effect:
    """Note when an accepted flag is looked at again, from what was typed; nothing takes it out."""
    act, part = Act(kind="record", item=flag[:-1]), ACCEPTED.parts["look_again"]
    if flag not in session.plan.accepted:
        return refused(session, "not accepted", act)
    day = interpret(part, typed.strip(), session.frame) if typed.strip() else None
    if isinstance(day, InvalidValue):
        return not_done(session, _("{why}; {todo}.").format(why=day.why, todo=day.todo), act)
    words = _("{id}: no day to look again")
    if day is not None:
        words = _("{id}: look again on {date}")
    what = words.format(id=flag, date=spoken(day))
    plan = session.plan.entering("accepted", flag, {"look_again": day})
    return done(session, plan, act.model_copy(update={"what": what}))


def withdraw(session: Session, flag: str) -> Effect:
    """Let nobody answer for a flag any more, by its name such as SEL-03R."""
    act = Act(kind="withdraw", item=flag[:-1])
    if flag not in session.plan.accepted:
        return refused(session, "not accepted", act)
    return done(session, withdrawing(session.plan, flag), act)


def take_variant(session: Session, variant: Variant) -> Effect:
    """Make what could be the plan, in one step."""
    return done(session, variant.plan, Act(kind="what if", what=variant.words))
