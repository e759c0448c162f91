"""Names of files on the command line: endings that are missing, and plans that were meant."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from readiness.cli.main import main
from readiness.storage.example import clear_copy, example_copy


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_plan_and_a_document_get_the_ending_that_they_lack(tmp_path: Path) -> None:
    assert main(["new", "a"]) == 0
    assert main(["export", "a.toml", "--to", "html", "-o", "out"]) == 0
    assert main(["blank", "--to", "docx", "-o", "form"]) == 0
    assert main(["new", "my.plan"]) == 0
    found = sorted(one.name for one in tmp_path.iterdir())
    assert found == ["a.toml", "form.docx", "my.plan", "out.html"]


@pytest.mark.parametrize("command", [["plan"], ["Plan"], ["ask", "plan"], ["ask", "Plan.toml"]])
def test_the_plan_that_is_there_is_named(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "plan.toml"]) == 0
    assert main(command) == 2
    assert "Did you mean: readiness" in (said := capsys.readouterr().err)
    assert said.rstrip().endswith("plan.toml")


def test_bash_completes_files_where_no_command_fits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    assert "complete -o bashdefault -o default -F _shtab_readiness" in capsys.readouterr().out
    assert main(["completion", "zsh"]) == 0
    assert "_files -g '*.toml'" in capsys.readouterr().out


def test_an_example_in_which_nobody_wrote_goes_with_its_folder() -> None:
    path = example_copy()
    assert clear_copy(path)
    assert not path.parent.exists()
    path = example_copy()
    (path.parent / "example.pdf").touch()
    assert not clear_copy(path)
    path.write_text("format = 1\n", "utf-8")
    assert not clear_copy(path)
    assert path.exists()


def test_a_folder_that_cannot_be_taken_away_does_not_keep_the_example(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = example_copy()
    monkeypatch.setattr(Path, "rmdir", Mock(side_effect=OSError))
    assert clear_copy(path)
    assert not path.exists()
