"""Exporting: which file is made, which is left alone, and what is said."""

from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.describe.act import refusal
from readiness.domain.plan.act import Act, Refusal
from readiness.report.file_output import HTML_MARK, MARK

FORMATS = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!DOCTYPE html>"}


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_made_beside_the_plan_and_made_again(
    kind: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_suffix(f".{kind}")
    assert main(["export", str(example), "--to", kind]) == 0
    first = target.read_bytes()
    assert first.startswith(FORMATS[kind])
    assert main(["export", str(example), "--to", kind]) == 0
    assert target.read_bytes() == first
    out, err = capsys.readouterr()
    assert out == ""
    assert f"example.{kind} is made.\n{target.absolute()}\n" in err


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_of_someone_else_is_overwritten_only_by_force(
    kind: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_name(f"theirs.{kind}")
    theirs = {
        "pdf": b"%PDF-1.7 of someone else",
        "docx": b"PK of someone else",
        "html": f"<!DOCTYPE html>\n<html><body>About the {MARK}</body></html>".encode(),
    }
    target.write_bytes(theirs[kind])
    command = ["export", str(example), "--to", kind, "-o", str(target)]
    assert main(command) == 2
    assert target.read_bytes() == theirs[kind]
    said = capsys.readouterr().err
    why: Refusal = "word in the way" if kind == "docx" else "in the way"
    assert refusal(why, Act(kind="make document", what=f"theirs.{kind}")) in said
    assert "Nothing was written." in said
    assert main([*command, "--force"]) == 0
    assert target.read_bytes().startswith(FORMATS[kind])


def test_notes_that_quote_our_mark_are_not_ours(example: Path) -> None:
    target = example.with_suffix(".html")
    target.write_text(f"<p>see {HTML_MARK}", "utf-8")
    assert main(["export", str(example), "--to", "html"]) == 2
    assert target.read_text("utf-8").startswith("<p>")


def test_the_plan_itself_is_never_overwritten(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = example.read_bytes()
    assert main(["export", str(example), "--to", "html", "-o", str(example), "--force"]) == 2
    assert main(["pdf", str(example), "-o", str(example), "--force"]) == 2
    assert main(["export", str(example), "--to", "ics", "-o", str(example), "--force"]) == 2
    assert main(["agreement", str(example), "-o", str(example), "--force"]) == 2
    assert example.read_bytes() == before
    assert capsys.readouterr().err.count("example.toml is what it is made from") == 4


def test_a_template_and_a_theme_are_never_overwritten_by_what_is_made_of_them(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template, theme = example.with_name("mine.toml"), example.with_name("look.toml")
    assert main(["templates", "copy", "imr", str(template)]) == 0
    theme.write_text('organisation = "Riverside"\n', "utf-8")
    for command in (
        ["blank", "--template", str(template), "-o", str(template), "--force"],
        ["pdf", str(example), "--theme", str(theme), "-o", str(theme), "--force"],
    ):
        before = Path(command[-2]).read_bytes()
        assert main(command) == 2
        assert Path(command[-2]).read_bytes() == before
    assert capsys.readouterr().err.count("is what it is made from. Give another -o.") == 2


def test_the_dates_go_to_a_calendar_file_for_all_or_for_one(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_suffix(".ics")
    assert main(["export", str(example), "--to", "ics"]) == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "example.ics is made." in capsys.readouterr().err
    everyone = target.read_bytes().count(b"BEGIN:VEVENT")
    assert main(["export", str(example), "--to", "ics", "--for", "ab"]) == 0
    assert 0 < target.read_bytes().count(b"BEGIN:VEVENT") < everyone


def test_what_would_change_nothing_in_what_is_made_is_said(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(example.parent)
    calendar = ["export", str(example), "--to", "ics"]
    assert main([*calendar, "--shared", "--brief"]) == 2
    assert "ics takes no --brief and --shared. Nothing was written." in capsys.readouterr().err
    assert main([*calendar, "--for", "XY"]) == 2
    told = capsys.readouterr().err
    assert "Nobody with dates in the plan is called XY. There are: AB, " in told
    assert main(["export", str(example), "--to", "html", "--for", "AB"]) == 2
    assert "html takes no --for. Nothing was written." in capsys.readouterr().err
    for command in (["export", str(example)], ["agreement", str(example)], ["blank"]):
        assert main([*command, "--to", "docx", "--page", "letter"]) == 2
        assert "docx takes no --page. Nothing was written." in capsys.readouterr().err
    assert [one.name for one in example.parent.iterdir() if one != example] == []


def test_a_calendar_file_of_someone_else_is_overwritten_only_by_force(example: Path) -> None:
    target = example.with_suffix(".ics")
    target.write_text("BEGIN:VCALENDAR\r\nPRODID:-//me//\r\nEND:VCALENDAR\r\n", "utf-8")
    assert main(["export", str(example), "--to", "ics"]) == 2
    assert "-//me//" in target.read_text("utf-8")
    assert main(["export", str(example), "--to", "ics", "--force"]) == 0
    assert "-//me//" not in target.read_text("utf-8")


def test_an_ending_of_another_format_is_refused(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_name("strategy.PDF")
    assert main(["export", str(example), "--to", "docx", "-o", str(target)]) == 2
    assert not target.exists()
    assert "ending of another format" in capsys.readouterr().err
    bare = example.with_name("plain")
    assert main(["export", str(example), "--to", "docx", "-o", str(bare)]) == 0
    assert bare.with_suffix(".docx").read_bytes().startswith(b"PK")


def test_a_place_that_cannot_be_written_is_said(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, long = example.parent / "gone" / "a.html", example.parent / ("a" * 300 + ".html")
    for target in (folder, long):
        assert main(["export", str(example), "--to", "html", "-o", str(target)]) == 2
        assert "could not be written" in capsys.readouterr().err


def test_wrong_use_exits_with_2(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (
        ["export", str(example), "--to", "odt"],
        ["export", str(example)],
        ["export", "--to", "pdf"],
    ):
        with pytest.raises(SystemExit) as stopped:
            main(command)
        assert stopped.value.code == 2
    for plan in (str(example.with_name("gone.toml")), ""):
        assert main(["export", plan, "--to", "html"]) == 2
    assert capsys.readouterr().out == ""


def test_remarks_about_the_plan_and_the_font_are_told(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = 'format = 1\nplan = "\u4f60"\n[answers.SEL-01]\nvalue = "perhaps"\n'
    example.write_text(plan, "utf-8")
    assert main(["export", str(example), "--to", "pdf"]) == 1
    said = capsys.readouterr().err
    assert "example.toml line 4" in said
    assert "lacks these characters" in said
    assert main(["export", str(example), "--to", "html"]) == 1
    assert "lacks these characters" not in capsys.readouterr().err
    assert "\u4f60" in example.with_suffix(".html").read_text("utf-8")
