"""A document is opened by the system's own program, without a shell, and failures are told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from readiness.storage.viewer import CannotOpen, open_file


class Started:
    """Programs that would have been started, and how each of them ends."""

    def __init__(self, code: int | None = 0) -> None:
        self.code = code
        self.calls: list[tuple[list[str], dict[str, Any]]] = []

    def __call__(self, command: list[str], **how: Any) -> "Started":
        self.calls.append((command, how))
        return self

    def wait(self, seconds: float) -> int:
        if self.code is None:
            raise subprocess.TimeoutExpired("viewer", seconds)
        return self.code


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "a plan; rm -rf $HOME & 'x'.pdf"
    path.write_bytes(b"%PDF")
    return path


def begun(monkeypatch: pytest.MonkeyPatch, platform: str, code: int | None = 0) -> Started:
    started = Started(code)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", started)
    return started


@pytest.mark.parametrize(("platform", "opener"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_system_s_opener_gets_the_whole_path_and_no_shell(
    made: Path, monkeypatch: pytest.MonkeyPatch, platform: str, opener: str
) -> None:
    started = begun(monkeypatch, platform)
    monkeypatch.chdir(made.parent)
    open_file(Path(made.name))
    ((command, how),) = started.calls
    assert command == [f"/usr/bin/{opener}", str(made)]
    assert not how.get("shell")
    assert {how[name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}
    assert how["start_new_session"]


def test_an_opener_that_is_the_viewer_itself_stays(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = begun(monkeypatch, "linux", None)
    open_file(made)
    assert len(started.calls) == 1


def test_windows_opens_it_by_its_own_call(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    started = begun(monkeypatch, "win32")
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    open_file(made)
    assert opened == [made]
    assert started.calls == []


def refuses(_path: Path) -> None:
    raise OSError(1155, "No application is associated with the file")


@pytest.mark.parametrize(
    ("platform", "code", "why"),
    [("linux", 3, "no program for such files"), ("win32", 0, "no application is associated")],
)
def test_what_cannot_be_opened_is_told_with_its_whole_path(
    made: Path, monkeypatch: pytest.MonkeyPatch, platform: str, code: int, why: str
) -> None:
    begun(monkeypatch, platform, code)
    monkeypatch.setattr(os, "startfile", refuses, raising=False)
    with pytest.raises(CannotOpen) as told:
        open_file(made)
    assert why in str(told.value)
    assert str(made) in str(told.value)


def test_a_computer_without_an_opener_is_told(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(monkeypatch, "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(CannotOpen, match="xdg-open"):
        open_file(made)


def test_a_document_that_went_is_not_asked_for(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = begun(monkeypatch, "linux")
    made.unlink()
    with pytest.raises(CannotOpen, match="not there any more"):
        open_file(made)
    assert started.calls == []
