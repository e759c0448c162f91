"""The way through what is wrong leads to flags and to X-rays, and leaves out nothing."""

from datetime import date

from readiness.describe.finding import ELSEWHERE, found_at, next_problem
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.domain.xrays.finding import Finding
from readiness.domain.xrays.findings import xrays
from tests.domain.made import START, TODAY, imr

TEMPLATE = imr()


def looked(plan: Plan) -> tuple[Review, list[Finding]]:
    state = review(TEMPLATE, plan, TODAY)
    return state, xrays(plan, TEMPLATE, state, TODAY)


def test_the_way_through_problems_stops_at_flags_at_x_rays_and_at_the_rest() -> None:
    plan = Plan(template="imr", start=START).answering("INC-01", "value", "no")
    plan = plan.answering_row("MON-01", "1", "date", TODAY)  # a review before the start
    state, found = looked(plan.entering("actions", "1", {"name": "Ask"}))
    way, at = [], next_problem(state, found, None)
    while at is not None and at not in way:
        way.append(at)
        at = next_problem(state, found, at)
    assert at == way[0]
    assert {"INC-01", "MON-01"} <= set(way)
    assert way.index("INC-01") < way.index("MON-01")
    assert way[-1] == ELSEWHERE


def test_an_x_ray_is_told_where_no_flag_says_what_is_wrong() -> None:
    plan = Plan(template="imr", start=START).answering("MON-02", "value", (date(2026, 12, 1),))
    state, found = looked(plan)
    assert state.items["MON-02"].flag is None
    one = found_at("MON-02", state, found)
    assert one is not None
    assert "2026" in one.says
    flagged, _found = looked(plan.answering("INC-01", "value", "no"))
    assert found_at("INC-01", flagged, found) is None
    assert next_problem(*looked(Plan(template="imr")), None) is None
