"""An hour of work on a shared drive and a bad laptop: nothing of anyone is lost."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

import pytest

from readiness.files.planfile import PlanFile
from readiness.files.recovery import Recovery
from readiness.files.templates import Library
from readiness.keeping import Keeper
from readiness.session import Session

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def now() -> datetime:
    return NOW


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def keeper(session: Session, state: Path) -> Keeper:
    return Keeper(session, state, now)


def on_disk(path: Path) -> Any:
    return PlanFile.open(path, Library()).plan


def other_window(path: Path) -> Session:
    return Session.open(path, Library())


def test_what_a_colleague_answered_meanwhile_is_taken_in_and_said(
    session: Session, keeper: Keeper
) -> None:
    theirs = other_window(session.path)
    theirs.note("SEL-02", "from the colleague")
    theirs.save()
    session.note("SEL-01", "mine")
    outcome = keeper.save()
    assert outcome.trouble == ""
    assert [one.after for one in outcome.taken] == ["from the colleague"]
    for plan in (session.plan, on_disk(session.path)):
        assert plan.answer("SEL-01").note == "mine"
        assert plan.answer("SEL-02").note == "from the colleague"


def test_a_change_on_disk_is_noticed_while_idle(session: Session, keeper: Keeper) -> None:
    assert keeper.look().taken == ()
    theirs = other_window(session.path)
    theirs.note("SEL-02", "theirs")
    theirs.save()
    assert len(keeper.look().taken) == 1
    assert session.plan.answer("SEL-02").note == "theirs"


@pytest.mark.parametrize("ours", [True, False])
def test_where_both_answered_the_leader_chooses_and_nothing_is_overwritten_before(
    session: Session, keeper: Keeper, *, ours: bool
) -> None:
    theirs = other_window(session.path)
    theirs.note("SEL-02", "theirs")
    theirs.save()
    session.note("SEL-02", "ours")
    session.note("SEL-03", "also ours")
    outcome = keeper.save()
    (conflict,) = outcome.conflicts
    assert (conflict.ours, conflict.theirs) == ("ours", "theirs")
    assert on_disk(session.path).answer("SEL-02").note == "theirs"
    assert on_disk(session.path).answer("SEL-03").note == "also ours"
    keeper.choose(conflict, ours=ours)
    assert keeper.save().conflicts == ()
    assert on_disk(session.path).answer("SEL-02").note == ("ours" if ours else "theirs")


def test_an_open_choice_survives_the_end_of_the_program(
    session: Session, keeper: Keeper, state: Path
) -> None:
    theirs = other_window(session.path)
    theirs.note("SEL-02", "theirs")
    theirs.save()
    session.note("SEL-02", "ours")
    assert keeper.save().is_kept_aside
    again = Keeper(other_window(session.path), state, now)
    (kept,) = again.recoverable()
    outcome = again.recover(kept)
    assert [one.ours for one in outcome.conflicts] == ["ours"]


def test_what_cannot_be_written_is_kept_aside_for_its_owner_and_offered_at_the_next_start(
    session: Session, keeper: Keeper, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.note("SEL-02", "not to be lost")
    with monkeypatch.context() as patched:
        patched.setattr("readiness.files.planfile.replace_file", _full)
        outcome = keeper.save()
    assert "no space left" in outcome.trouble
    assert outcome.is_kept_aside
    (kept_file,) = (state / "recovery").rglob("*.json")
    assert kept_file.stat().st_mode & 0o777 == 0o600
    for folder in (kept_file.parent, kept_file.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    later = Keeper(other_window(session.path), state, now)
    (kept,) = later.recoverable()
    assert kept.age(NOW + timedelta(hours=3)) == "3 hours ago"
    (change,) = kept.would_change(on_disk(session.path), session.template)
    assert change.after == "not to be lost"
    assert later.recover(kept).trouble == ""
    assert on_disk(session.path).answer("SEL-02").note == "not to be lost"
    assert not list((state / "recovery").rglob("*.json"))


def test_a_recovery_file_goes_once_the_plan_is_saved(
    session: Session, keeper: Keeper, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.note("SEL-02", "x")
    with monkeypatch.context() as patched:
        patched.setattr("readiness.files.planfile.replace_file", _full)
        keeper.save()
    assert list((state / "recovery").rglob("*.json"))
    assert keeper.save().trouble == ""
    assert not list((state / "recovery").rglob("*.json"))


def test_a_broken_recovery_file_is_in_nobodys_way(session: Session, state: Path) -> None:
    recovery = Recovery(state, session.path)
    recovery.keep(session.plan, session.plan, NOW)
    (file,) = (state / "recovery").rglob("*.json")
    for raw in (b"", b"\xff", b"[]", b'{"syntax": 1, "when": "x"}', file.read_bytes()[:-9]):
        file.write_bytes(raw)
        assert Keeper(session, state, now).recoverable() == []
        assert file.read_bytes() == raw


def test_a_file_spoiled_on_disk_is_never_written_and_the_work_is_kept_aside(
    session: Session, keeper: Keeper
) -> None:
    spoiled = "<<<<<<< HEAD\n" + session.path.read_text()
    session.path.write_text(spoiled)
    session.note("SEL-02", "mine")
    outcome = keeper.save()
    assert "line 1" in outcome.trouble
    assert outcome.is_kept_aside
    assert session.path.read_text() == spoiled
    assert session.plan.answer("SEL-02").note == "mine"


def test_a_sitting_leaves_one_snapshot_before_and_one_after(
    session: Session, keeper: Keeper, state: Path
) -> None:
    first = session.path.read_bytes()
    session.note("SEL-02", "mine")
    keeper.save()
    keeper.close()
    keeper.close()
    before, after = (one.raw() for one in keeper.history.snapshots())
    assert (before, after) == (first, session.path.read_bytes())
    modes = {one.file.stat().st_mode & 0o777 for one in keeper.history.snapshots()}
    assert modes == {0o600}
    assert (state / "history").stat().st_mode & 0o777 == 0o700


def _full(*_given: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


CALLS = ("open", "write", "fsync", "replace", "chmod", "close")
"""The system calls of a save, by their names in os."""


class Fault:
    """Lets the n-th system call of a save fail."""

    def __init__(self, at: int, code: int) -> None:
        self.at, self.code, self.count = at, code, 0

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def maybe(*given: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.at:
                raise OSError(self.code, os.strerror(self.code))
            return call(*given, **named)

        return maybe


class _File:
    """A file whose writes and flushes can fail like the system's."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file = file
        self.write, self.flush = fault.wrap(file.write), fault.wrap(file.flush)
        self.fileno = file.fileno

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self._file.close()


