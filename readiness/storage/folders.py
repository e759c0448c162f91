"""Where the system keeps what belongs to a user; so light that every start can afford it."""

import os
from pathlib import Path


def default_folder() -> Path:
    """Where the system keeps such things: READINESS_STATE, else the user's state folder."""
    chosen = os.environ.get("READINESS_STATE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("readiness", appauthor=False)
