"""Keeping one open plan safe: saved, merged with what others wrote, kept aside when it cannot be.

Knows no terminal: a screen calls `save` after a change and `look` while idle, and shows what comes
back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from readiness.core.said.plan import Plan
from readiness.core.versions.ancestry import shared
from readiness.core.versions.changes import Change
from readiness.core.versions.merging import Conflict, Merged, merge
from readiness.core.versions.places import taking
from readiness.core.wording.language import _
from readiness.files.copies import Copy
from readiness.files.history import History
from readiness.files.problems import ChangedOnDisk, ReadinessError
from readiness.files.recovery import Kept, Recovery
from readiness.session import Session

SNAPSHOT_EVERY = timedelta(minutes=5)
"""How often the sitting's snapshot is brought up to date while it lasts."""

TRIES = 3
"""Merges in a row, where others write as fast as we do, before it is tried again later."""


@dataclass(frozen=True)
class Outcome:
    """What became of a save."""

    trouble: str = ""
    """Why not everything is written, and what to do; empty when it is."""
    taken: tuple[Change, ...] = ()
    """What others had changed and is in the plan now."""
    conflicts: tuple[Conflict, ...] = ()
    """Answers that others changed too and that wait for a choice; theirs stands in the file."""
    is_kept_aside: bool = False
    """Whether what is not written is in a recovery file."""


class Keeper:
    """Saves one session's plan so that nothing of anyone is lost."""

    def __init__(self, session: Session, folder: Path, now: Callable[[], datetime]) -> None:
        """Keep this session's plan safe, with recovery files and history in a state folder."""
        self._session, self._folder, self._now = session, folder, now
        self._waiting: Merged | None = None
        self._follow(session.path)

    def _follow(self, path: Path) -> None:
        self._path = path
        self.recovery, self.history = Recovery(self._folder, path), History(self._folder, path)
        self._snapped = self._now()
        self.history.begin(self._snapped)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Answers that wait for a choice."""
        return self._waiting.conflicts if self._waiting else ()

    def save(self) -> Outcome:
        """Write the plan, merged with what others wrote since. Never raises."""
        if self._session.path != self._path:
            self.recovery.drop()
            self._follow(self._session.path)
        taken: list[Change] = []
        trouble = ""
        for _rest in range(TRIES):
            try:
                self._session.save()
                trouble = ""
                break
            except ChangedOnDisk as changed:
                trouble = str(changed)
                try:
                    taken += self._merge()
                except ReadinessError as error:
                    trouble = str(error)
                    break
            except ReadinessError as error:
                trouble = str(error)
                break
        return self._told(trouble, taken)

    def look(self) -> Outcome:
        """Take in what others wrote, if anything; for quiet moments."""
        if not self._session.is_changed_on_disk:
            return Outcome(conflicts=self.conflicts)
        try:
            taken = self._merge()
        except ReadinessError as error:
            return self._told(str(error), [])
        outcome = self.save()
        return replace(outcome, taken=(*taken, *outcome.taken))

    def choose(self, conflict: Conflict, *, ours: bool) -> None:
        """Settle an answer that both sides changed: what we said, or what they said."""
        waiting = self._waiting
        if waiting is None or conflict not in waiting.conflicts:
            return
        if ours:
            self._session.take_from(
                waiting.plan, [conflict.place], _("{where} as here").format(where=conflict.where)
            )
        left = tuple(one for one in waiting.conflicts if one != conflict)
        changed = waiting.model_copy(update={"conflicts": left})
        self._waiting = changed if left else None

    def recoverable(self) -> list[Kept]:
        """What earlier sessions could not write and would still change something."""
        found = []
        for one in self.recovery.found(self._session.template):
            if one.would_change(self._session.plan, self._session.template):
                found.append(one)
            else:
                self.recovery.forget(one.file)
        return found

    def recover(self, kept: Kept) -> Outcome:
        """Bring back what an earlier session could not write, and save."""
        merged = kept.merged(self._session.plan, self._session.template)
        self._await(merged)
        outcome = self.save()
        if not outcome.trouble or outcome.is_kept_aside:
            self.recovery.forget(kept.file)
        return outcome

    def merged_with(self, copy: Copy) -> Merged:
        """The plan with what a copy beside it says; nothing is changed yet.

        Against the last version that both grew from, or, where none is known, against what both
        say: then nothing of either side is left out.
        """
        ours, known = self._session.plan, copy.common.plan if copy.common is not None else None
        base = known if known is not None else shared(ours, copy.plan)
        return merge(base, ours, copy.plan, self._session.template)

    def bring_back(self, plan: Plan, what: str) -> Outcome:
        """Make an earlier version the plan again, as one change that can be undone.

        The version as it is now stays in the history. Its template stays the one that is open.
        """
        self.save()
        self.history.begin(self._now())
        same = ("template", "template_version")
        self._session.take(
            plan.model_copy(update={one: getattr(self._session.plan, one) for one in same}), what
        )
        return self.save()

    def close(self) -> Outcome:
        """Save, and leave this sitting's snapshot."""
        outcome = self.save()
        self.history.record(self._now())
        return outcome

    def _merge(self) -> list[Change]:
        merged = self._session.merge()
        self._await(merged)
        return list(merged.taken)

    def _await(self, merged: Merged) -> None:
        """Go on with a merged plan; where a choice is open, with theirs until it is made."""
        self._session.take(merged.choosing_theirs(merged.conflicts), _("merged with the file"))
        before = self._waiting
        if before is not None:
            known = {one.place for one in merged.conflicts}
            older = tuple(one for one in before.conflicts if one.place not in known)
            merged = Merged(
                plan=_with(merged.plan, before.plan, older),
                base=_with(merged.base, before.base, older),
                theirs=merged.theirs,
                conflicts=(*older, *merged.conflicts),
                taken=merged.taken,
            )
        self._waiting = merged if merged.conflicts else None

    def _told(self, trouble: str, taken: list[Change]) -> Outcome:
        is_kept = False
        if trouble or self._waiting:
            base, plan = self._session.written, self._session.plan
            if self._waiting:
                base = _with(base, self._waiting.base, self.conflicts)
                plan = _with(plan, self._waiting.plan, self.conflicts)
            with contextlib.suppress(OSError):
                self.recovery.keep(base, plan, self._now())
                is_kept = True
        else:
            self.recovery.drop()
        if not trouble and self._now() - self._snapped >= SNAPSHOT_EVERY:
            self._snapped = self._now()
            self.history.record(self._snapped)
        return Outcome(trouble, tuple(taken), self.conflicts, is_kept)


def _with(plan: Plan, other: Plan, conflicts: tuple[Conflict, ...]) -> Plan:
    """A plan that holds in the places of some conflicts what another plan holds there."""
    return taking(plan, other, [one.place for one in conflicts])
