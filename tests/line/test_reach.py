"""A date that no plan can hold is told where it is typed, and nothing is changed by it."""

from datetime import date
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.schedule.calendar import events_of, next_events
from readiness.storage.templates import Library
from tests.line.conversation import TODAY, converse, empty, plan_at

pytestmark = pytest.mark.no_cover

FAR = "is too far away for a plan; write a year from 1900 to 2199."


@pytest.mark.parametrize("typed", ["31.12.9999", "0001-06-01", "1 Jan 2200"])
def test_a_new_plan_does_not_begin_beyond_the_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    path = tmp_path / "new.toml"
    assert main(["new", str(path), "--start", typed]) == 2
    assert FAR in capsys.readouterr().err
    assert not path.exists()
    _, said = converse(path, ["yes", "Mine", "North", typed, "11 Jan 2027", "imr", "quit"])
    assert said.count(FAR) == 1
    assert plan_at(path).start == date(2027, 1, 11)


@pytest.mark.parametrize(
    "lines",
    [
        ["about start", "1.1.9999"],
        ["/go CAP-09", "1.1.9999"],
        ["/go CAP-09", "31 Jan 2027, 1.1.9999"],
        ["closures add", "1.1.9999"],
    ],
    ids=str,
)
def test_no_question_takes_a_date_beyond_the_calendar(tmp_path: Path, lines: list[str]) -> None:
    path = empty(tmp_path / "plan.toml")
    before = plan_at(path)
    _, said = converse(path, [*lines, "quit"])
    assert "9999-01-01 is too far away" in said
    assert plan_at(path) == before


def test_a_date_of_the_calendar_is_not_moved_beyond_it(example: Path) -> None:
    before, template = plan_at(example), Library().load("imr")
    events = next_events(events_of(before, template), TODAY)
    number = next(at for at, event in enumerate(events, 1) if event.id)
    _, said = converse(example, [f"calendar move {number}", "1.1.9999", "quit"])
    assert FAR in said
    assert plan_at(example) == before
