"""Opening a plan, or a copy of the worked example, and what the program remembers of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.storage import example
from readiness.storage.memory import Memory, Recent, default_folder
from readiness.storage.problems import or_why
from readiness.storage.template_numbers import unfounded
from readiness.storage.templates import Library
from readiness.storage.text_file import is_there

Templates: TypeAlias = Library
"""The templates that ship, and those that lie beside a plan."""

OwnMemory: TypeAlias = Memory
"""What the program remembers of this user between two starts."""

RecentPlan: TypeAlias = Recent
"""A plan that was open before, as it stood then."""

MOST_PLANS, HEAD = 30, 4000
"""Plans of a folder that are listed, and bytes of a file by which one is known."""

FEW = 4
"""Remarks about a template that are told of a plan that was opened; `templates check` has all."""


def templates() -> Templates:
    """The templates that ship, and those that lie beside a plan."""
    return Library()


def own_memory() -> OwnMemory:
    """What the program remembers of this user between two starts."""
    return Memory(default_folder())


def is_plan_there(path: Path) -> bool:
    """Whether there is a file of this name; False too for a name that the system cannot have."""
    return is_there(path)


def plans_of(folder: Path) -> list[Path]:
    """The first plans of a folder by name: files that begin as a plan does, and no template."""
    files = sorted(folder.glob("*.toml"))[: MOST_PLANS * 4]
    return [path for path in files if _begins_as_plan(path)][:MOST_PLANS]


def _begins_as_plan(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"format", b"#"))
    return begins and b"\ntemplate" in head


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
