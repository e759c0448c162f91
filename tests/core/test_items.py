"""The questions of the templates, and that a plan made with version 1.0 stays what it was."""

from pathlib import Path

import pytest

from readiness.core.judged.review import ItemReview, Review, review
from readiness.core.said.plan import Plan, Value
from readiness.files.languages import speak_in
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library
from tests.core.made import START, TODAY

DATA = Path(__file__).parents[1] / "data"
OLD = [*(DATA / "plans").glob("*.toml"), *(DATA / "services").glob("*.toml")]
READY = DATA / "plans" / "ready-1.0.toml"
ASKED_SINCE = {"CAP-06", "MON-01"}
"""Questions that ask for the year after as well: without it they are partly in place."""

EXAMPLE = {
    "red": {"SEL-03", "CAP-01", "CAP-06", "MON-06"},
    "amber": {"SEL-05", "SEL-07", "CAP-02", "CAP-05", "INC-04", "GOAL-05", "GOAL-08"}
    | {"MON-02", "MON-04"},
    "open": {"SEL-06", "INC-09", "MON-05", "MON-09", "MON-10"},
    # GOAL-02 goes on by the rule of MON-06, and there is none: 1.0 did not see that.
    "partly": {"CAP-09", "CAP-10", "INC-08", "GOAL-07", "GOAL-02"},
    "not applicable": {"INC-10"},
}
"""What version 1.0 said of its own worked example, by hand; everything else was ready."""


def judged(path: Path) -> Review:
    file = PlanFile.open(path, Library())
    return review(file.template, file.plan, TODAY)


def state_of(plan: Plan, item: str, template: str = "imr") -> ItemReview:
    return review(Library().load(template), plan, TODAY).items[item]


def told(item: str, **parts: Value) -> str:
    """The status of a question, and the colour of its flag, for these answers."""
    plan = Plan(start=START, months=12)
    for part, said in parts.items():
        plan = plan.answering(item, part, said)
    one = state_of(plan, item)
    return f"{one.status} {one.flag.severity}" if one.flag else one.status


@pytest.mark.parametrize("code", ["en", "nb"])
@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_a_plan_of_an_earlier_version_opens_without_a_problem(path: Path, code: str) -> None:
    speak_in(code)
    assert not PlanFile.open(path, Library()).problems


def test_what_was_ready_is_ready_but_for_the_year_after() -> None:
    state = judged(READY)
    assert not state.flags
    partly = {key for key, one in state.items.items() if one.status != "ready"}
    assert partly == ASKED_SINCE
    assert all(state.items[key].status == "partly" for key in partly)


def test_the_example_of_1_0_is_judged_as_it_was() -> None:
    state = judged(DATA / "plans" / "example-1.0.toml")
    assert {flag.item for flag in state.flags if flag.severity == "red"} == EXAMPLE["red"]
    assert {flag.item for flag in state.flags if flag.severity == "amber"} == EXAMPLE["amber"]
    for status in ("open", "partly", "not applicable"):
        found = {k for k, one in state.items.items() if one.status == status and not one.flag}
        assert found - ASKED_SINCE == EXAMPLE[status]


def test_there_are_51_questions_in_both_templates() -> None:
    for name in ("five_areas", "imr"):
        assert len(Library().load(name).items) == 51


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"value": "not checked"}, "red red"),
        ({"value": "not sure"}, "open"),
        ({"value": "no"}, "red red"),
        ({"value": "yes", "weeks": 46}, "ready"),
        ({"value": "yes", "weeks": 46, "holidays": "yes", "cover": "yes"}, "ready"),
        ({"value": "yes", "weeks": 46, "holidays": "no"}, "partly"),
        ({"value": "yes", "weeks": 46, "cover": "not sure"}, "partly"),
        ({"value": "yes", "weeks": 30}, "red red"),
    ],
)
def test_weekly_sessions_are_three_questions(parts: dict[str, Value], state: str) -> None:
    assert told("CAP-05", **parts) == state


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"value": "weekly"}, "ready"),
        ({"value": "every two weeks"}, "ready"),
        ({"value": "monthly", "stance": "wants it"}, "ready"),
        ({"value": "monthly", "stance": "not sure"}, "partly"),
        ({"value": "monthly", "stance": "lets us"}, "partly amber"),
        ({"value": "weekly", "stance": "against it"}, "red red"),
        ({"stance": "against it"}, "red red"),
        ({"value": "only if asked", "stance": "lets us"}, "red red"),
        ({"value": "against it"}, "red red"),
        ({"value": "never"}, "red red"),
        ({"value": "no"}, "red red"),
    ],
)
def test_how_often_and_where_the_leader_stands(parts: dict[str, Value], state: str) -> None:
    assert told("GOAL-06", **parts) == state


@pytest.mark.parametrize("part", ["value", "stance"])
def test_a_leader_against_it_and_nobody_above_who_wants_it_is_red(part: str) -> None:
    plan = Plan().answering("GOAL-06", part, "against it")
    plan = plan.answering("GOAL-10", "level_above", "no").answering("GOAL-10", "staff", "yes")
    flag = state_of(plan, "GOAL-10").flag
    assert flag is not None
    assert flag.severity == "red"


@pytest.mark.parametrize("item", sorted(ASKED_SINCE))
@pytest.mark.parametrize(
    ("after", "state"),
    [(None, "partly"), ("no", "partly"), ("not sure", "partly"), ("the regional centre", "ready")],
)
def test_who_is_there_in_the_year_after(item: str, after: str | None, state: str) -> None:
    plan = PlanFile.open(READY, Library()).plan.answering(item, "after", after)
    one = state_of(plan, item)
    assert (one.status, one.flag) == (state, None)
