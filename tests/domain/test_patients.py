"""The patient funnel against the worked values of the content's part B2."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.patients.funnel import FunnelStage, Penetration, eligible_needed, funnel_of
from readiness.domain.patients.funnel_words import (
    banded,
    needed_words,
    penetration_words,
    range_words,
    stage_words,
)
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()


@pytest.mark.parametrize(("completers", "usual", "worst"), [(8, 22, 34), (16, 43, 67)])
def test_so_many_must_fit_for_so_many_to_complete(completers: int, usual: int, worst: int) -> None:
    assert eligible_needed(completers, Plan(), TEMPLATE) == (usual, worst)


def test_nobody_completes_when_nobody_agrees() -> None:
    assert eligible_needed(8, Plan().with_value(number_ref("acceptance"), 0), TEMPLATE) is None


def test_expected_starters_are_eligible_times_049_times_090() -> None:
    plan = Plan(template="imr").answering("INC-03", "eligible", 100)
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    assert funnel.stage("agree").middle == pytest.approx(49)
    assert funnel.stage("start").middle == pytest.approx(44.1)
    # Dropout is counted from the day of saying yes, so the 0.90 is not applied again.
    assert funnel.stage("complete").middle == pytest.approx(49 * 0.76)
    assert funnel.worst == pytest.approx(49 * 0.49)
    assert not funnel.is_estimate


def test_without_a_count_the_target_group_gives_a_generous_estimate_that_is_said_to_be_one() -> (
    None
):
    plan = Plan(template="imr").answering("INC-03", "eligible", "no")
    plan = plan.answering("INC-03", "population", 50)
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    assert funnel.stage("fit").middle == pytest.approx(40)
    assert funnel.is_estimate
    flag = review(TEMPLATE, plan, TODAY).items["INC-03"].flag
    assert flag is not None
    assert flag.severity == "amber"
    assert "estimate from 50 patients" in flag.says


def test_an_estimate_that_does_not_reach_the_caseloads_is_red() -> None:
    plan = team("AB", "CD", patients=5).answering("INC-03", "population", 10)
    plan = plan.answering("INC-03", "eligible", "no")
    flag = review(TEMPLATE, plan, TODAY).items["INC-03"].flag
    assert flag is not None
    assert flag.severity == "red"
    assert "needs 10 patients" in flag.says
    assert "about 8 of 10" in flag.says


def test_ranges_are_said_as_ranges_and_counts_as_counts() -> None:
    assert range_words(FunnelStage("fit", 22, 22, 22)) == "22"
    assert (
        stage_words(FunnelStage("start", 8.1, 9.7, 11.2)) == "about 9 (8 to 11) are likely to start"
    )
    assert (banded(3, 5), banded(0, 5), banded(5, 5)) == ("fewer than 5", "0", "5")


def test_how_many_must_fit_is_said_as_far_as_it_is_known() -> None:
    assert needed_words(8, None) == "So that 8 complete: cannot be said with these numbers."
    assert needed_words(8, (22, None)) == "So that 8 complete, about 22 must fit and be asked."
    assert needed_words(8, (22, 34)).endswith(
        "22 must fit and be asked; 34 with the worst dropout reckoned with."
    )


def test_places_are_named_where_they_are_the_limit_and_only_there() -> None:
    assert penetration_words(None) == ""
    free, full = (Penetration(0.25, 0.5, 0.75, 20, is_held) for is_held in (False, True))
    said = "Penetration: about 50% (25% to 75%) of those who fit are likely to start in the period."
    assert penetration_words(free) == said
    assert "There are places for 20: places are the limit" in penetration_words(full)


def test_unknown_stays_unknown() -> None:
    plan = Plan(template="imr")
    assert funnel_of(plan, TEMPLATE) is None
    assert review(TEMPLATE, plan, TODAY).facts.of("likely_yes") is None
    assert date(2026, 11, 24) == TODAY


SHARES = ("acceptance", "acceptance_low", "acceptance_high", "start_share", "dropout")
ALL = (*SHARES, "dropout_low", "dropout_high", "dropout_worst", "eligible_share")


@given(st.dictionaries(st.sampled_from(ALL), st.floats(-1, 3)), st.integers(0, 300))
def test_whatever_the_numbers_ranges_hold_their_middle_and_no_stage_grows(
    numbers: dict[str, float], fit: int
) -> None:
    plan = Plan(template="imr").answering("INC-03", "eligible", fit)
    for name, number in numbers.items():
        plan = plan.with_value(number_ref(name), number)
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    for stage, later in zip(funnel.stages, (*funnel.stages[1:], None), strict=True):
        assert 0 <= stage.low <= stage.middle <= stage.high <= fit
        assert later is None or later.low <= stage.low
        assert later is None or later.middle <= stage.middle
        assert later is None or later.high <= stage.high
    assert 0 <= funnel.worst <= funnel.stage("complete").middle
    needed = eligible_needed(8, plan, TEMPLATE)
    assert needed is None or needed[0] <= needed[1]


def test_a_dropout_beyond_its_own_range_is_the_end_of_it() -> None:
    # 150 fit; 41, 49 and 56 % agree; dropout is 18, 40 and 30 %.
    plan = (
        Plan(template="imr")
        .answering("INC-03", "eligible", 150)
        .with_value(number_ref("dropout"), 0.4)
    )
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    assert range_words(funnel.stage("complete")) == "about 44 (36 to 68)"


def test_who_never_start_do_not_complete() -> None:
    plan = Plan(template="imr").answering("INC-03", "eligible", 100)
    plan = plan.with_value(number_ref("start_share"), 0.5).with_value(number_ref("acceptance"), 0.5)
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    assert funnel.stage("complete").middle == 25
    assert eligible_needed(8, plan, TEMPLATE) == (32, 33)
