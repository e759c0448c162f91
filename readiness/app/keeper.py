"""Keeping one open plan safe: saved, merged with what others wrote, kept aside when it cannot be.

Knows no terminal: a screen calls `save` after a change and `look` while idle, and shows what comes
back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from readiness.app.draft import Draft, Written, trouble_words, with_places
from readiness.app.session import Session
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.ancestry import shared
from readiness.domain.versions.changes import Change
from readiness.domain.versions.merge import Conflict, Merged, merge
from readiness.i18n.language import _
from readiness.storage.copies import Copy
from readiness.storage.history import History
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ChangedOnDisk
from readiness.storage.recovery import Kept, Recovery

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
    is_new: bool = False
    """Whether the file was written, rather than as it should be already."""
    anew: str = ""
    """That the file had to be written anew, and where its old text is; else empty."""

    @property
    def is_news(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.is_new or self.trouble or self.taken or self.conflicts)


class Keeper:
    """Saves one session's plan so that nothing of anyone is lost."""

    def __init__(self, session: Session, folder: Path, now: Callable[[], datetime]) -> None:
        """Keep this session's plan safe, with recovery files and history in a state folder."""
        self._session, self._folder, self._now = session, folder, now
        self._first = session.file.plan
        self._waiting: Merged | None = None
        self._taken: list[Change] = []
        self._tries = 0
        self._follow(session.path)

    def _follow(self, path: Path) -> None:
        self._path = path
        self.recovery, self.history = Recovery(self._folder, path), History(self._folder, path)
        self._snapped = self._now()
        self.history.begin(self._snapped)

    @property
    def session(self) -> Session:
        """The session whose plan is kept safe."""
        return self._session

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Answers that wait for a choice."""
        return self._waiting.conflicts if self._waiting else ()

    def save(self) -> Outcome:
        """Write the plan, merged with what others wrote since. Never raises."""
        while True:
            outcome = self.settle(self.draft().write())
            if outcome is not None:
                return outcome

    def draft(self) -> Draft:
        """The plan as it is now, to be written by whichever thread."""
        if self._session.path != self._path:
            self.recovery.drop()
            self._follow(self._session.path)
        history, now = None, self._now()
        if now - self._snapped >= SNAPSHOT_EVERY:
            history, self._snapped = self.history, now
        session = self._session
        return Draft(
            session.file, session.plan, self._first, self._waiting, self.recovery, history, now
        )

    def settle(self, written: Written) -> Outcome | None:
        """Take in what became of a draft; None where another one has to be written."""
        trouble, is_kept = written.trouble, written.is_kept_aside
        if written.is_new:
            self._session.wrote()
        if written.found is not None:
            try:
                self._take_in(written.file, written.found)
            except Exception as error:  # noqa: BLE001 - as in a draft
                is_kept, trouble = self.draft().keep_aside(is_whole=True), trouble_words(error)
            else:
                return None
        taken, self._taken, self._tries = tuple(self._taken), [], 0
        return Outcome(trouble, taken, self.conflicts, is_kept, written.is_new, written.anew)

    def _take_in(self, file: PlanFile, found: PlanFile) -> None:
        """Merge what others wrote, unless the session went on to another file meanwhile.

        Raises ChangedOnDisk where they write as fast as we do.
        """
        if file is self._session.file:
            self._tries += 1
            if self._tries > TRIES:
                raise ChangedOnDisk(self._path)
            merged = self._session.merge(found)
            if any(one.kind == "removed" for one in merged.taken):
                # Who took them out may have been a program: they can be brought back.
                self.history.add(file.raw, self._now())
            self._await(merged)
            self._taken += merged.taken

    def choose(self, conflict: Conflict, *, ours: bool) -> None:
        """Settle an answer that both sides changed: what we said, or what they said."""
        waiting = self._waiting
        if waiting is None or conflict not in waiting.conflicts:
            return
        if ours:
            self._session.take_from(
                waiting.plan, [conflict.ref], _("{where} as here").format(where=conflict.where)
            )
        left = tuple(one for one in waiting.conflicts if one != conflict)
        changed = waiting.model_copy(update={"conflicts": left})
        self._waiting = changed if left else None

    def recoverable(self) -> list[Kept]:
        """What earlier sessions could not write and would still change something."""
        found = []
        for one in self.recovery.found(self._session.template):
            if one.left or one.would_change(self._session.plan, self._session.template):
                found.append(one)
            else:
                self.recovery.forget(one.file)
        return found

    def recover(self, kept: Kept) -> Outcome:
        """Bring back what an earlier session could not write, and save.

        It is deleted only where all of it came back.
        """
        merged = kept.merged(self._session.plan, self._session.template)
        self._await(merged)
        outcome = self.save()
        if not kept.left and (not outcome.trouble or outcome.is_kept_aside):
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

    def _await(self, merged: Merged) -> None:
        """Go on with a merged plan; where a choice is open, with theirs until it is made."""
        self._session.take(merged.choosing_theirs(merged.conflicts), _("merged with the file"))
        before = self._waiting
        if before is not None:
            known = {one.ref for one in merged.conflicts}
            older = tuple(one for one in before.conflicts if one.ref not in known)
            merged = Merged(
                plan=with_places(merged.plan, before.plan, older),
                base=with_places(merged.base, before.base, older),
                theirs=merged.theirs,
                conflicts=(*older, *merged.conflicts),
                taken=merged.taken,
            )
        self._waiting = merged if merged.conflicts else None
