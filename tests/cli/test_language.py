"""The commands in the language that was asked for."""

import argparse
import importlib
import json
from pathlib import Path

import pytest

from readiness.cli.main import COMMANDS, main
from readiness.i18n.language import _
from readiness.storage.languages import speak_in

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    "given",
    [
        ["--lang", "nb", "templates"],
        ["templates", "--lang", "nb"],
        ["templates", "list", "--lang=nb"],
        ["--lang=nb", "templates", "list"],
    ],
)
def test_the_language_may_be_named_anywhere(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 0
    assert "Fem områder" in capsys.readouterr().out
    assert main(["templates"]) == 0
    assert "Five areas" in capsys.readouterr().out


def test_after_two_dashes_a_word_is_not_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--", "--lang"]) == 2
    assert "--lang: there is no such file" in capsys.readouterr().err


def test_the_environment_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("READINESS_LANG", "nn_NO")
    assert main(["templates"]) == 0
    assert "Fem områder" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--lang", "xx"], ["--lang"], ["templates", "--lang="]])
def test_a_language_that_is_not_spoken_is_refused(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 2
    assert "use one of en, nb" in capsys.readouterr().err


def test_help_and_wrong_use_are_told_in_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", "nb", "check", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("bruk: readiness check")
    assert "Se over en plan" in said
    assert "vis denne hjelpen" in said
    with pytest.raises(SystemExit):
        main(["--lang", "nb", "check"])
    assert "disse argumentene mangler: PLAN.toml" in capsys.readouterr().err


def test_every_command_says_what_it_does_in_norwegian() -> None:
    speak_in("nb")
    for name in COMMANDS:
        module = importlib.import_module(f"readiness.cli.{name}")
        for words in (module.DESCRIPTION, module.EXAMPLE):
            assert _(words), name
            assert _(words) != words or words.startswith("examples:  readiness demo"), name


def test_no_line_of_any_help_is_wider_than_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    wide = {
        code: [
            line
            for name in COMMANDS
            for line in _help(["--lang", code, name, "--help"], capsys)
            if len(line) > 100
        ]
        for code in ("en", "nb")
    }
    assert wide == {"en": [], "nb": []}


def _help(given: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    with pytest.raises(SystemExit):
        main(given)
    return capsys.readouterr().out.splitlines()


def test_the_worked_example_is_norwegian_and_the_same_plan(
    capsys: pytest.CaptureFixture[str],
) -> None:
    states = {}
    for code in ("en", "nb"):
        assert main(["demo", "--only-copy", "--lang", code]) == 0
        path = Path(capsys.readouterr().out.strip())
        assert ("Elvebakken" in path.read_text("utf-8")) == (code == "nb")
        assert main(["check", str(path), "--json", "--lang", code]) == 1
        states[code] = json.loads(capsys.readouterr().out)
        path.unlink()
        path.parent.rmdir()
    assert states["nb"]["problems"] == []
    for key in ("template", "areas", "items", "facts", "people", "hours"):
        assert states["en"][key] == states["nb"][key], key
    flags = [[(one["id"], one["severity"]) for one in state["flags"]] for state in states.values()]
    assert flags[0] == flags[1]
    accepted = [
        one["acceptance"]["still_holds"] for one in states["nb"]["flags"] if one["acceptance"]
    ]
    assert accepted == [True]


def test_argparse_keeps_speaking_english_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check"])
    assert "the following arguments are required" in capsys.readouterr().err
    assert argparse.ArgumentParser(prog="x").format_usage() == "usage: x [-h]\n"
