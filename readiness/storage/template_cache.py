"""What long template files hold, kept so that their text is not taken apart at every start.

Each is kept under the fingerprint of its text: another text is another entry, and none is ever out
of date. They are plain JSON in the user's cache folder; plans are never kept there.
"""

from __future__ import annotations

import contextlib
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from readiness.storage.folders import user_folder
from readiness.storage.toml import parsed

LONG = 20_000
"""Characters from which keeping is quicker than reading."""

MOST_KEPT = 20
"""Texts that are kept; the oldest make room."""


def cache_folder() -> Path:
    """Where they are kept: READINESS_CACHE, else the user's cache folder."""
    return user_folder("READINESS_CACHE", "cache")


def tables_of(text: str, name: str) -> dict[str, Any]:
    """What a TOML text holds, as `parsed` gives it. Raises Refused."""
    if len(text) < LONG:
        return parsed(text, name)
    place = cache_folder() / f"{_mark(text.encode('utf-8', 'surrogatepass'))}.json"
    found = _kept(place)
    if found is None:
        found = parsed(text, name)
        with contextlib.suppress(OSError, TypeError, ValueError):
            _keep(place, found)
    return found


def _mark(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def _kept(place: Path) -> dict[str, Any] | None:
    """What is kept there; None where that is nothing, or not as it was written."""
    try:
        mark, _, raw = place.read_bytes().partition(b"\n")
        return json.loads(raw) if mark.decode() == _mark(raw) else None
    except (OSError, ValueError):
        return None


def _keep(place: Path, tables: dict[str, Any]) -> None:
    """Keep it, unless JSON would say something else. Raises OSError, TypeError or ValueError."""
    from readiness.storage.disk import write_private

    raw = json.dumps(tables).encode()
    if json.loads(raw) != tables:
        return
    write_private(place, f"{_mark(raw)}\n".encode() + raw)
    kept = sorted(place.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-MOST_KEPT]:
        old.unlink()
