"""A save in which one system call after the other fails, as the system itself would let it fail.

By hand, where strace is: python -m tests.bench.faults. For every call of a save that touches a
file, and for ENOSPC, EIO and EACCES: the file is the old one or the new one, whole; nothing is
left beside it; and what is not in the file is in a recovery file and written by the next save.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path

from readiness.app.keeper import Keeper
from readiness.app.operations.versions import recover, recoverable
from readiness.app.session import Session
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

CALLS = ("openat", "write", "fsync", "rename", "chmod", "close", "flock", "unlink", "fstat")
CODES = ("ENOSPC", "EIO", "EACCES")
BEGIN, END = ("/the-save-begins", "/the-save-ends")
SAVER = f"""
import os, sys
from datetime import datetime
from pathlib import Path
from readiness.storage import plan_writer
from readiness.storage.templates import Library
from readiness.app.keeper import Keeper
from readiness.app.session import Session
path, state = Path(sys.argv[1]), Path(sys.argv[2])
for warm in (path.with_name("warm.toml"), path):
    session = Session.open(warm, Library())
    keeper = Keeper(session, state, datetime.now)
    session.set(FieldRef("SEL-02", NOTE), "changed")
    if warm == path:
        os.access("{BEGIN}", os.F_OK)
    outcome = keeper.save()
    if warm == path:
        os.access("{END}", os.F_OK)
print(session.plan.answer("SEL-02").note, bool(outcome.trouble), outcome.is_kept_aside)
"""
"""Saves one change; a first save of another plan has loaded every module."""


def traced(folder: Path, *how: str) -> tuple[str, list[str]]:
    """Save a change under strace; returns what was said and the calls of the whole program."""
    for name in ("plan.toml", "warm.toml"):
        (folder / name).write_text(example_plan_text(), "utf-8")
    log = folder.parent / "calls"
    words = [sys.executable, "-c", SAVER, str(folder / "plan.toml"), str(folder.parent / "state")]
    calls = ",".join((*CALLS, "access"))
    done = subprocess.run(
        ["strace", "-o", str(log), "-e", f"trace={calls}", *how, *words],
        capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.stdout + done.stderr, log.read_text().splitlines()


def numbers(lines: list[str]) -> list[tuple[str, int]]:
    """Each call of the save with its number among all calls of its name."""
    counts, found, inside = Counter[str](), list[tuple[str, int]](), False
    for line in lines:
        name = (re.match(r"\w+", line) or [""])[0]
        counts[name] += 1
        if name == "access":
            inside = BEGIN in line or (inside and END not in line)
        elif inside and name in CALLS:
            found.append((name, counts[name]))
    return found


def missed(lines: list[str]) -> str:
    """Whether the error came anywhere but in the save."""
    at = {
        word: n for n, line in enumerate(lines) for word in (BEGIN, END, "INJECTED") if word in line
    }
    return "" if at[BEGIN] < at.get("INJECTED", -1) < at[END] else "the error missed the save"


def judged(folder: Path, said: str) -> str:
    """What is wrong after a save in which a call failed; empty where nothing is."""
    path = folder / "plan.toml"
    old, now = example_plan_text().encode(), path.read_bytes()
    is_new = PlanFile.open(path, Library()).plan.answer("SEL-02").note == "changed"
    if not said.startswith("changed ") or (now != old and not is_new):
        return f"the file is neither old nor new, or the program ended: {said[-300:]}"
    if litter := [one.name for one in folder.iterdir() if one.name.endswith((".tmp", ".bak"))]:
        return f"litter: {litter}"
    session = Session.open(path, Library())
    keeper = Keeper(session, folder.parent / "state", datetime.now)
    kept = recoverable(keeper)
    if not is_new and not kept:
        return "the change is neither in the file nor kept aside"
    for one in kept:
        recover(keeper, one)
    after = PlanFile.open(path, Library()).plan.answer("SEL-02").note
    return "" if after == "changed" else "the change did not come back"


def main() -> int:
    """Try every call with every error; returns how often something was wrong."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "plans").mkdir()
        _, lines = traced(Path(name) / "plans")
    calls, wrong = numbers(lines), 0
    for call, number in calls:
        for code in CODES:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "plans"
                folder.mkdir()
                how = f"inject={call}:error={code}:when={number}"
                said, lines = traced(folder, "-e", how)
                fault = judged(folder, said) or missed(lines)
            if fault:
                wrong += 1
                print(f"{how}: {fault}")
    print(f"{len(calls)} calls of a save, each with {', '.join(CODES)}: {wrong} times wrong")
    print(", ".join(f"{call} {times}" for call, times in Counter(one for one, _ in calls).items()))
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main()))
