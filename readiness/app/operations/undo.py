"""The last change taken back, and brought back again, with what that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from readiness.app.operations.effect import Effect, refused, unchanged
from readiness.app.session import Session
from readiness.describe.act import sentence
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import changes, renamed, summed

TOLD = 3
"""Changes that are told one by one; our default."""


def undo(session: Session) -> Effect:
    """Take the last change back."""
    effect = _step(session, session.undo, Act(kind="undo"))
    return refused(session, "nothing to undo", effect.act) if not effect.act.what else effect


def redo(session: Session) -> Effect:
    """Bring the last undone change back."""
    effect = _step(session, session.redo, Act(kind="redo"))
    return refused(session, "nothing to redo", effect.act) if not effect.act.what else effect


def _step(session: Session, step: Callable[[], bool], act: Act) -> Effect:
    """Go on to a step that changes something: typing that was refused ends where it began."""
    before, state = session.plan, session.review
    while step() and session.plan == before:
        pass
    told = _renamed(before, session.plan) or _changed(before, session)
    told = told.removesuffix(".")  # the sentence has one
    return replace(unchanged(session, act.model_copy(update={"what": told})), before=state)


def _changed(before: Plan, session: Session) -> str:
    return summed(changes(before, session.plan, session.template), TOLD)


def _renamed(before: Plan, after: Plan) -> str:
    """That a practitioner goes by another name again, where that is all; else empty."""
    found = renamed(before, after)
    if found is None or before.renaming_person(*found) != after:
        return ""
    who, name = found
    return sentence(Act(kind="rename person", who=who, what=name))
