"""A document is made in one way, whoever asks for it; a stranger's file stays."""

from pathlib import Path

import pytest

from readiness.app.operations.dates import export_calendar
from readiness.app.operations.documents import (
    AGREEMENT,
    AGREEMENTS,
    BLANK,
    PROGRESS,
    agreement_text,
    files_of,
    in_the_way,
    job_named,
    make_document,
    nobody_called,
    nothing_to_report,
    reports_of,
)
from readiness.app.session import Session
from readiness.report import formats


def test_a_document_is_made_beside_the_plan_and_told_by_its_name(session: Session) -> None:
    job = job_named(session, "html", "brief", is_shared=True)
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


def test_the_plan_itself_is_never_written_over(session: Session) -> None:
    before = session.path.read_bytes()
    effect = make_document(job_named(session, "pdf", target=session.path), lambda _share: None)
    assert effect.said == "example.toml is the plan itself."
    effect = export_calendar(session, session.path, is_forced=True)
    assert effect.said == "example.toml is the plan itself."
    assert session.path.read_bytes() == before


def test_what_cannot_be_written_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    job = job_named(session, "html")
    job.target.mkdir()
    effect = make_document(job, lambda _share: None)
    assert not effect.is_done
    assert effect.said.startswith("example.html could not be written: ")

    job.target.rmdir()

    def full(*_all: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(formats, "document_bytes", full)
    assert "no space left" in make_document(job, lambda _share: None).said.casefold()


def test_a_report_after_the_start_says_why_it_cannot_be_made(session: Session) -> None:
    assert nothing_to_report(session, "") == ""
    assert "has not started yet" in nothing_to_report(session, PROGRESS)
    session.take(session.plan.described(start=session.today))
    assert nothing_to_report(session, PROGRESS) == ""
    missing = "There is no fidelity review of 2027-07-12 with scores that were shown."
    assert nothing_to_report(session, "2027-07-12") == missing
    shown = session.plan.entering("fidelity", "2027-01-20", {"revealed_on": session.today})
    session.take(shown)
    assert nothing_to_report(session, "2027-07-12") == f"{missing} There are: 2027-01-20."
    assert nothing_to_report(session, "2027-01-20") == ""


def test_every_report_and_form_that_can_be_made_is_offered_the_newest_review_first(
    session: Session,
) -> None:
    forms = [AGREEMENT, AGREEMENTS, BLANK, "month", "checkin", "review"]
    assert list(reports_of(session)) == forms
    plan = session.plan.described(start=session.today)
    for day in ("2027-01-20", "2027-07-12"):
        plan = plan.entering("fidelity", day, {"revealed_on": session.today})
    session.take(plan.entering("fidelity", "2027-08-01", {"scale": "imr_fidelity"}))
    offered = reports_of(session)
    assert list(offered) == [PROGRESS, "2027-07-12", "2027-01-20", *forms]
    assert offered["2027-07-12"] == "Fidelity review of 12 July 2027"
    assert offered["month"] == "Paper form: Counts of one month"
    names = {name: job_named(session, "pdf", name).target.name for name in ("", "brief", *offered)}
    assert list(names.values()) == [
        "example.pdf",
        "example-brief.pdf",
        "example-progress.pdf",
        "example-fidelity-2027-07-12.pdf",
        "example-fidelity-2027-01-20.pdf",
        "example-agreement.pdf",
        "example-agreement.pdf",
        "example-blank.pdf",
        "example-blank-month.pdf",
        "example-blank-checkin.pdf",
        "example-blank-review.pdf",
    ]
    assert job_named(session, "pdf", "month", is_shared=True).target.name == names["month"]


def test_an_agreement_is_one_file_or_one_for_each_and_always_with_names(session: Session) -> None:
    (whole,) = files_of(job_named(session, "docx", AGREEMENT, is_shared=True))
    assert whole.target.name == "example-agreement.docx"
    assert whole.people == ("AB", "CD", "EF", "GH")
    assert not whole.is_shared
    each = files_of(job_named(session, "html", AGREEMENTS))
    assert [(one.target.name, one.people) for one in each] == [
        (f"example-agreement-{who}.html", (who,)) for who in ("AB", "CD", "EF", "GH")
    ]
    assert make_document(each[1], lambda _share: None).said == "example-agreement-CD.html is made."
    said = each[1].target.read_text("utf-8")
    assert "Agreement with CD" in said
    assert "Agreement with AB" not in said
    (one,) = files_of(job_named(session, "pdf", AGREEMENT), "ab")
    assert one.people == ("AB",)
    assert nobody_called(session, "ab") == nobody_called(session, "") == ""
    assert nobody_called(session, "QX") == "There is no practitioner QX in the plan."
    session.take(session.plan.with_person("A B"))
    names = [one.target.name for one in files_of(job_named(session, "html", AGREEMENTS))]
    assert (names[0], names[-1]) == ("example-agreement-AB.html", "example-agreement-AB-2.html")


def test_a_plan_that_names_nobody_has_an_agreement_to_fill_in(session: Session) -> None:
    plan = session.plan
    for who in plan.people:
        plan = plan.without_person(who)
    session.take(plan)
    assert AGREEMENTS not in reports_of(session)
    (one,) = files_of(job_named(session, "html", AGREEMENTS))
    assert make_document(one, lambda _share: None).is_done
    assert "Agreement with a practitioner" in one.target.read_text("utf-8")


def test_the_form_of_the_questions_knows_the_plan_and_its_file(session: Session) -> None:
    said = str(job_named(session, "pdf", BLANK).document)
    assert "Agreed in the September staff meeting." in said
    assert "readiness ask example.toml" in said


def test_the_agreement_with_one_practitioner_is_read_as_text(session: Session) -> None:
    of = (session.template, session.plan, session.review, session.today)
    said = " ".join(one.text for one in agreement_text(of, "CD").passages)
    assert "CD" in said
    assert "GH" not in said
