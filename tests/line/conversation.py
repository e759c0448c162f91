"""A conversation for tests: lines in, a transcript out."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from readiness.domain.plan.plan import Plan
from readiness.line.console import Console
from readiness.line.launch import run
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

TODAY = date(2026, 11, 24)


def converse(
    path: Path, lines: Iterable[str], *, is_piped: bool = False, today: date = TODAY
) -> tuple[int, str]:
    """Type these lines, then end the input; returns the exit code and what was printed.

    What stands in one of them behind a line break was pasted in one go with what is before it.
    """
    typed, printed, behind = iter(lines), list[str](), list[str]()

    def read() -> str:
        line = next((f"{line}\n" for line in typed), "")
        if is_piped:
            return line
        first, end, rest = line.partition("\n")
        behind.append(rest)
        return first + end

    def waiting() -> str:
        return behind.pop() if behind else ""

    console = Console(read, printed.append, echoes=True, is_piped=is_piped, waiting=waiting)
    memory = Memory(path.parent / "state")
    code = run(path, console, memory, lambda: today, lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001
    return code, "".join(printed)


def plan_at(path: Path) -> Plan:
    return PlanFile.open(path, Library()).plan


def empty(path: Path) -> Path:
    template = Library().load("imr")
    plan = Plan(template="imr", template_version=template.version)
    PlanFile.create(path, plan.described(start=date(2027, 1, 11)), template)
    return path
