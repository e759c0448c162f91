"""Earlier versions of a plan: found, and made the plan again."""

from __future__ import annotations

from dataclasses import replace

from readiness.app.keeper import Keeper
from readiness.app.operations.effect import Effect, refused, unchanged
from readiness.describe.act import label
from readiness.domain.plan.act import Act
from readiness.domain.versions.changes import changes
from readiness.i18n.words import moment_words
from readiness.storage.sittings import Progress, Sitting, sittings


def versions(keeper: Keeper, progress: Progress | None = None) -> list[Sitting]:
    """What each sitting left, the oldest first."""
    return sittings(keeper.history, keeper.session.template, progress)


def restore(keeper: Keeper, one: Sitting) -> Effect:
    """Make an earlier version the plan again, and save; as it is now it stays in the history."""
    session, act = keeper.session, Act(kind="restore", what=moment_words(one.when))
    if one.plan is None or not changes(session.plan, one.plan, session.template):
        return refused(session, "no difference", act)
    before = session.review
    saved = keeper.bring_back(one.plan, label(act))
    return replace(unchanged(session, act), before=before, saved=saved)
