"""Where things about one plan are kept outside it, readable by their owner only."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from readiness.storage.atomic import resolved


def shelf_of(folder: Path, plan: Path) -> Path:
    """The folder for one plan file, whatever name or link it was opened by. Makes nothing."""
    try:
        whole = resolved(plan)
    except OSError:
        whole = plan.absolute()
    raw = spelled(whole).encode("utf-8", "surrogateescape")
    return folder / hashlib.sha256(raw).hexdigest()[:24]


def spelled(path: Path) -> str:
    """A path with each letter spelled in one way: "å" may be one character, or "a" and a ring.

    Systems and sync programs change the one into the other, and mean the same file.
    """
    return unicodedata.normalize("NFC", str(path))
