"""Questions for each practitioner while nobody is listed, and hours that cannot be reckoned."""

from pathlib import Path

import pytest

from readiness.domain.capacity.input_gaps import lacking
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover

FIRST = "No practitioners yet. To list one, type people add AB."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


@pytest.mark.parametrize("typed", ["1", "2", "3", "2.5", "2 hours"])
@pytest.mark.parametrize("item", ["CAP-01", "SEL-06"])
def test_a_number_is_no_answer_for_practitioners_that_are_not_listed(
    path: Path, item: str, typed: str
) -> None:
    _, said = converse(path, [f"go {item}", typed, "quit"])
    assert f'"{typed}" is for a practitioner, and practitioners come first.\n{FIRST}' in said
    assert said.count(FIRST) == 2
    put = said.split(f"{item}: ", 1)[1]
    assert "\n1. " not in put
    assert "type its number" not in put
    assert not plan_at(path).answers


def test_a_word_that_is_none_of_the_answers_is_not_sent_to_numbers(path: Path) -> None:
    _, said = converse(path, ["go CAP-01", "perhaps", "quit"])
    assert '"perhaps" is not one of the answers; type one of the words' in said


@pytest.mark.parametrize(
    ("typed", "kept"), [("no", "no"), ("No hours are freed", "no"), ("not sure", "not sure")]
)
def test_words_still_answer_it(path: Path, typed: str, kept: str) -> None:
    _, said = converse(path, ["go CAP-01", typed, "quit"])
    assert "For everyone at once: No hours are freed; Not sure; Not applicable.\n" in said
    assert plan_at(path).answer("CAP-01").parts == {"value": kept}


def test_after_one_is_listed_the_number_is_theirs(path: Path) -> None:
    converse(path, ["go CAP-01", "2", "people add AB", "", "2", "quit"])
    assert list(plan_at(path).people["AB"].parts.values()) == [2]


def test_a_number_for_everyone_at_once_is_not_taken_as_another_answer(path: Path) -> None:
    _, said = converse(path, ["people add AB", "", "go CAP-01", "all 2", "quit"])
    assert 'Not understood: "2" cannot be said for everyone at once.' in said
    assert not plan_at(path).answers


@pytest.mark.parametrize("command", ["hours", "whatif"])
def test_why_the_hours_cannot_be_reckoned_is_told(path: Path, command: str) -> None:
    _, said = converse(path, [command, "quit"])
    plan, template = plan_at(path), Library().load("imr")
    lacks = lacking(plan, template)
    assert "No practitioner is listed yet. How sessions are held" in said
    assert all(one.words in said for one in lacks if one.stops)
    _, said = converse(path, ["people add AB", "", command, "quit"])
    assert "cannot be worked out yet: How sessions are held" in said


def test_a_missing_first_day_is_told_too(tmp_path: Path) -> None:
    path, template = tmp_path / "plan.toml", Library().load("imr")
    PlanFile.create(path, Plan(template="imr", template_version=template.version), template)
    _, said = converse(path, ["hours", "quit"])
    assert "The first day with patients is not set." in said


def test_clearing_all_takes_out_what_practitioners_said_and_says_where_nothing_was(
    path: Path,
) -> None:
    lines = ["people add AB", "", "go CAP-01", "clear all", "2", "/go CAP-01", "clear all", "quit"]
    _, said = converse(path, lines)
    assert said.count("There is no answer of CAP-01 to take out.") == 1
    assert said.count("Taken out: all answers of CAP-01.") == 1
    assert not plan_at(path).people["AB"].parts


def test_all_alone_says_what_to_type(path: Path) -> None:
    _, said = converse(path, ["go SEL-05", "all", "quit"])
    assert said.count("To answer for everyone at once, type all yes, all partly, all no") == 1
    assert '""' not in said


def test_an_adopted_action_is_told_and_saved(path: Path) -> None:
    _, said = converse(path, ["actions adopt CAP-05", "quit"])
    told = said[said.index("Action 1, for CAP-05, ") :].splitlines()
    assert plan_at(path).actions["1"]["action"] in told


def test_a_listed_date_is_told_apart_from_its_number(path: Path) -> None:
    _, said = converse(path, ["calendar", "quit"])
    assert "Date 1: " in said
    assert "11 January 2027: First day with patients" in said
