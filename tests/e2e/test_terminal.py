"""The real program in a real pseudo-terminal, by keyboard only."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pyte
import pytest

from readiness.files.planfile import PlanFile
from readiness.files.templates import Library

WAIT = 40


class Terminal:
    """The program with a screen that can be read."""

    def __init__(self, *arguments: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        self.program = pexpect.spawn(
            sys.executable, ["-m", "readiness", *arguments],
            dimensions=(24, 80), encoding="utf-8", timeout=WAIT, env=environment,
        )  # fmt: skip

    def see(self, words: str) -> str:
        """Wait until the screen shows these words."""
        for _ in range(WAIT * 20):
            text = "\n".join(self.screen.display)
            if words in text:
                return text
            try:
                self._stream.feed(self.program.read_nonblocking(65536, timeout=0.05))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        pytest.fail(f"{words!r} not seen; the screen was:\n" + "\n".join(self.screen.display))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.program.send(key)


ENTER, F2, CTRL_Q = "\r", "\x1bOQ", "\x11"
WALK = [("1", "SEL-01"), ("2", "CAP-01"), ("3", "INC-01"), ("4", "GOAL-01"), ("5", "MON-01")]


def test_answers_and_place_are_there_after_closing_and_reach_the_pdf(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    made = [
        sys.executable,
        "-m",
        "readiness",
        "new",
        str(path),
        "--name",
        "Mine",
        "--start",
        "2027-01-11",
    ]
    subprocess.run(made, check=True, capture_output=True)
    terminal = Terminal(str(path))
    terminal.see("Practitioner selection")
    for key, item in WALK:
        terminal.press(key)
        terminal.see(f"{item}  1 of")
        if item == "SEL-01":
            terminal.press(ENTER)
            terminal.see("> ( ) 1 Yes")
            terminal.press("1")
            terminal.see("+ 01")
        terminal.press(F2)
        terminal.see("Most serious")
    terminal.press("3")
    terminal.see("INC-01  1 of")
    terminal.press(ENTER)
    terminal.see("> ( ) 1 Yes")
    terminal.press("1")
    terminal.see("+ 01")
    terminal.see("saved")
    terminal.press(CTRL_Q)
    terminal.program.expect(pexpect.EOF)
    plan = PlanFile.open(path, Library()).plan
    assert plan.answer("SEL-01").parts == {"value": "yes"}
    assert plan.answer("INC-01").parts == {"value": "yes"}
    again = Terminal(str(path))
    again.see("INC-01  1 of")
    again.press(CTRL_Q)
    again.program.expect(pexpect.EOF)


@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGTERM])
def test_closing_the_window_loses_no_answer(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "plan.toml"
    made = [sys.executable, "-m", "readiness", "new", str(path)]
    subprocess.run(made, check=True, capture_output=True)
    terminal = Terminal(str(path))
    terminal.see("Practitioner selection")
    terminal.press("1")
    terminal.see("SEL-01  1 of")
    terminal.press(ENTER)
    terminal.see("> ( ) 1 Yes")
    terminal.press("1")
    terminal.see("+ 01")
    terminal.program.kill(how)
    terminal.program.expect(pexpect.EOF)
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
