"""A plan that was saved with an older version of its template: what changed is said once."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.cli.main import main
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library
from tests.line.conversation import converse

pytestmark = pytest.mark.no_cover

TEMPLATE = """
format = 1
id = "mine"
extends = "five_areas"
version = "2.0"
name = "Mine"
changed."2.0" = "The shares are counted by you."

[items.SEL-01]
changed."2.0" = "It asks for three criteria now."

[items.SEL-02]
changed."2.0" = "It has another answer now."
"""

PLAN = """format = 1
template = "mine.toml"
template_version = "1.0" # a comment

[answers]
SEL-01.value = "yes"
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "mine.toml").write_text(TEMPLATE, "utf-8")
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    return path


def _open(path: Path) -> Session:
    return Session.open(path, Library(), lambda: date(2026, 11, 24))


def test_the_template_itself_holds_together(plan: Path) -> None:
    found = check_template(Library(), str(plan.with_name("mine.toml")))
    assert [one.words() for one in found] == []


def test_it_is_no_problem_and_is_said_until_the_plan_is_saved(plan: Path) -> None:
    file = PlanFile.open(plan, Library())
    assert list(file.problems) == []
    assert file.news[1:] == (
        "The shares are counted by you.",
        "SEL-01: It asks for three criteria now.",
    )
    session = _open(plan)
    session.save()
    assert plan.read_text("utf-8") == PLAN
    session.set(FieldRef("SEL-01", "value"), "no")
    session.save()
    assert not session.is_unsaved
    assert 'template_version = "2.0" # a comment' in plan.read_text("utf-8")
    assert PlanFile.open(plan, Library()).news == ()


def test_it_is_said_by_the_commands(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan)]) in (0, 1)
    assert "SEL-01: It asks for three criteria now." in capsys.readouterr().err
    _code, printed = converse(plan, ["quit"])
    assert printed.count("SEL-01: It asks for three criteria now.") == 1


def test_it_is_said_in_norwegian(plan: Path) -> None:
    words = 'language = "nb"\nchanged."2.0" = "Andelene teller dere selv."\n'
    plan.with_name("mine.nb.toml").write_text(words, "utf-8")
    speak_in("nb")
    head, first, *_rest = PlanFile.open(plan, Library()).news
    assert "2.0" in head
    assert first == "Andelene teller dere selv."
