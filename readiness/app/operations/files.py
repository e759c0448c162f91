"""The plan's file: written under another name, read again; and other files opened."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from readiness.app.operations.effect import Effect, made, unchanged
from readiness.app.session import Session
from readiness.domain.plan.act import Act
from readiness.storage.disk import exists
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library


def save_as(session: Session, path: Path) -> Effect:
    """Write the plan to a new file and go on there; a file that is there stays as it is."""
    act = Act(kind="save as", what=path.name)
    try:
        session.save_as(path)
    except ReadinessError as error:
        return replace(unchanged(session, act), trouble=str(error))
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
        return made(session, lambda one: one.reload(), act)
    except ReadinessError as error:
        return replace(unchanged(session, act), trouble=str(error))


def unreadable(path: Path) -> str:
    """Why a plan cannot be opened, with every problem; empty where it can."""
    try:
        PlanFile.open(path, Library())
    except ReadinessError as error:
        return str(error)
    return ""


def open_document(path: Path) -> str:
    """Open a file with the system's own program for it; returns why it cannot be, or nothing."""
    from readiness.storage.viewer import open_file  # loads what starts other programs

    try:
        open_file(path)
    except ReadinessError as error:
        return str(error)
    return ""
