"""The patient funnel against the worked values of the content's part B2."""

from datetime import date

import pytest

from readiness.core.judged.review import review
from readiness.core.patients.funnel import FunnelStage, eligible_needed, funnel_of
from readiness.core.patients.funnel_words import banded, range_words, stage_words
from readiness.core.said.inputs import Inputs, gathered
from readiness.core.said.plan import Plan
from tests.core.made import TODAY, imr, team

TEMPLATE = imr()


@pytest.mark.parametrize(("completers", "usual", "worst"), [(8, 22, 34), (16, 43, 67)])
def test_so_many_must_fit_for_so_many_to_complete(completers: int, usual: int, worst: int) -> None:
    assert eligible_needed(completers, Plan(), TEMPLATE, Inputs()) == (usual, worst)


def test_nobody_completes_when_nobody_agrees() -> None:
    assert eligible_needed(8, Plan().assuming("acceptance", 0), TEMPLATE, Inputs()) is None


def test_expected_starters_are_eligible_times_049_times_090() -> None:
    plan = Plan(template="imr").answering("INC-03", "eligible", 100)
    funnel = funnel_of(plan, TEMPLATE, gathered(plan, TEMPLATE))
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
    funnel = funnel_of(plan, TEMPLATE, gathered(plan, TEMPLATE))
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


def test_unknown_stays_unknown() -> None:
    plan = Plan(template="imr")
    assert funnel_of(plan, TEMPLATE, gathered(plan, TEMPLATE)) is None
    assert review(TEMPLATE, plan, TODAY).facts.of("likely_yes") is None
    assert date(2026, 11, 24) == TODAY
