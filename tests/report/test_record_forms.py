"""Paper forms of what is recorded after the start: a page each, and the program's own words."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from readiness.cli.main import main
from readiness.report.pdf.render import render
from readiness.report.record_forms import record_form
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library
from tests.report.test_outline import texts

TODAY = date(2027, 8, 16)


@pytest.mark.parametrize("code", ["en", "nb"])
@pytest.mark.parametrize("kind", ["month", "checkin", "review"])
def test_each_form_is_one_page_of_paper(kind: str, code: str) -> None:
    speak_in(code)
    form = record_form(Library().load("imr"), kind, TODAY)
    assert form is not None
    with pikepdf.open(io.BytesIO(render(form))) as made:
        assert len(made.pages) == 1


def test_the_forms_ask_for_what_is_recorded_and_for_no_patient() -> None:
    template = Library().load("imr")
    month, review = (record_form(template, kind, TODAY) for kind in ("month", "review"))
    assert month is not None
    assert review is not None
    said = list(texts(month))
    assert {"Asked", "Said yes", "Started", "Dropped out", "Hours used, the whole team"} <= {*said}
    assert "11 Coping skills" in set(texts(review))


def test_blank_makes_a_form_beside_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["blank", "--form", "checkin", "--to", "docx"]) == 0
    assert (tmp_path / "imr-blank-checkin.docx").exists()
