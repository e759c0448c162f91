"""What is done on Windows and macOS alone, seen through stand-ins for their calls."""

import fcntl
import os
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readiness.app.session import Session
from readiness.storage import disk
from readiness.storage.disk import replace_file
from readiness.storage.recovery import Recovery
from readiness.tui import shutdown
from tests.tui.person import now


class Kernel:
    """A stand-in for kernel32."""

    def __init__(self, *, can_replace: bool = True) -> None:
        self.can_replace = can_replace
        self.replaced: list[tuple[str, int]] = []
        self.handler: Callable[[int], bool] = lambda _why: False

    def ReplaceFileW(self, old: str, new: str, *rest: Any) -> int:  # noqa: N802 - as it is called
        backup, flags, *reserved = rest
        assert (backup, reserved) == (None, [None, None])
        self.replaced.append((old, flags))
        if self.can_replace:
            Path(old).write_bytes(Path(new).read_bytes())  # the old one's attributes stay so
            Path(new).unlink()
        return int(self.can_replace)

    def SetConsoleCtrlHandler(self, handler: Any, add: int) -> int:  # noqa: N802 - as above
        assert add == 1
        self.handler = handler
        return 1


def on_windows(monkeypatch: pytest.MonkeyPatch, kernel: Kernel) -> None:
    system = types.ModuleType("ctypes")
    system.windll = types.SimpleNamespace(kernel32=kernel)  # type: ignore[attr-defined]
    system.c_int = system.c_uint = int  # type: ignore[attr-defined]
    system.WINFUNCTYPE = lambda *_kinds: lambda call: call  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ctypes", system)
    for one in (disk, shutdown):
        monkeypatch.setattr(one, "IS_WINDOWS", True)


def test_windows_replaces_a_file_by_the_call_that_keeps_its_attributes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel, path = Kernel(), tmp_path / "plan.toml"
    on_windows(monkeypatch, kernel)
    replace_file(path, b"new")
    assert kernel.replaced == []  # there was none yet
    number = path.stat().st_ino
    replace_file(path, b"newer")
    assert kernel.replaced == [(str(path), disk.IGNORE_MERGE_ERRORS)]
    assert (path.read_bytes(), path.stat().st_ino) == (b"newer", number)
    assert list(tmp_path.iterdir()) == [path]


def test_a_drive_that_cannot_do_that_gets_a_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"old")
    kernel = Kernel(can_replace=False)
    on_windows(monkeypatch, kernel)
    replace_file(path, b"new")
    assert len(kernel.replaced) == 1
    assert path.read_bytes() == b"new"


def test_a_console_that_ends_is_told_and_ctrl_c_is_left_to_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kernel, told = Kernel(), list[str]()
    shutdown.on_close(lambda: told.append("too soon"))
    on_windows(monkeypatch, kernel)
    shutdown.on_close(lambda: told.append("saved"))
    assert not kernel.handler(0)
    for why in (shutdown.CLOSE, shutdown.LOGOFF, shutdown.SHUTDOWN):
        assert kernel.handler(why)
    assert told == ["saved"] * 3


def test_macos_writes_through_to_the_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _handle, what: done.append(what))
    monkeypatch.setattr(disk.os, "fsync", lambda _handle: done.append("fsync"))
    disk.sync(1)
    assert done == [51]

    def unknown(_handle: int, _what: int) -> None:
        raise OSError(45, "Operation not supported")

    monkeypatch.setattr(fcntl, "fcntl", unknown)
    disk.sync(1)
    assert done == [51, "fsync"]


def test_macos_keeps_access_lists_attributes_and_flags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    disk.keep_attributes(old, new)
    system = types.ModuleType("ctypes")
    library = types.SimpleNamespace(copyfile=lambda *given: done.append(given))
    system.CDLL = lambda _name: library  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ctypes", system)
    monkeypatch.setattr(disk, "IS_MACOS", True)
    monkeypatch.setattr(disk.os, "chflags", lambda *given: done.append(given), raising=False)
    monkeypatch.setattr(Path, "stat", lambda _path: types.SimpleNamespace(st_flags=0x8000))
    disk.keep_attributes(old, new)
    assert done == [(os.fsencode(old), os.fsencode(new), None, 5), (new, 0x8000)]


def test_work_kept_aside_is_found_under_another_spelling_of_the_name(
    session: Session, tmp_path: Path
) -> None:
    one, two = tmp_path / "Plan f\u00e5r.toml", tmp_path / "Plan fa\u030ar.toml"
    Recovery(tmp_path / "state", one).keep(session.plan, session.plan, now())
    assert len(Recovery(tmp_path / "state", two).found(session.template)) == 1
    assert Recovery(tmp_path / "state", tmp_path / "Plan far.toml").found(session.template) == []
