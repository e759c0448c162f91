"""What only the screens had: hours week by week, how many must be asked, another plan, colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.cli.man import page
from readiness.line.commands import ABOUT
from readiness.storage.languages import speak_in
from tests.line.conversation import converse, empty, plan_at

SMALL = """
format = 1
template = "imr"
start = 2027-01-11
months = 6

[people.AB]
hours_freed = 4

[answers.CAP-03]
format = "individual"
minutes = 60
patients = 2

[answers.INC-03]
eligible = 40
method = "counted"

[answers.INC-04]
value = 2

[closures.1]
what = "moving"
from = 2027-02-08
until = 2027-02-14
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(SMALL, "utf-8")
    return path


def test_the_hours_are_told_week_by_week(path: Path) -> None:
    _code, said = converse(path, ["weeks", "weeks all", "/quit"])
    together, each = said.split("Weeks that are alike stand together; weeks all tells each.\n")
    assert ", 8 February 2027: no sessions.\n" in each
    assert "4 freed" in together
    assert " too few (AB)." in together
    assert each.count("\nWeek ") > together.count("\nWeek") > 3
    assert "\nWeeks " not in each


def test_without_hours_it_is_said_why(tmp_path: Path) -> None:
    _code, said = converse(empty(tmp_path / "plan.toml"), ["weeks", "/quit"])
    assert "The hours cannot be worked out yet: " in said


def test_how_many_must_be_asked_for_so_many_to_complete(path: Path) -> None:
    # 81 of 167 say yes and 24 of 100 drop out: 12 / (0.485 * 0.76) is 32.6, so 33 are asked.
    _code, said = converse(
        path, ["complete 12", "complete", "complete none", "complete 0", "/quit"]
    )
    assert "So that 12 complete, about 33 must fit and be asked; " in said
    assert "So that 2 complete, about 6 must fit and be asked; " in said
    assert said.count("Type complete and a number of patients from 1 to 1000.") == 2


def test_where_no_patients_are_planned_ten_are_asked_about(tmp_path: Path) -> None:
    _code, said = converse(empty(tmp_path / "plan.toml"), ["complete", "/quit"])
    assert "So that 10 complete, " in said


def test_another_plan_is_opened_and_this_one_is_saved(path: Path) -> None:
    other = empty(path.with_name("other.toml"))
    lines = ["/note Mine", "/plans other", "/note Theirs", "/plans", "/plans 1", "/quit"]
    code, said = converse(path, lines)
    assert code == 0
    assert plan_at(path).answer("SEL-01").note == "Mine"
    assert plan_at(other).answer("SEL-01").note == "Theirs"
    assert f"1. plan, {path}" in said
    assert "1 other plan." in said
    assert said.count("It is a planning aid") == 1
    assert said.count("\nLeft. ") == 3


def test_a_plan_that_is_not_there_is_made_or_the_walk_goes_on_in_this_one(path: Path) -> None:
    code, said = converse(path, ["open new.toml", "no", "/note Mine", "/quit"])
    assert code == 0
    assert "Nothing was made." in said
    assert plan_at(path).answer("SEL-01").note == "Mine"
    converse(path, ["open new.toml", "short", "", "", "", "", "/note Mine", "/quit"])
    made = plan_at(path.with_name("new.toml"))
    assert made.form == "short"
    assert [one.note for one in made.answers.values()] == ["Mine"]


def test_a_file_that_is_no_plan_is_not_opened(path: Path) -> None:
    path.with_name("broken.toml").write_text("<<<<<<<", "utf-8")
    code, said = converse(path, ["plans broken", "/note Mine", "/quit"])
    assert code == 0
    assert "Not opened: " in said
    assert plan_at(path).answer("SEL-01").note == "Mine"


def test_a_word_that_may_be_an_answer_is_a_command_only_with_more_behind_it(path: Path) -> None:
    converse(path, ["go INC-09", "next", "go INC-09", "/skip", "open", "/quit"])
    assert "open" in plan_at(path).answer("INC-09").parts.values()


def test_actions_are_taken_out_and_what_lacks_one_is_listed(example: Path) -> None:
    _code, said = converse(
        example, ["actions gaps", "actions remove 1", "actions remove 1", "/quit"]
    )
    assert "\nSEL-03, When people leave: Train a second person now" in said
    assert "Removed: action 1." in said
    assert 'Nothing in the list is called "1". Type actions for it.' in said
    assert "1" not in plan_at(example).actions


def test_a_moved_date_is_moved_back(path: Path) -> None:
    lines = ["calendar all", "/quit"]
    _code, said = converse(path, lines)
    number = next(
        line.split(":")[0].removeprefix("Date ")
        for line in said.splitlines()
        if line.startswith("Date ") and "proposed" in line
    )
    converse(path, [f"calendar move {number}", "1 Mar 2027", "/quit"])
    moved = plan_at(path)
    assert moved.calendar
    _code, said = converse(path, ["calendar all", "/quit"])
    number = next(
        line.split(":")[0].removeprefix("Date ")
        for line in said.splitlines()
        if line.startswith("Date ") and ": 1 March 2027: " in line
    )
    _code, said = converse(path, [f"calendar back {number}", "calendar back 1", "/quit"])
    assert " moved back." in said
    assert not plan_at(path).calendar


def test_colours_are_told_in_words(path: Path) -> None:
    _code, said = converse(path, ["colours", "theme", "/quit"])
    assert said.count("Plain lines have no colours of their own") == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("uker", "timer trengs, "),
        ("fullføre 12", "For at 12 skal fullføre, "),
        ("planer", "0 andre planer."),
        ("farger", "Rene linjer har ingen egne farger"),
        ("tiltak mangler", " spørsmål."),
    ],
)
def test_they_are_understood_in_norwegian(path: Path, line: str, words: str) -> None:
    speak_in("nb")
    _code, said = converse(path, [line, "/quit"])
    assert words in said


def test_the_manual_lists_every_command() -> None:
    from readiness.cli.main import parser

    manual = "\n".join(page(parser()))
    assert ".SH COMMANDS OF ASK" in manual
    assert all(f"\n{name}: " in manual for name in ABOUT if name != "?")
