"""The agreement: a page for each practitioner, with nothing about anybody else on it."""

import io
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.agreement import agreement_document
from readiness.report.pdf.render import render
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.report.tree import Tagged

TODAY = date(2026, 11, 24)


def pages(plan: Plan, *people: str) -> list[str]:
    template = Library().load("imr")
    made = agreement_document(template, plan, review(template, plan, TODAY), TODAY, people)
    found = PdfReader(io.BytesIO(render(made))).pages
    return [" ".join((page.extract_text() or "").split()) for page in found]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_each_has_a_page_of_their_own_with_their_own_numbers(
    example_file: PlanFile, language: str
) -> None:
    speak_in(language)
    found = pages(example_file.plan)
    assert len(found) == 4
    cd = found[1]
    # 5.3 needed and 4 freed, as the worked example has it.
    for words in ("CD", "Intake duty on Tuesdays", "2027", "5.3" if language == "en" else "5,3"):
        assert words in cd
    if language == "en":
        assert "4 (1.3 fewer than needed)" in cd
        assert "fewer than needed" not in found[0]
        assert "1, 2, 15 and 16 December 2026" in cd
        assert "15 March 2027, 14 June 2027 and 13 September 2027" in cd
    for other in ("AB", "EF", "GH", "The medication group"):
        assert other not in cd


def test_what_the_plan_does_not_say_is_a_line_to_write_on_and_all_of_it_is_tagged() -> None:
    template, plan = Library().load("imr"), Plan(template="imr")
    made = agreement_document(template, plan, review(template, plan, TODAY), TODAY)
    tagged = Tagged(render(made))
    assert tagged.loose == []
    assert "Agreement with a practitioner" in tagged.root.text
    assert len(tagged.pdf.pages) == 1


def test_a_file_for_each_and_one_alone(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", str(example), "--each", "--to", "docx"]) == 0
    names = sorted(one.name for one in example.parent.glob("*-agreement-*.docx"))
    assert names == [f"{example.stem}-agreement-{who}.docx" for who in ("AB", "CD", "EF", "GH")]
    assert main(["agreement", str(example), "--who", "QX"]) == 2
    assert "no practitioner QX" in capsys.readouterr().err
    alone = example.with_name("alone.html")
    assert main(["agreement", str(example), "--who", "ab", "-o", str(alone), "--to", "html"]) == 0
    said = alone.read_text("utf-8")
    assert "Agreement with AB" in said
    assert "Agreement with CD" not in said
    for who in ("AB", "EF"):
        with ZipFile(example.with_name(f"{example.stem}-agreement-{who}.docx")) as parts:
            text = parts.read("word/document.xml").decode()
        found = {one for one in ("AB", "CD", "EF", "GH") if f"Agreement with {one}" in text}
        assert found == {who}


def test_nobody_is_lost_whose_name_makes_the_same_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    names = "".join(f'[people."{who}"]\n' for who in ("A.B", "AB", "ab", "+", "2"))
    plan.write_text(f'format = 1\ntemplate = "imr"\n{names}', "utf-8")
    assert main(["agreement", str(plan), "--each", "--to", "html"]) == 0
    found = {
        file.name: set(re.findall(r"Agreement with ([^<]+)<", file.read_text("utf-8")))
        for file in tmp_path.glob("*.html")
    }
    assert found == {
        "plan-agreement-AB.html": {"A.B"},
        "plan-agreement-AB-2.html": {"AB"},
        "plan-agreement-ab-3.html": {"ab"},
        "plan-agreement-4.html": {"+"},
        "plan-agreement-2.html": {"2"},
    }
    assert capsys.readouterr().err.count("is made.") == 5


def test_what_could_not_be_read_in_the_plan_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    whole = 'format = 1\ntemplate = "imr"\n[people.AB]\nhours_freed = "perhaps"\n'
    plan.write_text(whole, "utf-8")
    assert main(["agreement", str(plan), "--to", "html"]) == 1
    said = capsys.readouterr().err
    assert "plan.toml line 4" in said
    assert "What could not be read in the plan is not in the document." in said
