"""Windows has other locks: a file beside the plan is held, and goes when it is let go."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from readiness.storage import lock
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite
from readiness.storage.templates import Library


class Windows:
    """Locks as msvcrt gives them: one byte of a file, refused while another holds it."""

    LK_NBLCK = 2

    def __init__(self, refusals: int = 0) -> None:
        self.refusals, self.taken = refusals, list[int]()

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        if self.refusals:
            self.refusals -= 1
            raise PermissionError(13, "Permission denied")
        self.taken.append(handle)


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    ticks = iter(range(1000))
    clock = SimpleNamespace(monotonic=lambda: next(ticks) / 2, sleep=lambda _: None)
    monkeypatch.setattr(lock, "time", clock)


def on_windows(monkeypatch: pytest.MonkeyPatch, windows: object) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", windows)


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.name.endswith(".lock"))


def test_a_file_beside_the_plan_is_held_and_goes_again(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows()
    on_windows(monkeypatch, windows)
    with lock.plan_lock(example):
        assert len(windows.taken) == 1
        assert beside(example) == [".example.toml.lock"]
        example.replace(example)
    assert beside(example) == []


def test_another_writer_is_waited_for(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(refusals=2)
    on_windows(monkeypatch, windows)
    with lock.plan_lock(example):
        assert len(windows.taken) == 1


def test_a_writer_that_never_lets_go_is_told(
    example: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_windows(monkeypatch, Windows(refusals=999))
    file = PlanFile.open(example, library)
    before = example.read_bytes()
    with pytest.raises(CannotWrite, match="another program is writing it"):
        file.write(file.plan.noting("SEL-01", "mine"))
    assert example.read_bytes() == before
    assert beside(example) == []


def test_a_change_is_written_under_the_lock(
    example: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows()
    on_windows(monkeypatch, windows)
    file = PlanFile.open(example, library)
    file.write(file.plan.noting("SEL-01", "mine"))
    assert len(windows.taken) == 1
    assert PlanFile.open(example, library).plan.answer("SEL-01").note == "mine"


@pytest.mark.parametrize("case", ["no locks at all", "no folder"])
def test_without_locks_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    on_windows(monkeypatch, None if case == "no locks at all" else Windows())
    path = tmp_path / ("plan.toml" if case == "no locks at all" else "gone/plan.toml")
    with lock.plan_lock(path):
        assert beside(tmp_path / "plan.toml") == []
