"""The id of a plan: made once, by the first act that needs it, and never changed."""

from __future__ import annotations

import uuid

from readiness.app.session import Session


def give_id(session: Session) -> str:
    """The plan's id; one is made and saved where there is none. It is no step of undo."""
    plan = session.plan
    if not plan.id:
        session.amend(plan.model_copy(update={"id": str(uuid.uuid4())}))
        session.save()
    return session.plan.id
