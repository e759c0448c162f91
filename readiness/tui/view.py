"""What every screen shows: one frozen picture of the session."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import _


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

    def tells_as(self, other: View) -> bool:
        """Whether the plan and what it comes to are as in the other: only the saving may differ."""
        same = (self.plan is other.plan, self.review is other.review, self.did == other.did)
        return all(same) and self.template is other.template


def nothing_left(view: View) -> str:
    """That no question is without an answer, and whether others are not asked."""
    if any(area.left_out for area in view.review.areas.values()):
        return _("Every question that is asked is answered; s asks the full form.")
    return _("Every question is answered.")
