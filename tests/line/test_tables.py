"""The plan's own tables, its numbers, monitoring, the example and the language, line by line."""

from datetime import date
from pathlib import Path

import pytest

from readiness.describe.act import left_told
from tests.line.conversation import converse, empty, plan_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


def test_closures_are_added_changed_listed_and_removed(path: Path) -> None:
    lines = ["closures add", "1 Jul 2027", "soon", "31 Jul 2027", "Summer", "closures"]
    _, said = converse(path, [*lines, "quit"])
    assert 'Not understood: "soon" is not a date' in said
    assert "1. From: 1 July 2027, Until and including: 31 July 2027, What: Summer." in said
    _, said = converse(
        path, ["closures edit 1", "", "30 Jul 2027", "", "closures remove 9", "quit"]
    )
    assert plan_at(path).entries("closures")["1"]["until"] == date(2027, 7, 30)
    assert 'Nothing in the list is called "9". Type closures for it.' in said
    converse(path, ["closures remove 1", "quit"])
    assert not plan_at(path).entries("closures")


def test_absences_and_rounds_are_kept(path: Path) -> None:
    lines = ["absences add", "AB", "1 Mar 2027", "9 Mar 2027", "leave"]
    converse(path, [*lines, "rounds add", "1 Feb 2027", "6", "quit"])
    assert plan_at(path).entries("absences")["1"]["who"] == "AB"
    assert plan_at(path).entries("rounds")["1"] == {"date": date(2027, 2, 1), "patients": 6}


def test_an_entry_of_which_nothing_is_said_is_not_added(path: Path) -> None:
    _, said = converse(path, ["rounds add", "", "", "quit"])
    assert "Nothing was said, so no round was added." in said


def test_a_number_is_changed_beside_the_default_and_brought_back(path: Path) -> None:
    lines = ["numbers", "numbers 1", "7", "numbers 1", "-3", "back", "numbers 99", "quit"]
    _, said = converse(path, lines)
    assert "our default" in said
    assert "Understood: 7 " in said
    assert ", yours; instead of " in said
    assert left_told() in said
    assert "-3 is too small; write 0.05 or more: a session in 20 weeks at least" in said
    assert "Type numbers for the list" in said
    assert list(plan_at(path).assumptions.values()) == [7]
    converse(path, ["numbers 1", "none", "quit"])
    assert not plan_at(path).assumptions


def test_monitoring_says_who_measures_what_and_where_to_go(path: Path) -> None:
    lines = ["go MON-03", "add", "Recovery", "IMRS", ".", "y", "monitoring", "quit"]
    _, said = converse(path, lines)
    assert "MON-03, Recovery" in said
    assert "MON-06, Go on, adjust or stop: not answered." in said


def test_the_example_is_told_apart_from_the_plan(path: Path) -> None:
    _, said = converse(path, ["go INC-01", "example", "example all", "quit"])
    assert said.count("Example of a made-up service, not your plan:") == 2
    assert "INC-01, " in said.split("not your plan:")[1]
    assert "INC-02, " in said.split("not your plan:")[2]
    assert plan_at(path).answers == {}


def test_the_language_is_changed_at_any_question_and_kept(path: Path) -> None:
    _, said = converse(path, ["language xx", "language nb", "go INC-01", "språk en", "why", "quit"])
    assert 'There is no language "xx"; there are: en, nb.' in said
    assert "Språket er nå: Norsk (bokmål)." in said
    assert "Svar:" in said
    assert "The language is now: English." in said


def test_a_question_mark_is_short_and_help_is_all(path: Path) -> None:
    _, short = converse(path, ["?", "quit"])
    _, long = converse(path, ["help", "quit"])
    assert "Type help for all commands." in short
    assert "xrays: " in long
    assert "xrays: " not in short
    assert converse(path, ["go CAP-07", "?", "/quit"])[0] == 0
    assert plan_at(path).answers == {}


def test_nothing_open_says_where_the_unanswered_are(path: Path) -> None:
    _, said = converse(path, ["list open", "quit"])
    assert "None.\nType list unanswered for those without an answer." in said


def test_a_new_plan_begins_at_its_first_question_under_an_old_name(path: Path) -> None:
    converse(path, ["go CAP-07", "/quit"])
    path.unlink()
    _, said = converse(path, ["yes", "", "", "", "", "quit"])
    assert "question 1 of 10, SEL-01" in said
    assert "You were at" not in said
