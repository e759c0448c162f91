"""The way through what is wrong: flags that nobody answers for, and what the X-rays find."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import ItemReview, Review
from readiness.domain.xrays.finding import Finding
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import _

ELSEWHERE = ""
"""Stands for what X-rays find that is about no question."""


def no_problem() -> str:
    """That nothing is wrong anywhere."""
    return _("There are no flags, and no X-ray finds anything.")


def way_on(
    plan: Plan, template: Template, state: Review, today: date, after: str | None
) -> tuple[str | None, str]:
    """The next item with a problem, and what an X-ray finds there if no flag says what is wrong."""
    found = xrays(plan, template, state, today)
    item = next_problem(state, found, after)
    one = None if item is None else found_at(item, state, found)
    return item, "" if one is None else _("X-ray: {says} {todo}").format(
        says=one.says, todo=one.todo
    )


def next_problem(state: Review, found: Collection[Finding], after: str | None) -> str | None:
    """The next item with a problem, going round; None if there is none.

    ELSEWHERE is its last stop, where an X-ray finds something that is about no question.
    """
    seen = {one.ref.item for one in found}
    keys = [*state.items, ELSEWHERE]
    turn = keys.index(after) + 1 if after in keys else 0
    return next(
        (
            key
            for key in keys[turn:] + keys[:turn]
            if key in seen or (key in state.items and _is_flagged(state.items[key]))
        ),
        None,
    )


def found_at(item: str, state: Review, found: Collection[Finding]) -> Finding | None:
    """The gravest X-ray that is about an item, where no flag says already what is wrong there."""
    if item in state.items and _is_flagged(state.items[item]):
        return None
    return next((one for one in found if one.ref.item == item), None)


def _is_flagged(one: ItemReview) -> bool:
    return one.flag is not None and not one.flag.is_accepted
