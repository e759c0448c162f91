"""The short form on the command line and in the document: said, counted, and never called ready."""

import json
from datetime import date
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.document import Document, Paragraph, Table, plain_words
from readiness.report.outline import outline
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

TEMPLATE = Library().load("imr")
OTHERS = [key for key, item in TEMPLATE.items.items() if not item.brief]


@pytest.fixture
def short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "plan.toml"
    assert main(["new", str(path), "--short", "--name", "Ours"]) == 0
    capsys.readouterr()
    return path


def test_new_makes_a_plan_of_the_form_that_was_asked_for(short: Path, tmp_path: Path) -> None:
    assert PlanFile.open(short, Library()).plan.form == "short"
    assert main(["new", str(tmp_path / "full.toml")]) == 0
    assert PlanFile.open(tmp_path / "full.toml", Library()).plan.form == "full"


def test_check_says_which_form_was_used_and_what_was_not_asked(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(short)])
    said = " ".join(capsys.readouterr().out.split())
    asked = len(TEMPLATE.items) - len(OTHERS)
    assert f"Short form (our default choice of questions): {asked} of 51 questions asked." in said
    still, _, left = said.partition("Not asked in the short form")
    assert all(f" _ {key} " in left for key in OTHERS)
    assert not [key for key in OTHERS if f" {key} " in still.partition("Still open")[2]]


def test_check_says_it_to_programs_too(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(short), "--json"])
    whole = json.loads(capsys.readouterr().out)
    assert whole["form"] == "short"
    assert [one["id"] for one in whole["items"] if not one["asked"]] == OTHERS
    assert sum(area["asked"] for area in whole["areas"]) == len(TEMPLATE.items) - len(OTHERS)


def texts(document: Document) -> str:
    found = []
    for block in (*document.cover, *document.blocks):
        if isinstance(block, Paragraph):
            found.append(plain_words(block.text))
        if isinstance(block, Table):
            found += [plain_words(cell) for row in block.rows for cell in row]
    return "\n".join(found)


@pytest.mark.parametrize("is_brief", [True, False])
def test_the_document_says_it(*, is_brief: bool) -> None:
    for form, is_said in (("short", True), ("full", False)):
        plan = Plan(template="imr", form=form)
        state = review(TEMPLATE, plan, date(2026, 11, 24))
        document = outline(TEMPLATE, plan, state, date(2026, 11, 24), is_brief=is_brief)
        said = texts(document)
        assert (f"{len(OTHERS)} were not asked in the short form" in said) == is_said
        if not is_brief:
            assert ("_ not asked" in said) == is_said
            lines = [line for line in said.split("\n") if line.startswith("_ not asked ")]
            named = [key for key in OTHERS if any(f" {key} " in line for line in lines)]
            assert named == (OTHERS if is_said else [])
