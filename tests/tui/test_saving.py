"""Saving, its failures, the PDF, and the end."""

from pathlib import Path

import pytest

from readiness.app.operations.particulars import set_particulars
from readiness.app.session import Session
from readiness.describe.act import refusal
from readiness.domain.plan.act import Act
from readiness.report import formats
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.tui.person import BROKEN, Person, at


async def change_elsewhere(person: Person, session: Session) -> None:
    """Someone leaves a file that no plan can be read from, so that nothing can be merged."""
    session.path.write_text(BROKEN)
    person.app.plan.keep(lambda one: set_particulars(one, {"service": "mine"}))
    assert not person.app.plan.save()
    await person.settle()


async def test_a_file_changed_elsewhere_is_not_overwritten(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await change_elsewhere(person, session)
        assert person.sees("NOT SAVED: press F9")
        await person.press("f9")
        await person.click("Save mine under another name")
        assert "NOT SAVED" not in person.see()
    assert session.path.name == "example 2.toml"
    assert PlanFile.open(session.path, Library()).plan.service == "mine"
    assert (session.path.parent / "example.toml").read_text() == BROKEN


async def test_a_file_that_is_mended_elsewhere_gets_what_waited(
    session: Session, state: Path
) -> None:
    before = session.path.read_text()
    async with at(session, state) as person:
        await change_elsewhere(person, session)
        session.path.write_text(before + "# theirs\n")
        await person.press("f9")
        assert "Saved in" in person.told()
    text = session.path.read_text()
    assert "# theirs" in text
    assert PlanFile.open(session.path, Library()).plan.service == "mine"


async def test_quitting_unsaved_asks(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await change_elsewhere(person, session)
        await person.press("ctrl+q")
        assert person.sees("The plan is not saved")
        await person.press("escape")
        assert person.app.is_running
        await person.press("escape")
        assert person.sees("NOT SAVED")
        await person.press("ctrl+q")
        await person.click("Save under another name and quit")
    assert person.app.return_code == 0
    assert session.path.name == "example 2.toml"


async def test_quitting_can_lose_the_changes_if_a_person_says_so(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await change_elsewhere(person, session)
        await person.press("ctrl+q")
        await person.click("Quit and lose the changes")
    assert "mine" not in session.path.read_text()


async def test_the_pdf_is_made_in_the_background(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.press("p")
        assert person.sees("is made.", "Open it (o)")
        await person.press("escape", "f5")
    assert session.path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


async def test_a_pdf_of_someone_else_is_replaced_only_on_request(
    session: Session, state: Path
) -> None:
    target = session.path.with_suffix(".pdf")
    target.write_bytes(b"%PDF theirs")
    async with at(session, state) as person:
        await person.press("f5")
        act = Act(kind="make document", what=target.name)
        assert person.sees(refusal("in the way", act))
        await person.press("escape")
        assert target.read_bytes() == b"%PDF theirs"
        await person.press("f5")
        await person.click("Replace it")
        assert person.sees("is made.")
    assert target.read_bytes() != b"%PDF theirs"


async def test_a_pdf_that_cannot_be_written_is_said(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(formats, "write_whole", refuse)
    async with at(session, state) as person:
        await person.press("f5")
        assert "could not be written" in person.told()
        assert "permission denied" in person.told()
