"""Earlier versions and copies: brought back, merged and put aside in one way."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.app.keeper import Keeper
from readiness.app.operations.versions import (
    aside_name,
    copies_beside,
    copies_read,
    merge_copy,
    merge_files,
    merged_with,
    put_aside,
    read_copy,
    restore,
    versions,
)
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.copies import Copy
from readiness.storage.plan_file import PlanFile

START = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001
SEL_01 = FieldRef("SEL-01", NOTE)


@pytest.fixture
def keeper(session: Session, tmp_path: Path) -> Keeper:
    clock = [START]

    def now() -> datetime:
        clock[0] += timedelta(minutes=1)
        return clock[0]

    return Keeper(session, tmp_path / "state", now)


def beside(session: Session, plan: Plan) -> Path:
    copy = session.path.with_name("example (Anna's conflicted copy 2026-11-23).toml")
    PlanFile.create(copy, plan, session.template)
    return copy


def read(session: Session, plan: Plan) -> Copy:
    found = read_copy(session, beside(session, plan), [])
    assert isinstance(found, Copy)
    return found


def test_an_earlier_version_is_the_plan_again_saved_and_undone(
    session: Session, keeper: Keeper
) -> None:
    first = session.plan
    session.set(SEL_01, "of today")
    first_one = versions(keeper)[0]
    effect = restore(keeper, first_one)
    assert effect.said == "The version of 20 November 2026 09:31 is the plan again."
    assert effect.saved is not None
    assert not effect.saved.trouble
    assert session.plan.answer("SEL-01") == first.answer("SEL-01")
    assert not session.is_unsaved
    assert restore(keeper, first_one).refusal == "no difference"
    assert session.undo()
    assert session.plan.answer("SEL-01").note == "of today"


def test_a_copy_is_merged_with_what_is_chosen_as_one_step(session: Session, keeper: Keeper) -> None:
    base = session.plan
    session.set(SEL_01, "ours")
    copy = read(session, base.noting("SEL-01", "Anna's").noting("SEL-02", "also Anna's"))
    seen = merged_with(keeper.session, copy)
    effect = merge_copy(keeper.session, copy, seen, seen.conflicts)
    assert effect.said == f"Merged with {copy.file.name}."
    notes = [session.plan.answer(item).note for item in ("SEL-01", "SEL-02")]
    assert notes == ["Anna's", "also Anna's"]
    again = merge_copy(keeper.session, copy, merged_with(keeper.session, copy), ())
    assert again.refusal == "no difference"
    assert session.undo()
    assert session.plan.answer("SEL-01").note == "ours"


def test_nothing_is_merged_on_a_choice_that_is_out_of_date(
    session: Session, keeper: Keeper
) -> None:
    base = session.plan
    session.set(SEL_01, "ours")
    copy = read(session, base.noting("SEL-01", "Anna's"))
    seen = merged_with(keeper.session, copy)
    session.set(SEL_01, "changed meanwhile")
    before = session.plan
    effect = merge_copy(keeper.session, copy, seen, seen.conflicts)
    assert effect.said == "The plan changed meanwhile; nothing was merged. Look again."
    assert session.plan is before


def test_a_copy_that_cannot_be_read_says_why_and_one_that_is_gone_is_not_put_aside(
    session: Session,
) -> None:
    copy = read(session, session.plan)
    copy.file.write_text("format = [")
    assert "line 1" in str(copies_read(session, [], lambda _share: None)[copy.file.name])
    effect = put_aside(session, copy)
    assert effect.said == f"The copy is now {aside_name(copy)}."
    assert copies_beside(session) == []
    gone = put_aside(session, copy)
    assert not gone.is_done
    assert copy.file.name in gone.said


def test_files_that_say_the_same_are_merged_without_writing_any(
    session: Session, tmp_path: Path
) -> None:
    files = [session.path]
    for name in ("ours.toml", "theirs.toml"):
        files.append(tmp_path / name)
        files[-1].write_bytes(session.path.read_bytes())
    times = [one.stat().st_mtime_ns for one in files]
    base, ours, theirs = files
    merged, problems = merge_files(base, ours, theirs)
    assert merged.plan == session.plan
    assert problems == []
    assert [one.stat().st_mtime_ns for one in files] == times
