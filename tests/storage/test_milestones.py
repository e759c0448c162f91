"""The first day is kept with a copy; a copy that is lost or swapped is noticed."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.record import first_day, has_begun, keep_day_one
from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage import milestone_copy
from readiness.storage.example import worked_example
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadablePlan
from readiness.storage.templates import Library
from tests.domain.made import START


def opened(folder: Path, today: date) -> Session:
    path = folder / "plan.toml"
    if not path.exists():
        template, plan = worked_example(Library())
        PlanFile.create(path, plan, template)
    return Session.open(path, Library(), lambda: today)


def words(session: Session) -> str:
    with pytest.raises(UnreadablePlan) as caught:
        first_day(session.file, Library())
    return str(caught.value)


def test_nothing_is_kept_before_the_first_day_or_of_an_empty_plan(tmp_path: Path) -> None:
    session = opened(tmp_path, date(2027, 1, 10))
    assert keep_day_one(session) == ""
    assert "no first day is kept" in words(session)
    (tmp_path / "empty").mkdir()
    empty = tmp_path / "empty" / "plan.toml"
    empty.write_text('format = 1\ntemplate = "imr"\nstart = 2027-01-11\n', "utf-8")
    assert keep_day_one(Session.open(empty, Library(), lambda: START)) == ""


def test_the_first_day_is_kept_once_with_what_the_plan_promised(tmp_path: Path) -> None:
    session = opened(tmp_path, START)
    before = session.file.raw
    assert keep_day_one(session) == (
        "The plan as it stands is kept as that of its first day, 11 January 2027."
    )
    kept = session.plan.milestones["start"]
    assert kept["on"] == START
    assert "taken_on" not in kept
    assert kept["practitioners"] == 4
    assert kept["hours_freed"] == 22
    assert kept["starts"] == 12
    assert kept["reviews"] == (date(2027, 7, 12), date(2028, 1, 10))
    assert kept["supervision_until"] == date(2027, 6, 30)
    assert kept["areas"] == (
        "selection red", "capacity red", "inclusion open", "goals partly", "monitoring red",
    )  # fmt: skip
    flags = kept["flags"]
    assert isinstance(flags, tuple)
    assert {"CAP-01R", "CAP-06R", "MON-06R", "SEL-03R"} <= set(flags)
    assert (tmp_path / "plan.milestones" / "2027-01-11.toml").read_bytes() == before
    session.save()
    assert not session.undo()
    assert keep_day_one(session) == ""
    again = opened(tmp_path, date(2027, 8, 16))
    assert keep_day_one(again) == ""
    again.set(FieldRef("SEL-01", "value"), "no")
    found = first_day(again.file, Library())
    assert found.plan.value(FieldRef("SEL-01", "value")) == "yes"


def test_a_plan_that_was_begun_earlier_says_that_its_first_day_was_taken_late(
    tmp_path: Path,
) -> None:
    session = opened(tmp_path, date(2027, 3, 1))
    assert "as it stands today is kept" in keep_day_one(session)
    assert session.plan.milestones["start"]["taken_on"] == date(2027, 3, 1)


def test_a_lost_or_swapped_copy_is_noticed_and_breaks_nothing(tmp_path: Path) -> None:
    session = opened(tmp_path, START)
    keep_day_one(session)
    session.save()
    copy = tmp_path / "plan.milestones" / "2027-01-11.toml"
    copy.write_text(copy.read_text("utf-8") + "\n# another\n", "utf-8")
    assert "not the copy that was kept that day" in words(session)
    copy.unlink()
    assert "plan.milestones/2027-01-11.toml" in words(session)
    assert session.plan.milestones["start"]["practitioners"] == 4


def test_without_a_copy_the_day_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(tmp_path, START)

    def refuse(*_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr(milestone_copy, "replace_file", refuse)
    assert keep_day_one(session)
    assert "copy" not in session.plan.milestones["start"]


def test_a_copy_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.milestones").mkdir()
    copy = tmp_path / "plan.milestones" / "2027-01-11.toml"
    copy.write_bytes(b"theirs")
    keep_day_one(opened(tmp_path, START))
    assert copy.read_bytes() == b"theirs"


def test_a_plan_without_numbers_keeps_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    text = 'format = 1\ntemplate = "imr"\nstart = 2027-01-11\n\n[answers.SEL-01]\nvalue = "yes"\n'
    rounds = "\n[rounds.1]\ndate = 2027-01-11\npatients = 4\n\n[rounds.2]\npatients = 2.5\n"
    path.write_text(text + rounds, "utf-8")
    session = Session.open(path, Library(), lambda: START)
    keep_day_one(session)
    kept = session.plan.milestones["start"]
    assert kept["starts"] == 6.5
    assert "reviews" not in kept
    assert kept["practitioners"] == 0


@pytest.mark.parametrize(("day", "begun"), [(10, False), (11, True)])
def test_a_plan_has_begun_on_its_first_day(tmp_path: Path, day: int, *, begun: bool) -> None:
    assert has_begun(opened(tmp_path, date(2027, 1, day))) is begun
