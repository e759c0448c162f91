"""The whole plan as it was on a day, kept beside it: PLAN.milestones/2027-01-11.toml.

The plan keeps the first signs of its digest, so that a copy that was swapped or changed is noticed.
A copy holds all that the plan held, names among it.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import date
from pathlib import Path

from readiness.i18n.language import _
from readiness.storage.disk import replace_file
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import Problem, Refused, UnreadablePlan
from readiness.storage.templates import Library
from readiness.storage.text_file import read_bytes

DIGEST = 8
"""Signs of the SHA-256 of a copy that the plan keeps."""


def copy_path(plan: Path, on: date) -> Path:
    """Where the copy of a plan as it was on a day stands."""
    return plan.with_name(f"{plan.stem}.milestones") / f"{on.isoformat()}.toml"


def keep_copy(plan: Path, on: date, raw: bytes) -> str:
    """Write a copy of a plan's bytes beside it; returns its digest, or empty where it cannot.

    One that is there already is left as it is; what has its name and is no file, or is too large to
    be read, keeps no day.
    """
    path = copy_path(plan, on)
    with contextlib.suppress(OSError, Refused):
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            replace_file(path, raw)
        return _digest(read_bytes(path, is_regular=True))
    return ""


def open_copy(plan: Path, on: date, digest: str, library: Library) -> PlanFile:
    """The plan as it was on a day.

    Raises UnreadablePlan where the copy is lost, is not the one that was kept, or has faults.
    """
    path = copy_path(plan, on)
    try:
        raw = read_bytes(path, is_regular=True)
    except Refused:
        why = _("the copy of the plan as it was that day is not there: {path}").format(
            path=f"{path.parent.name}/{path.name}"
        )
        todo = _("put it back if you have it; what the plan itself keeps of that day is still told")
        raise UnreadablePlan([Problem(file=plan.name, why=why, todo=todo)]) from None
    if digest and _digest(raw) != digest:
        why = _("this is not the copy that was kept that day, or it was changed since")
        todo = _("put the right one back; what the plan itself keeps of that day is still told")
        raise UnreadablePlan([Problem(file=path.name, why=why, todo=todo)])
    return PlanFile.open(path, library, belongs=plan)


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:DIGEST]
