"""The action plan: actions are adopted, done, dropped and taken up again."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, refused
from readiness.app.session import Session
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import DROPPED
from readiness.domain.schedule.actions import (
    actions_for,
    adopting,
    dropping,
    finishing,
    gaps,
    reopening,
)


def adopt(session: Session, item: str) -> Effect:
    """Put what is proposed about a question into the action plan, unless an action is there."""
    plan = session.plan
    there = [one for one in actions_for(plan, item) if one.state != DROPPED]
    if there:
        act = Act(kind="adopt", item=item, table="actions", entry=there[0].key)
        return refused(session, "has an action", act)
    entry, asked = plan.new_entry("actions"), session.template.items[item]
    act = Act(kind="adopt", item=item, table="actions", entry=entry, what=asked.short)
    if item not in gaps(plan, session.review):
        return refused(session, "in place", act)
    return done(session, adopting(plan, item, session.template, session.review), act)


def finish(session: Session, entry: str) -> Effect:
    """Say that an action is done, today."""
    act = Act(kind="finish", table="actions", entry=entry)
    return _changed(session, finishing(session.plan, entry, session.today), act)


def drop(session: Session, entry: str, reason: str) -> Effect:
    """Drop an action, and say why."""
    act = Act(kind="drop", table="actions", entry=entry)
    return _changed(session, dropping(session.plan, entry, reason.strip()), act)


def reopen(session: Session, entry: str) -> Effect:
    """Say that an action is to be done after all."""
    act = Act(kind="reopen", table="actions", entry=entry)
    return _changed(session, reopening(session.plan, entry), act)


def remove_entry(session: Session, table: str, entry: str) -> Effect:
    """Take an action, a closure, an absence or a round out."""
    act = Act(kind="remove entry", table=table, entry=entry)
    return _changed(session, session.plan.without_entry(table, entry), act)


def _changed(session: Session, plan: Plan, act: Act) -> Effect:
    """Go on with the plan, unless somebody took the entry out meanwhile."""
    if act.entry not in session.plan.entries(act.table):
        return refused(session, "no entry", act)
    return done(session, plan, act)
