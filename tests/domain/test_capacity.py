"""The capacity arithmetic against the worked values of the content's part B1."""

import pytest

from readiness.domain.capacity.capacity import rates_of, week_of
from readiness.domain.plan.plan import Plan
from tests.domain.made import imr

RATES = rates_of(Plan(), imr())
"""What the template reckons with."""


@pytest.mark.parametrize(
    ("patients", "hours"), [(1, 2.42), (2, 3.83), (3, 5.25), (5, 8.08), (8, 12.33)]
)
def test_individual_patients_at_45_minutes(patients: int, hours: float) -> None:
    assert week_of(patients, 0, RATES).hours == pytest.approx(hours, abs=0.005)


@pytest.mark.parametrize(
    ("patients", "hours"), [(1, 2.67), (2, 4.33), (3, 6.0), (5, 9.33), (8, 14.33)]
)
def test_individual_patients_at_60_minutes(patients: int, hours: float) -> None:
    assert week_of(patients, 0, RATES.model_copy(update={"session": 60})).hours == pytest.approx(
        hours, abs=0.005
    )


def test_one_group_of_eight_with_two_leaders() -> None:
    assert week_of(0, 1, RATES).hours == pytest.approx(4.17, abs=0.005)


def test_eight_patients_without_supervision_individually_and_in_a_group() -> None:
    rates = RATES.model_copy(update={"supervision": 0})
    assert week_of(8, 0, rates).hours == pytest.approx(11.33, abs=0.005)
    assert 2 * week_of(0, 1, rates).hours == pytest.approx(6.33, abs=0.005)


def test_a_team_of_three_with_two_patients_each_needs_a_third_of_a_post() -> None:
    total = 3 * week_of(2, 0, RATES).hours
    assert total == pytest.approx(11.5)
    assert total / 37.5 == pytest.approx(0.31, abs=0.005)


def test_monitoring_is_spread_over_the_weeks_between_rounds() -> None:
    with_rounds = RATES.model_copy(update={"monitoring": 30, "monitoring_weeks": 13})
    extra = week_of(4, 0, with_rounds).hours - week_of(4, 0, RATES).hours
    assert extra == pytest.approx(4 * 30 / 60 / 13)


def test_nobody_seen_needs_no_hours() -> None:
    assert week_of(0, 0, RATES).hours == 0
