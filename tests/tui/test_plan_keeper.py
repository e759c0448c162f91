"""What a person sees when someone else wrote too, and when work was found again."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.recovery import Recovery
from readiness.storage.templates import Library
from readiness.tui.app import ReadinessApp
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def program(session: Session, folder: Path) -> ReadinessApp:
    return ReadinessApp(session, Library(), Memory(folder), lambda: date(2026, 11, 24), lambda: NOW)


def note_of(path: Path, item: str) -> str:
    return PlanFile.open(path, Library()).plan.answer(item).note


def they_write(path: Path, words: str) -> None:
    theirs = Session.open(path, Library())
    theirs.set(FieldRef("SEL-02", NOTE), words)
    theirs.save()


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("t", "theirs [bold"),
        pytest.param("m", "mine [/]", marks=pytest.mark.walk),
        pytest.param("escape", "theirs [bold", marks=pytest.mark.walk),
    ],
)
async def test_an_answer_that_both_gave_is_shown_and_the_person_chooses(
    session: Session, tmp_path: Path, key: str, kept: str
) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        they_write(session.path, "theirs [bold")
        app.plan.keep(lambda one: one.set(FieldRef("SEL-02", NOTE), "mine [/]"))
        app.plan.save()
        await pilot.pause()
        assert isinstance(app.screen, ConflictScreen)
        shown = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "mine [/]" in shown
        assert "theirs [bold" in shown
        await pilot.press(key)
        await pilot.pause()
        app.plan.save()
        await pilot.pause()
        assert not isinstance(app.screen, ConflictScreen)
    assert note_of(session.path, "SEL-02") == kept
    left = list((tmp_path / "state" / "recovery").rglob("*.json"))
    assert len(left) == (1 if key == "escape" else 0)


@pytest.mark.parametrize(("button", "note"), [("#bring", "not lost"), ("#drop", "")])
async def test_work_that_could_not_be_saved_is_offered_at_the_next_start(
    session: Session, tmp_path: Path, button: str, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: Any) -> None:
        raise OSError(28, "No space left on device")

    session.set(FieldRef("SEL-02", NOTE), "not lost")
    with monkeypatch.context() as patched:
        patched.setattr("readiness.storage.plan_file.replace_file", full)
        Keeper(session, tmp_path / "state", lambda: NOW).save()
    app = program(Session.open(session.path, Library()), tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        shown = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "not lost" in shown
        assert "just now" in shown
        await pilot.click(button)
        await pilot.pause()
    assert note_of(session.path, "SEL-02") == note
    assert not list((tmp_path / "state" / "recovery").rglob("*.json"))


async def test_an_emptied_file_is_told_and_the_answers_before_and_after_come_back(
    session: Session, tmp_path: Path
) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        app.plan.keep(lambda one: one.set(FieldRef("SEL-02", NOTE), "before"))
        app.plan.save()
        session.path.write_bytes(b"")
        app.plan.save()
        assert "Your changes are kept aside" in app.plan.trouble
        app.plan.keep(lambda one: one.set(FieldRef("SEL-03", NOTE), "after"))
        app.plan.save()
        await pilot.pause()
        assert app.is_running
    assert session.path.read_bytes() == b""
    session.path.write_text('format = 1\ntemplate = "imr"\n')
    app = program(Session.open(session.path, Library()), tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.click("#bring")
        await pilot.pause()
    assert note_of(session.path, "SEL-02") == "before"
    assert note_of(session.path, "SEL-03") == "after"


async def test_what_cannot_be_brought_back_is_shown_with_its_place(
    session: Session, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path / "state", session.path)
    recovery.keep(session.plan, session.plan.noting("SEL-02", "long " * 5000), NOW)
    (file,) = (tmp_path / "state" / "recovery").rglob("*.json")
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "cannot be brought back" in shown
        assert "answers.SEL-02.note: the text is " in shown
        assert file.name in shown
        await pilot.click("#bring")
        await pilot.pause()
    assert "long long" in file.read_text()
