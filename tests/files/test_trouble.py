"""Trouble with files that a person does not see: locks, snapshots, folders that are no files."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.files import atomic, locking
from readiness.files.atomic import replace_file
from readiness.files.history import History, Snapshot
from readiness.files.locking import held
from readiness.files.planfile import PlanFile
from readiness.files.problems import CannotWrite
from readiness.files.recovery import Kept
from readiness.files.templates import Library

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def test_a_file_that_another_program_holds_is_not_written(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0)
    monkeypatch.setattr(locking, "PAUSE", 0)
    file = PlanFile.open(example, Library())
    before = example.read_bytes()
    with held(example), pytest.raises(CannotWrite, match="another program is writing it"):
        file.write(file.plan.noting("SEL-01", "mine"))
    assert example.read_bytes() == before
    file.write(file.plan.noting("SEL-01", "mine"))
    assert b"mine" in example.read_bytes()


def test_a_file_that_is_gone_or_cannot_be_locked_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(tmp_path / "gone.toml"):
        pass
    path = tmp_path / "plan.toml"
    path.write_text("x")

    def no_locks(*_given: object) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with held(path):
        replace_file(path, b"y")
    assert path.read_bytes() == b"y"


def test_a_file_replaced_while_we_waited_is_locked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("old")
    real, seen = os.path.samestat, list[bool]()

    def first_other(one: os.stat_result, other: os.stat_result) -> bool:
        seen.append(real(one, other))
        return len(seen) > 1

    monkeypatch.setattr("os.path.samestat", first_other)
    with held(path):
        assert len(seen) == 2


def test_a_file_that_vanishes_while_it_is_locked_counts_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("x")

    def gone(*_given: object) -> None:
        raise OSError("gone")

    monkeypatch.setattr("os.path.samestat", gone)
    with held(path):
        pass


def test_a_windows_lock_is_waited_for_and_lasting_ones_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("old")
    real, tries = Path.replace, list[int]()

    def locked(source: Path, target: Path) -> Path:
        tries.append(1)
        if len(tries) < 3:
            error = PermissionError("in use")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return real(source, target)

    monkeypatch.setattr(Path, "replace", locked)
    monkeypatch.setattr(atomic.time, "sleep", lambda _seconds: None)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"

    def always(_source: Path, _target: Path) -> Path:
        error = PermissionError("in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", always)
    with pytest.raises(PermissionError):
        replace_file(path, b"newer")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.toml"]


def test_a_plan_whose_place_became_a_folder_is_not_written(example: Path) -> None:
    file = PlanFile.open(example, Library())
    example.unlink()
    example.mkdir()
    assert not file.is_changed_on_disk
    with pytest.raises(CannotWrite):
        file.write(file.plan.noting("SEL-01", "mine"))


def test_a_snapshot_larger_than_any_plan_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("format = 1\n")
    kept = History(tmp_path / "state", path)
    kept.begin(NOW)
    monkeypatch.setattr("readiness.files.history.LARGEST_FILE", 3)
    (one,) = kept.snapshots()
    with pytest.raises(OSError, match="larger than any plan"):
        one.raw()


def test_a_sitting_keeps_one_snapshot_of_its_own_and_none_of_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    kept = History(tmp_path / "state", path)
    kept.begin(NOW)
    assert kept.snapshots() == []
    for number in range(3):
        path.write_text(f"# {number}\n")
        kept.record(NOW + timedelta(minutes=number))
    kept.record(NOW + timedelta(minutes=9))
    assert [one.raw() for one in kept.snapshots()] == [b"# 2\n"]
    assert all(isinstance(one, Snapshot) for one in kept.snapshots())


def test_work_kept_aside_says_how_old_it_is(example: Path) -> None:
    plan = PlanFile.open(example, Library()).plan
    one = Kept(file=example, when=NOW, base=plan, plan=plan)
    ages = [one.age(NOW + timedelta(minutes=minutes)) for minutes in (0, 1, 59, 60, 1440, 2900)]
    assert ages == [
        "just now",
        "1 minute ago",
        "59 minutes ago",
        "1 hour ago",
        "1 day ago",
        "2 days ago",
    ]


def test_a_session_knows_when_its_file_may_not_be_written(tmp_path: Path) -> None:
    from readiness.session import Session

    path = tmp_path / "plan.toml"
    path.write_text('format = 99\nplan = "from the future"\n')
    session = Session.open(path, Library())
    assert session.is_read_only
    assert not session.is_changed_on_disk
