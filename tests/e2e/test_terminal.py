"""The real program in a real pseudo-terminal, by keyboard only."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pexpect
import pyte
import pytest
from pypdf import PdfReader

from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.e2e.held import held

WAIT = 40


class Terminal:
    """The program with a screen that can be read."""

    def __init__(self, *arguments: str, folder: Path | None = None) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        self.program = pexpect.spawn(
            sys.executable, ["-m", "readiness", *arguments],
            dimensions=(24, 80), encoding="utf-8", timeout=WAIT, env=environment, cwd=folder,
        )  # fmt: skip

    def see(self, words: str) -> str:
        """Wait until the screen shows these words."""
        return self.see_like(re.escape(words))

    def see_like(self, pattern: str) -> str:
        """Wait until the screen shows something like this."""
        for _ in range(WAIT * 20):
            text = "\n".join(self.screen.display)
            if re.search(pattern, text, re.MULTILINE):
                return text
            try:
                self._read()
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        pytest.fail(f"{pattern} not seen; the screen was:\n" + "\n".join(self.screen.display))

    def _read(self) -> None:
        """Take in what the program drew: all that there is, for to look at it takes longest."""
        drawn = self.program.read_nonblocking(65536, timeout=0.05)
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            while True:
                drawn += self.program.read_nonblocking(65536, timeout=0.01)
        self._stream.feed(drawn)

    def go_on(self, key: str = "\t") -> None:
        """Press a key that moves to another field, and wait until that has the keys."""
        before = held(self.screen)
        self.press(key)
        self._until(lambda: held(self.screen) != before, "no other field has the keys")

    def lives(self) -> None:
        """See that a key changes the screen, wherever the keys are, and another brings it back."""
        title = self.title
        self.press(F1)
        self._until(lambda: self.title != title, "F1 changes nothing")
        self.press(ESCAPE)
        self._until(lambda: self.title == title, "Esc does not lead back")

    @property
    def title(self) -> str:
        """Where the person is: how the first line begins; the counts after it may change."""
        return self.screen.display[0].strip().partition("  ")[0]

    def read_on(self, seconds: float = 0.3) -> None:
        """Look at the screen as a person does who reads: what may come next is made meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with contextlib.suppress(pexpect.TIMEOUT):
                self._stream.feed(self.program.read_nonblocking(65536, timeout=left))

    def _until(self, holds: Callable[[], bool], otherwise: str) -> None:
        for _ in range(WAIT * 20):
            if holds():
                return
            with contextlib.suppress(pexpect.TIMEOUT):
                self._read()
        pytest.fail(f"{otherwise}:\n" + "\n".join(self.screen.display))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.program.send(key)


ENTER, UP, DOWN, ESCAPE = "\r", "\x1b[A", "\x1b[B", "\x1b"
F1, F2, F5, F6, F8, CTRL_Q = "\x1bOP", "\x1bOQ", "\x1b[15~", "\x1b[17~", "\x1b[19~", "\x11"
CHOICES = {
    "SEL-01": ("1 Yes", "1", {"value": "yes"}),
    "SEL-02": ("1 ", "1", None),
    "CAP-08": ("1 Yes", "2", {"value": "partly"}),
    "INC-01": ("1 Yes", "1", {"value": "yes"}),
    "INC-10": ("1 Yes", "3", {"value": "no"}),
    "GOAL-08": ("1 Yes", "4", {"value": "not sure"}),
    "GOAL-09": ("1 Yes", "1", {"value": "yes"}),
    "MON-09": ("1 Yes", "2", {"value": "partly"}),
}
"""Items answered with a digit: what is seen, the digit, and what is in the plan afterwards."""
AREAS = {"SEL": "1", "CAP": "2", "INC": "3", "GOAL": "4", "MON": "5"}


def to_item(terminal: Terminal, item: str) -> None:
    """From the map to a question, by area and down the list, with the keys on its first field."""
    area = item.partition("-")[0]
    terminal.press(AREAS[area])
    at = re.search(rf"({area}-\w+)  ", terminal.see("Enter answer"))
    assert at is not None
    keys = [key for key in Library().load("imr").items if key.startswith(area)]
    here, there = keys.index(at[1]), keys.index(item)
    for _ in range(abs(there - here)):
        terminal.press(DOWN if there > here else UP)
    terminal.see(f"{item}  ")
    terminal.press(ENTER)
    terminal.see("Enter/Tab on")


