"""Where things about one plan are kept outside it, readable by their owner only."""

from __future__ import annotations

import hashlib
from pathlib import Path

from readiness.files.atomic import resolved


def shelf_of(folder: Path, plan: Path) -> Path:
    """The folder for one plan file, whatever name or link it was opened by. Makes nothing."""
    try:
        whole = resolved(plan)
    except OSError:
        whole = plan.absolute()
    return folder / hashlib.sha256(str(whole).encode("utf-8", "surrogateescape")).hexdigest()[:24]
