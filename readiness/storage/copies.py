"""Copies that sync clients put beside a plan when two people changed it at once."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from readiness.domain.plan.plan import Plan
from readiness.domain.versions.merge import last_common
from readiness.i18n.language import _
from readiness.i18n.words import moment_words
from readiness.storage.history import Sitting
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, Problem, Refused, UnreadablePlan
from readiness.storage.templates import Library
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

MOST = 20
"""Copies that are told of."""

_MARKS = (".sync-conflict-", "_conflict-", "_conf(")
"""What Syncthing, ownCloud and an older Google Drive put after the name."""

_KINDS = ("conflict", "konflikt", "conflit", "motstridende", "side copy")
"""What Dropbox, Nextcloud, Google Drive and pCloud put in brackets there, with more around it."""

_NUMBER = re.compile(
    r"(?: ?\(\d{1,3}\))+| \d{1,2}|(?: [-\u2013])? (?:copy|kopi|kopie)(?: \(?\d{1,3}\)?)?",
    re.IGNORECASE,
)
"""What Google Drive ("plan (1).toml"), Outlook ("plan (002).toml"), iCloud ("plan 2.toml"), Windows
("plan - Copy.toml") and a Mac ("plan copy 2.toml") put there, in the languages spoken here."""

_BEFORE = ("copy of ", "kopi av ", "kopie von ")
"""What some put before the name."""

_FROM = re.compile(
    r" \((?P<before>.*?)(?:'s|\u2019s| sin|s)? (?:conflicted copy|motstridende kopi)\b"
    r"| \((?:conflicted copy|motstridende kopi) (?:from|fra) "
    r"(?P<after>.*?)(?: \d{4}-\d\d-\d\d.*)?\)",
    re.IGNORECASE,
)
"""Whose a copy of Dropbox is."""

_LONGEST_MACHINE = 15
"""Characters of a computer's name that OneDrive puts after the name."""

_CALLED = ("template", "plan", "service")
"""Keys of what a plan is called."""

ASIDE = ".merged"
"""Ends the name of a copy that was put aside."""


@dataclass(frozen=True)
class Copy:
    """A copy beside a plan, as it was read."""

    file: Path
    """Where it is."""
    who: str
    """Whose it is, as far as its name says: a person or a computer; else empty."""
    written: datetime
    """When it was last written."""
    plan: Plan
    """What it says."""
    common: Sitting | None = None
    """The last version that both are known to have grown from; None where none is known."""

    @property
    def whence(self) -> str:
        """Whose it is and when it was written, as far as known, in a sentence."""
        by = _("{name}: written {when}.")
        by = _("{name}: written {when}, from {who} as its name says.") if self.who else by
        return by.format(name=self.file.name, who=self.who, when=moment_words(self.written))

    @property
    def how(self) -> str:
        """Against what it is merged, in a sentence."""
        if self.common is not None:
            when = moment_words(self.common.when)
            return _("Both grew from the version of {when}.").format(when=when)
        return _(
            "No version is known that both grew from: what only one side says is kept, "
            "and where they differ you choose."
        )


def conflict_copies(plan: Path) -> list[Path]:
    """The copies of a plan that a sync client made, in order of their names.

    Dropbox and Nextcloud: "plan (conflicted copy 2027-01-11).toml", in Norwegian too, with a name
    before the words or after them; Syncthing: "plan.sync-conflict-20270111-101500-ABCDEFG.toml";
    ownCloud: "plan_conflict-20270111-101500.toml"; OneDrive: "plan-LAPTOP7.toml"; Google Drive,
    Outlook, iCloud, Windows and a Mac: "plan (1).toml", "plan (002).toml", "plan 2.toml",
    "plan - Copy.toml", "Copy of plan.toml", where both are a plan of the same name and service.
    """
    with contextlib.suppress(OSError):
        return sorted(one for one in plan.parent.iterdir() if _is_copy(plan, one))[:MOST]
    return []


def _is_copy(plan: Path, other: Path) -> bool:
    if other.suffix != plan.suffix or other.name == plan.name or not other.is_file():
        return False
    if other.stem.lower() in {f"{words}{plan.stem.lower()}" for words in _BEFORE}:
        return _is_the_same(plan, other)
    if not other.stem.startswith(plan.stem):
        return False
    rest = other.stem[len(plan.stem) :]
    lower = rest.lower()
    if lower.startswith(_MARKS) or (
        lower.startswith((" (", " [")) and any(kind in lower for kind in _KINDS)
    ):
        return True
    if _NUMBER.fullmatch(rest):
        return _is_the_same(plan, other)
    name = rest[1:]
    is_machine = rest.startswith("-") and 1 < len(name) <= _LONGEST_MACHINE
    # A machine's name is written in capitals; "plan-draft" is a person's own copy.
    plain = name.replace("-", "")
    return is_machine and plain.isalnum() and plain.isupper() and not plain.isdecimal()


def _is_the_same(plan: Path, other: Path) -> bool:
    """Whether both are called the same: a number after a name may be a person's own."""
    with contextlib.suppress(Refused):
        called, other_called = (
            [
                parsed(decoded(read_bytes(one, is_regular=True), one.name), one.name).get(key)
                for key in _CALLED
            ]
            for one in (plan, other)
        )
        return called == other_called and any(called[1:])
    return False


def whose(plan: Path, copy: Path) -> str:
    """The person or the computer that a copy's name names; empty where it names none."""
    rest = copy.stem[len(plan.stem) :]
    if rest.startswith(_MARKS[0]):
        return rest.rsplit("-", 1)[1]
    found = _FROM.match(rest)
    if found is not None:
        return (found["before"] or found["after"] or "").strip()
    return rest.removeprefix("-") if rest.startswith("-") else ""


def read_copy(
    file: Path, beside: Path, ours: Plan, library: Library, kept: Sequence[Sitting]
) -> Copy:
    """A copy of the plan beside it, with what both grew from where the kept sittings show it.

    Raises UnreadablePlan where it cannot be read whole: what is not understood would be lost.
    """
    other = PlanFile.open(file, library)
    wrong = [one for one in other.problems if one.severity == "error"]
    if other.plan.template != ours.template:
        todo = _("a plan is only merged with one of the same checklists")
        why = _("it follows another template")
        wrong.append(Problem(file=file.name, where="template", why=why, todo=todo))
    if wrong:
        raise UnreadablePlan(wrong)
    written = _written(file)
    before = [(one, one.plan) for one in kept if one.plan is not None and one.when <= written]
    place = last_common(ours, other.plan, [plan for _rest, plan in before])
    common = None if place is None else before[place][0]
    return Copy(file, whose(beside, file), written, other.plan, common)


def _written(file: Path) -> datetime:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006 - the person's clock
    except OSError:
        return datetime.min  # noqa: DTZ901 - before everything


def put_aside(file: Path) -> Path:
    """Give a copy a name under which it is no plan any more; returns it. Raises CannotWrite."""
    target = file.with_name(f"{file.name}{ASIDE}")
    number = 1
    while target.exists():
        number += 1
        target = file.with_name(f"{file.name}{ASIDE}-{number}")
    try:
        file.rename(target)
    except OSError as error:
        raise CannotWrite.by(file, error) from error
    return target
