"""A fault of the program's own: plain words, an exit code of its own, nothing of the plan told."""

import io
import sys
from pathlib import Path

import pytest

from readiness.cli import check
from readiness.cli.main import COMMANDS, main
from readiness.describe.fault import fault_told
from readiness.line import conversation
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

ANSWERED = "Anna drinks"
NAMES_A_PLAN = ("new", "ask", "serve", "check", "pdf", "history", "due", "agreement")

ARGUMENTS = {
    "diff": ["a.toml", "b.toml"],
    "merge": ["a.toml", "b.toml", "c.toml"],
    "export": ["a.toml", "--to", "pdf"],
    "completion": ["bash"],
    "record": ["a.toml", "fidelity"],
    "fidelity": ["a.toml", "2027-06-01"],
    "workshop": ["gather", "a"],
    "rate": ["a.workshop.toml"],
    **{one: ["a.toml"] for one in NAMES_A_PLAN},
}


def trips(*_rest: object) -> int:
    raise ValueError(ANSWERED, Path("/somewhere/of/kari.hansen/plan.toml"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_in_any_command_is_told_in_plain_words(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(f"readiness.cli.{command}.run", trips)
    assert main([command, *ARGUMENTS.get(command, [])]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("readiness met a fault of its own")
    assert ("Every file is as it was, or whole." in err) == (command not in ("ask", "demo"))
    assert "ValueError" in err
    assert "test_faults.py" in err
    assert "READINESS_TRACEBACK" in err
    for not_told in ("Traceback", ANSWERED, "kari.hansen", str(Path(__file__).parent)):
        assert not_told not in err


def test_a_fault_on_the_way_to_the_screens_is_told_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("readiness.cli.screens.run", trips)
    assert main(["plan.toml"]) == 3
    assert "What you answered is in the plan" in capsys.readouterr().err


def test_who_helps_gets_all_that_is_known_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "run", trips)
    monkeypatch.setenv("READINESS_TRACEBACK", "1")
    assert main(["check", "a.toml"]) == 3
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert ANSWERED in err
    assert "look before you send it" in err


def test_the_traceback_cannot_steer_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def steers(*_rest: object) -> int:
        raise ValueError("\x1b[2J\u202e")

    monkeypatch.setattr(check, "run", steers)
    monkeypatch.setenv("READINESS_TRACEBACK", "1")
    main(["check", "a.toml"])
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_a_part_that_is_missing_and_what_the_system_said_are_named() -> None:
    assert "ModuleNotFoundError: tomlkit" in fault_told(
        ModuleNotFoundError(ANSWERED, name="tomlkit"), "pdf"
    )
    told = fault_told(OSError(28, ANSWERED, "/home/kari"), "pdf")
    assert "OSError: No space left on device" in told
    assert ANSWERED not in told
    assert "kari" not in told


def test_an_answer_before_a_fault_in_ask_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    assert main(["new", str(path)]) == 0
    monkeypatch.setattr(conversation, "consequences", trips)
    monkeypatch.setattr(sys, "stdin", io.StringIO("/go SEL-01\nyes\n"))
    assert main(["ask", str(path)]) == 3
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
    out, err = capsys.readouterr()
    assert "What you answered is in the plan" in err
    assert ANSWERED not in out + err


def test_a_fault_in_the_saving_itself_is_told_by_the_first_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def worse(*_rest: object) -> None:
        raise KeyError

    path = tmp_path / "plan.toml"
    assert main(["new", str(path)]) == 0
    monkeypatch.setattr(conversation, "consequences", trips)
    monkeypatch.setattr("readiness.app.keeper.Keeper.close", worse)
    monkeypatch.setattr(sys, "stdin", io.StringIO("/go SEL-01\nyes\n"))
    assert main(["ask", str(path)]) == 3
    assert "ValueError" in capsys.readouterr().err
