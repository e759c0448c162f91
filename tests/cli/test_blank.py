"""The form from the command line: where it goes, and what it never writes over."""

from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.describe.act import refusal
from readiness.domain.plan.act import Act

pytestmark = pytest.mark.no_cover


@pytest.mark.walk
def test_the_form_is_made_here_and_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command, name in (
        (["blank"], "imr-blank.pdf"),
        (["blank", "--short", "--page", "letter"], "imr-blank-short.pdf"),
        (["blank", "--template", "five_areas", "--to", "docx"], "five_areas-blank.docx"),
    ):
        assert main(command) == 0
        first = (tmp_path / name).read_bytes()
        assert first.startswith(b"%PDF" if name.endswith("pdf") else b"PK")
        assert main(command) == 0
        assert (tmp_path / name).read_bytes() == first
        assert f"{name} is made." in capsys.readouterr().err


def test_another_file_is_left_alone_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "form.pdf"
    theirs.write_bytes(b"%PDF-1.7 of someone else")
    assert main(["blank", "-o", str(theirs)]) == 2
    assert theirs.read_bytes() == b"%PDF-1.7 of someone else"
    why = refusal("in the way", Act(kind="make document", what="form.pdf"))
    assert why in capsys.readouterr().err
    assert main(["blank", "-o", str(theirs), "--force"]) == 0
    assert theirs.stat().st_size > 10_000


def test_a_template_without_a_short_form_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = tmp_path / "long.toml"
    assert main(["templates", "copy", "imr", str(long)]) == 0
    long.write_text(long.read_text("utf-8").replace("brief = true", "brief = false"), "utf-8")
    target = tmp_path / "x.pdf"
    assert main(["blank", "--template", str(long), "--short", "-o", str(target)]) == 2
    assert "has no short form" in capsys.readouterr().err
    assert not target.exists()
    assert main(["blank", "--template", str(long), "-o", str(target)]) == 0


def test_a_template_that_is_not_there_and_a_place_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["blank", "--template", "none", "-o", str(tmp_path / "x.pdf")]) == 2
    assert main(["blank", "-o", str(tmp_path / "gone" / "x.pdf")]) == 2
    assert "could not be written" in capsys.readouterr().err


def test_the_form_of_a_plan_stands_beside_it_and_says_what_could_not_be_read(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["blank", str(example), "--to", "docx"]) == 0
    assert example.with_name(f"{example.stem}-blank.docx").exists()
    broken = example.with_name("broken.toml")
    broken.write_text('format = 1\ntemplate = "imr"\n[people.AB]\nhours_freed = "perhaps"\n')
    assert main(["blank", str(broken), "--short"]) == 1
    assert "broken.toml line 4" in capsys.readouterr().err
    assert example.with_name("broken-blank-short.pdf").exists()


@pytest.mark.parametrize("more", [["--template", "five_areas"], ["--form", "month"]])
def test_what_a_plan_would_not_change_is_refused(
    example: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(example.parent.iterdir())
    assert main(["blank", str(example), *more]) == 2
    said = capsys.readouterr().err
    assert more[0] in said
    assert "Nothing was written." in said
    assert sorted(example.parent.iterdir()) == before


def test_the_form_never_takes_the_place_of_its_plan(example: Path) -> None:
    before = example.read_bytes()
    named = example.rename(example.with_suffix(".pdf"))
    assert main(["blank", str(named), "-o", str(named), "--force"]) == 2
    assert named.read_bytes() == before
