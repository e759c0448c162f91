"""A file is replaced whole or not at all, and what is not its text stays."""

import errno
import os
from pathlib import Path

import pytest

from readiness.storage import disk
from readiness.storage.disk import free_name, read_regular, replace_file, sweep, write_private


def test_what_a_killed_program_left_is_swept_and_a_live_one_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("x")
    dead, alive, other = (
        tmp_path / name for name in (".plan.toml.a.tmp", ".plan.toml.b.tmp", "c.tmp")
    )
    for one in (dead, alive, other):
        one.write_text("x")
    for one in (dead, other):
        os.utime(one, (1, 1))
    sweep(path)
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()


def test_a_file_that_may_not_be_replaced_is_told_at_once_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_source: Path, _target: Path) -> Path:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path = tmp_path / "plan.toml"
    path.write_text("old")
    monkeypatch.setattr(disk, "replace_keeping", lambda _new, _target: False)
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="no pipes with a name here")
def test_a_pipe_is_neither_replaced_nor_read(tmp_path: Path) -> None:
    pipe = tmp_path / "plan.toml"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no file"):
        replace_file(pipe, b"new")
    assert pipe.is_fifo()
    with pytest.raises(OSError, match="no plain file"):
        read_regular(pipe, 10)


def test_the_owner_of_the_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, given = tmp_path / "plan.toml", []
    path.write_text("old")
    monkeypatch.setattr(disk.os, "getuid", lambda: 4711)
    monkeypatch.setattr(disk.os, "chown", lambda *change: given.append(change[1:]))
    replace_file(path, b"new")
    owner = path.stat()
    assert given == [(-1, owner.st_gid), (owner.st_uid, -1)]


def test_a_link_in_a_circle_is_an_error_of_the_system_and_a_long_name_is_none(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match=r"circle|Symbolic|symbolic"):
        replace_file(one, b"x")
    long = tmp_path / ("æ" * 120 + ".toml")
    replace_file(long, b"x")
    assert long.read_bytes() == b"x"


def test_private_files_and_their_folders_are_for_their_owner(tmp_path: Path) -> None:
    path = tmp_path / "state" / "deeper" / "file"
    write_private(path, b"x")
    assert path.stat().st_mode & 0o777 == 0o600
    for folder in (path.parent, path.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_copy_never_takes_the_place_of_a_file_of_somebodys_own(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    assert free_name(path, ".bak", b"old") == tmp_path / "plan.toml.bak"
    (tmp_path / "plan.toml.bak").write_bytes(b"theirs")
    (tmp_path / "plan.toml.bak-2").symlink_to("nowhere")
    (tmp_path / "plan.toml.bak-3").mkdir()
    assert free_name(path, ".bak", b"old") == tmp_path / "plan.toml.bak-4"
    (tmp_path / "plan.toml.bak-4").write_bytes(b"old")
    assert free_name(path, ".bak", b"old") == tmp_path / "plan.toml.bak-4"
    long = free_name(tmp_path / ("å" * 125 + ".toml"), ".format-1", b"old")
    assert long.name == "å" * 123 + ".format-1"
    long.write_bytes(b"x")


def test_what_is_raised_at_the_last_look_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"theirs")

    def changed() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        replace_file(path, b"ours", changed)
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["plan.toml"]
