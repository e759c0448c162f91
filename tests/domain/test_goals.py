"""X-rays of goals and decisions, with the numbers worked out by hand."""

from datetime import date

import pytest

from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Plan
from tests.domain.made import START, team
from tests.domain.test_xrays import found

GOAL = "goal-out-of-reach"


def with_fit(plan: Plan, fit: float, goal: Value) -> Plan:
    return plan.answering("INC-03", "eligible", fit).answering("GOAL-01", "patients", goal)


@pytest.mark.parametrize(
    ("fit", "goal", "is_found"),
    [
        (60, 22, False),  # 60 x 0.49 x 0.76 = 22.3: about 22 complete
        (60, 23, True),
        (60, "no", False),
        (60, "not sure", False),
        (0, 1, True),
    ],
)
def test_a_goal_above_those_who_are_likely_to_complete(
    fit: float, goal: Value, *, is_found: bool
) -> None:
    finding = found(with_fit(Plan(start=START), fit, goal)).get(GOAL)
    assert (finding is not None) is is_found
    if finding and fit:
        assert "23 patients who have finished, and about 22 are likely" in finding.says
        assert (finding.gravity, finding.ref.item, finding.ref.part) == (
            "warning",
            "GOAL-01",
            "patients",
        )


def test_a_goal_is_not_held_against_what_nobody_knows() -> None:
    assert GOAL not in found(Plan(start=START).answering("GOAL-01", "patients", 500))


def test_a_goal_above_what_the_caseloads_can_complete() -> None:
    # Three places in a programme of nearly a year: many fit, and no more than three can finish.
    finding = found(with_fit(team("AB", patients=3), 400, 20))[GOAL]
    assert "with these caseloads" in finding.says
    # Within six months nobody can be done; the goal is for twelve, so that says nothing of it.
    assert GOAL not in found(with_fit(team("AB", patients=3, months=6), 400, 20))


@pytest.mark.parametrize(
    ("direction", "go_on", "adjust", "is_found"),
    [
        ("higher", 6, 4, False),
        ("higher", 4, 6, True),
        ("lower", 4, 6, False),
        ("lower", 6, 4, True),
        ("higher", 5, 5, False),
        ("lower", 5, 5, False),
        (None, 4, 6, False),
        ("not sure", 4, 6, False),
        ("higher", None, 6, False),
        ("higher", 4, None, False),
    ],
)
def test_the_limits_lie_the_way_that_is_better(
    direction: Value | None, go_on: Value | None, adjust: Value | None, *, is_found: bool
) -> None:
    plan = Plan(start=START)
    for part, said in (("direction", direction), ("go_on_from", go_on), ("adjust_from", adjust)):
        plan = plan.answering("MON-06", part, said)
    finding = found(plan).get("limits-the-wrong-way-round")
    assert (finding is not None) is is_found
    if finding:
        assert f"You go on from {go_on} and adjust from {adjust}" in finding.says


@pytest.mark.parametrize(
    ("decided", "by_rule", "other", "is_found"),
    [
        ("continues if MON-06 met", date(2028, 1, 31), date(2028, 2, 7), True),
        ("continues if MON-06 met", date(2028, 1, 31), date(2028, 1, 31), False),
        ("continues if MON-06 met", date(2028, 1, 31), None, False),
        ("continues if MON-06 met", None, date(2028, 1, 31), False),
        ("continues", date(2028, 1, 31), date(2026, 10, 1), False),
    ],
)
def test_one_decision_has_one_day(
    decided: str, by_rule: date | None, other: date | None, *, is_found: bool
) -> None:
    plan = Plan(start=START).answering("GOAL-02", "value", decided)
    plan = plan.answering("MON-06", "decided_on", by_rule)
    plan = plan.answering("GOAL-02", "decided_on", other)
    assert ("decided-on-two-days" in found(plan)) is is_found
