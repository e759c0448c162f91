"""Work that an earlier session could not save: found, brought back, thrown away."""

from __future__ import annotations

from dataclasses import replace

from readiness.app.keeper import Keeper
from readiness.app.operations.effect import Effect, unchanged
from readiness.domain.plan.act import Act
from readiness.i18n.language import N_
from readiness.storage.recovery import Kept

FOUND = N_("Work that could not be saved was found")
"""What is said where there is some."""


def recoverable(keeper: Keeper) -> list[Kept]:
    """What earlier sessions could not write and would still change something."""
    return keeper.recoverable()


def recover(keeper: Keeper, kept: Kept) -> Effect:
    """Bring back what could not be written, and save; it is deleted only where all came back."""
    session = keeper.session
    before, saved = session.review, keeper.recover(kept)
    return replace(unchanged(session, Act(kind="recover")), before=before, saved=saved)


def throw_away(keeper: Keeper, kept: Kept) -> Effect:
    """Delete what could not be written."""
    keeper.recovery.forget(kept.file)
    return unchanged(keeper.session, Act(kind="throw away"))
