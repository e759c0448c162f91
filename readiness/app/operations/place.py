"""Where a person is in a plan, to be remembered until next time."""

from __future__ import annotations

from datetime import datetime

from readiness.app.session import Session
from readiness.storage.memory import Recent


def place_in(session: Session, item: str, now: datetime) -> Recent:
    """A plan as the start screen lists it, with the question that the person is at."""
    state, plan = session.review, session.plan
    return Recent(
        path=session.path,
        plan=plan.plan or plan.service,
        answered=state.answered,
        asked=state.asked,
        form=state.form,
        red=sum(flag.severity == "red" for flag in state.flags),
        when=now,
        item=item,
    )
