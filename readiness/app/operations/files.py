"""The plan's file: written under another name, read again; other files opened, or only read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.operations.effect import Effect, not_done, try_change, unchanged
from readiness.app.session import Session
from readiness.domain.checklist.template import Template
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.storage.disk import exists, write_whole
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import AlreadyThere, ReadinessError, or_why
from readiness.storage.templates import Library

if TYPE_CHECKING:
    from readiness.report.plain_text import Section


def save_as(session: Session, path: Path) -> Effect:
    """Write the plan to a new file and go on there; a file that is there stays as it is."""
    act = Act(kind="save as", what=path.name)
    try:
        session.save_as(path)
    except ReadinessError as error:
        return not_done(session, str(error), act)
    return unchanged(session, act)


def save_copy(session: Session) -> Effect:
    """Write the plan beside its file, under the first name with a number that is free."""
    path = session.path
    names = (path.with_name(f"{path.stem} {number}.toml") for number in count(2))
    return save_as(session, next(one for one in names if not exists(one)))


def reload(session: Session) -> Effect:
    """Read the file again as it is on disk; undo brings back what was here."""
    act = Act(kind="reload", what=session.path.name)
    try:
        return try_change(session, lambda one: one.reload(), act)
    except ReadinessError as error:
        return not_done(session, str(error), act)


def copy_template(name: str, file: Path) -> None:
    """Write a template, with everything that it rests on, into one new file, to be changed.

    Raises AlreadyThere, UnreadableTemplate or CannotWrite.
    """
    if exists(file):
        raise AlreadyThere(file)
    text = Library().text_for_copy(name)
    write_whole(file, text.encode())


def unreadable(path: Path) -> str:
    """Why a plan cannot be opened, with every problem; empty where it can."""
    found = or_why(lambda: PlanFile.open(path, Library()))
    return found if isinstance(found, str) else ""


def open_document(path: Path) -> str:
    """Open a file with the system's own program for it; returns why it cannot be, or nothing."""
    from readiness.storage.viewer import open_file  # loads what starts other programs

    return or_why(lambda: open_file(path)) or ""


BOARD = 1
"""Where the board page stands among the sections of the brief document."""


@dataclass(frozen=True)
class PlanAsRead:
    """A plan that was only read: nothing changes it, and nothing locks its file."""

    template: Template
    plan: Plan
    review: Review


def plan_as_read(path: Path, library: Library, today: date) -> PlanAsRead | None:
    """A plan as its file has it now; None where it cannot be read."""
    try:
        file = PlanFile.open(path, library)
    except (ReadinessError, OSError):
        return None
    return PlanAsRead(file.template, file.plan, review(file.template, file.plan, today))


def renewed(path: Path, library: Library, today: date, memory: Memory) -> bool:
    """Remember how a plan of the list stands now; whether it could be read."""
    found = plan_as_read(path, library, today)
    if found is not None:
        memory.renew(path, found.plan, found.review)
    return found is not None


def board_page(path: Path, library: Library, today: date) -> Section | None:
    """The page for the board of a plan, as text; None where the plan cannot be read."""
    from readiness.report.outline import outline
    from readiness.report.plain_text import sections_of

    one = plan_as_read(path, library, today)
    if one is None:
        return None
    document = outline(one.template, one.plan, one.review, today, is_brief=True)
    return sections_of(document)[BOARD]
