"""`due` and `record`: what is late in files, folders and patterns, and what a script records."""

import json
from pathlib import Path

import pytest

from readiness.cli.main import main

PLAN = """format = 1
template = "imr"
start = 2027-01-11

[answers.GOAL-07]
value = [2027-03-01, 2027-08-30]
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    return path


def test_what_is_late_due_and_suggested_is_told_and_exits_with_1(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", str(plan), "--today", "2027-03-04"]) == 1
    said = capsys.readouterr().out
    assert "Late       Check-in with the practitioners: 3 days late." in said
    assert "Suggested" in said
    assert main(["due", str(plan), "--today", "2027-02-20"]) == 0
    assert "Soon       Check-in with the practitioners: 1 March 2027." in capsys.readouterr().out
    assert main(["due", str(plan), "--today", "2027-03-01", "--within", "0"]) == 0
    assert "Check-in with the practitioners: now." in capsys.readouterr().out


def test_cron_mails_only_what_is_late(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", str(plan), "--quiet", "--today", "2027-02-20"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["due", str(plan), "--quiet", "--today", "2027-04-05"]) == 1
    assert capsys.readouterr().out == "Check-in with the practitioners: 5 weeks late.\n"


def test_folders_and_patterns_name_the_plans_in_them(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plan.parent
    (folder / "other.toml").write_text(PLAN.replace("2027-01-11", "2029-01-08"), "utf-8")
    (folder / "pyproject.toml").write_text("[tool]\n", "utf-8")
    (folder / "AB.answers.toml").write_text("kind = 1\n", "utf-8")
    assert main(["due", str(folder), "--today", "2027-03-04"]) == 1
    said = capsys.readouterr().out.replace("\n", " ")
    assert "other.toml: Nothing is due." in " ".join(said.split())
    assert "pyproject" not in said
    assert main(["due", str(folder / "pl*.toml"), "--json", "--today", "2027-03-04"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["today"] == "2027-03-04"
    assert [Path(one["file"]).name for one in found["plans"]] == ["plan.toml"]
    late = found["plans"][0]["due"][0]
    assert {name: late[name] for name in ("kind", "state", "day", "days")} == {
        "kind": "check-in", "state": "late", "day": "2027-03-01", "days": 3,
    }  # fmt: skip
    assert late["where"] == {"table": "checkins", "entry": "2027-03-01"}


def test_what_cannot_be_read_exits_with_2(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan.parent / "broken.toml").write_text("format = ", "utf-8")
    assert main(["due", str(plan.parent), "--today", "2027-03-04"]) == 2
    out, err = capsys.readouterr()
    assert "broken.toml" in err
    assert "3 days late" in out.replace("\n", " ")
    assert main(["due", str(plan.parent / "none*.toml")]) == 2
    (plan.parent / "nothing").mkdir()
    assert main(["due", str(plan.parent / "nothing")]) == 2
    assert "There is no plan there." in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--within", "-1"], ["--today", "soonish"]])
def test_wrong_use_says_what_is_wrong(
    plan: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["due", str(plan), *wrong])
    assert wrong[1] in capsys.readouterr().err


def test_a_script_records_a_month_and_the_first_day_is_kept(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    month = ["month", "2027-02", "asked=4", "said_yes=5"]
    assert main(["record", str(plan), *month, "--today", "2027-03-04"]) == 0
    said = capsys.readouterr().err.replace("\n", " ")
    assert "kept as that of its first day, 11 January 2027" in said
    assert "Recorded: month row 2027-02." in said
    assert "More said yes than were asked." in said
    text = plan.read_text("utf-8")
    assert "format = 2" in text
    assert "[monthly.2027-02]\nasked = 4\nsaid_yes = 5\n" in text
    assert (plan.parent / "plan.milestones" / "2027-01-11.toml").read_text("utf-8") == PLAN


def test_a_script_hears_why_nothing_was_recorded(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(plan), "month", "2027-02", "asked=many"]) == 2
    assert 'Nothing was recorded: asked: "many" is not a number' in capsys.readouterr().err
    assert plan.read_text("utf-8") == PLAN
    long = "x" * 30_000
    assert main(["record", str(plan), "barrier", "new", f"what={long}"]) == 2
    assert plan.read_text("utf-8") == PLAN
