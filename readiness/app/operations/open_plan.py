"""Opening a plan, or a copy of the worked example, and what the program remembers of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.storage import example
from readiness.storage.memory import Memory, default_folder
from readiness.storage.problems import or_why
from readiness.storage.template_numbers import unfounded
from readiness.storage.templates import Library
from readiness.storage.text_file import is_there

FEW = 4
"""Remarks about a template that are told of a plan that was opened; `templates check` has all."""


def templates() -> Library:
    """The templates that ship, and those that lie beside a plan."""
    return Library()


def own_memory() -> Memory:
    """What the program remembers of this user between two starts."""
    return Memory(default_folder())


def is_plan_there(path: Path) -> bool:
    """Whether there is a file of this name; False too for a name that the system cannot have."""
    return is_there(path)


def open_plan(
    path: Path,
    library: Library,
    today: Callable[[], date] = date.today,
    now: Callable[[], datetime] = datetime.now,
) -> Session | str:
    """The session on a plan's file, or why it cannot be opened, with every problem."""
    if not is_there(path):
        return _("There is no file {path}.").format(path=path)
    return or_why(lambda: Session.open(path, library, today, now))


def keeper_of(session: Session) -> Keeper:
    """What saves a plan that is opened for one act: merged, with its history, kept aside."""
    return Keeper(session, default_folder(), datetime.now)


def news_of(session: Session) -> list[str]:
    """What is new in the template since the plan was made, and numbers in it without a source."""
    remarks = [problem.words() for problem in unfounded(session.template)]
    return [*session.file.news, *remarks[:FEW]]


def worked_example(library: Library) -> tuple[Template, Plan] | str:
    """How a made-up service answers every question: its template and its plan, or why not."""
    return or_why(lambda: example.worked_example(library))


def example_copy() -> Path:
    """A new copy of the example's plan file, in a folder of its own that the system clears."""
    return example.example_copy()
