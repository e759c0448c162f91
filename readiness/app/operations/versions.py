"""What the plan was, and what stands beside it: undo, sittings, unsaved work, copies to merge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from readiness.app.keeper import Keeper
from readiness.app.operations.effect import Effect, done, not_done, refused, unchanged
from readiness.app.session import Session
from readiness.describe.act import sentence
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import changes, renamed, summed
from readiness.domain.versions.merge import Conflict, Merged, merge, shared
from readiness.i18n.language import N_
from readiness.i18n.words import moment_words
from readiness.storage import copies
from readiness.storage.copies import ASIDE, Copy
from readiness.storage.history import Progress, Sitting, sittings
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import Problem, ReadinessError, or_why
from readiness.storage.recovery import Kept
from readiness.storage.templates import Library

Version: TypeAlias = Sitting
"""A version of the plan, as a sitting found or left it."""

Unsaved: TypeAlias = Kept
"""Work that an earlier sitting could not write."""

PlanCopy: TypeAlias = Copy
"""A copy that a sync program left beside the plan."""

FOUND = N_("Work that could not be saved was found")
"""What is said where there is some."""


def versions(keeper: Keeper, progress: Progress | None = None) -> list[Version]:
    """What each sitting left, the oldest first."""
    return sittings(keeper.history, keeper.session.template, progress)


def restore(keeper: Keeper, one: Version) -> Effect:
    """Make an earlier version the plan again, and save; as it is now it stays in the history."""
    session, act = keeper.session, Act(kind="restore", what=moment_words(one.when))
    if one.plan is None or not changes(session.plan, one.plan, session.template):
        return refused(session, "no difference", act)
    before = session.review
    saved = keeper.bring_back(one.plan)
    return replace(unchanged(session, act), before=before, saved=saved)


def recoverable(keeper: Keeper) -> list[Unsaved]:
    """What earlier sessions could not write and would still change something."""
    session, found = keeper.session, []
    for one in keeper.recovery.found(session.template):
        if one.left or one.would_change(session.plan, session.template):
            found.append(one)
        else:
            keeper.recovery.forget(one.file)
    return found


def recover(keeper: Keeper, kept: Unsaved) -> Effect:
    """Bring back what could not be written, and save; it is deleted only where all came back."""
    session = keeper.session
    before = session.review
    keeper.go_on_with(kept.merged(session.plan, session.template))
    saved = keeper.save()
    if not kept.left and (not saved.trouble or saved.is_kept_aside):
        keeper.recovery.forget(kept.file)
    return replace(unchanged(session, Act(kind="recover")), before=before, saved=saved)


def throw_away(keeper: Keeper, kept: Unsaved) -> Effect:
    """Delete what could not be written."""
    keeper.recovery.forget(kept.file)
    return unchanged(keeper.session, Act(kind="throw away"))


TOLD = 3
"""Changes that are told one by one; our default."""


def undo(session: Session) -> Effect:
    """Take the last change back."""
    effect = _step(session, session.undo, Act(kind="undo"))
    return refused(session, "nothing to undo", effect.act) if not effect.act.what else effect


def redo(session: Session) -> Effect:
    """Bring the last undone change back."""
    effect = _step(session, session.redo, Act(kind="redo"))
    return refused(session, "nothing to redo", effect.act) if not effect.act.what else effect


def _step(session: Session, step: Callable[[], bool], act: Act) -> Effect:
    """Go on to a step that changes something: typing that was refused ends where it began."""
    before, state = session.plan, session.review
    while step() and session.plan == before:
        pass
    told = _renamed(before, session.plan) or _changed(before, session)
    told = told.removesuffix(".")  # the sentence has one
    return replace(unchanged(session, act.model_copy(update={"what": told})), before=state)


def _changed(before: Plan, session: Session) -> str:
    return summed(changes(before, session.plan, session.template), TOLD)


def _renamed(before: Plan, after: Plan) -> str:
    """That a practitioner goes by another name again, where that is all; else empty."""
    found = renamed(before, after)
    if found is None or before.renaming_person(*found) != after:
        return ""
    who, name = found
    return sentence(Act(kind="rename person", who=who, what=name))


def copies_beside(session: Session) -> list[Path]:
    """The files of the copies beside a plan, in order of their names."""
    return copies.conflict_copies(session.path)


def read_copy(session: Session, file: Path, kept: Sequence[Version]) -> PlanCopy | str:
    """What a copy says, or why it cannot be merged."""
    beside, plan = session.path, session.plan
    return or_why(lambda: copies.read_copy(file, beside, plan, Library(), kept))


def copies_read(
    session: Session, kept: Sequence[Version], tell: Callable[[float], object]
) -> dict[str, PlanCopy | str]:
    """Every copy by the name of its file: as it was read, or why it cannot be merged."""
    found = dict[str, PlanCopy | str]()
    for file in copies_beside(session):
        tell(1.0)
        found[file.name] = read_copy(session, file, kept)
    return found


def merged_with(session: Session, copy: PlanCopy) -> Merged:
    """The plan with what a copy beside it says; nothing is changed yet.

    Against the last version that both grew from, or, where none is known, against what both say:
    then nothing of either side is left out.
    """
    known = copy.common.plan if copy.common is not None else None
    base = known if known is not None else shared(session.plan, copy.plan)
    return merge(base, session.plan, copy.plan, session.template)


def merge_copy(
    session: Session, copy: PlanCopy, seen: Merged, theirs: Sequence[Conflict]
) -> Effect:
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


def merge_files(
    base: Path, ours: Path, theirs: Path, *, belongs: Path | None = None, target: Path | None = None
) -> tuple[Merged, list[Problem]]:
    """Merge two plan files by the one both come from, into `ours` or into a new file `target`.

    Where both sides changed the same answer, ours stays. `belongs` is where the plan lies, if these
    files lie elsewhere. Nothing is written where something in them is not understood, which is
    returned. Raises ReadinessError for a file that cannot be read or written.
    """
    files = [PlanFile.open(path, Library(), belongs) for path in (base, ours, theirs)]
    first, mine, other = files
    merged = merge(first.plan, mine.plan, other.plan, mine.template)
    problems = [one for file in files for one in file.problems]
    if not problems and target is not None:
        mine.write_copy(target, merged.plan)
    elif not problems and merged.plan != mine.plan:
        mine.write(merged.plan)
    return merged, problems


def aside_name(copy: PlanCopy) -> str:
    """What a copy is called once it is put aside."""
    return f"{copy.file.name}{ASIDE}"


def put_aside(session: Session, copy: PlanCopy) -> Effect:
    """Give a copy a name under which it is no plan any more."""
    act = Act(kind="put aside")
    try:
        target = copies.put_aside(copy.file)
    except ReadinessError as error:
        return not_done(session, str(error), act)
    return unchanged(session, Act(kind="put aside", what=target.name))
