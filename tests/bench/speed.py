"""Ratios to floors measured in the same run; by hand: python -m tests.bench.speed [ROUNDS].

Prints how long `readiness check` takes beside a bare import of pydantic and tomllib, and how long a
review of the worked example takes beside reading its file.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from readiness.core.judged.review import review
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library, example_plan_text


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
    name: str, ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> None:
    """Print the medians of both, run in turn, and their ratio."""
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    mine, base = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: {mine * 1000:.0f} ms, floor {base * 1000:.0f} ms, ratio {mine / base:.2f}")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    path = Path(tempfile.mkdtemp()) / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    bare = program("-c", "import pydantic, tomllib")
    compared("readiness check", program("-m", "readiness", "check", str(path)), bare, rounds)
    compared(
        "readiness --version", program("-m", "readiness", "--version"), program("-c", ""), rounds
    )
    library = Library(path.parent)
    file = PlanFile.open(path, library)
    judge = lambda: review(file.template, file.plan, date(2026, 11, 24))  # noqa: E731
    compared("one review", judge, lambda: PlanFile.open(path, library), rounds)


main()
