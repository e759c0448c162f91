"""Where a command writes: only a regular file is replaced, and - is no file for any of them."""

import io
import os
import stat
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.describe.act import refusal
from readiness.domain.plan.act import Act

LONG = "a" * 256 + ".toml"
DASHES = [
    ["blank", "-o", "-"],
    ["pdf", "{plan}", "-o", "-"],
    ["export", "{plan}", "--to", "html", "--output=-"],
    ["export", "{plan}", "--to", "docx", "-o", "-", "--force"],
    ["new", "-"],
    ["ask", "-"],
    ["check", "-"],
    ["diff", "{plan}", "-"],
    ["history", "{plan}", "-o", "-"],
    ["merge", "{plan}", "{plan}", "{plan}", "-o", "-"],
    ["merge", "{plan}", "-", "{plan}"],
    ["templates", "copy", "imr", "-"],
    ["serve", "-"],
]


@pytest.mark.parametrize("words", DASHES, ids=" ".join)
def test_a_dash_is_no_file(
    words: list[str], example: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(example.parent)
    before = example.read_bytes()
    assert main([word.format(plan=example) for word in words]) == 2
    assert '"-" is no file here' in capsys.readouterr().err
    assert not Path("-").exists()
    assert example.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("pdf {plan} --force", "it is a device or a pipe"),
        ("export {plan} --to html --force", "it is a device or a pipe"),
        ("blank --force", "it is a device or a pipe"),
        ("pdf {plan}", refusal("in the way", Act(kind="make document", what="out"))),
    ],
)
@pytest.mark.parametrize("made", ["pipe", "device"])
def test_what_is_no_regular_file_is_never_replaced_nor_waited_for(
    words: str, why: str, made: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with a name")
    target = example.parent / "out"
    if made == "pipe":
        os.mkfifo(target)
    else:
        target.symlink_to("/dev/zero")
    before = target.stat()
    given = [word.format(plan=example) for word in words.split()]
    assert main([*given, "-o", str(target)]) == 2
    assert why in capsys.readouterr().err
    after = target.stat()
    assert (after.st_ino, stat.S_IFMT(after.st_mode)) == (
        before.st_ino,
        stat.S_IFMT(before.st_mode),
    )


@pytest.mark.parametrize(
    "given",
    [
        ["new", LONG],
        ["check", LONG],
        ["ask", LONG],
        ["history", LONG],
        ["blank", "-o", LONG],
        ["templates", "copy", "imr", LONG],
        ["templates", "check", LONG],
        [LONG],
    ],
    ids=lambda given: given[0][:9],
)
def test_a_name_that_no_system_takes_is_told(
    given: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(given) == 2
    assert "fault of its own" not in "".join(capsys.readouterr())
    assert list(tmp_path.iterdir()) == []
