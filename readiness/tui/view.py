"""What every screen shows: one frozen picture of the session."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review


@dataclass(frozen=True)
class View:
    """The plan, its review, and how saving went."""

    plan: Plan
    """The plan as it is."""
    review: Review
    """Its state."""
    template: Template
    """What is asked."""
    saved: str = ""
    """When it was saved, in words."""
    trouble: str = ""
    """Why it could not be saved, in words."""
    did: tuple[str, ...] = ()
    """What the changes did that were made since the person came to this place, in sentences."""
