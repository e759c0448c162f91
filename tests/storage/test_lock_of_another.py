"""A plan that another program is writing is waited for, and then it is said."""

import fcntl
from pathlib import Path
from types import SimpleNamespace

import pytest

from readiness.storage import lock
from readiness.storage.copies import conflict_copies


def test_who_never_lets_go_is_told(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks, pauses = iter(range(1000)), list[float]()
    clock = SimpleNamespace(monotonic=lambda: next(ticks), sleep=pauses.append)
    monkeypatch.setattr(lock, "time", clock)
    with example.open("rb+") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(BlockingIOError), lock.plan_lock(example):
            raise AssertionError("held by two at once")
    assert pauses
    with lock.plan_lock(example):
        assert example.exists()


def test_plans_of_other_names_are_no_copies(example: Path) -> None:
    example.with_name("other (conflicted copy 2027-01-11).toml").write_text("format = 1\n")
    assert conflict_copies(example) == []
