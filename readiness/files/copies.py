"""Copies that sync clients put beside a plan when two people changed it at once."""

from __future__ import annotations

import contextlib
from pathlib import Path

MOST = 20
"""Copies that are told of."""

_WORDS = "conflicted copy"
_MARKS = (".sync-conflict-", " (case conflict", "_conflict-")
"""What Dropbox, Nextcloud, Syncthing and ownCloud put after the name."""

_LONGEST_MACHINE = 15
"""Characters of a computer's name that OneDrive puts after the name."""


def conflict_copies(plan: Path) -> list[Path]:
    """The copies of a plan that a sync client made, in order of their names.

    Dropbox and Nextcloud: "plan (conflicted copy 2027-01-11).toml", also with a name before the
    words; Syncthing: "plan.sync-conflict-20270111-101500-ABCDEFG.toml"; ownCloud:
    "plan_conflict-20270111-101500.toml"; OneDrive: "plan-LAPTOP7.toml".
    """
    with contextlib.suppress(OSError):
        return sorted(one for one in plan.parent.iterdir() if _is_copy(plan, one))[:MOST]
    return []


def _is_copy(plan: Path, other: Path) -> bool:
    if other.suffix != plan.suffix or other.name == plan.name:
        return False
    if not other.stem.startswith(plan.stem) or not other.is_file():
        return False
    rest = other.stem[len(plan.stem) :]
    lower = rest.lower()
    if lower.startswith(_MARKS) or (lower.startswith(" (") and _WORDS in lower):
        return True
    name = rest[1:]
    is_machine = rest.startswith("-") and 1 < len(name) <= _LONGEST_MACHINE
    # A machine's name is written in capitals; "plan-draft" is a person's own copy.
    plain = name.replace("-", "")
    return is_machine and plain.isalnum() and plain.isupper() and not plain.isdecimal()
