"""Red flags of facts: corrected, acted on or answered for, and never settled by a majority."""

from __future__ import annotations

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.room_record import acted_on
from readiness.domain.ratings.questions import rater_kind
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import Review


def red_facts(review: Review, plan: Plan, template: Template) -> tuple[Flag, ...]:
    """The red flags of facts that nobody acts on or answers for."""
    return tuple(
        flag
        for flag in review.flags
        if flag.severity == "red"
        and not flag.is_accepted
        and rater_kind(template.items[flag.item]) == "fact"
        and not acted_on(plan, flag.item)
    )
