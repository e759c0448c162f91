"""What `check` says of a plan after its start: where it stands, what is due, what was promised."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from readiness.cli.spoken import say, wrapped
from readiness.describe.after_start import (
    begun_line,
    due_line,
    not_begun,
    promise_line,
    standing_details,
    standing_line,
    standing_sign,
)
from readiness.describe.trend import trend_lines
from readiness.i18n.language import _

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.followup.standing import Standing
    from readiness.domain.plan.plan import Plan

_FIRST = ("red", "amber", "not recorded", "too few", "on plan")
"""The states that are told, in their order; what is not due yet is left out."""


def is_off_plan(plan: Plan, template: Template, today: date) -> bool:
    """Whether anything is off plan and red, and nobody answers for it."""
    from readiness.domain.followup.course import course_of

    return any(
        one.state == "red" and not (one.acceptance and one.acceptance.still_holds)
        for one in course_of(plan, template, today)
    )


def print_course(plan: Plan, template: Template, today: date, *, is_alone: bool) -> None:
    """Print what happened after the start; nothing before it, unless only that was asked for."""
    from readiness.domain.followup.agenda import due_of
    from readiness.domain.followup.case import case_of
    from readiness.domain.followup.course import course_of
    from readiness.domain.followup.day_one import trend_of
    from readiness.domain.followup.due import grouped
    from readiness.domain.followup.promises import promises

    case = case_of(plan, template, today)
    if case is None:
        if is_alone:
            say(wrapped(not_begun()))
        return
    say(wrapped(begun_line(case), "" if is_alone else "\n"))
    for one in sorted(course_of(plan, template, today), key=_rank):
        if one.state in _FIRST:
            say(wrapped(standing_line(one), f"{standing_sign(one)} {one.id:<7} ", " " * 10))
        for words in standing_details(one, template):
            say(wrapped(words, " " * 10, " " * 12))
    for title, lines in (
        (_("Due"), [due_line(one, many) for one, many in grouped(due_of(plan, template, today))]),
        (_("Promises of the first day"), [promise_line(one) for one in promises(case)]),
        (_("What changed"), list(trend_lines(trend_of(plan, template, today), is_change=True))),
    ):
        if lines:
            say(f"\n{title}")
        for words in lines:
            say(wrapped(words, "  ", "    "))


def _rank(one: Standing) -> int:
    return _FIRST.index(one.state) if one.state in _FIRST else len(_FIRST)


def course_as_json(plan: Plan, template: Template, today: date) -> dict[str, object] | None:
    """The same for programs; None before the start."""
    from readiness.domain.followup.case import case_of
    from readiness.domain.followup.course import course_of
    from readiness.domain.followup.day_one import trend_of
    from readiness.domain.followup.promises import promises

    case = case_of(plan, template, today)
    if case is None:
        return None
    return {
        "standings": [
            {
                **one.model_dump(exclude=("acceptance",)),
                "accepted": bool(one.acceptance and one.acceptance.still_holds),
            }
            for one in course_of(plan, template, today)
        ],
        "promises": [one.model_dump() for one in promises(case)],
        "trend": trend_of(plan, template, today).model_dump(),
    }
