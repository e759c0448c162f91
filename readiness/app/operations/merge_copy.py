"""Copies that a sync program left beside a plan: found, read, merged, put aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from readiness.app.operations.effect import Effect, done, refused, unchanged
from readiness.app.session import Session
from readiness.domain.plan.act import Act
from readiness.domain.versions.merge import Conflict, Merged, merge, shared
from readiness.storage import copies
from readiness.storage.copies import ASIDE, Copy
from readiness.storage.history import Sitting
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library


def copies_beside(session: Session) -> list[Path]:
    """The files of the copies beside a plan, in order of their names."""
    return copies.conflict_copies(session.path)


def read_copy(session: Session, file: Path, kept: Sequence[Sitting]) -> Copy | str:
    """What a copy says, or why it cannot be merged."""
    try:
        return copies.read_copy(file, session.path, session.plan, Library(), kept)
    except ReadinessError as error:
        return str(error)


def copies_read(
    session: Session, kept: Sequence[Sitting], tell: Callable[[float], object]
) -> dict[str, Copy | str]:
    """Every copy by the name of its file: as it was read, or why it cannot be merged."""
    found = dict[str, Copy | str]()
    for file in copies_beside(session):
        tell(1.0)
        found[file.name] = read_copy(session, file, kept)
    return found


def merged_with(session: Session, copy: Copy) -> Merged:
    """The plan with what a copy beside it says; nothing is changed yet.

    Against the last version that both grew from, or, where none is known, against what both say:
    then nothing of either side is left out.
    """
    known = copy.common.plan if copy.common is not None else None
    base = known if known is not None else shared(session.plan, copy.plan)
    return merge(base, session.plan, copy.plan, session.template)


def merge_copy(session: Session, copy: Copy, seen: Merged, theirs: Sequence[Conflict]) -> Effect:
    """Take a copy in: where both sides changed, ours stays but for what is chosen as theirs.

    `seen` is what the choices were made on; where it no longer is so, nothing is merged.
    """
    act, fresh = Act(kind="merge", what=copy.file.name), merged_with(session, copy)
    if fresh.conflicts != seen.conflicts:
        return refused(session, "changed meanwhile", act)
    plan = fresh.choosing_theirs(theirs)
    return (
        done(session, plan, act) if plan != session.plan else refused(session, "no difference", act)
    )


def aside_name(copy: Copy) -> str:
    """What a copy is called once it is put aside."""
    return f"{copy.file.name}{ASIDE}"


def put_aside(session: Session, copy: Copy) -> Effect:
    """Give a copy a name under which it is no plan any more."""
    act = Act(kind="put aside")
    try:
        target = copies.put_aside(copy.file)
    except ReadinessError as error:
        return replace(unchanged(session, act), trouble=str(error))
    return unchanged(session, Act(kind="put aside", what=target.name))
