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

from readiness.app.keeper import Keeper, Outcome
from readiness.app.operations.particulars import set_particulars
from readiness.app.operations.versions import recover, recoverable
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage import plan_writer
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import AlreadyThere
from readiness.storage.recovery import Kept, Recovery
from readiness.storage.templates import Library

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def brought_back(keeper: Keeper, kept: Kept) -> Outcome:
    saved = recover(keeper, kept).saved
    assert saved is not None
    return saved


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
    theirs.set(FieldRef("SEL-02", NOTE), "from the colleague")
    theirs.save()
    session.set(FieldRef("SEL-01", NOTE), "mine")
    outcome = keeper.save()
    assert outcome.trouble == ""
    assert [one.after for one in outcome.taken] == ["from the colleague"]
    for plan in (session.plan, on_disk(session.path)):
        assert plan.answer("SEL-01").note == "mine"
        assert plan.answer("SEL-02").note == "from the colleague"


def test_a_change_on_disk_is_noticed_while_idle(session: Session, keeper: Keeper) -> None:
    assert keeper.save().taken == ()
    theirs = other_window(session.path)
    theirs.set(FieldRef("SEL-02", NOTE), "theirs")
    theirs.save()
    assert len(keeper.save().taken) == 1
    assert session.plan.answer("SEL-02").note == "theirs"


@pytest.mark.no_cover
@pytest.mark.parametrize("ours", [True, False])
def test_where_both_answered_the_leader_chooses_and_nothing_is_overwritten_before(
    session: Session, keeper: Keeper, *, ours: bool
) -> None:
    theirs = other_window(session.path)
    theirs.set(FieldRef("SEL-02", NOTE), "theirs")
    theirs.save()
    session.set(FieldRef("SEL-02", NOTE), "ours")
    session.set(FieldRef("SEL-03", NOTE), "also ours")
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
    theirs.set(FieldRef("SEL-02", NOTE), "theirs")
    theirs.save()
    session.set(FieldRef("SEL-02", NOTE), "ours")
    assert keeper.save().is_kept_aside
    again = Keeper(other_window(session.path), state, now)
    (kept,) = recoverable(again)
    outcome = brought_back(again, kept)
    assert [one.ours for one in outcome.conflicts] == ["ours"]


