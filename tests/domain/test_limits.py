"""Limits follow the length of the period, from six to thirty-six months."""

from datetime import date

import pytest

from readiness.domain.capacity.rhythm import limit_of, months_of
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.proposals import proposals
from readiness.i18n.dates import plus_months, plus_weeks
from tests.domain.made import START, TODAY, imr

TEMPLATE = imr()


def period(months: int) -> Plan:
    return Plan(template="imr", start=START, months=months)


@pytest.mark.parametrize(
    ("months", "checkins", "checks", "reviews", "rechecks", "last"),
    [
        # One check-in every four weeks makes 13 in a year, of which 10 are enough.
        (6, 4, 2, 1, 2, 5),
        (12, 10, 4, 2, 3, 10),
        (18, 14, 6, 3, 4, 15),
        (24, 20, 8, 4, 5, 20),
        (36, 30, 12, 6, 7, 30),
    ],
)
def test_so_many_dates_are_enough_for_so_many_months(
    months: int, checkins: int, checks: int, reviews: int, rechecks: int, last: int
) -> None:
    plan = period(months)
    limits = {
        "checkins_least": checkins,
        "capacity_checks_least": checks,
        "reviews_least": reviews,
        "rechecks_least": rechecks,
        "last_review_from": last,
        "check_soon_months": 3,
    }
    assert {name: limit_of(name, plan, TEMPLATE) for name in limits} == limits


def test_lists_of_months_go_on_in_their_last_step_and_never_beyond_the_end() -> None:
    def months(name: str, length: int) -> tuple[float, ...]:
        return months_of(name, period(length), TEMPLATE, length)

    assert months("review_months", 36) == (6, 12, 18, 24, 30, 36)
    assert months("review_months", 12) == (6, 12)
    assert months("review_months", 5) == (5,)
    assert months("recheck_months", 24) == (3, 6, 12, 18, 24)
    own = period(30).with_value(number_ref("review_months"), 6)
    assert months_of("review_months", own, TEMPLATE, 30) == (6, 18, 30)


def test_dates_are_proposed_over_the_whole_of_a_long_period() -> None:
    found = {one.id: one.day for one in proposals(period(24), TEMPLATE)}
    assert found["fidelity-review-24"] == plus_months(START, 24)
    assert {"hours-check-21", "re-check-18", "outcome-round-24"} <= found.keys()
    assert "fidelity-review-30" not in found


def scheduled(months: int, reviews: list[float], checkins: int) -> Plan:
    plan = period(months).answering("MON-01", "after", "regional centre")
    for number, month in enumerate(reviews, 1):
        plan = plan.answering_row("MON-01", str(number), "date", plus_months(START, month))
        plan = plan.answering_row("MON-01", str(number), "by", "regional centre")
    days = tuple(plus_weeks(START, 4 * number) for number in range(1, checkins + 1))
    return plan.answering("GOAL-07", "value", days)


def test_a_plan_of_six_months_is_ready_with_what_six_months_take() -> None:
    plan = scheduled(6, [3], 6)
    plan = plan.answering_row("MON-01", "2", "date", date(2027, 7, 1))
    plan = plan.answering_row("MON-01", "2", "by", "regional centre")
    plan = plan.answering("CAP-09", "value", (date(2027, 3, 1), date(2027, 6, 1)))
    plan = plan.answering("MON-10", "value", (date(2027, 4, 1), date(2027, 7, 1)))
    state = review(TEMPLATE, plan, TODAY)
    ready = {"MON-01", "GOAL-07", "CAP-09", "MON-10"}
    assert {key for key in ready if state.items[key].status == "ready"} == ready


@pytest.mark.parametrize(
    ("months", "reviews", "checkins", "ready"),
    [
        (24, [6, 12], 10, set[str]()),
        (24, [6, 12, 18, 24], 20, {"MON-01", "GOAL-07"}),
        (36, [6, 12, 18, 24, 30], 29, set[str]()),
        (36, [6, 12, 18, 24, 30, 36], 30, {"MON-01", "GOAL-07"}),
    ],
)
def test_what_is_enough_for_a_year_is_not_for_two(
    months: int, reviews: list[float], checkins: int, ready: set[str]
) -> None:
    state = review(TEMPLATE, scheduled(months, reviews, checkins), TODAY)
    assert {k for k in ("MON-01", "GOAL-07") if state.items[k].status == "ready"} == ready


def test_a_limit_that_follows_a_number_that_is_not_there_stays_what_it_is() -> None:
    for name in ("nothing_weeks", "nothing_months"):
        follows = TEMPLATE.thresholds["checkins_least"].model_copy(update={"follows": name})
        thresholds = {**TEMPLATE.thresholds, "checkins_least": follows}
        template = TEMPLATE.model_copy(update={"thresholds": thresholds})
        assert limit_of("checkins_least", period(24), template) == 10
