"""Where a plan stood on the days that were kept, side by side, as words."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.record import can_keep, keep_day_one, keep_milestone
from readiness.app.session import Session
from readiness.cli.main import main
from readiness.describe.trend import days_line, trend_lines
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.day_one import trend_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.templates import Library
from tests.domain.made import START, imr, team

PLAN = """format = 1
template = "imr"
start = 2027-01-11

[answers.SEL-02]
value = "asked in passing"

[answers.MON-10]
value = [2027-07-12]
"""


def opened(path: Path, today: date) -> Session:
    return Session.open(path, Library(), lambda: today)


def test_what_was_red_on_the_first_day_and_is_not_any_more(tmp_path: Path) -> None:
    path, july = tmp_path / "plan.toml", date(2027, 7, 20)
    path.write_text(PLAN, "utf-8")
    first = opened(path, START)
    keep_day_one(first)
    first.save()
    session = opened(path, july)
    session.set(FieldRef("SEL-02", "value"), "jointly")
    session.set(FieldRef(table="monthly", entry="2027-06", part="asked"), 3)
    due = due_of(session.plan, session.template, july)
    assert [one.state for one in due if one.kind == "re-check"] == ["late"]
    found = keep_milestone(session)
    assert found.said == "Recorded: milestone month-6."
    assert due_of(session.plan, session.template, july)[0].kind != "re-check"
    kept = session.plan.milestones["month-6"]
    assert "FOL-03 amber" in kept["course"]  # type: ignore[operator]
    assert (tmp_path / "plan.milestones" / "2027-07-20.toml").exists()
    assert keep_milestone(session).is_done
    trend = trend_of(session.plan, session.template, date(2027, 8, 1))
    assert trend.days == (START, july, date(2027, 8, 1))
    assert trend.areas[0].states == ("red", "open", "open")
    rows = next(one for one in trend.rules if one.id == "FOL-03")
    assert rows.states == ("", "amber", "amber")
    assert (rows.name, trend.areas[0].id) == ("Month rows", "selection")
    assert next(iter(trend_lines(trend))) == (
        "Practitioner selection: red flag from 11 January 2027; open from 20 July 2027."
    )
    assert "Month rows: off plan, amber from 20 July 2027." in [*trend_lines(trend)]
    assert len([*trend_lines(trend, is_change=True)]) == 1
    assert (
        days_line(trend) == "As it stood on 11 January 2027, 20 July 2027, and as it stands today."
    )
    session.set(FieldRef("SEL-02", "value"), "asked in passing")
    later = trend_of(session.plan, session.template, date(2027, 8, 1))
    assert next(iter(trend_lines(later))).endswith("open from 20 July 2027; red flag now.")
    session.save()


def test_before_the_first_day_there_is_no_milestone(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    assert not can_keep(opened(path, START))
    plan = team("AB").entering("milestones", "odd", {"areas": ("selection red",)})
    assert trend_of(plan, imr(), date(2027, 7, 20)).days == (date(2027, 7, 20),)


def test_a_script_keeps_the_day_on_which_the_check_was_redone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    assert main(["record", str(path), "milestone", "--today", "2027-07-12"]) == 0
    assert "Recorded: milestone month-6." in capsys.readouterr().err
    assert "[milestones.month-6]" in path.read_text("utf-8")
    assert main(["record", str(path), "milestone", "--today", "2027-01-10"]) == 2
    assert "The first day with patients has not come." in capsys.readouterr().err
