"""The form stands in the plan's file in a word that a person understands."""

from pathlib import Path

import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library


def opened(path: Path, text: str) -> PlanFile:
    path.write_text(text, "utf-8")
    return PlanFile.open(path, Library())


def test_the_short_form_is_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    made = PlanFile.create(path, Plan(template="imr", form="short"), Library().load("imr"))
    assert made.plan.form == "short"
    assert 'form = "short"\n' in path.read_text("utf-8")
    file = PlanFile.open(path, Library())
    assert not file.problems
    file.write(file.plan.described(form="full"))
    assert "form =" not in path.read_text("utf-8")


def test_a_switch_in_a_file_with_tables_changes_only_its_own_line(tmp_path: Path) -> None:
    head = 'format = 1 # ours\ntemplate = "imr"\nmonths = 12\n'
    text = f'{head}\n[answers.CAP-05]\nvalue = "no"\n\n[mine]\nx = 1\n'
    path = tmp_path / "plan.toml"
    file = opened(path, text)
    file.write(file.plan.described(form="short"))
    new = path.read_text("utf-8")
    assert [line for line in new.splitlines() if line not in text.splitlines()] == [
        'form = "short"'
    ]
    again = PlanFile.open(path, Library())
    assert again.plan == file.plan
    assert "[mine]\nx = 1\n" in new


@pytest.mark.parametrize("said", ['"full"', '" Full "'])
def test_the_full_form_may_be_said(tmp_path: Path, said: str) -> None:
    file = opened(tmp_path / "plan.toml", f'format = 1\ntemplate = "imr"\nform = {said}\n')
    assert file.plan.form == "full"
    assert not file.problems


@pytest.mark.parametrize("said", ['"medium"', "3"])
def test_another_word_is_told_with_what_to_write(tmp_path: Path, said: str) -> None:
    file = opened(tmp_path / "plan.toml", f'format = 1\ntemplate = "imr"\nform = {said}\n')
    (problem,) = file.problems
    assert file.plan.form == "full"
    assert problem.line == 3
    assert 'write form = "short" or form = "full"' in problem.words()
