"""The way in: loads the program and runs it on a plan, or from the start screen."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.tui.app import ReadinessApp


def run_app(path: Path | None) -> int:
    """Run the program; returns its exit code. Raises UnreadablePlan.

    What is loaded here stays until the end. Looking through it for garbage again and again while
    it is loaded takes a fifth of the time to the first frame, so that waits until the plan is seen.
    """
    gc.disable()
    try:
        from readiness.files.memory import Memory, default_folder
        from readiness.files.templates import Library
        from readiness.session import Session
        from readiness.tui.app import ReadinessApp

        library = Library()
        session = Session.open(path, library) if path is not None else None
        app = ReadinessApp(session, library, Memory(default_folder()))
        app.call_later(_seen, app)
        return app.run() or app.return_code or 0
    finally:
        gc.enable()


def _seen(app: ReadinessApp) -> None:
    from readiness.tui.warm import warm_up

    gc.freeze()
    gc.enable()
    warm_up(app)
