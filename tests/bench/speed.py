"""Ratios to floors measured in the same run; by hand: python -m tests.bench.speed [ROUNDS].

Prints, each beside its floor and with what is wanted: `readiness check` of the worked example and
of a large plan beside a bare import of pydantic and tomllib, `readiness --version` beside a bare
Python, and a review of the worked example beside reading its file.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from readiness.domain.rules.review import review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.bench.plans import example, large
from tests.bench.printed import beside, of_pairs

CHECK, VERSION, REVIEW, LARGE = 2.0, 2.5, 1.0, 1.5
"""Ratios that are wanted; for a large plan as a multiple of the one for the example."""


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def program(*arguments: str) -> Callable[[], object]:
    """A run of the interpreter with these arguments, its byte code made as an install makes it."""
    command = [sys.executable, *arguments]
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    run = lambda: subprocess.run(command, capture_output=True, check=False, env=env)  # noqa: E731
    run()
    return run


def compared(
    name: str, ours: Callable[[], object], floor: Callable[[], object], rounds: int, wanted: float
) -> None:
    """Print the medians of both, run in turn, and their ratio."""
    pairs = [(seconds(ours) * 1000, seconds(floor) * 1000) for _ in range(rounds)]
    beside(name, *of_pairs(pairs), wanted)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    folder = Path(tempfile.mkdtemp())
    os.environ["READINESS_CACHE"] = str(folder / "cache")
    os.environ["READINESS_STATE"] = str(folder / "state")
    path, big = example(folder), large(folder)
    bare = program("-c", "import pydantic, tomllib")
    compared("check", program("-m", "readiness", "check", str(path)), bare, rounds, CHECK)
    check_big = program("-m", "readiness", "check", str(big))
    compared("check, large plan", check_big, bare, rounds, CHECK * LARGE)
    version = program("-m", "readiness", "--version")
    compared("--version", version, program("-c", ""), rounds, VERSION)
    library = Library(folder)
    file = PlanFile.open(path, library)
    judge = lambda: review(file.template, file.plan, date(2026, 11, 24))  # noqa: E731
    compared("one review", judge, lambda: PlanFile.open(path, library), rounds, REVIEW)


if __name__ == "__main__":
    main()
