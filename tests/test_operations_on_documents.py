"""A document is made in one way, whoever asks for it; a stranger's file stays."""

from pathlib import Path

import pytest

from readiness.app.operations.documents import document_job, in_the_way, make_document
from readiness.app.session import Session
from readiness.report import formats


def test_a_document_is_made_beside_the_plan_and_told_by_its_name(session: Session) -> None:
    job = document_job(session, "html", is_brief=True, is_shared=True)
    shares = list[float]()
    effect = make_document(job, shares.append)
    assert effect.said == "example-brief-shared.html is made."
    assert job.target == session.path.with_name("example-brief-shared.html")
    assert job.target.read_text().startswith("<!DOCTYPE html>")
    assert shares[-1] == 1
    assert in_the_way(job.target, "html") == ""


def test_a_strangers_file_is_in_the_way(tmp_path: Path) -> None:
    letter = tmp_path / "plan.pdf"
    letter.write_text("a letter")
    said = "plan.pdf was not made by readiness."
    assert in_the_way(letter, "pdf") == said
    edited = letter.rename(tmp_path / "plan.docx")
    said = "plan.docx was not made by readiness, or was edited since."
    assert in_the_way(edited, "docx") == said


def test_what_cannot_be_written_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    job = document_job(session, "html")
    job.target.mkdir()
    effect = make_document(job, lambda _share: None)
    assert not effect.is_done
    assert effect.said.startswith("example.html could not be written: ")

    job.target.rmdir()

    def full(*_all: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(formats, "made", full)
    assert "no space left" in make_document(job, lambda _share: None).said.casefold()
