"""The questions of the templates, and that a plan made with version 1.0 stays what it was."""

import json
from datetime import date
from pathlib import Path

import pytest

from readiness.domain.kinds.registry import validate
from readiness.domain.kinds.value import Value
from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import ItemReview, Review, review
from readiness.domain.xrays.findings import xrays
from readiness.report.context import context_of
from readiness.report.sections.flags import flag_blocks
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.domain.made import START, TODAY, team

pytestmark = pytest.mark.no_cover

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


@pytest.mark.parametrize(
    ("item", "parts", "state"),
    [
        ("SEL-01", {"value": "yes"}, "ready"),
        ("SEL-01", {"value": "yes", "criteria": ("wants to", "time left")}, "partly"),
        ("SEL-01", {"value": "yes", "criteria": ("wants to", "time left", "other")}, "ready"),
        ("SEL-01", {"value": "yes", "criteria": "no"}, "partly"),
        ("SEL-01", {"value": "no"}, "open"),
        ("INC-01", {"value": "yes"}, "ready"),
        ("INC-01", {"value": "yes", "on_paper": "yes"}, "ready"),
        ("INC-01", {"value": "yes", "on_paper": "no"}, "partly"),
        ("INC-01", {"value": "no"}, "red red"),
        ("INC-10", {"value": "yes"}, "ready"),
        ("INC-10", {"value": "yes", "families": "not relevant"}, "ready"),
        ("INC-10", {"value": "yes", "families": "no"}, "partly"),
        ("INC-10", {"value": "no", "families": "yes"}, "partly"),
        ("INC-10", {"value": "no", "families": "no"}, "open"),
        ("GOAL-08", {"value": "yes"}, "ready"),
        ("GOAL-08", {"value": "yes", "signed": "yes"}, "ready"),
        ("GOAL-08", {"value": "yes", "signed": "no"}, "partly"),
        ("GOAL-08", {"value": "no", "signed": "yes"}, "red red"),
        ("GOAL-09", {"value": "yes"}, "ready"),
        ("GOAL-09", {"value": "yes", "room": "yes"}, "ready"),
        ("GOAL-09", {"value": "yes", "room": "no"}, "partly amber"),
        ("GOAL-09", {"value": "yes", "room": "too early"}, "partly"),
        ("GOAL-09", {"value": "too early"}, "open"),
        ("GOAL-09", {"value": "they differ"}, "partly amber"),
        ("GOAL-09", {"value": "no", "room": "yes"}, "partly amber"),
        ("GOAL-05", {"leader": "yes", "staff": "they differ"}, "partly amber"),
        ("GOAL-05", {"leader": "not sure", "staff": "too early"}, "open"),
        ("MON-09", {"value": "too early"}, "open"),
        ("MON-09", {"value": "they differ"}, "partly amber"),
        ("MON-09", {"value": "no"}, "open amber"),
        ("INC-07", {"value": "no"}, "red red"),
        ("INC-07", {"value": "no", "support": "Shorter sessions"}, "partly amber"),
        ("INC-07", {"value": "yes"}, "ready"),
        ("CAP-07", {"value": "Sessions first; the leader decides."}, "ready"),
        ("CAP-07", {"value": "Sessions first; the leader decides.", "also": "no"}, "ready"),
    ],
)
def test_a_criterion_counts_once_it_is_said(item: str, parts: dict[str, Value], state: str) -> None:
    assert told(item, **parts) == state


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"in_12_months": "All have begun", "in_3_years": "It is usual", "patients": 8}, "ready"),
        ({"in_12_months": "All have begun", "in_3_years": "It is usual", "patients": 0}, "partly"),
        ({"in_12_months": "8 finish", "in_3_years": "It is usual", "need": "no"}, "partly amber"),
        ({"in_12_months": "8 finish", "in_3_years": "no", "need": "no"}, "red red"),
    ],
)
def test_a_goal_in_patients_is_a_number(parts: dict[str, Value], state: str) -> None:
    assert told("GOAL-01", **parts) == state


@pytest.mark.parametrize(
    ("item", "recorded"),
    [
        ("GOAL-09", "The practitioners do not feel heard, or have little room to choose how."),
        ("INC-07", "It is too demanding for your patients, and no support is planned."),
    ],
)
@pytest.mark.parametrize("code", ["en", "nb"])
def test_a_flag_accepted_in_the_words_of_1_0_is_still_accepted(
    item: str, recorded: str, code: str
) -> None:
    speak_in(code)
    plan = Plan().answering(item, "value", "no")
    flag = state_of(plan, item).flag
    assert flag is not None
    plan = accepting(plan, flag.id, recorded, "We know", "the leader", TODAY)
    again = state_of(plan, item).flag
    assert again is not None
    assert again.is_accepted


@pytest.mark.parametrize(
    ("counted_on", "start", "state"),
    [
        (date(2026, 11, 2), START, "ready"),
        (date(2026, 10, 11), START, "ready"),  # three months to the day
        (date(2026, 10, 1), START, "partly amber"),
        (date(2026, 11, 2), date(2027, 6, 1), "partly amber"),
        (date(2027, 3, 1), START, "partly"),  # a day to come
        (date(2026, 11, 2), None, "ready"),
        (date(2026, 7, 1), None, "partly amber"),
    ],
)
def test_a_count_has_to_be_fresh_at_the_start(
    counted_on: date, start: date | None, state: str
) -> None:
    plan = Plan(start=start).answering("INC-03", "eligible", 60)
    plan = plan.answering("INC-03", "method", "counted").answering(
        "INC-03", "counted_on", counted_on
    )
    one = state_of(plan, "INC-03")
    assert f"{one.status}{' amber' if one.flag else ''}" == state