def _inject(fault: Fault, patched: pytest.MonkeyPatch) -> None:
    import tempfile

    real = os.fdopen
    patched.setattr(os, "fdopen", lambda *given, **named: _File(real(*given, **named), fault))
    for name in ("fsync", "replace", "chmod"):
        patched.setattr(os, name, fault.wrap(getattr(os, name)))
    patched.setattr(tempfile, "mkstemp", fault.wrap(tempfile.mkstemp))


def _codes() -> Iterator[int]:
    yield from (errno.ENOSPC, errno.EIO, errno.EACCES)


@pytest.mark.parametrize("code", list(_codes()), ids=lambda code: errno.errorcode[code])
def test_whichever_call_of_a_save_fails_the_file_is_whole_and_the_change_is_not_lost(
    example: Path, state: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    tried = failed = 0
    for at in range(1, 40):
        session = Session.open(example, Library())
        keeper = Keeper(session, state, now)
        old = example.read_bytes()
        session.note("SEL-02", f"change {at}")
        fault = Fault(at, code)
        with monkeypatch.context() as patched:
            _inject(fault, patched)
            outcome = keeper.save()
        assert session.plan.answer("SEL-02").note == f"change {at}"
        disk = on_disk(example)
        if outcome.trouble:
            failed += 1
            assert example.read_bytes() == old
            assert outcome.is_kept_aside
            assert keeper.save().trouble == ""
        else:
            assert disk == session.plan
        assert not [one for one in example.parent.iterdir() if one.name.endswith(".tmp")]
        if fault.count < at:
            break
        tried += 1
    assert tried >= 5
    assert failed >= 4


WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from readiness.files.templates import Library
from readiness.keeping import Keeper
from readiness.session import Session
ROWS = {"left": ("INC-05", "how"), "right": ("GOAL-04", "obstacle")}
path, state, who, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
session = Session.open(path, Library())
keeper = Keeper(session, state, datetime.now)
asked, (item, part) = 0, ROWS[who]
for number in range(count):
    session.answer_row(item, str(number + 1), part, f"{who}{number}")
    session.note("SEL-02", f"{who}{number}")
    outcome = keeper.save()
    for conflict in outcome.conflicts:
        asked += 1
        keeper.choose(conflict, ours=True)
while keeper.save().trouble or keeper.look().trouble:
    pass
print(asked)
"""
"""A second window that answers as fast as it can, and on one item the same as the other window."""


def test_two_windows_on_one_file_lose_nothing_and_ask(example: Path, state: Path) -> None:
    count = int(os.environ.get("READINESS_ANSWERS", "25"))
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(example), str(state), who, str(count)],
            stdout=subprocess.PIPE, text=True,
        )
        for who in ("left", "right")
    ]  # fmt: skip
    asked = [int(one.communicate(timeout=100 + 10 * count)[0]) for one in both]
    for who, item, part in (("left", "INC-05", "how"), ("right", "GOAL-04", "obstacle")):
        rows = on_disk(example).answer(item).rows
        said = [rows.get(str(number + 1), {}).get(part) for number in range(count)]
        assert said == [f"{who}{number}" for number in range(count)]
    assert sum(asked) > 0
