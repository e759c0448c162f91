"""Small numbers: every value is from the design page, checked against scipy and statsmodels."""

import math

import pytest

from readiness.describe.monitoring import odds_words, rules
from readiness.domain.followup.chance import (
    agreed_rule,
    at_least,
    at_most,
    events_at_most,
    is_too_few,
    odds,
    one_in,
    share_range,
    verdict,
)
from readiness.domain.followup.scale import agreement, intraclass, weighted_kappa, widest_first
from readiness.domain.plan.inputs import Inputs
from tests.domain.made import imr, team

NR = (5, 4, 5, 5, 2, 4, 3, 4, 4, 3, 3, 2, 3)
KH = (5, 4, 5, 4, 2, 4, 4, 4, 4, 3, 1, 2, 3)
PAIRS = list(zip(NR, KH, strict=True))
SCORES = {f"c{number}": pair for number, pair in enumerate(PAIRS, 1)}


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(4, 8, 0.215, 0.785), (6, 10, 0.313, 0.832), (0, 5, 0, 0.434), (3, 12, 0.089, 0.532)],
)
def test_a_share_of_few_patients_is_a_wide_range(
    count: int, of: int, low: float, high: float
) -> None:
    assert share_range(count, of) == pytest.approx((low, high), abs=0.0005)


def test_few_patients_are_too_few_to_tell() -> None:
    assert is_too_few(4, 4)
    assert is_too_few(6, 10)
    assert not is_too_few(12, 20)


@pytest.mark.parametrize(
    ("planned", "started", "chance"),
    [(12, 6, 0.046), (12, 5, 0.020), (9, 4, 0.055), (6, 2, 0.062), (3, 0, 0.0498)],
)
def test_too_few_starts_by_chance(planned: int, started: int, chance: float) -> None:
    assert events_at_most(started, planned) == pytest.approx(chance, abs=0.0005)


@pytest.mark.parametrize(
    ("dropped", "started", "chance"),
    [(4, 5, 0.031), (6, 8, 0.011), (6, 10, 0.047), (7, 12, 0.039), (3, 5, 0.163), (5, 8, 0.058)],
)
def test_so_many_dropping_out_by_chance(dropped: int, started: int, chance: float) -> None:
    assert at_least(dropped, started, 0.30) == pytest.approx(chance, abs=0.0005)
    assert at_least(3, 3, 0.30) == pytest.approx(0.027)


@pytest.mark.parametrize(("yes", "asked", "chance"), [(0, 6, 0.042), (1, 10, 0.041), (1, 8, 0.096)])
def test_so_few_saying_yes_by_chance(yes: int, asked: int, chance: float) -> None:
    assert at_most(yes, asked, 0.41) == pytest.approx(chance, abs=0.0005)


def test_a_probability_is_said_as_one_in_so_many() -> None:
    assert one_in(0.055) == 18
    assert one_in(0.9) == 1
    assert one_in(1e-9) == one_in(0.0) == 1000


def test_a_large_service_has_chances_too() -> None:
    """Thousands of patients, as in a region: the ways outgrow a float, and what is rare is none."""
    assert at_least(3_000, 10_000, 0.3) == pytest.approx(0.504, abs=0.001)
    assert at_most(3_000, 10_000, 0.3) == pytest.approx(0.504, abs=0.002)
    assert at_least(9_000, 10_000, 0.3) == 0
    assert at_most(0, 10_000, 0.41) == 0
    assert events_at_most(10_000, 10_000) == pytest.approx(0.503, abs=0.001)
    assert events_at_most(100, 5_000) == 0
    assert (at_least(2, 2, 1), at_least(1, 2, 0), at_most(0, 2, 0)) == (1, 0, 1)


def test_two_raters_are_told_in_counts_and_points() -> None:
    found = agreement(SCORES)
    assert found is not None
    assert (found.same, found.within_one, found.rated) == (10, 12, 13)
    assert found.mean_gap == pytest.approx(4 / 13)
    assert found.direction == pytest.approx(47 / 13 - 45 / 13)
    assert found.readable_change == pytest.approx(0.38, abs=0.005)
    assert widest_first(SCORES)[:3] == ["c11", "c4", "c7"]
    assert agreement({}) is None


