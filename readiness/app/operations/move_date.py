"""Proposed dates of the calendar: moved, moved back, taken over as answers."""

from __future__ import annotations

from dataclasses import replace

from readiness.app.operations.effect import Effect, done, refused, unchanged
from readiness.app.session import Session
from readiness.domain.kinds.days import typed_day
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.act import Act
from readiness.domain.schedule.calendar import Event, is_asked_for, taking_over


def move(session: Session, event: Event, said: str) -> Effect:
    """Let a proposed date lie on another day, which a person typed."""
    found = typed_day(said, session.frame)
    day = None if isinstance(found, InvalidValue) else found
    act = Act(kind="move", item=event.item, what=event.what, day=day)
    if not event.id:
        return refused(session, "not proposed", act)
    if isinstance(found, InvalidValue):
        return replace(unchanged(session, act), invalid=found)
    if day is None:
        return refused(session, "no date", act.model_copy(update={"what": said.strip()}))
    return done(session, session.plan.moving(event.id, day), act)


def move_back(session: Session, event: Event) -> Effect:
    """Let a date that was moved lie where it is proposed."""
    act = Act(kind="move back", item=event.item, what=event.what)
    if event.kind != "moved":
        return refused(session, "not moved" if event.id else "not proposed", act)
    return done(session, session.plan.moving(event.id, None), act)


def take_over(session: Session, event: Event) -> Effect:
    """Make an answer of a proposed date, where a question asks for it."""
    act = Act(kind="take over", item=event.item, what=event.what, day=event.day)
    if not event.id:
        return refused(session, "not proposed", act)
    if not is_asked_for(session.template, event):
        return refused(session, "not asked for", act)
    plan = taking_over(session.plan, session.template, event)
    return done(session, plan.moving(event.id, None), act)
