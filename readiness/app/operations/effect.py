"""What an operation came to: done, with what followed; or not, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from readiness.app.keeper import Outcome
from readiness.app.session import Session
from readiness.describe import act as told
from readiness.describe.consequences import consequences
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.act import Act, Refusal
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review


@dataclass(frozen=True)
class Effect:
    """What an act came to. Where it was refused, or does not fit, the plan is as before."""

    act: Act
    before: Review
    after: Review
    template: Template
    refusal: Refusal | None = None
    invalid: InvalidValue | None = None
    trouble: str = ""
    """Why it could not be done, in words, such as a file that cannot be written; else empty."""
    saved: Outcome | None = None
    """What became of the save that belongs to it, where one does."""

    @property
    def is_done(self) -> bool:
        """Whether it was done."""
        return self.refusal is None and self.invalid is None and not self.trouble

    @property
    def said(self) -> str:
        """What was done, or why not, as one sentence in the language spoken."""
        if self.refusal is not None:
            return told.refusal(self.refusal, self.act)
        if self.trouble:
            return self.trouble
        return told.sentence(self.act) if self.invalid is None else told.not_kept(self.invalid)

    @property
    def consequences(self) -> list[str]:
        """What followed from it, the gravest first, one sentence each."""
        return consequences(self.before, self.after, self.template)


def done(session: Session, plan: Plan, act: Act) -> Effect:
    """Go on with another state of the plan, as one step back."""
    return try_change(session, lambda one: one.take(plan), act)


def try_change(session: Session, change: Callable[[Session], object], act: Act) -> Effect:
    """Make a change, unless it brings more into the plan than that may hold."""
    before = session.review
    found = session.attempt(change)
    invalid = found if isinstance(found, InvalidValue) else None
    return Effect(act, before, session.review, session.template, invalid=invalid)


def refused(session: Session, why: Refusal, act: Act) -> Effect:
    """Leave the plan as it is."""
    return replace(unchanged(session, act), refusal=why)


def not_done(session: Session, why: str, act: Act) -> Effect:
    """Leave the plan as it is, for a reason in words."""
    return replace(unchanged(session, act), trouble=why)


def unchanged(session: Session, act: Act) -> Effect:
    """What an act came to that left the plan as it is."""
    return Effect(act, session.review, session.review, session.template)
