"""The services of the study: each raises the flags that the content names for it, and no other."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.rules.review import Review, review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

SERVICES = Path(__file__).parent.parent / "data" / "services"
EVERYWHERE = {"MON-06R", "MON-09A"}


def judged(name: str) -> Review:
    file = PlanFile.open(SERVICES / f"{name}.toml", Library())
    assert not file.problems
    return review(file.template, file.plan, date(2009, 12, 1))


@pytest.mark.parametrize(
    ("name", "raised"),
    [
        ("B", {"CAP-05R", "INC-03R", "GOAL-02R", "MON-07R", "CAP-09A", "GOAL-05A"}),
        ("C", {"INC-07R"}),
        ("D_within", {"SEL-03R", "GOAL-01R", "GOAL-02R", "GOAL-06R", "GOAL-10R"}),
        ("D_after", {"SEL-03A", "GOAL-01R", "GOAL-02R", "GOAL-06R", "GOAL-10R"}),
        ("F", {"CAP-04R", "INC-06R", "GOAL-02bR", "GOAL-06R", "INC-08A", "GOAL-04A"}),
    ],
)
def test_flags_are_those_the_study_shows(name: str, raised: set[str]) -> None:
    assert {flag.id for flag in judged(name).flags} == raised | EVERYWHERE


@pytest.mark.parametrize("name", ["B", "D_within", "F"])
def test_what_the_study_only_says_of_most_services_is_open_and_not_red(name: str) -> None:
    state = judged(name)
    assert state.items["SEL-02"].status == "open"
    assert state.items["SEL-05"].status == "open"


@pytest.mark.parametrize("name", ["B", "C", "D_within", "D_after", "F"])
def test_what_the_study_does_not_state_is_unanswered(name: str) -> None:
    state = judged(name)
    assert not state.items["CAP-01"].answered
    assert state.items["CAP-01"].status == "open"
    assert state.items["CAP-01"].flag is None
