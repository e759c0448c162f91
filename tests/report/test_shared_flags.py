"""A shared document keeps what a flag says where that tells nothing about anyone."""

import pytest

from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.context import ReportContext, context_of
from readiness.report.outline import outline
from tests.domain.made import START, TODAY, imr, team

TEMPLATE = imr()
HIDDEN = "A flag is up about"


def shared(plan: Plan) -> ReportContext:
    return context_of(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY, is_shared=True)


def told(plan: Plan, item: str) -> str:
    context = shared(plan)
    flag = context.review.items[item].flag
    assert flag is not None
    return context.says(flag)


def plan_of(item: str, **parts: object) -> Plan:
    plan = Plan(template="imr", start=START, months=12)
    for name, value in parts.items():
        plan = plan.answering(item, name, value)  # type: ignore[arg-type]
    return plan


@pytest.mark.parametrize(
    ("plan", "item", "says"),
    [
        (plan_of("MON-06", value="no"), "MON-06", "Nothing says which result makes you go on"),
        (plan_of("CAP-10", money="no"), "CAP-10", "The money is not secured"),
        (plan_of("CAP-10", money="yes", room="partly"), "CAP-10", ": only partly in place."),
        (
            plan_of("INC-04", value=12).answering("INC-03", "eligible", 10),
            "INC-04",
            "needs 12 patients; only 10 meet",
        ),
        (
            plan_of("CAP-06")
            .answering_row("CAP-06", "1", "supervisor", "QX")
            .answering_row("CAP-06", "1", "until", START),
            "CAP-06",
            "Supervision ends on 11 January 2027; the period runs until 11 January 2028.",
        ),
    ],
)
def test_what_tells_nothing_about_anyone_is_kept(plan: Plan, item: str, says: str) -> None:
    assert says in told(plan, item)


@pytest.mark.parametrize(
    ("plan", "item"),
    [
        (team("QX", hours=1), "CAP-01"),
        (plan_of("INC-04", value=12).answering("INC-03", "eligible", 4), "INC-04"),
        (plan_of("GOAL-06", value="never"), "GOAL-06"),
        (plan_of("GOAL-05", leader="yes", staff="no"), "GOAL-05"),
        (plan_of("GOAL-05", leader="partly", staff="yes"), "GOAL-05"),
        (plan_of("SEL-05", value="no"), "SEL-05"),
        (plan_of("SEL-10", champion="QX"), "SEL-10"),
        (
            plan_of("GOAL-06", stance="against it").answering("GOAL-10", "level_above", "no"),
            "GOAL-10",
        ),
    ],
)
def test_what_tells_something_about_someone_is_not(plan: Plan, item: str) -> None:
    if item == "SEL-10":
        plan = plan.answering("GOAL-03", "leader", "no")
    assert told(plan, item).startswith(HIDDEN)


def test_what_was_accepted_and_is_something_else_today_is_no_longer_accepted() -> None:
    plan = plan_of("MON-06", value="no")
    for says, is_accepted in (
        ("Nothing says which result makes you go on, adjust or stop.", True),
        ("It said something else.", False),
    ):
        taken = accepting(plan, "MON-06R", says, "Known", "QX", TODAY)
        made = outline(TEMPLATE, taken, review(TEMPLATE, taken, TODAY), TODAY, is_shared=True)
        words = str(made)
        assert ("= red, accepted" in words) is is_accepted
        assert "QX" not in words
