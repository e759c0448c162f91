"""What the commands do in terminals that are narrow, closed, or know few letters."""

import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from readiness.cli import output
from readiness.cli.main import main
from readiness.cli.screens import is_refused
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [200, 80, 60, 40, 20])
def test_no_line_is_wider_than_the_terminal(
    example: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    main(["check", str(example)])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > columns] == []
    assert "10 of 10" in " ".join(" ".join(lines).split())
    main(["check", str(example), "--lang", "nb"])
    many_words = [one for one in capsys.readouterr().out.splitlines() if len(one.split()) > 1]
    assert [line for line in many_words if len(line) > columns] == []  # a word is never broken


def test_the_width_is_that_of_the_terminal_and_80_without_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(output.os, "get_terminal_size", lambda: SimpleNamespace(columns=66))
    assert output.width() == 66

    def no_terminal() -> object:
        raise OSError

    monkeypatch.setattr(output.os, "get_terminal_size", no_terminal)
    assert output.width() == 80


def test_spaces_of_any_kind_stay_spaces_and_what_steers_a_terminal_does_not() -> None:
    assert output.safe("a\tb\u00a0c\u202fd") == "a b c d"
    assert output.safe("\x1b[2J\u202e\u2066\x07\u0085") == "?[2J????"


@pytest.mark.parametrize("command", ["check", "templates"])
def test_an_encoding_with_few_letters_is_no_reason_to_fail(
    example: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    main([command, *([str(example)] if command == "check" else [])])
    sys.stdout.flush()
    assert raw.getvalue()


@pytest.mark.parametrize("command", [["templates"], ["schema"]])
def test_a_reader_that_goes_away_is_no_error(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(command) == 0
    assert capsys.readouterr().err == ""


def test_it_prints_into_whatever_stands_for_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    assert main(["templates", "list"]) == 0
    assert "imr" in written.getvalue()


def test_new_names_a_template_of_ones_own_so_that_the_plan_finds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    assert main(["templates", "copy", "imr", "ours.toml"]) == 0
    assert main(["new", "plans/a.toml", "--template", "ours.toml"]) == 0
    text = (tmp_path / "plans" / "a.toml").read_text("utf-8")
    assert tomllib.loads(text)["template"] == "../ours.toml"
    monkeypatch.chdir(tmp_path.parent)
    assert PlanFile.open(tmp_path / "plans" / "a.toml", Library()).template.id == "imr"
    assert main(["new", str(tmp_path / "plans" / "b.toml"), "--template", "five_areas"]) == 0
    assert 'template = "five_areas"' in (tmp_path / "plans" / "b.toml").read_text("utf-8")


def test_new_refuses_a_template_on_another_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_way(_path: Path, _start: Path) -> str:
        raise ValueError

    ours = tmp_path / "ours.toml"
    main(["templates", "copy", "imr", str(ours)])
    monkeypatch.setattr("os.path.relpath", no_way)
    assert main(["new", str(tmp_path / "a.toml"), "--template", str(ours)]) == 2
    assert "put the file beside this one" in capsys.readouterr().err
    assert not (tmp_path / "a.toml").exists()


def stands_in(monkeypatch: pytest.MonkeyPatch, *, keys: bool, screen: bool) -> None:
    """Let standard input and output look like a terminal, or not."""
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    for name, is_terminal in (("__stdin__", keys), ("__stdout__", screen), ("__stderr__", False)):
        stream = SimpleNamespace(closed=False, isatty=lambda yes=is_terminal: yes)
        monkeypatch.setattr(sys, name, stream)


@pytest.mark.parametrize(("keys", "screen"), [(False, True), (True, False), (False, False)])
def test_without_a_terminal_the_way_of_plain_lines_is_named(
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    keys: bool,
    screen: bool,
) -> None:
    stands_in(monkeypatch, keys=keys, screen=screen)
    monkeypatch.setattr("readiness.tui.launch.run_app", lambda _path: 0)
    assert main([str(example)]) == 2
    assert f"readiness ask {example}" in capsys.readouterr().err
    assert main([]) == 2
    assert "readiness ask PLAN.toml" in capsys.readouterr().err
    assert main(["demo"]) == 2
    assert "readiness ask /" in capsys.readouterr().err
    monkeypatch.setenv("TEXTUAL_DRIVER", "one:Own")
    assert main([str(example)]) == 0


def test_a_pipe_instead_of_keys_ends_the_program_at_once() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "readiness"],
        input="n\n", capture_output=True, text=True, check=False, timeout=60, cwd=root,
    )  # fmt: skip
    assert done.returncode == 2
    assert "readiness ask" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chek", "check"), ("Export", "export"), ("templats", "templates"), ("dif", "diff")],
)
def test_a_mistyped_command_is_answered_with_the_command(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([typed, "plan.toml"]) == 2
    assert f"Did you mean: readiness {meant}\n" in capsys.readouterr().err


def test_what_is_like_no_command_is_said_to_be_none_and_a_file_stays_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["xylophone"]) == 2
    said = capsys.readouterr().err
    assert 'no command and no file "xylophone"' in said
    assert "Did you mean" not in said
    stands_in(monkeypatch, keys=True, screen=True)
    assert main(["serve.toml"]) == 2
    assert "Did you mean" not in capsys.readouterr().err
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chek").write_text("format = 1\n")
    monkeypatch.setattr("readiness.tui.launch.run_app", lambda _path: 0)
    assert main(["chek"]) == 0


