"""Plans that were open before, as they stand now: read anew where they were changed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library

if TYPE_CHECKING:
    from readiness.report.plain_text import Section

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