def test_raters_who_agree_still_leave_small_changes_unreadable() -> None:
    found = agreement({"one": (4, 4), "other": (3, 3)})
    assert found is not None
    assert found.readable_change == pytest.approx(0.2)


def test_coefficients_for_research() -> None:
    assert weighted_kappa(PAIRS, 2) == pytest.approx(0.804, abs=0.0005)
    assert weighted_kappa(PAIRS, 1) == pytest.approx(0.743, abs=0.0005)
    assert intraclass(PAIRS) == pytest.approx(0.816, abs=0.0005)
    assert math.isnan(weighted_kappa([(3, 3), (3, 3)], 2))
    assert math.isnan(intraclass([(3, 3), (3, 3)]))


def test_nearly_all_agreed_and_kappa_is_below_nothing() -> None:
    pairs = [(5.0, 5.0)] * 11 + [(5.0, 4.0), (4.0, 5.0)]
    assert weighted_kappa(pairs, 1) == pytest.approx(-0.083, abs=0.0005)


@pytest.mark.parametrize(
    ("patients", "rule", "share", "told"),
    [
        (10, (6, 4), 0.6, (0.63, 0.31, 0.05)),
        (10, (6, 4), 0.3, (0.05, 0.30, 0.65)),
        (5, (3, 2), 0.6, (0.68, 0.23, 0.09)),
        (5, (3, 2), 0.3, (0.16, 0.31, 0.53)),
    ],
)
def test_what_a_rule_does_to_a_practice_by_chance(
    patients: int, rule: tuple[int, int], share: float, told: tuple[float, ...]
) -> None:
    assert odds(patients, *rule, share) == pytest.approx(told, abs=0.0051)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ((10, 6, 4), (10, 6, 4)), ((10, 60, 40), (10, 6, 4)), ((6, 60, 40), (6, 4, 3)),
        ((10, 4, 6), None), ((None, 6, 4), None), ((10, 6, 0), None), ((10, 150, 40), None),
        ((900, 60, 40), None), ((10, None, 4), None),
    ],
)  # fmt: skip
def test_a_rule_is_read_as_counts_or_as_shares_in_per_cent(
    given: tuple[float | None, ...], rule: tuple[int, int, int] | None
) -> None:
    names = ("decision_least", "go_on_from", "adjust_from")
    held = {name: value for name, value in zip(names, given, strict=True) if value is not None}
    assert agreed_rule(Inputs(held)) == rule
    assert agreed_rule(Inputs({**held, "decision_direction": "lower"})) is None


def test_what_chance_does_to_a_rule_is_said_before_the_first_patient() -> None:
    plan = team("AB").answering("MON-06", "at_least_patients", 10)
    assert odds_words(plan, imr()) == ""
    plan = plan.answering("MON-06", "go_on_from", 6).answering("MON-06", "adjust_from", 4)
    assert odds_words(plan, imr()) == (
        "On 10 patients: if six in ten truly got better, this rule would stop a good practice "
        "1 time in 18; if only three in ten did, it would go on 1 time in 21."
    )
    assert [one.words for one in rules(plan, imr()) if one.ref.item == "MON-06"][-1].startswith(
        "On 10"
    )
    lone = plan.answering("MON-06", "at_least_patients", 500).answering("MON-06", "go_on_from", 300)
    assert "1 time in 1,000" in odds_words(lone, imr())


def test_a_rule_says_what_was_agreed() -> None:
    assert verdict(6, 6, 4, is_less=False) == "go on"
    assert verdict(5, 6, 4, is_less=False) == "adjust"
    assert verdict(3, 6, 4, is_less=False) == "stop"
    assert verdict(2, 2, 4, is_less=True) == "go on"
    assert verdict(3, 2, 4, is_less=True) == "adjust"
    assert verdict(5, 2, 4, is_less=True) == "stop"


def test_where_nothing_is_expected_so_few_are_no_wonder() -> None:
    assert events_at_most(3, 0) == 1
