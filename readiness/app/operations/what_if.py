"""What could be, taken over into the plan."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done
from readiness.app.session import Session
from readiness.domain.capacity.what_if import Variant
from readiness.domain.plan.act import Act


def take_over(session: Session, variant: Variant) -> Effect:
    """Make what could be the plan, in one step."""
    return done(session, variant.plan, Act(kind="what if", what=variant.words))
