"""The way in: loads the program and runs it on a plan, or from the start screen."""

from __future__ import annotations

import gc
import os
from pathlib import Path


def run_app(path: Path | None) -> int:
    """Run the program; returns its exit code. Raises UnreadablePlan.

    What is loaded here stays until the end. Looking through it for garbage again and again while
    it is loaded takes a fifth of the time to the first frame, so that waits until the plan is seen.
    """
    # Without this pydantic looks through every package of the environment for plugins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        from readiness.files.memory import Memory, default_folder
        from readiness.files.templates import Library
        from readiness.session import Session
        from readiness.tui.app import ReadinessApp

        library = Library()
        session = Session.open(path, library) if path is not None else None
        app = ReadinessApp(session, library, Memory(default_folder()))
        app.call_later(_collect_again)
        return app.run() or app.return_code or 0
    finally:
        gc.enable()


def _collect_again() -> None:
    gc.freeze()
    gc.enable()
