"""Answers are on disk soon, in their order, and no key waits for a disk."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from readiness.app.autosave import GATHER, PROMISE, Autosave, gathering
from readiness.app.keeper import Draft, Keeper, Outcome, Written
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

pytestmark = pytest.mark.no_cover

LONGEST = 30
"""Seconds after which a test gives up waiting for another thread."""


def now() -> datetime:
    return datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


class Keys:
    """The thread of the keys: what is posted to it is done when it comes to it."""

    def __init__(self, session: Session, state: Path) -> None:
        self.posted = queue.Queue[Callable[[], None]]()
        self.outcomes: list[Outcome] = []
        self.session = session
        self.autosave = Autosave(Keeper(session, state, now), self.outcomes.append, self.posted.put)

    def note(self, item: str, text: str) -> None:
        self.session.set(FieldRef(item, NOTE), text)
        self.autosave.changed()

    def come_to_it(self) -> None:
        self.posted.get(timeout=LONGEST)()

    def on_disk(self, item: str) -> str:
        return PlanFile.open(self.session.path, Library()).plan.answer(item).note


@pytest.fixture
def keys(session: Session, tmp_path: Path) -> Iterator[Keys]:
    found = Keys(session, tmp_path / "state")
    yield found
    found.autosave.close()


class Disk:
    """A disk that takes as long as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began, self.may_end = threading.Event(), threading.Event()
        self.notes: list[str] = []
        self.at_once = self.most = 0
        real = Draft.write

        def slow(draft: Draft) -> Written:
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            self.began.set()
            assert self.may_end.wait(LONGEST)
            self.notes.append(draft.plan.answer("SEL-02").note)
            written = real(draft)
            self.at_once -= 1
            return written

        monkeypatch.setattr(Draft, "write", slow)


@pytest.mark.parametrize("took", [0, 0.02, 0.1, 0.2, 0.25])
def test_a_change_that_comes_at_the_worst_moment_is_on_disk_within_the_promise(
    took: float,
) -> None:
    # It comes right after the draft before it was taken: that is written, then its own.
    assert max(took, gathering(took)) + took <= PROMISE
    assert 0 <= gathering(took) <= GATHER


def test_the_letters_of_a_word_are_written_together_where_a_write_is_quick() -> None:
    assert gathering(0.02) == GATHER
    assert gathering(10) == 0


def test_an_answer_is_written_without_being_asked_for(keys: Keys) -> None:
    keys.note("SEL-02", "soon")
    keys.come_to_it()
    assert keys.on_disk("SEL-02") == "soon"
    (outcome,) = keys.outcomes
    assert (outcome.trouble, outcome.is_new) == ("", True)
    assert keys.session.saved_at == now()


def test_no_change_waits_for_the_disk_one_draft_is_written_at_a_time_and_the_latest_last(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    keys.note("SEL-02", "first")
    assert disk.began.wait(LONGEST)
    for number in range(5):
        keys.note("SEL-02", f"later {number}")
    assert disk.notes == []
    disk.may_end.set()
    keys.autosave.rest()
    assert disk.notes == ["first", "later 4"]
    assert disk.most == 1
    assert keys.on_disk("SEL-02") == "later 4"


def test_at_the_end_what_is_not_written_is_not_waited_for_but_written_at_once(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.app.autosave.GATHER", 3600)
    monkeypatch.setattr("readiness.app.autosave.PROMISE", 7200)
    keys.note("SEL-02", "last")
    keys.autosave.rest()
    assert keys.on_disk("SEL-02") == "last"
    assert [one.is_new for one in keys.outcomes] == [True]


def test_what_others_wrote_is_merged_by_the_thread_of_the_keys_and_written_then(
    keys: Keys,
) -> None:
    theirs = Session.open(keys.session.path, Library())
    theirs.set(FieldRef("SEL-03", NOTE), "theirs")
    theirs.save()
    keys.note("SEL-02", "ours")
    assert keys.session.plan.answer("SEL-03").note != "theirs"
    keys.come_to_it()
    keys.come_to_it()
    (outcome,) = keys.outcomes
    assert [one.after for one in outcome.taken] == ["theirs"]
    assert (keys.on_disk("SEL-02"), keys.on_disk("SEL-03")) == ("ours", "theirs")
    assert keys.session.plan.answer("SEL-03").note == "theirs"


def test_a_look_finds_what_others_wrote_and_what_is_spoilt(keys: Keys) -> None:
    keys.autosave.look()
    keys.autosave.look()
    keys.come_to_it()
    keys.session.path.write_bytes(b"")
    keys.autosave.look()
    keys.come_to_it()
    calm, spoilt = keys.outcomes
    assert not calm.is_news
    assert spoilt.is_kept_aside
    assert "format" in spoilt.trouble


def test_where_the_thread_of_the_keys_is_gone_the_file_is_written_all_the_same(
    session: Session, tmp_path: Path
) -> None:
    def gone(_do: Any) -> None:
        raise RuntimeError

    outcomes: list[Outcome] = []
    autosave = Autosave(Keeper(session, tmp_path / "state", now), outcomes.append, gone)
    session.set(FieldRef("SEL-02", NOTE), "soon")
    autosave.changed()
    done: list[str] = []
    autosave.aside(lambda: done.append("after"))
    autosave.close()
    assert PlanFile.open(session.path, Library()).plan.answer("SEL-02").note == "soon"
    assert len(outcomes) == 1
    assert done == ["after"]


def test_what_was_written_for_a_file_that_was_left_is_not_merged(
    keys: Keys, tmp_path: Path
) -> None:
    keys.session.path.write_bytes(keys.session.path.read_bytes() + b"# theirs\n")
    keys.note("SEL-02", "ours")
    do = keys.posted.get(timeout=LONGEST)
    keys.session.save_as(tmp_path / "other.toml")
    do()
    keys.autosave.rest()
    assert keys.on_disk("SEL-02") == "ours"
    assert [one.taken for one in keys.outcomes] == [()]


def test_what_others_wrote_is_left_to_the_save_that_waited(keys: Keys, tmp_path: Path) -> None:
    keys.session.path.write_bytes(keys.session.path.read_bytes() + b"# theirs\n")
    keys.note("SEL-02", "ours")
    keys.autosave.rest()
    assert keys.outcomes == []
    assert Keeper(keys.session, tmp_path / "state", now).save().is_new
    assert keys.on_disk("SEL-02") == "ours"
