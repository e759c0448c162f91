"""The commands: what they print, where, and their exit codes."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from readiness.cli.main import COMMANDS, main, parser

HEAVY = {"pydantic", "textual", "rich", "reportlab", "tomlkit", "docx", "pikepdf", "lxml"}
README = Path(__file__).parent.parent.parent / "README.md"


def test_check_says_what_is_wrong_and_exits_with_1(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(example)]) == 1
    said = capsys.readouterr().out
    assert "! CAP-01R" in said
    assert "CD needs 5.3 hours a week and has 4." in " ".join(said.split())
    assert "Egeland 2019" in said
    assert "Open or unanswered" in said


def test_check_as_json_has_the_promised_shape(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(example), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [area["id"] for area in said["areas"]] == [
        "selection", "capacity", "inclusion", "goals", "monitoring",
    ]  # fmt: skip
    assert said["areas"][0] == {
        "id": "selection", "status": "red", "state": "amber", "answered": 10, "asked": 10,
    }  # fmt: skip
    flag = next(flag for flag in said["flags"] if flag["id"] == "SEL-03R")
    assert {"id", "item", "severity", "inputs", "why", "sources", "action"} <= flag.keys()
    assert flag["severity"] == "red"
    assert said["problems"] == []
    statuses = {item["id"]: item["status"] for item in said["items"]}
    assert statuses["INC-09"] == "unanswered"
    assert statuses["CAP-06"] == "red"
    states = {item["id"]: item["state"] for item in said["items"]}
    assert (states["SEL-03"], states["CAP-06"], states["INC-09"]) == (
        "accepted", "red", "unanswered",
    )  # fmt: skip


def test_what_nothing_was_said_about_has_one_word_on_the_screen_and_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    main(["new", str(path)])
    path.write_text(path.read_text() + '\n[answers.SEL-01]\nvalue = "not sure"\n')
    assert main(["check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [area["status"] for area in said["areas"]] == ["open", *["unanswered"] * 4]
    assert [item["status"] for item in said["items"]] == ["open", *["unanswered"] * 50]
    main(["check", str(path)])
    words = capsys.readouterr().out
    assert "o Practitioner selection   open" in words
    assert words.count("unanswered") == 5


def test_a_plan_without_flags_exits_with_0_and_a_bad_value_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    assert main(["new", str(path), "--service", "North", "--start", "2027-01-11"]) == 0
    assert main(["check", str(path)]) == 0
    path.write_text(path.read_text() + '\n[answers.SEL-01]\nvalue = "perhaps"\n')
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["problems"][0]["line"]
    assert "plan.toml line" in err


def test_wrong_use_exits_with_2_and_says_why(
    tmp_path: Path, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(example)]) == 2
    assert main(["new", str(tmp_path / "x.toml"), "--start", "soon"]) == 2
    assert main(["check", str(tmp_path / "gone.toml")]) == 2
    assert main([str(example), "b"]) == 2
    assert main(["pdf", str(example), "-o", str(example)]) == 2
    err = capsys.readouterr().err
    for words in (
        "there already",
        "not a date",
        "no such file",
        "Name one plan",
        "is what it is made from",
    ):
        assert words in err


def test_what_a_command_does_not_take_is_told_with_what_it_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "plan.toml"])
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("usage: readiness demo ")
    assert "unrecognized arguments: plan.toml" in err


def test_nothing_from_a_plan_steers_the_terminal(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = example.read_text().replace("[people.CD]", '[people."C\\u001b[31m\\u202eD"]')
    example.write_text(text)
    main(["check", str(example)])
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err


def test_templates_are_listed_copied_and_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates"]) == 0
    assert "five_areas" in capsys.readouterr().out
    mine = tmp_path / "mine.toml"
    assert main(["templates", "copy", "imr", str(mine)]) == 0
    assert main(["templates", "check", str(mine)]) == 0
    mine.write_text(mine.read_text().replace('area = "goals"', 'area = "gaols"'))
    assert main(["templates", "check", str(mine)]) == 2
    assert main(["templates", "copy", "imr", str(mine)]) == 2


def test_pdf_schema_and_demo(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", str(example)]) == 0
    assert example.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["answers"]["properties"]["SEL-02"]["properties"]["value"]
    assert main(["demo", "--only-copy"]) == 0
    assert Path(capsys.readouterr().out.strip()).is_file()


def test_the_readme_names_every_command_and_exit_code() -> None:
    text = README.read_text("utf-8")
    for name in COMMANDS:
        assert f"readiness {name}" in text or f"`{name}`" in text
    assert "Exit codes: 0" in text
    assert "exit codes: 0" in parser().format_help()


@pytest.mark.parametrize("command", [["--version"], ["--help"], ["check", "PLAN"], ["templates"]])
def test_light_commands_load_no_screen_and_no_page(command: list[str], example: Path) -> None:
    given = [str(example) if word == "PLAN" else word for word in command]
    code = (
        "import sys\nfrom readiness.cli.main import main\n"
        f"try:\n    main({given!r})\nexcept SystemExit:\n    pass\n"
        f"heavy = {HEAVY!r} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_json_is_printed_for_a_file_that_cannot_be_read_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("format = 1\n[answers.SEL-01\n")
    assert main(["check", str(path), "--json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["format"], said["template"], said["flags"]) == (1, None, [])
    assert said["problems"][0]["line"] == 2


def test_a_key_with_a_line_break_forges_no_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('format = 1\n"a\\nplan.toml: all fine" = 1\n')
    main(["check", str(path)])
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_copy_into_a_folder_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "copy", "imr", str(tmp_path / "gone" / "m.toml")]) == 2
    assert "could not be written" in capsys.readouterr().err


def test_unknown_fields_in_count_and_same_as_are_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = 1\nid = "mine"\nextends = "imr"\n[items.SEL-01]\n'
        'ready = { count = "zzz", at_least = 1 }\n'
        'partly = { part = "value", same_as = "yyy" }\n'
    )
    assert main(["templates", "check", str(path)]) == 2
    said = capsys.readouterr().out
    assert '"zzz"' in said
    assert '"yyy"' in said


@pytest.mark.walk  # by day: each format's own tests
def test_a_theme_puts_the_name_and_the_footer_into_every_format(
    example: Path, tmp_path: Path
) -> None:
    theme = tmp_path / "theme.toml"
    theme.write_text('organisation = "Riverside & <Sons>"\nfooter = "Internal"\n')
    for kind in ("html", "docx", "pdf"):
        target = tmp_path / f"out.{kind}"
        said = ["export", str(example), "--to", kind, "-o", str(target), "--theme", str(theme)]
        assert main(said) == 0
    html = (tmp_path / "out.html").read_text("utf-8")
    assert "<p>Riverside &amp; &lt;Sons&gt;</p>" in html
    assert "Internal</p></footer>" in html
    with zipfile.ZipFile(tmp_path / "out.docx") as file:
        feet = "".join(
            file.read(n).decode() for n in file.namelist() if "footer" in n or "header" in n
        )
    assert "Riverside &amp; &lt;Sons&gt;" in feet
    assert "Internal" in feet


def test_versions_do_not_replace_each_other(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in ([], ["--brief"], ["--shared"], ["--brief", "--shared"]):
        assert main(["export", str(example), "--to", "html", *options]) == 0
    made = sorted(one.name for one in example.parent.glob("*.html"))
    names = ["example-brief-shared", "example-brief", "example-shared", "example"]
    assert made == sorted(f"{name}.html" for name in names)
    assert "example-shared.html is made." in capsys.readouterr().err


def test_the_brief_and_the_shared_version_say_less(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = {}
    for name, option in (("whole", []), ("brief", ["--brief"]), ("shared", ["--shared"])):
        target = tmp_path / f"{name}.html"
        assert main(["export", str(example), "--to", "html", "-o", str(target), *option]) == 0
        made[name] = target.read_text("utf-8")
    assert "Appendix A: every answer" in made["whole"]
    assert "Appendix A: every answer" not in made["brief"]
    assert "occupational therapist" in made["whole"]
    assert "Agreed in the September staff meeting" not in made["shared"]
    capsys.readouterr()
