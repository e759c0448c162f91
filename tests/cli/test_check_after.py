"""`check` after the start, and `diff --since start`: where a plan stands and what was promised."""

import json
import shutil
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.storage.milestone_copy import copy_path, keep_copy
from tests.domain.made import START

YEAR = Path(__file__).parents[1] / "data" / "plans" / "format-2-a-year.toml"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    shutil.copy(YEAR, path)
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_check_tells_where_a_plan_stands_after_its_start(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(plan), "--after", "--today", "2027-08-16"]) == 1
    words = said(capsys)
    assert words.startswith("After the start: month 8 of 12 ! FOL-18 People: 1 trained")
    assert "^ FOL-03 Month rows: 6 of 7 months are not counted." in words
    assert "~ FOL-08 Dropout: too few to tell. 1 of 2 who started dropped out." in words
    assert "Source: Egeland 2019; Pascoe 2021." in words
    assert "Due Counts of July 2027: 6 days late (and 5 earlier)." in words
    assert "Fidelity review: 12 July 2027, kept." in words
    assert "Hours freed a week: 22 became 8, slipped." in words
    assert "10 January 2028 was planned on the first day, and is no more." in words


def test_check_tells_either_part_alone(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(plan), "--before", "--today", "2027-08-16"])
    assert "After the start" not in said(capsys)
    main(["check", str(plan), "--today", "2027-08-16"])
    words = said(capsys)
    assert "Open or unanswered" in words
    assert "After the start: month 8 of 12" in words
    assert main(["check", str(plan), "--after", "--today", "2027-01-10"]) == 0
    assert said(capsys) == "The first day with patients has not come."


def test_an_accepted_red_is_no_reason_to_fail(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = '\n[accepted.FOL-18R]\nreason = "IJ starts in May"\nby = "leader"\n'
    plan.write_text(plan.read_text("utf-8") + accepted, "utf-8")
    assert main(["check", str(plan), "--after", "--today", "2027-08-16"]) == 0
    assert "Accepted by leader: IJ starts in May" in said(capsys)
    text = plan.read_text("utf-8").replace("fidelity.2027-07-12.coping", "FOL-03")
    plan.write_text(text, "utf-8")
    main(["check", str(plan), "--after", "--today", "2027-08-16"])
    assert "Action 4 is about it." in said(capsys)


def test_programs_get_the_same(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(plan), "--json", "--today", "2027-08-16"])
    after = json.loads(capsys.readouterr().out)["after_start"]
    people = next(one for one in after["standings"] if one["id"] == "FOL-18")
    assert (people["state"], people["accepted"]) == ("red", False)
    assert after["promises"][0]["outcome"] == "kept"
    main(["check", str(plan), "--json", "--today", "2027-01-10"])
    assert json.loads(capsys.readouterr().out)["after_start"] is None


def test_what_differs_since_the_first_day(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(plan), "--since", "start"]) == 2
    assert "plan.milestones/2027-01-11.toml" in capsys.readouterr().err.replace("\n", " ")
    before = plan.read_text("utf-8").split("[milestones.start]")[0].replace("hours_freed = 8", "")
    digest = keep_copy(plan, START, before.encode())
    plan.write_text(plan.read_text("utf-8").replace("a1b2c3d4", digest), "utf-8")
    assert main(["diff", str(plan), "--since", "start"]) == 1
    assert "AB, Hours freed a week: added: 8" in said(capsys)
    main(["diff", str(plan), "--since", "start", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found["promises"], list)
    copy_path(plan, START).write_text(before + "#", "utf-8")
    assert main(["diff", str(plan), "--since", "start"]) == 2
    assert "not the copy that was kept" in " ".join(capsys.readouterr().err.split())


def test_a_first_day_whose_copy_cannot_be_kept_is_no_hindrance(plan: Path) -> None:
    copy_path(plan, START).mkdir(parents=True)
    assert keep_copy(plan, START, plan.read_bytes()) == ""


def test_diff_takes_two_plans_or_one_and_since(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(plan)]) == 2
    assert main(["diff", str(plan), str(plan), "--since", "start"]) == 2
    assert "Name two plans, or one plan and --since start." in capsys.readouterr().err
