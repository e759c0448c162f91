"""readiness ask in a real pseudo-terminal and through a real pipe."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

LINE = re.compile(r"[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f]*")


def _hear_ctrl_c() -> None:
    """As at a terminal; tests that run in the background are started deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _ask(path: Path, columns: int = 80) -> pexpect.spawn:
    environment = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb"}
    program = pexpect.spawn(
        sys.executable, ["-m", "readiness", "ask", str(path)],
        dimensions=(24, columns), encoding="utf-8", timeout=40, env=environment,
        preexec_fn=_hear_ctrl_c,
    )  # fmt: skip
    program.delaybeforesend = None
    program.logfile_read = open(path.with_suffix(".log"), "w", encoding="utf-8")  # noqa: SIM115, PTH123
    return program


def _make(program: pexpect.spawn) -> None:
    for number, line in enumerate(("yes", "Mine", "North", "11 Jan 2027", ""), 1):
        program.expect(f"{number} of 5")
        program.expect(": $")
        program.sendline(line)
    program.expect("SEL-01: Have you written down")
    program.expect("Answer: ")


@pytest.mark.parametrize("columns", [20, pytest.param(80, marks=pytest.mark.walk)])
def test_a_plan_is_made_answered_and_left_at_any_width(tmp_path: Path, columns: int) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path, columns)
    _make(program)
    program.sendline("y")
    program.expect("Understood: Yes.")
    program.sendline("next")
    program.expect("SEL-02")
    program.sendline("/quit")
    program.expect(pexpect.EOF)
    program.close()
    program.logfile_read.close()
    assert program.exitstatus == 0
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
    assert LINE.fullmatch(path.with_suffix(".log").read_text("utf-8"))


@pytest.mark.parametrize(
    "how",
    [
        "the window is closed",
        *(pytest.param(how, marks=pytest.mark.walk) for how in ("ctrl-c", "ctrl-d", "hang up")),
    ],
)
def test_leaving_in_any_way_keeps_a_half_typed_text(tmp_path: Path, how: str) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path)
    _make(program)
    program.sendline("go CAP-07")
    program.expect("Answer: ")
    program.sendline("Emergencies first.")
    program.expect("More, or a full stop to end:")
    if how == "the window is closed":
        program.ptyproc.fileobj.close()
        program.ptyproc.wait()
        assert PlanFile.open(path, Library()).plan.answer("CAP-07").parts
        return
    if how == "hang up":
        program.kill(signal.SIGTERM)
    else:
        program.sendcontrol(how[-1])
    program.expect(pexpect.EOF)
    program.close()
    said = PlanFile.open(path, Library()).plan.answer("CAP-07").parts
    assert said == {"value": "Emergencies first."}


def test_through_a_pipe_each_answer_stands_behind_its_prompt(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    done = subprocess.run(
        [sys.executable, "-m", "readiness", "ask", str(path)],
        input="yes\nMine\n\n\n\ny\nquit\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Answer: y\nUnderstood: Yes.\n" in done.stdout
    assert done.stderr == ""


def test_a_misspelt_command_in_a_pipe_stops_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    done = subprocess.run(
        [sys.executable, "-m", "readiness", "ask", str(path)],
        input="yes\nMine\n\n\n\ny\n/go INC-99\nn\nquit\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Stopped at line 7 of the input" in done.stdout
    assert list(PlanFile.open(path, Library()).plan.answers) == ["SEL-01"]


@pytest.mark.walk
def test_two_people_at_once_are_merged_and_asked_on_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path)
    _make(program)
    theirs = Session.open(path, Library())
    theirs.set(FieldRef("SEL-02", NOTE), "from a colleague")
    theirs.set(FieldRef("SEL-01", NOTE), "theirs")
    theirs.save()
    program.sendline("note mine")
    program.expect("from a colleague")
    program.expect("Type mine, theirs, or later:")
    program.sendline("mine")
    program.expect("SEL-01, Selection criteria")
    program.sendline("quit")
    program.expect(pexpect.EOF)
    program.close()
    plan = PlanFile.open(path, Library()).plan
    assert program.exitstatus == 0
    assert (plan.answer("SEL-01").note, plan.answer("SEL-02").note) == ("mine", "from a colleague")


@pytest.mark.walk
def test_history_of_a_sitting_is_brought_back_on_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path)
    _make(program)
    program.sendline("y")
    program.expect("Understood: Yes.")
    program.sendline("history bring 1")
    program.expect("Type yes or no: ")
    program.sendline("yes")
    program.expect("is the plan again")
    program.sendline("/undo")
    program.expect("Undone: SEL-01 Selection criteria: added: Yes")
    program.sendline("/quit")
    program.expect(pexpect.EOF)
    program.close()
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
