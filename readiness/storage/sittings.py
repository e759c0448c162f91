"""The sittings of a plan: what each snapshot says, and what had changed by then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import Change, changes, summed
from readiness.i18n.language import _
from readiness.storage.history import History, Snapshot
from readiness.storage.problems import Refused
from readiness.storage.recovery import plan_in
from readiness.storage.text_file import decoded

Progress = Callable[[float], object]
"""Is told the share that is done, from 0 to 1; what it raises ends the work."""


@dataclass(frozen=True)
class Sitting:
    """A plan as a sitting found or left it."""

    number: int
    """Its number, the oldest being 1."""
    when: datetime
    """When its snapshot was taken."""
    plan: Plan | None
    """What it said; None where the snapshot cannot be read."""
    changed: tuple[Change, ...] = ()
    """What had changed since the sitting before it."""

    def words(self, most: int) -> str:
        """What had changed, with so many changes named."""
        if self.plan is None:
            return _("cannot be read")
        first = _("the first one that is kept")
        return summed(self.changed, most) or (first if self.number == 1 else _("no answer changed"))


def sittings(
    history: History, template: Template, progress: Progress | None = None
) -> list[Sitting]:
    """Every sitting that is kept, the oldest first."""
    found: list[Sitting] = []
    before: Plan | None = None
    taken = history.snapshots()
    for number, one in enumerate(taken, 1):
        if progress is not None:
            progress(number / len(taken))
        plan = plan_of(one, template)
        since = changes(before, plan, template) if before is not None and plan is not None else []
        found.append(Sitting(number, one.when, plan, tuple(since)))
        before = plan or before
    return found


def plan_of(one: Snapshot, template: Template) -> Plan | None:
    """What a snapshot says; None where it cannot be read."""
    try:
        return plan_in(decoded(one.raw(), "snapshot"), template)
    except (OSError, Refused):
        return None
