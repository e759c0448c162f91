"""The real program in a terminal, killed at random moments while it is answered in.

By hand: python -m tests.bench.killed [ROUNDS] [KILL|HUP|TERM]. Prints how many completed answers
were lost (those given more than half a second before the end) and how many files were unreadable.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import pexpect

from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library

ITEM = "SEL-01"
GRACE, TAKEN_IN = 0.5, 0.2
"""Seconds within which an answer is on disk, and within which a key has reached the program."""
GAPS, BURST = (0.05, 0.9), (0.1, 0.16)
"""Seconds between two answers, as a person gives them and without a pause between."""
KEYS = {"1": "yes", "2": "partly", "3": "no"}
"""The keys that answer the question, and what they mean in the file."""


def started(path: Path, state: Path) -> pexpect.spawn:
    """The program with the first question of the first area under the cursor."""
    environment = {
        **os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1", "READINESS_STATE": str(state),
    }  # fmt: skip
    program = pexpect.spawn(
        sys.executable, ["-m", "readiness", str(path)],
        dimensions=(24, 80), encoding="utf-8", timeout=40, env=environment,
    )  # fmt: skip
    program.expect("Practitioner selection")
    program.send("1")
    program.expect("1 of ")
    program.send("\r")
    drain(program, 0.3)
    return program


def drain(program: pexpect.spawn, seconds: float) -> None:
    """Read what the program draws for a while."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        try:
            program.read_nonblocking(65536, timeout=left)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return


def one_round(
    folder: Path, chance: random.Random, how: signal.Signals, gaps: tuple[float, float] = GAPS
) -> tuple[int, int]:
    """Answer, kill, look: completed answers lost, and unreadable files."""
    path = folder / "plan.toml"
    PlanFile.create(path, Plan(template="imr"), Library().load("imr"))
    program = started(path, folder / "state")
    given: list[tuple[float, str]] = []
    until = time.monotonic() + chance.uniform(0.2, 3)
    while time.monotonic() < until:
        key = chance.choice(list(KEYS))
        program.send(key)
        given.append((time.monotonic(), KEYS[key]))
        drain(program, min(chance.uniform(*gaps), max(until - time.monotonic(), 0)))
    killed = time.monotonic()
    program.kill(how)
    program.expect(pexpect.EOF)
    program.close(force=True)
    try:
        file = PlanFile.open(path, Library())
    except ReadinessError:
        return 0, 1
    grace = GRACE if how == signal.SIGKILL else TAKEN_IN
    before = [word for when, word in given if when <= killed - grace]
    since = [word for when, word in given if when > killed - grace]
    may_be = {*before[-1:], *since} or {None}
    found = file.plan.answer(ITEM).parts.get("value")
    fine = found in may_be or not before
    return 0 if fine else 1, 0


def rounds(
    count: int, how: signal.Signals, seed: int, gaps: tuple[float, float] = GAPS
) -> tuple[int, int]:
    """So many rounds; the sums of lost answers and unreadable files."""
    chance, lost, unreadable = random.Random(seed), 0, 0  # noqa: S311 - moments, not secrets
    for _ in range(count):
        with tempfile.TemporaryDirectory() as folder:
            one = one_round(Path(folder), chance, how, gaps)
            lost, unreadable = lost + one[0], unreadable + one[1]
    return lost, unreadable


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    name = sys.argv[2] if len(sys.argv) > 2 else "KILL"
    result = rounds(wanted, signal.Signals[f"SIG{name}"], seed=20261124)
    print(f"SIG{name}, {wanted} rounds: lost answers {result[0]}, unreadable files {result[1]}")
