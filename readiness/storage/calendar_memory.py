"""Which dates the last calendar files of a plan had, so that one that is gone can be cancelled.

Never in the way: what cannot be read is as if nothing had been exported.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from readiness.storage.disk import read_regular, write_private
from readiness.storage.folders import default_folder

LARGEST = 1024 * 1024
"""Bytes of a file that are read; what we write is a few thousand."""

TOLD = 2
"""Exports in which a date that is gone is told as cancelled."""


def gone_since(
    plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None = None
) -> dict[str, tuple[date, str]]:
    """The dates of earlier files that are in none now, by id: day and words."""
    return {uid: (day, what) for uid, (day, what, _left) in _gone(plan_id, now, folder).items()}


def remember(plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None = None) -> None:
    """Keep the dates of a file that was written, and how often those that are gone are told yet."""
    kept = {uid: [day.isoformat(), what, TOLD] for uid, (day, what) in now.items()}
    for uid, (day, what, left) in _gone(plan_id, now, folder).items():
        kept[uid] = [day.isoformat(), what, left - 1]
    with contextlib.suppress(OSError):
        write_private(_file_of(plan_id, folder), json.dumps(kept).encode())


def _file_of(plan_id: str, folder: Path | None) -> Path:
    return (folder or default_folder()) / "calendars" / f"{plan_id}.json"


def _gone(
    plan_id: str, now: Mapping[str, tuple[date, str]], folder: Path | None
) -> dict[str, tuple[date, str, int]]:
    before = _read(_file_of(plan_id, folder))
    return {uid: one for uid, one in before.items() if uid not in now and one[2] > 0}


def _read(file: Path) -> dict[str, tuple[date, str, int]]:
    try:
        whole = json.loads(read_regular(file, LARGEST))
        return {
            str(uid): (date.fromisoformat(day), str(what), int(left))
            for uid, (day, what, left) in whole.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
