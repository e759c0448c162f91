"""Trouble with files that a person does not see: locks, snapshots, folders that are no files."""

import errno
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.storage import disk, lock
from readiness.storage.copies import conflict_copies
from readiness.storage.disk import replace_file
from readiness.storage.history import History, Snapshot
from readiness.storage.lock import plan_lock
from readiness.storage.memory import shelf_of
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite
from readiness.storage.recovery import Kept, Recovery
from readiness.storage.templates import Library

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def test_a_file_that_another_program_holds_is_not_written(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0)
    monkeypatch.setattr(lock, "PAUSE", 0)
    file = PlanFile.open(example, Library())
    before = example.read_bytes()
    with plan_lock(example), pytest.raises(CannotWrite, match="another program is writing it"):
        file.write(file.plan.noting("SEL-01", "mine"))
    assert example.read_bytes() == before
    file.write(file.plan.noting("SEL-01", "mine"))
    assert b"mine" in example.read_bytes()


def test_a_file_that_is_gone_or_cannot_be_locked_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plan_lock(tmp_path / "gone.toml"):
        pass
    path = tmp_path / "plan.toml"
    path.write_text("x")

    def no_locks(*_given: object) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with plan_lock(path):
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
    with plan_lock(path):
        assert len(seen) == 2


def test_a_file_that_vanishes_while_it_is_locked_counts_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("x")

    def gone(*_given: object) -> None:
        raise OSError("gone")

    monkeypatch.setattr("os.path.samestat", gone)
    with plan_lock(path):
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
    monkeypatch.setattr(disk.time, "sleep", lambda _seconds: None)
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
    with pytest.raises(CannotWrite, match="this is a folder"):
        file.check()
    with pytest.raises(CannotWrite):
        file.write(file.plan.noting("SEL-01", "mine"))


def test_a_snapshot_larger_than_any_plan_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("format = 1\n")
    kept = History(tmp_path / "state", path)
    kept.begin(NOW)
    monkeypatch.setattr("readiness.storage.history.LARGEST_FILE", 3)
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
    from readiness.app.session import Session

    path = tmp_path / "plan.toml"
    path.write_text('format = 99\nplan = "from the future"\n')
    session = Session.open(path, Library())
    assert session.is_read_only


def test_where_the_system_has_no_such_locks_the_file_is_written_without(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On Windows there is no fcntl, and a file that is held open could not be replaced.
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(os, "open", _refuse)
    with plan_lock(example):
        pass
    monkeypatch.undo()
    file = PlanFile.open(example, Library())
    file.write(file.plan.noting("SEL-01", "mine"))
    assert b"mine" in example.read_bytes()


def test_a_lock_that_fails_when_it_is_let_go_spoils_no_save(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, real, locks = PlanFile.open(example, Library()), os.close, list[int]()

    def fails(handle: int) -> None:
        real(handle)
        if handle in locks:
            raise OSError(errno.EIO, "Input/output error")

    def noted(handle: int, _how: int) -> None:
        locks.append(handle)

    monkeypatch.setattr("fcntl.flock", noted)
    monkeypatch.setattr(os, "close", fails)
    file.write(file.plan.noting("SEL-01", "mine"))
    assert len(locks) == 1
    assert b"mine" in example.read_bytes()


def test_another_writer_is_waited_for(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = plan_lock(example)
    other.__enter__()
    waits = list[float]()

    def let_go(seconds: float) -> None:
        waits.append(seconds)
        other.__exit__(None, None, None)

    monkeypatch.setattr(lock.time, "sleep", let_go)
    with plan_lock(example):
        assert waits == [lock.PAUSE]


def test_where_the_system_has_no_access_lists_or_refuses_them_the_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"old")
    tried = list[str]()

    def refused(_path: Path, name: str, *_value: bytes) -> None:
        tried.append(name)
        raise OSError(errno.ENOTSUP, "not supported here")

    with monkeypatch.context() as patched:
        patched.setattr(os, "listxattr", lambda _path: ["user.one", "user.two"], raising=False)
        patched.setattr(os, "getxattr", lambda _path, name: name.encode(), raising=False)
        patched.setattr(os, "setxattr", refused, raising=False)
        replace_file(path, b"new")
    assert (tried, path.read_bytes()) == (["user.one", "user.two"], b"new")
    monkeypatch.delattr(os, "listxattr", raising=False)
    replace_file(path, b"newer")
    assert path.read_bytes() == b"newer"


def test_what_hangs_on_the_file_stays_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = tmp_path / "plan.toml", dict[str, bytes]()
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "listxattr", lambda _path: ["user.comment"], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda _path, name: name.encode(), raising=False)
    monkeypatch.setattr(
        os, "setxattr", lambda _path, name, value: kept.update({name: value}), raising=False
    )
    replace_file(path, b"new")
    assert kept == {"user.comment": b"user.comment"}


def test_a_folder_beside_a_plan_is_no_copy_of_it(tmp_path: Path) -> None:
    (tmp_path / "plan (conflicted copy 2027-01-11).toml").mkdir()
    assert conflict_copies(tmp_path / "plan.toml") == []


def test_a_recovery_file_that_is_too_large_or_of_a_later_version_stays_and_is_not_read(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, plan = Library().load("imr"), PlanFile.open(example, Library()).plan
    Recovery(tmp_path / "state", example).keep(plan, plan, NOW)
    later = Recovery(tmp_path / "state", example)
    (file,) = (tmp_path / "state").rglob("*.json")
    assert len(later.found(template)) == 1
    with monkeypatch.context() as patched:
        patched.setattr("readiness.storage.recovery.LARGEST_FILE", 3)
        assert later.found(template) == []
    file.write_text(file.read_text().replace('"syntax": 1', '"syntax": 2'))
    assert later.found(template) == []
    assert file.exists()


def test_a_plan_behind_a_link_in_a_circle_has_a_place_of_its_own(tmp_path: Path) -> None:
    one, other = tmp_path / "a.toml", tmp_path / "b.toml"
    one.symlink_to(other)
    other.symlink_to(one)
    folders = {shelf_of(tmp_path, path) for path in (one, other)}
    assert len(folders) == 2
    assert all(folder.parent == tmp_path for folder in folders)


def _refuse(*_given: object) -> int:
    raise OSError(errno.EACCES, "Permission denied")


def test_what_is_kept_aside_already_is_not_written_again_unless_it_went(
    example: Path, tmp_path: Path
) -> None:
    plan = PlanFile.open(example, Library()).plan
    recovery = Recovery(tmp_path / "state", example)
    recovery.keep(plan, plan, NOW)
    (file,) = (tmp_path / "state").rglob("*.json")
    first = file.stat().st_ino
    recovery.keep(plan, plan, NOW)
    assert file.stat().st_ino == first
    file.unlink()
    recovery.keep(plan, plan, NOW)
    assert file.exists()