def test_what_cannot_be_written_is_kept_aside_for_its_owner_and_offered_at_the_next_start(
    session: Session, keeper: Keeper, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set(FieldRef("SEL-02", NOTE), "not to be lost")
    with monkeypatch.context() as patched:
        patched.setattr("readiness.storage.plan_file.replace_file", _full)
        outcome = keeper.save()
    assert "no space left" in outcome.trouble
    assert outcome.is_kept_aside
    (kept_file,) = (state / "recovery").rglob("*.json")
    assert kept_file.stat().st_mode & 0o777 == 0o600
    for folder in (kept_file.parent, kept_file.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    later = Keeper(other_window(session.path), state, now)
    (kept,) = recoverable(later)
    assert kept.age(NOW + timedelta(hours=3)) == "3 hours ago"
    (change,) = kept.would_change(on_disk(session.path), session.template)
    assert change.after == "not to be lost"
    assert brought_back(later, kept).trouble == ""
    assert on_disk(session.path).answer("SEL-02").note == "not to be lost"
    assert not list((state / "recovery").rglob("*.json"))


def test_a_recovery_file_goes_once_the_plan_is_saved(
    session: Session, keeper: Keeper, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set(FieldRef("SEL-02", NOTE), "x")
    with monkeypatch.context() as patched:
        patched.setattr("readiness.storage.plan_file.replace_file", _full)
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
        assert recoverable(Keeper(session, state, now)) == []
        assert file.read_bytes() == raw


def test_a_file_spoiled_on_disk_is_never_written_and_the_work_is_kept_aside(
    session: Session, keeper: Keeper
) -> None:
    spoiled = "<<<<<<< HEAD\n" + session.path.read_text()
    session.path.write_text(spoiled)
    session.set(FieldRef("SEL-02", NOTE), "mine")
    outcome = keeper.save()
    assert "line 1" in outcome.trouble
    assert outcome.is_kept_aside
    assert session.path.read_text() == spoiled
    assert session.plan.answer("SEL-02").note == "mine"


def test_a_sitting_leaves_one_snapshot_before_and_one_after(
    session: Session, keeper: Keeper, state: Path
) -> None:
    first = session.path.read_bytes()
    session.set(FieldRef("SEL-02", NOTE), "mine")
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


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(one, marks=[] if one == errno.ENOSPC else [pytest.mark.walk])
        for one in _codes()
    ],
    ids=errno.errorcode.get,
)
def test_whichever_call_of_a_save_fails_the_file_is_whole_and_the_change_is_not_lost(
    example: Path, state: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    tried = failed = 0
    for at in range(1, 40):
        session = Session.open(example, Library())
        keeper = Keeper(session, state, now)
        old = example.read_bytes()
        session.set(FieldRef("SEL-02", NOTE), f"change {at}")
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
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.templates import Library
from readiness.app.keeper import Keeper, Outcome
from readiness.app.session import Session
ROWS = {"left": ("INC-05", "how"), "right": ("GOAL-04", "obstacle")}
path, state, who, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
session = Session.open(path, Library())
keeper = Keeper(session, state, datetime.now)
asked, (item, part) = 0, ROWS[who]
for number in range(count):
    session.set(FieldRef(item, part, row=str(number + 1)), f"{who}{number}")
    session.set(FieldRef("SEL-02", NOTE), f"{who}{number}")
    outcome = keeper.save()
    for conflict in outcome.conflicts:
        asked += 1
        keeper.choose(conflict, ours=True)
while keeper.save().trouble or keeper.save().trouble:
    pass
print(asked)
"""
"""A second window that answers as fast as it can, and on one item the same as the other window."""


@pytest.mark.no_cover
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


SPOILED = {
    "emptied": b"",
    "only a byte order mark": b"\xef\xbb\xbf",
    "only a comment": b"# nothing here\n",
    "no format line": b'template = "imr"\n',
    "another format": b'format = "one"\n',
    "a format before the first": b"format = 0\n",
    "zeros": bytes(4096),
    "no template": b"format = 1\ntemplate = 5\n",
}


def _spoil(path: Path, how: str) -> None:
    raw = path.read_bytes()
    if how == "a third":
        path.write_bytes(raw[: len(raw) // 3])
    elif how == "cut at a table":
        path.write_bytes(raw[: raw.index(b"[answers.INC-01]")])
    elif how == "cut in a line":
        path.write_bytes(raw[: raw.index(b"[answers.INC-01]") - 3])
    elif how == "a pipe":
        path.unlink()
        os.mkfifo(path)
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(SPOILED[how])


HOWS = [*SPOILED, "a third", "cut at a table", "cut in a line", "a pipe", "a folder"]


AGAIN = ["as a new plan", "as before the sitting", "as left"]
BY_DAY = [("zeros", AGAIN[0]), *((HOWS[0], mended) for mended in AGAIN)]
EACH_WAY = [(how, AGAIN[0]) for how in HOWS[1:] if how != "zeros"]
BY_NIGHT = [(how, mended) for how in HOWS[1:] for mended in AGAIN[1:]]


@pytest.mark.parametrize(
    ("how", "mended"),
    [
        *BY_DAY,
        *(pytest.param(*both, marks=pytest.mark.walk) for both in EACH_WAY),
        *(pytest.param(*both, marks=pytest.mark.nightly) for both in BY_NIGHT),
    ],
)
def test_whatever_becomes_of_an_open_file_every_answer_of_the_sitting_comes_back(
    session: Session, keeper: Keeper, state: Path, how: str, mended: str
) -> None:
    before = session.path.read_bytes()
    session.set(FieldRef("SEL-02", NOTE), "saved")
    session.set(FieldRef("SEL-01", "value"), "no")
    assert keeper.save().trouble == ""
    left = session.path.read_bytes()
    _spoil(session.path, how)
    outcome = keeper.save()
    assert session.path.name in outcome.trouble
    assert outcome.is_kept_aside
    session.set(FieldRef("SEL-03", NOTE), "after that")
    assert keeper.save().is_kept_aside
    if session.path.is_dir():
        session.path.rmdir()
    else:
        session.path.unlink()
    news = {"as before the sitting": before, "as left": left}
    session.path.write_bytes(news.get(mended, b'format = 1\ntemplate = "imr"\n'))
    later = Keeper(other_window(session.path), state, now)
    (kept,) = recoverable(later)
    brought_back(later, kept)
    plan = on_disk(session.path)
    assert plan.answer("SEL-02").note == "saved"
    assert plan.answer("SEL-01").parts["value"] == "no"
    assert plan.answer("SEL-03").note == "after that"
    assert plan == session.plan


def test_a_file_that_is_whole_again_gets_what_was_answered_meanwhile(
    session: Session, keeper: Keeper, state: Path
) -> None:
    whole = session.path.read_bytes()
    session.path.write_bytes(b"")
    session.set(FieldRef("SEL-03", NOTE), "meanwhile")
    assert keeper.save().trouble
    session.path.write_bytes(whole + b"# mended\n")
    outcome = keeper.save()
    assert (outcome.trouble, outcome.conflicts) == ("", ())
    assert on_disk(session.path).answer("SEL-03").note == "meanwhile"
    assert not list((state / "recovery").rglob("*.json"))


@pytest.mark.no_cover
def test_a_file_that_is_gone_at_the_end_is_kept_as_a_whole_and_not_made_anew(
    session: Session, keeper: Keeper, state: Path
) -> None:
    session.set(FieldRef("SEL-02", NOTE), "saved")
    keeper.save()
    session.path.unlink()
    assert keeper.close().is_kept_aside
    assert not session.path.exists()
    session.path.write_text('format = 1\ntemplate = "imr"\n')
    later = Keeper(other_window(session.path), state, now)
    (kept,) = recoverable(later)
    assert brought_back(later, kept).conflicts == ()
    assert on_disk(session.path) == session.plan


def test_what_another_window_undid_at_the_end_of_the_file_is_no_cut(
    session: Session, keeper: Keeper
) -> None:
    before = session.path.read_bytes()
    session.path.write_bytes(before + b'\n[people.ZZ]\nrole = "nurse"\n')
    assert keeper.save().trouble == ""
    assert "ZZ" in session.plan.people
    session.path.write_bytes(before)
    outcome = keeper.save()
    assert (outcome.trouble, len(outcome.taken)) == ("", 1)
    assert "ZZ" not in session.plan.people


@pytest.mark.parametrize(
    "where",
    [
        "readiness.storage.plan_file.PlanFile.write",
        "readiness.storage.plan_file.PlanFile.check",
        "readiness.storage.plan_file.PlanFile.as_others_left_it",
        "readiness.app.session.merge",
    ],
)
def test_a_fault_of_our_own_in_saving_is_told_after_the_plan_was_kept_aside(
    session: Session, keeper: Keeper, state: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fails(*_given: object) -> None:
        raise ZeroDivisionError("what nobody thought of")

    session.set(FieldRef("SEL-02", NOTE), "not lost")
    if not where.endswith("write"):
        session.path.write_bytes(session.path.read_bytes() + b"# theirs\n")
    if where.endswith("check"):
        keeper.save()
    with monkeypatch.context() as patched:
        patched.setattr(where, fails)
        outcome = keeper.save()
    assert "ZeroDivisionError" in outcome.trouble
    assert "nobody thought" not in outcome.trouble
    assert outcome.is_kept_aside
    (file,) = (state / "recovery").rglob("*.json")
    assert "not lost" in file.read_text()
    assert keeper.save().trouble == ""
    assert on_disk(session.path).answer("SEL-02").note == "not lost"


def test_where_not_even_keeping_aside_works_that_is_not_said(
    session: Session, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.storage.plan_file.replace_file", _full)
    monkeypatch.setattr("readiness.storage.recovery.write_private", _full)
    session.set(FieldRef("SEL-02", NOTE), "x")
    outcome = keeper.save()
    assert "no space left" in outcome.trouble
    assert not outcome.is_kept_aside


def test_what_cannot_be_brought_back_is_told_and_never_deleted(
    session: Session, keeper: Keeper, state: Path
) -> None:
    recovery = Recovery(state, session.path)
    plan = session.plan.noting("SEL-02", "long " * 5000).noting("SEL-03", "short")
    recovery.keep(session.plan, plan, NOW)
    (kept,) = recoverable(keeper)
    (left,) = kept.left
    assert left.startswith("answers.SEL-02.note: the text is ")
    assert brought_back(keeper, kept).trouble == ""
    assert on_disk(session.path).answer("SEL-03").note == "short"
    assert "long long" in kept.file.read_text()
    assert [one.left for one in recoverable(keeper)] == [kept.left]


@pytest.mark.parametrize("how", ["in place", "by a rename"])
def test_what_an_editor_saves_while_we_write_is_merged_and_not_overwritten(
    session: Session, keeper: Keeper, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    real, path, news = os.fsync, session.path, iter(["theirs"])

    def later(handle: int) -> None:
        real(handle)
        for words in news:
            whole = f'{path.read_text()}\n[people.ZZ]\nrole = "{words}"\n'
            if how == "in place":
                path.write_text(whole)
            else:
                path.with_name("editor").write_text(whole)
                path.with_name("editor").replace(path)

    monkeypatch.setattr("readiness.storage.disk.os.fsync", later)
    session.set(FieldRef("SEL-02", NOTE), "ours")
    outcome = keeper.save()
    assert (outcome.trouble, len(outcome.taken)) == ("", 1)
    plan = on_disk(path)
    assert (plan.answer("SEL-02").note, plan.people["ZZ"].role) == ("ours", "theirs")


def test_a_plan_that_is_made_meanwhile_is_not_overwritten_by_a_new_one(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "new.toml", os.fsync

    def later(handle: int) -> None:
        real(handle)
        path.write_text("theirs")

    monkeypatch.setattr("readiness.storage.disk.os.fsync", later)
    with pytest.raises(AlreadyThere):
        PlanFile.create(path, session.plan, session.template)
    assert path.read_text() == "theirs"


def test_what_others_take_out_can_be_brought_back_from_the_history(
    session: Session, keeper: Keeper
) -> None:
    session.set(FieldRef("SEL-02", NOTE), "of this sitting")
    keeper.save()
    session.path.write_text('format = 1\ntemplate = "imr"\n# begun anew by another program\n')
    outcome = keeper.save()
    assert outcome.trouble == ""
    assert any(one.before == "of this sitting" for one in outcome.taken)
    assert session.plan.answer("SEL-02").note == ""
    (last,) = [one for one in keeper.history.snapshots() if b"of this sitting" in one.raw()]
    assert PlanFile(session.path, last.raw(), last.raw().decode(), session.template).plan.answers
    assert session.undo()
    assert session.plan.answer("SEL-02").note == "of this sitting"


def test_the_snapshot_of_a_long_sitting_is_brought_up_to_date(
    session: Session, state: Path
) -> None:
    clock = iter([NOW, *[NOW + timedelta(minutes=6)] * 9])
    keeper = Keeper(session, state, lambda: next(clock))
    session.set(FieldRef("SEL-02", NOTE), "after six minutes")
    assert keeper.save().is_news
    assert not keeper.save().is_news
    assert b"after six minutes" in keeper.history.snapshots()[-1].raw()


def test_a_plan_that_goes_on_under_another_name_is_kept_safe_there(
    session: Session, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(tmp_path / "other.toml")
    session.set(FieldRef("SEL-02", NOTE), "x")
    monkeypatch.setattr("readiness.storage.plan_file.replace_file", _full)
    assert keeper.save().is_kept_aside
    there = Keeper(other_window(tmp_path / "other.toml"), tmp_path / "state", now)
    assert len(recoverable(there)) == 1


def test_a_file_that_is_written_anew_is_told_with_where_its_old_text_is(
    session: Session, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit, calls = plan_writer.edit, iter(["trips"])

    def trips_once(*given: Any) -> tuple[str, bool]:
        if next(calls, ""):
            raise ValueError
        return edit(*given)

    monkeypatch.setattr(plan_writer, "edit", trips_once)
    set_particulars(session, {"service": "North"})
    assert keeper.save().anew == (
        "example.toml could not be changed in place and was written anew, without its comments; "
        "its old text is in example.toml.bak."
    )
    monkeypatch.undo()
    set_particulars(session, {"service": "South"})
    assert keeper.save().anew == ""
