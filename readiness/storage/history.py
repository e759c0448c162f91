"""What a plan was at the end of each sitting: compressed, in the user's state folder, bounded.

And what each of them says, with what had changed by then.
"""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import Change, changes, summed
from readiness.i18n.language import _
from readiness.storage.disk import write_private
from readiness.storage.memory import shelf_of
from readiness.storage.problems import Refused
from readiness.storage.recovery import plan_in
from readiness.storage.text_file import LARGEST_FILE, decoded, read_bytes

FOLDER = "history"
"""The folder's name in the user's state folder."""

MOST, LARGEST = 50, 8 * 1024 * 1024
"""Snapshots of one plan, and their bytes together; the oldest go first."""

_STAMP = "%Y%m%dT%H%M%S%f"
_ENDING = ".toml.gz"


@dataclass(frozen=True)
class Snapshot:
    """A plan file as it once was."""

    file: Path
    """Where it is kept."""
    when: datetime
    """When it was taken."""

    def raw(self) -> bytes:
        """The bytes of the plan file. Raises OSError where the snapshot is broken."""
        try:
            with gzip.open(self.file) as packed:
                raw = packed.read(LARGEST_FILE + 1)
        except (EOFError, zlib.error) as error:
            raise OSError(_("the snapshot is broken")) from error
        if len(raw) > LARGEST_FILE:
            raise OSError(_("the snapshot is larger than any plan"))
        return raw


class History:
    """The snapshots of one plan. Never in the way: what cannot be kept is let go."""

    def __init__(self, folder: Path, plan: Path) -> None:
        """Keep the snapshots of this plan file under this state folder."""
        self._plan, self._shelf = plan, shelf_of(folder / FOLDER, plan)
        self._own: Path | None = None

    def snapshots(self) -> list[Snapshot]:
        """All of them, the oldest first."""
        found = []
        with contextlib.suppress(OSError):
            for file in sorted(self._shelf.glob(f"*{_ENDING}")):
                with contextlib.suppress(ValueError):
                    stamp = datetime.strptime(file.name.removesuffix(_ENDING), _STAMP)  # noqa: DTZ007
                    found.append(Snapshot(file, stamp))
        return found

    def begin(self, now: datetime) -> None:
        """Keep the file as this sitting found it."""
        self._keep(now)
        self._own = None

    def record(self, now: datetime) -> None:
        """Keep the file as it is now, in the place of what this sitting kept before."""
        before = self._own
        self._own = self._keep(now) or before
        if before is not None and self._own != before:
            with contextlib.suppress(OSError):
                before.unlink()

    def _keep(self, now: datetime) -> Path | None:
        """Keep the file as it is now; None where the latest snapshot is the same."""
        with contextlib.suppress(Refused):
            return self.add(read_bytes(self._plan, is_regular=True), now)
        return None

    def add(self, raw: bytes, now: datetime) -> Path | None:
        """Keep the bytes of a plan file; None where the latest snapshot is the same."""
        try:
            taken = self.snapshots()
            if taken and _same(taken[-1], raw):
                return None
            if taken and taken[-1].when >= now:
                now = taken[-1].when + timedelta(microseconds=1)
            file = self._shelf / f"{now.strftime(_STAMP)}{_ENDING}"
            write_private(file, gzip.compress(raw, mtime=0))
            self._prune()
        except OSError:
            return None
        return file

    def _prune(self) -> None:
        taken = self.snapshots()
        total = sum(one.file.stat().st_size for one in taken)
        for count, one in zip(range(len(taken), 1, -1), taken, strict=False):
            if count <= MOST and total <= LARGEST:
                break
            total -= one.file.stat().st_size
            one.file.unlink()


def _same(one: Snapshot, raw: bytes) -> bool:
    try:
        return one.raw() == raw
    except OSError:
        return False


Progress = Callable[[float], object]
"""Is told the share that is done, from 0 to 1; what it raises ends the work."""


@dataclass(frozen=True)
class Sitting:
    """A plan as a sitting found or left it."""

    number: int
    """Its number, the oldest being 1."""
    when: datetime
    """When its snapshot was taken."""
    plan: Plan | None
    """What it said; None where the snapshot cannot be read."""
    changed: tuple[Change, ...] = ()
    """What had changed since the sitting before it."""

    def words(self, most: int) -> str:
        """What had changed, with so many changes named."""
        if self.plan is None:
            return _("cannot be read")
        first = _("the first one that is kept")
        return summed(self.changed, most) or (first if self.number == 1 else _("no answer changed"))


def sittings(
    history: History, template: Template, progress: Progress | None = None
) -> list[Sitting]:
    """Every sitting that is kept, the oldest first."""
    found: list[Sitting] = []
    before: Plan | None = None
    taken = history.snapshots()
    for number, one in enumerate(taken, 1):
        if progress is not None:
            progress(number / len(taken))
        plan = plan_of(one, template)
        since = changes(before, plan, template) if before is not None and plan is not None else []
        found.append(Sitting(number, one.when, plan, tuple(since)))
        before = plan or before
    return found


def plan_of(one: Snapshot, template: Template) -> Plan | None:
    """What a snapshot says; None where it cannot be read."""
    try:
        return plan_in(decoded(one.raw(), "snapshot"), template)
    except (OSError, Refused):
        return None