@pytest.mark.no_cover
def test_what_is_to_be_typed_next_can_be_typed_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "our plans"
    folder.mkdir()
    path = folder / "plan.toml"
    assert main(["new", str(path)]) == 0
    assert f"readiness '{path}'" in capsys.readouterr().err
    assert main(["templates", "copy", "imr", str(folder / "mine.toml")]) == 0
    assert f"check '{folder / 'mine.toml'}'" in capsys.readouterr().err
    monkeypatch.chdir(folder)
    assert main(["new", "other.toml"]) == 0
    assert capsys.readouterr().err.endswith("readiness other.toml\n")
    assert main(["history", "other.toml", "--show", "9"]) == 2
    assert "readiness history other.toml" in capsys.readouterr().err
    monkeypatch.setattr(output, "os", SimpleNamespace(name="nt"))
    assert output.as_typed(path) == f'"{path}"'
    assert output.as_typed(Path("plan.toml")) == "plan.toml"


def test_the_program_is_opened_with_the_plan_that_was_named_or_with_none(
    example: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened: list[tuple[Path | None, str]] = []
    more = ""

    def run_app(path: Path | None) -> int:
        opened.append((path, path.read_text("utf-8") if path else ""))
        if path and more:
            path.write_text(opened[-1][1] + more, "utf-8")
        return 0

    monkeypatch.setattr("readiness.tui.launch.run_app", run_app)
    stands_in(monkeypatch, keys=True, screen=True)
    monkeypatch.setenv("TERM", "xterm")
    whole = example.read_text("utf-8")
    assert main([]) == 0
    assert main([str(example)]) == 0
    assert main(["demo"]) == 0
    unspoiled, text = opened[2]
    assert opened[:2] == [(None, ""), (example, whole)]
    assert unspoiled
    assert text == whole
    assert not unspoiled.exists()
    assert str(unspoiled) not in capsys.readouterr().err
    more = "# ours"
    assert main(["demo"]) == 0
    worked_on, _ = opened[3]
    assert worked_on
    assert worked_on.read_text("utf-8") == whole + more
    assert str(worked_on) in capsys.readouterr().err


def test_pdf_says_what_it_could_not_read_or_draw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('format = 1\nplan = "IMR \U00020000"\nmonths = 99\n', "utf-8")
    assert main(["pdf", str(path)]) == 1
    err = capsys.readouterr().err
    assert "line 3 (months)" in err
    assert "lacks these characters" in err
    assert "plan.pdf is made" in err
    assert "What could not be read in the plan is not in the document." in err


def test_counting_one_fault_is_said_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('format = 1\nid = "m"\nextends = "imr"\ncolour = 1\n', "utf-8")
    assert main(["templates", "check", str(path)]) == 2
    assert capsys.readouterr().err == "1 fault.\n"


def test_a_plan_in_which_all_is_answered_has_nothing_left_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    answers = "\n".join(
        f'[answers.{key}]\nvalue = "not applicable"\nreason = "a trial"'
        for key in Library().load("imr").items
    )
    path.write_text(f"format = 1\n{answers}\n", "utf-8")
    assert main(["check", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Still open" not in said
    assert "Red flags" not in said


def test_where_no_screens_can_be_shown_the_way_to_the_questions_is_said(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stands_in(monkeypatch, keys=True, screen=True)
    monkeypatch.setenv("TERM", "dumb")
    assert main([str(example)]) == 2
    said = capsys.readouterr().err
    assert "TERM=dumb" in said
    assert f"readiness ask {example}" in said
    assert main(["demo"]) == 2
    assert "readiness ask" in capsys.readouterr().err
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert not is_refused("PLAN.toml")