@pytest.mark.nightly  # whole_walk goes the same way through more questions
def test_a_plan_from_the_first_key_to_the_printed_page(tmp_path: Path) -> None:
    terminal = Terminal(folder=tmp_path)
    terminal.see("New plan")
    terminal.press("n")
    terminal.see("Name of the plan")
    terminal.press("Harbour rollout")
    terminal.see("harbour-rollout.toml")
    terminal.press(ENTER, "Harbour team", ENTER, "11 jan 2027")
    terminal.see("Monday 11 January 2027")
    terminal.press(ENTER, ENTER, "\t", "\t", ENTER)  # past the short form, to the full one
    terminal.see("Practitioner selection")
    for item, (seen, digit, _) in CHOICES.items():
        to_item(terminal, item)
        terminal.see(seen)
        terminal.press(digit)
        terminal.see(f"(o) {digit}")
        terminal.lives()
        terminal.press(F2)
        terminal.see("n next")
    to_item(terminal, "INC-04")
    terminal.press("12")
    terminal.see("~04")
    terminal.press(F2)
    terminal.see("n next")
    to_item(terminal, "CAP-07")
    terminal.press("The clinic comes first")
    terminal.see("+07")
    terminal.press(F5)
    terminal.see("is made.")
    terminal.see("saved ")
    terminal.press(CTRL_Q)
    terminal.program.expect(pexpect.EOF)

    path = tmp_path / "harbour-rollout.toml"
    plan = PlanFile.open(path, Library()).plan
    assert (plan.plan, plan.service, plan.start) == (
        "Harbour rollout",
        "Harbour team",
        date(2027, 1, 11),
    )
    for item, (_, _, parts) in CHOICES.items():
        assert plan.answer(item).parts == parts or parts is None
    assert len(plan.answers) == len(CHOICES) + 2
    assert plan.answer("INC-04").parts == {"value": 12}
    pages = " ".join(page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages)
    printed = " ".join(pages.split())
    for words in ("Harbour rollout", "Harbour team", "The clinic comes first", "11 January 2027"):
        assert words in printed

    again = Terminal(folder=tmp_path)
    again.see("10 of 51 answered")
    again.press(ENTER)
    again.see("7 of 10")
    again.see("The clinic comes first")
    again.press(CTRL_Q)
    again.program.expect(pexpect.EOF)
    assert PlanFile.open(path, Library()).plan == plan


@pytest.mark.walk
@pytest.mark.parametrize("to_people", [F6, pytest.param(ENTER, marks=pytest.mark.nightly)])
def test_the_first_practitioner_from_a_question_leaves_the_keyboard_alive(
    tmp_path: Path, to_people: str
) -> None:
    """Key by key what every newcomer does: SEL-05 came, and no key did anything any more."""
    path = tmp_path / "q.toml"
    given = ("--short", "--template", "imr", "--service", "Y", "--start", "2027-02-01")
    made = [sys.executable, "-m", "readiness", "new", str(path), *given]
    subprocess.run(made, check=True, capture_output=True)
    terminal = Terminal(str(path))
    for keys, seen in (
        ("", "Practitioner selection"),
        ("n", "SEL-02  "),
        (F8, "SEL-03  "),
        (ENTER, "Enter/Tab on"),
        (to_people, "Nobody yet"),
        ("a", "OK (Enter)"),
        (f"KN{ENTER}", "Practitioners: 1"),
        (ESCAPE, "SEL-03  "),
        (F8, "SEL-05  "),
    ):
        terminal.press(keys)
        terminal.see(seen)
        terminal.read_on()
    terminal.lives()
    terminal.see("Enter/Tab on")
    terminal.press("2")
    terminal.see_like(r"KN +\( \) +>\(o\)")
    terminal.press(F2)
    terminal.see("n next")
    terminal.press(CTRL_Q)
    terminal.program.expect(pexpect.EOF)
    said = PlanFile.open(path, Library()).plan
    assert list(said.people) == ["KN"]
    assert said.people["KN"].parts
    assert set(said.answers) <= {"SEL-05"}


@pytest.mark.parametrize(
    "how", [signal.SIGHUP, pytest.param(signal.SIGTERM, marks=pytest.mark.walk)]
)
def test_closing_the_window_loses_no_answer(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "plan.toml"
    made = [sys.executable, "-m", "readiness", "new", str(path)]
    subprocess.run(made, check=True, capture_output=True)
    terminal = Terminal(str(path))
    terminal.see("Practitioner selection")
    terminal.press("1")
    terminal.see("SEL-01  ")
    terminal.press(ENTER)
    terminal.see("> ( ) 1 Yes")
    terminal.press("1")
    terminal.see("+01")
    terminal.program.kill(how)
    terminal.program.expect(pexpect.EOF)
    assert PlanFile.open(path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}
