"""readiness ask in a real pseudo-terminal and through a real pipe."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from readiness.files.planfile import PlanFile
from readiness.files.templates import Library

LINE = re.compile(r"[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f]*")


def _ask(path: Path, columns: int = 80) -> pexpect.spawn:
    environment = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb"}
    program = pexpect.spawn(
        sys.executable, ["-m", "readiness", "ask", str(path)],
        dimensions=(24, columns), encoding="utf-8", timeout=40, env=environment,
    )  # fmt: skip
    program.delaybeforesend = None
    program.logfile_read = open(path.with_suffix(".log"), "w", encoding="utf-8")  # noqa: SIM115, PTH123
    return program


def _make(program: pexpect.spawn) -> None:
    program.expect("Make a new plan here")
    for line in ("yes", "Mine", "North", "11 Jan 2027", ""):
        program.sendline(line)
    program.expect("SEL-01: Selection criteria")
    program.expect("Answer: ")


@pytest.mark.parametrize("columns", [20, 80])
def test_a_plan_is_made_answered_and_left_at_any_width(tmp_path: Path, columns: int) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path, columns)
    _make(program)
    program.sendline("y")
    program.expect("Saved.")
    program.expect("SEL-02")
    program.sendline("/quit")
    program.expect(pexpect.EOF)
    program.close()
    program.logfile_read.close()
    assert program.exitstatus == 0
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
    assert LINE.fullmatch(path.with_suffix(".log").read_text("utf-8"))


@pytest.mark.parametrize("how", ["ctrl-c", "ctrl-d", "hang up"])
def test_leaving_in_any_way_keeps_a_half_typed_text(tmp_path: Path, how: str) -> None:
    path = tmp_path / "plan.toml"
    program = _ask(path)
    _make(program)
    program.sendline("go CAP-07")
    program.expect("Answer: ")
    program.sendline("Emergencies first.")
    program.expect("More, or a full stop to end:")
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
