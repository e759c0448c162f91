"""Where the system keeps what belongs to a user; so light that every start can afford it."""

import os
from pathlib import Path
from typing import Literal


def user_folder(variable: str, kind: Literal["state", "cache", "config"], below: str = "") -> Path:
    """The folder that a variable names, else the one that the system has for such things."""
    chosen = os.environ.get(variable)
    if chosen:
        return Path(chosen)
    import platformdirs

    found: Path = getattr(platformdirs, f"user_{kind}_path")("readiness", appauthor=False)
    return found / below


def default_folder() -> Path:
    """Where the system keeps what the program remembers."""
    return user_folder("READINESS_STATE", "state")
