"""Readers that go away, full disks and closed streams: the exit code stays right, without noise."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from readiness.cli import output as streams
from readiness.cli.main import main

pytestmark = pytest.mark.no_cover

PRINTING = (
    (1, ["check", "{plan}"]),
    (1, ["check", "{plan}", "--json"]),
    (0, ["check", "{empty}"]),
    (1, ["diff", "{empty}", "{plan}"]),
    (1, ["diff", "{empty}", "{plan}", "--json"]),
    (0, ["diff", "{plan}", "{plan}", "--json"]),
    (0, ["templates"]),
    (0, ["schema"]),
    (0, ["man"]),
    (0, ["completion", "bash"]),
    (0, ["doctor", "--json"]),
    (0, ["demo", "--only-copy"]),
)
"""Exit codes, and commands that print data."""


@pytest.fixture
def given(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    empty = tmp_path / "empty.toml"
    main(["new", str(empty)])
    capsys.readouterr()
    return {"plan": str(example), "empty": str(empty)}


@pytest.fixture
def no_reader() -> Iterator[TextIO]:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        yield pipe


@pytest.fixture
def full() -> Iterator[TextIO]:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with open("/dev/full", "w", encoding="utf-8") as disk:  # noqa: PTH123
        yield disk


@pytest.mark.parametrize(("code", "words"), PRINTING, ids=lambda one: " ".join(map(str, [one])))
def test_without_a_reader_the_exit_code_still_says_what_was_found(
    code: int, words: list[str], given: dict[str, str], no_reader: TextIO,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "stdout", no_reader)
    assert main([word.format(**given) for word in words]) == code
    err = capsys.readouterr().err
    assert "fault" not in err
    assert "written" not in err


@pytest.mark.parametrize("words", [words for _code, words in PRINTING], ids=" ".join)
def test_a_full_disk_is_told_and_is_no_success(
    words: list[str], given: dict[str, str], full: TextIO,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "stdout", full)
    assert main([word.format(**given) for word in words]) == 2
    assert "The output could not be written: no space left on device." in capsys.readouterr().err


@pytest.mark.parametrize("stream", ["no_reader", "full"])
def test_talk_that_nobody_can_hear_stops_no_work(
    stream: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", request.getfixturevalue(stream))
    assert main(["new", str(tmp_path / "plan.toml")]) == 0
    assert (tmp_path / "plan.toml").exists()
    assert main(["check", str(tmp_path / "none.toml")]) == 2


def test_talk_that_waits_for_its_reader_is_let_go_at_the_end(
    no_reader: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", no_reader)
    streams.put_talk("a word")
    assert streams.finish() == 0


def test_windows_says_it_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def invalid(_text: str) -> int:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(sys.stdout, "write", invalid)
    with pytest.raises(streams.CannotPrint, match="invalid argument"):
        streams.put_out("a word")
    monkeypatch.setattr(streams, "WINDOWS", True)
    streams.put_out("a word")


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "ask",
        "merge",
        *(pytest.param(one, marks=pytest.mark.walk) for one in ("pdf", "doctor")),
    ],
)
def test_a_command_started_without_any_stream_does_its_work(
    command: str, example: Path, given: dict[str, str]
) -> None:
    plan = example.read_bytes()
    files = [given["empty"], given["plan"], given["plan"]] if command == "merge" else [str(example)]
    words = [sys.executable, "-m", "readiness", command, *files[: 0 if command == "doctor" else 3]]
    closing = (
        "import os, sys; [os.close(n) for n in (0, 1, 2)]; os.execv(sys.argv[1], sys.argv[1:])"
    )
    done = subprocess.run([sys.executable, "-c", closing, *words], check=False)
    assert done.returncode == (1 if command == "check" else 0)
    assert example.read_bytes() == plan
    assert command != "pdf" or example.with_suffix(".pdf").exists()


def test_help_for_a_reader_that_went_away_is_silent(given: dict[str, str]) -> None:
    words = [sys.executable, "-m", "readiness", "check", given["plan"]]
    for command in (words, [*words, "--help"], [*words[:3], "--help"], [*words[:3], "--version"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(command, check=False, stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        assert done.stderr == b""
        assert done.returncode in (0, 1)


def test_a_folder_that_went_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home, gone = Path.cwd(), tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for command in (["doctor"], ["pdf", "plan.toml"], ["ask", "plan.toml"], ["plan.toml"]):
        assert main(command) == 2
        assert "The folder you are in is not there any more" in capsys.readouterr().err
    os.chdir(home)


@pytest.mark.parametrize("at_once", ["", "1"])
@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_that_cannot_be_written_are_no_success(
    words: list[str], at_once: str, full: TextIO
) -> None:
    command = [sys.executable, "-m", "readiness", *words]
    environment = {**os.environ, "PYTHONUNBUFFERED": at_once}
    done = subprocess.run(
        command, check=False, stdout=full, stderr=subprocess.PIPE, env=environment
    )
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("stream", "told"), [("no_reader", 0), ("full", 1)])
def test_ask_does_not_succeed_where_nobody_hears_it(
    stream: str, told: int, example: Path, request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    before = example.read_bytes()
    monkeypatch.setattr(sys, "stdout", request.getfixturevalue(stream))
    monkeypatch.setattr(sys, "stdin", io.StringIO("/go SEL-01\nno\n"))
    assert main(["ask", str(example)]) == 2
    assert capsys.readouterr().err.count("The output could not be written") == told
    assert example.read_bytes() == before, "a question that nobody heard was answered"


@pytest.mark.parametrize(
    ("raw", "coding"),
    [
        (b"/go SEL-01\n/note\nTr\xf8ms\xf8\n.\n", "utf-8"),
        (b"/go SEL-01\n/note\nTr\xf8ms\xf8\n.\n", "utf-16"),
        ("/go SEL-01\n/note\nx\n.\n".encode("utf-16"), "utf-8"),
    ],
)
def test_letters_of_another_coding_are_told_and_never_kept(
    raw: bytes, coding: str, example: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    before = example.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding=coding))
    assert main(["ask", str(example)]) == 2
    said = capsys.readouterr().out
    assert "Save what you send as UTF-8." in said
    assert "Stopped at line" in said
    assert example.read_bytes() == before


def test_utf_8_is_understood_whatever_coding_the_system_gives_a_pipe(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = "/go SEL-01\n/note\nTromsø\n.\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-16"))
    assert main(["ask", str(example)]) == 0
    assert 'note = "Tromsø"' in example.read_text("utf-8")
