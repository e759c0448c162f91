"""The services of the study a year on: what the study says of them, and nothing it does not say.

Fidelity was high in all four, results were fed back and used by none; in B the hours eroded and
single modules were used as it suited; in C the leader met the practitioners and barriers went away.
"""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.followup.course import course_of
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import imr

SERVICES = Path(__file__).parent.parent / "data" / "services"
CRITERIA = list(imr().fidelity["imr_fidelity"].items)
POINTS = {"B": 62, "C": 61, "D_within": 62, "D_after": 62, "F": 60}
"""4.77, 4.69, 4.77 and 4.62 on thirteen criteria."""

DAY = date(2011, 3, 1)
REVIEWS = {"2010-07-12": date(2010, 8, 2), "2011-01-10": date(2011, 1, 31)}


def a_year_on(name: str) -> Plan:
    """What holds for all: two reviews, told in time; three rounds of results, used by nobody."""
    plan = PlanFile.open(SERVICES / f"{name}.toml", Library()).plan
    for review, told in REVIEWS.items():
        fields = {"scale": "imr_fidelity", "raters": ("AA", "BB"), "told_on": told}
        plan = plan.entering("fidelity", review, fields)  # type: ignore[arg-type]
        for number, key in enumerate(CRITERIA):
            score = 5 if number < POINTS[name] - 4 * len(CRITERIA) else 4
            plan = plan.scoring(review, key, {"AA": score, "BB": score})
    for day, told in {"2010-01-11": date(2010, 2, 1), **REVIEWS}.items():
        plan = plan.entering("results", day, {"measured": 5, "told_on": told, "changed": "no"})
    return plan


def off_plan(plan: Plan) -> dict[str, str]:
    found = course_of(plan, imr(), DAY)
    return {one.id: one.state for one in found if one.is_off_plan}


@pytest.mark.parametrize("name", POINTS)
def test_high_fidelity_and_nobody_used_what_was_measured(name: str) -> None:
    plan = a_year_on(name)
    states = {one.id: one.state for one in course_of(plan, imr(), DAY)}
    assert states["FOL-14"] == states["FOL-10"] == states["FOL-12"] == "on plan"
    assert states["FOL-16"] == "amber"
    assert "red" not in states.values()


def test_in_b_the_hours_eroded_and_modules_were_used_as_it_suited() -> None:
    plan = a_year_on("B").entering("checkins", "2010-03-01", {"hours_held": "yes"})
    for day in ("2010-10-04", "2011-01-03"):
        plan = plan.entering("checkins", day, {"hours_held": "no"})
    plan = plan.entering("adaptations", "1", {"what": "Single modules", "decided_by": "no"})
    found = off_plan(plan)
    assert (found["FOL-05"], found["FOL-17"]) == ("amber", "red")


def test_in_c_the_leader_met_them_and_barriers_went_away() -> None:
    plan = a_year_on("C")
    plan = plan.entering("checkins", "2011-02-07", {"held": "yes", "leader_there": "yes"})
    barrier = {"what": "Room", "raised_on": date(2010, 3, 1), "solved_on": date(2010, 4, 1)}
    plan = plan.entering("barriers", "1", barrier)
    states = {one.id: one.state for one in course_of(plan, imr(), DAY)}
    assert states["FOL-02"] == "on plan"
    assert not {"FOL-02", "FOL-05", "FOL-17"} & off_plan(plan).keys()


@pytest.mark.parametrize("name", ["D_within", "F"])
def test_what_the_study_does_not_say_is_no_flag(name: str) -> None:
    silent = {"FOL-02", "FOL-04", "FOL-05", "FOL-06", "FOL-07", "FOL-08", "FOL-09", "FOL-17"}
    assert not silent & off_plan(a_year_on(name)).keys()