def test_who_is_not_trained_does_not_stay() -> None:
    plan = team("AB", "CD", "EF")
    assert state_of(plan, "SEL-04").status == "ready"
    for said, status, raised in (
        ("yes", "ready", False),
        ("booked", "ready", False),
        ("not sure", "ready", False),
        ("no", "partly", True),
    ):
        one = state_of(plan.answering_person("EF", "trained", said), "SEL-04")
        assert (one.status, one.flag is not None) == (status, raised)
    flag = state_of(plan.answering_person("EF", "trained", "no"), "SEL-04").flag
    assert flag is not None
    assert flag.says == "EF is not trained, and no training is booked."
    for who in ("CD", "EF"):
        plan = plan.answering_person(who, "trained", "no")
    assert state_of(plan, "SEL-04").status == "red"  # one is left, and two is the least


def test_options_that_exclude_each_other_say_who_decided() -> None:
    part = Library().load("imr").items["SEL-02"].parts["value"]
    assert list(part.options) == [
        "jointly",
        "leader alone",
        "they volunteered",
        "appointed by others",
        "asked in passing",
    ]


def test_a_changed_limit_changes_every_word_about_it(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        """
format = 1
id = "mine"
extends = "imr"
version = "1"
name = "Mine"
[thresholds]
criteria_least.value = 5
enough_practitioners.value = 7
group_most.value = 11
check_soon_months.value = 1
capacity_checks_least.value = 13
count_fresh_months.value = 2
checkins_least.value = 17
feedback_weeks.value = 9
counts_least.value = 19
[practice.numbers]
review_months.value = [5, 14]
recheck_months.value = [4, 21]
""",
        "utf-8",
    )
    items = Library().load(str(tmp_path / "mine.toml")).items
    for item, *numbers in (
        ("SEL-01", "5 written"),
        ("SEL-04", "7 or more"),
        ("CAP-03", "larger than 11"),
        ("CAP-09", "within 1 month of", "13 dates for a year"),
        ("INC-03", "at most 2 months"),
        ("GOAL-07", "17 dates"),
        ("MON-01", "5 and 14 months"),
        ("MON-02", "within 9 weeks"),
        ("MON-08", "19 counts"),
        ("MON-10", "4 and 21 months"),
    ):
        said = " ".join(items[item].ready_when.split())
        assert all(one in said for one in numbers), said


@pytest.mark.parametrize("code", ["en", "nb"])
def test_the_worked_example_gives_no_reasons_of_staff_and_shows_what_is_new(
    code: str, tmp_path: Path
) -> None:
    speak_in(code)
    path = tmp_path / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    file = PlanFile.open(path, Library())
    assert not file.problems
    assert not file.news
    words = ("leave", "permisjon", "sick", "sykmeld", "pregnan", "gravid", "missed", "glipp")
    said = [answer.note for answer in file.plan.answers.values()]
    assert not [one for one in said if any(word in one.casefold() for word in words)]
    feeds = {"goal_patients", "need", "cost", "successor_hours", "also_brought_in", "trained"}
    feeds |= {"supervisor_after", "reviewer_after", "outside_support", "decision_measure"}
    inputs = gathered(file.plan, file.template)
    assert feeds <= {*inputs.plan, *inputs.people["AB"]}
    state = review(file.template, file.plan, TODAY)
    found = {one.id for one in xrays(file.plan, file.template, state, TODAY)}
    assert not found & {"identifying", "goal-out-of-reach"}


def test_leader_and_practitioners_who_differ_are_told_in_the_document() -> None:
    template, plan = Library().load("imr"), Plan().answering("GOAL-05", "leader", "yes")
    for said, words in (("they differ", "practitioners differ"), ("no", "say no")):
        given = plan.answering("GOAL-05", "staff", said)
        context = context_of(template, given, review(template, given, TODAY), TODAY)
        assert any(words in str(block) for block in flag_blocks(context))


def test_whatever_a_plan_of_1_0_can_hold_is_still_read() -> None:
    old = json.loads((DATA / "asked-1.0.json").read_text("utf-8"))
    items = Library().load("imr").items
    assert list(items) == list(old)
    for key, tables in old.items():
        for table, parts in tables.items():
            for name, (kind, *options) in parts.items():
                part = getattr(items[key], table)[name]
                assert part.kind == kind
                for word in options:
                    held = (word,) if kind == "choices" else word
                    assert validate(part, held) == held, (key, name, word)


def test_a_new_field_need_not_be_answered() -> None:
    old = json.loads((DATA / "asked-1.0.json").read_text("utf-8"))
    for key, item in Library().load("imr").items.items():
        for table in ("parts", "row_parts", "person_parts"):
            for name, part in getattr(item, table).items():
                is_new = name not in old[key].get(table, {})
                assert part.optional or not is_new or (key in ASKED_SINCE and name == "after")
