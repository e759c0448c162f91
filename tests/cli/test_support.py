"""For support and the shell: doctor, completion, the manual page."""

import json
import os
import re
import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

from readiness.cli import doctor
from readiness.cli.arguments import commands_of
from readiness.cli.main import COMMANDS, main, parser
from readiness.cli.man import page
from readiness.storage.languages import speak_in

pytestmark = pytest.mark.no_cover


def test_doctor_tells_versions_folders_and_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {"versions", "terminal", "folders", "templates", "fonts", "parts"} == said.keys()
    assert said["templates"].keys() == {"imr", "five_areas"}
    assert set(said["parts"].values()) == {"works"}
    assert main(["doctor"]) == 0
    assert "NO_COLOR" in capsys.readouterr().out


def test_doctor_finds_a_broken_part_and_a_folder_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(doctor.PARTS, "PDF", "no_such_library")
    monkeypatch.setattr(doctor, "LIBRARIES", ("no-such-library",))
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("READINESS_STATE", str(tmp_path / "file"))
    assert main(["doctor", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["parts"]["PDF"] == "does not work: ModuleNotFoundError"
    assert said["versions"]["no-such-library"] == "missing"
    assert "cannot be written" in said["folders"]["places and recent plans"]


def test_doctor_takes_the_part_for_browsers_as_an_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "EXTRAS", {"in a browser": "no_such_library.part"})
    assert main(["doctor", "--json"]) == 0
    parts = json.loads(capsys.readouterr().out)["parts"]
    assert parts["in a browser"].startswith("not installed")


def test_doctor_leaves_the_login_name_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", "/home/kari.hansen")
    monkeypatch.setenv("USER", "kari.hansen")
    monkeypatch.setenv("READINESS_STATE", "/home/kari.hansen/state")
    monkeypatch.setenv("READINESS_TEMPLATES", "/srv/kari.hansen/templates")
    main(["doctor"])
    said = capsys.readouterr().out
    assert "kari.hansen" not in said
    assert "~/state" in said
    assert "/srv/(login name)/templates" in said


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"NO_COLOR": "1"}, "none, as NO_COLOR asks"),
        ({"COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "vt100"}, "16 or unknown"),
    ],
)
def test_doctor_tells_the_colours(
    environment: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert doctor.findings()["terminal"]["colours"] == words


def _completed(script: str, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    typed = " ".join(f"'{word}'" for word in words)
    code = (
        f"{script}\nCOMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}\n"
        f"_shtab_readiness readiness '{words[-1]}' '{words[-2]}'\n"
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_commands_options_choices_and_files(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    (tmp_path / "riverside.toml").write_text("")
    assert set(COMMANDS) <= _completed(script, "readiness", "")
    assert _completed(script, "readiness", "che") == {"check"}
    assert "--json" in _completed(script, "readiness", "check", "--")
    assert {"bash", "powershell"} <= _completed(script, "readiness", "completion", "")
    assert "riverside.toml" in _completed(script, "readiness", "ask", "riv")
    assert "--lang" in _completed(script, "readiness", "templates", "list", "--")


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_every_shell_gets_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for name, one in commands_of(parser()):
        assert name.split()[-1] in script
        for action in one._actions:
            for option in action.option_strings:
                assert option.lstrip("-") in script


def test_the_manual_page_names_every_command_and_option() -> None:
    text = "\n".join(page(parser()))
    for name, one in commands_of(parser()):
        assert f'.SS "readiness {name}"' in text
        for action in one._actions:
            assert all(option.replace("-", "\\-") in text for option in action.option_strings)


def test_the_manual_page_has_no_english_heading_in_norwegian() -> None:
    speak_in("nb")
    heads = [line for line in page(parser()) if line.startswith(".SH ")]
    assert heads[:3] == [".SH NAVN", ".SH OVERSIKT", ".SH BESKRIVELSE"]
    assert not {".SH OPTIONS", ".SH COMMANDS", ".SH ENVIRONMENT"} & set(heads)


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
def test_the_manual_page_is_sound_roff(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man"]) == 0
    given = capsys.readouterr().out
    done = subprocess.run(
        ["groff", "-man", "-Tascii", "-ww", "-z"],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


def test_what_each_command_needs_can_be_imported() -> None:
    for name in doctor.PARTS.values():
        assert import_module(name)


def test_doctor_works_without_a_home_and_without_fonts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert doctor.nameless(tmp_path) == str(tmp_path)
    monkeypatch.setattr("importlib.resources.files", lambda _name: tmp_path)
    assert doctor.findings()["fonts"] == {"fonts of the PDF": "missing"}


def test_doctor_tells_the_size_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda: os.terminal_size((80, 24)))
    assert doctor.findings()["terminal"]["size"] == "80 by 24"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_help_has_examples_and_exit_codes_and_fits_80_columns(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    words = dict(commands_of(parser()))[name].format_help()
    assert f"readiness {name}" in words.partition("\nexamples")[2]
    assert re.search(r"^exit codes: 0 [a-z]", words, re.MULTILINE)
    assert max(len(line) for line in words.splitlines()) <= 80
    assert "OUTPUT" not in words


def test_the_help_of_the_whole_names_the_first_steps_and_every_exit_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = parser().format_help().splitlines()
    assert max(len(line) for line in lines) <= 80
    words = " ".join(" ".join(lines).split())
    assert "readiness demo" in words
    for code in ("0 fine", "1 check found red flags, diff a difference", "2 wrong use"):
        assert code in words


def test_doctor_finds_what_does_not_work_in_norwegian_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(doctor.PARTS, "screens", "there_is_no_such_module")
    assert main(["--lang", "nb", "doctor"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("På engelsk")
    assert "screens: does not work" in said
