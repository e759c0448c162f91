"""One save: a plan on its way to its file, or kept aside where it cannot get there."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime

from readiness.describe.fault import fault_met
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.flat_plan import patch
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import _
from readiness.storage.history import History
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, ChangedOnDisk, ReadinessError, ReadOnly
from readiness.storage.recovery import Recovery


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
        else:
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
