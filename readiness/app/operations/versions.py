"""Earlier versions of a plan, and work that was never saved: found, and brought back."""

from __future__ import annotations

from dataclasses import replace

from readiness.app.keeper import Keeper
from readiness.app.operations.effect import Effect, refused, unchanged
from readiness.domain.plan.act import Act
from readiness.domain.versions.changes import changes
from readiness.i18n.language import N_
from readiness.i18n.words import moment_words
from readiness.storage.history import Progress, Sitting, sittings
from readiness.storage.recovery import Kept

FOUND = N_("Work that could not be saved was found")
"""What is said where there is some."""


def versions(keeper: Keeper, progress: Progress | None = None) -> list[Sitting]:
    """What each sitting left, the oldest first."""
    return sittings(keeper.history, keeper.session.template, progress)


def restore(keeper: Keeper, one: Sitting) -> Effect:
    """Make an earlier version the plan again, and save; as it is now it stays in the history."""
    session, act = keeper.session, Act(kind="restore", what=moment_words(one.when))
    if one.plan is None or not changes(session.plan, one.plan, session.template):
        return refused(session, "no difference", act)
    before = session.review
    saved = keeper.bring_back(one.plan)
    return replace(unchanged(session, act), before=before, saved=saved)


def recoverable(keeper: Keeper) -> list[Kept]:
    """What earlier sessions could not write and would still change something."""
    session, found = keeper.session, []
    for one in keeper.recovery.found(session.template):
        if one.left or one.would_change(session.plan, session.template):
            found.append(one)
        else:
            keeper.recovery.forget(one.file)
    return found


def recover(keeper: Keeper, kept: Kept) -> Effect:
    """Bring back what could not be written, and save; it is deleted only where all came back."""
    session = keeper.session
    before = session.review
    keeper.go_on_with(kept.merged(session.plan, session.template))
    saved = keeper.save()
    if not kept.left and (not saved.trouble or saved.is_kept_aside):
        keeper.recovery.forget(kept.file)
    return replace(unchanged(session, Act(kind="recover")), before=before, saved=saved)


def throw_away(keeper: Keeper, kept: Kept) -> Effect:
    """Delete what could not be written."""
    keeper.recovery.forget(kept.file)
    return unchanged(keeper.session, Act(kind="throw away"))
