"""Keeping one open plan safe: saved, merged with what others wrote, kept aside when it cannot be.

Knows no terminal. A `Draft` is one save: the plan as it is, frozen, for any thread to write.
The `Keeper` makes drafts and takes in what they came to, on the thread that changes the plan.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from readiness.app.session import Session
from readiness.describe.fault import fault_met
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import Change
from readiness.domain.versions.flat_plan import patch
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import _
from readiness.storage.history import History
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, ChangedOnDisk, ReadinessError, ReadOnly
from readiness.storage.recovery import Recovery

SNAPSHOT_EVERY = timedelta(minutes=5)
"""How often the sitting's snapshot is brought up to date while it lasts."""

TRIES = 3
"""Merges in a row, where others write as fast as we do, before it is tried again later."""


@dataclass(frozen=True)
class Written:
    """What a draft came to."""

    file: PlanFile
    """Where it was to be written."""
    is_new: bool = False
    """Whether the file was written, rather than as it should be already."""
    found: PlanFile | None = None
    """The file as others left it meanwhile: then nothing was written."""
    trouble: str = ""
    """Why it could not be written, and what to do."""
    is_kept_aside: bool = False
    """Whether it is in a recovery file."""

    @property
    def anew(self) -> str:
        """That the file had to be written anew, and where its old text is; else empty."""
        old = self.file.set_aside if self.is_new else None
        words = _(
            "{file} could not be changed in place and was written anew, without its comments; "
            "its old text is in {old}."
        )
        return words.format(file=self.file.path.name, old=old.name) if old is not None else ""


@dataclass(frozen=True)
class Draft:
    """A plan on its way to its file: frozen, so that any thread may write it, one at a time."""

    file: PlanFile
    """Where it goes."""
    plan: Plan
    """What is to stand there."""
    first: Plan
    """What stood there when the sitting began."""
    waiting: Merged | None
    """Answers that others changed too; ours are kept aside until one is chosen."""
    recovery: Recovery
    """Where it is kept aside when it cannot be written."""
    history: History | None
    """Where the file is kept once it is written; None between two snapshots."""
    when: datetime
    """When it was made."""

    def write(self) -> Written:
        """Bring the file up to date; whatever keeps it from that, it is kept aside. Never raises.

        It is kept aside first, and told after: also where the fault is one of the program's own.
        """
        try:
            is_new = self._written()
        except ChangedOnDisk:
            return self._found()
        except Exception as error:  # noqa: BLE001 - whatever it is, no answer may be lost
            return self._aside(error)
        is_kept = False
        if self.file.is_gone:
            is_kept = self.keep_aside(is_whole=True)
        elif self.waiting:
            is_kept = self.keep_aside()
        elif self.recovery.kept is not None:
            self.recovery.drop()
        if self.history is not None:
            self.history.record(self.when)
        return Written(self.file, is_new, is_kept_aside=is_kept)

    def _written(self) -> bool:
        if self.plan == self.file.plan:
            self.file.check()
            self.file.prepare()
            return False
        self.file.write(self.plan)
        return True

    def _found(self) -> Written:
        try:
            return Written(self.file, found=self.file.as_others_left_it())
        except Exception as error:  # noqa: BLE001 - as above
            return self._aside(error)

    def _aside(self, error: Exception) -> Written:
        is_sound = isinstance(error, CannotWrite | ReadOnly) and self.file.path.is_file()
        is_kept = self.keep_aside(is_whole=not is_sound)
        return Written(self.file, trouble=trouble_words(error), is_kept_aside=is_kept)

    def keep_aside(self, *, is_whole: bool = False) -> bool:
        """Keep the plan aside, as a whole where its file has to be made anew; tells if it is."""
        base, plan = self.first if is_whole else self.file.plan, self.plan
        if self.waiting:
            base = with_places(base, self.waiting.base, self.waiting.conflicts)
            plan = with_places(plan, self.waiting.plan, self.waiting.conflicts)
        with contextlib.suppress(Exception):
            self.recovery.keep(base, plan, self.when, is_whole=is_whole)
            return True
        return False


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
        self.session, self._folder, self._now = session, folder, now
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
        if self.session.path != self._path:
            self.recovery.drop()
            self._follow(self.session.path)
        history, now = None, self._now()
        if now - self._snapped >= SNAPSHOT_EVERY:
            history, self._snapped = self.history, now
        session = self.session
        return Draft(
            session.file, session.plan, self._first, self._waiting, self.recovery, history, now
        )

    def settle(self, written: Written) -> Outcome | None:
        """Take in what became of a draft; None where another one has to be written."""
        trouble, is_kept = written.trouble, written.is_kept_aside
        if written.is_new:
            self.session.wrote()
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
        if file is self.session.file:
            self._tries += 1
            if self._tries > TRIES:
                raise ChangedOnDisk(self._path)
            merged = self.session.merge(found)
            if any(one.kind == "removed" for one in merged.taken):
                # Who took them out may have been a program: they can be brought back.
                self.history.add(file.raw, self._now())
            self.go_on_with(merged)
            self._taken += merged.taken

    def choose(self, conflict: Conflict, *, ours: bool) -> None:
        """Settle an answer that both sides changed: what we said, or what they said."""
        waiting = self._waiting
        if waiting is None or conflict not in waiting.conflicts:
            return
        if ours:
            self.session.take_from(waiting.plan, [conflict.ref])
        left = tuple(one for one in waiting.conflicts if one != conflict)
        changed = waiting.model_copy(update={"conflicts": left})
        self._waiting = changed if left else None

    def bring_back(self, plan: Plan) -> Outcome:
        """Make an earlier version the plan again, as one change that can be undone.

        The version as it is now stays in the history. Its template stays the one that is open.
        """
        self.save()
        self.history.begin(self._now())
        same = ("template", "template_version")
        self.session.take(
            plan.model_copy(update={one: getattr(self.session.plan, one) for one in same})
        )
        return self.save()

    def close(self) -> Outcome:
        """Save, and leave this sitting's snapshot."""
        outcome = self.save()
        self.history.record(self._now())
        return outcome

    def go_on_with(self, merged: Merged) -> None:
        """Go on with a merged plan; where a choice is open, with theirs until it is made."""
        self.session.take(merged.choosing_theirs(merged.conflicts))
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


def trouble_words(error: Exception) -> str:
    """Why a plan could not be saved, and what to do; of a fault of our own, where it was."""
    if isinstance(error, ReadinessError):
        return str(error)
    met = [line.strip() for line in fault_met(error)]
    words = _("The plan could not be saved: a fault of the program's own ({where}).")
    return words.format(where="; ".join(dict.fromkeys((met[0], met[-1]))))


def with_places(plan: Plan, other: Plan, conflicts: tuple[Conflict, ...]) -> Plan:
    """A plan that holds where some conflicts are what another plan holds there."""
    return patch(plan, other, [one.ref for one in conflicts])
