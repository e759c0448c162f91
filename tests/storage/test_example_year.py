"""The example one year on: its dates moved to today, its first day kept, in both languages."""

from datetime import date, timedelta

import pytest

from readiness.cli.main import main
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.course import course_of
from readiness.domain.plan.date_shift import moved
from readiness.domain.plan.plan import Plan
from readiness.storage.example import MONTH_13, example_year, example_year_copy
from readiness.storage.languages import speak_in
from readiness.storage.milestone_copy import open_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import team


@pytest.mark.parametrize("code", ["en", "nb"])
def test_the_example_one_year_on_shows_what_goes_wrong_and_reads_without_a_fault(code: str) -> None:
    speak_in(code)
    path = example_year_copy(MONTH_13)
    file = PlanFile.open(path, Library())
    assert list(file.problems) == []
    found = {one.id: one.state for one in course_of(file.plan, file.template, MONTH_13)}
    assert found["FOL-02"] == "red"
    assert [found[f"FOL-{rule}"] for rule in ("04", "05", "06", "13", "14", "16", "17")] == [
        "amber"
    ] * 7
    due = {(one.kind, one.state) for one in due_of(file.plan, file.template, MONTH_13)}
    assert {("review", "late"), ("decision", "soon"), ("month row", "late")} <= due
    kept = file.plan.milestones["start"]
    start = file.plan.start
    assert start is not None
    first = open_copy(path, start, str(kept["copy"]), Library())
    assert "left" not in first.plan.people["CD"].parts


def test_today_is_always_in_month_13_and_on_the_same_day_of_the_week() -> None:
    for today in (date(2026, 11, 29), date(2030, 2, 28), date(2024, 2, 29)):
        _template, then, now = example_year(Library(), today)
        assert then.start == now.start
        assert now.start is not None
        assert now.start.weekday() == date(2027, 1, 11).weekday()
        months = (today - now.start).days / (365.25 / 12)
        assert 12 <= months < 13
        assert min(now.monthly) == f"{now.start:%Y-%m}"


def test_both_languages_record_the_same() -> None:
    speak_in("en")
    english = example_year(Library(), MONTH_13)[2]
    speak_in("nb")
    norwegian = example_year(Library(), MONTH_13)[2]
    assert english.monthly == norwegian.monthly
    assert english.checkins.keys() == norwegian.checkins.keys()
    assert english.scores.keys() == norwegian.scores.keys()


def test_every_date_of_a_plan_is_moved() -> None:
    plan = team("AB").answering("GOAL-07", "value", (date(2027, 3, 1), date(2027, 4, 5)))
    plan = plan.answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_person("AB", "left", date(2027, 8, 15)).moving(
        "decision", date(2028, 2, 1)
    )
    plan = plan.entering("monthly", "2027-12", {"seen_on": date(2028, 1, 3), "asked": 4})
    plan = plan.scoring("2027-07-12", "coping", {"NR": 3})
    plan = plan.entering("actions", "1", {"from": "fidelity.2027-07-12.coping"})
    later = moved(plan, 35)  # from 11 January to 15 February, a month on
    days = timedelta(days=35)
    assert later.start == date(2027, 2, 15)
    assert later.answer("GOAL-07").parts["value"] == (date(2027, 4, 5), date(2027, 5, 10))
    assert later.answer("MON-01").rows["1"]["date"] == date(2027, 8, 16)
    assert later.people["AB"].parts["left"] == date(2027, 8, 15) + days
    assert later.calendar["decision"] == date(2028, 2, 1) + days
    assert dict(later.monthly["2028-01"]) == {"seen_on": date(2028, 2, 7), "asked": 4}
    assert later.scores["2027-08-16"]["coping"] == {"NR": 3}
    assert later.actions["1"]["from"] == "fidelity.2027-08-16.coping"
    assert moved(later, -35) == plan
    bare = Plan().entering("monthly", "2027-12", {"asked": 4})
    assert moved(bare, 35).monthly == bare.monthly


def test_demo_after_prints_where_the_copy_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--after", "--only-copy", "--today", "2028-01-25"]) == 0
    path = capsys.readouterr().out.strip()
    assert main(["check", path, "--after", "--today", "2028-01-25"]) == 1
    assert "After the start: month 13, after the 12 planned" in capsys.readouterr().out
