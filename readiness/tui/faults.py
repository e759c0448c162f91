"""A fault of the program's own, told without anything that a person answered."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from rich.segment import Segments
from rich.text import Text
from textual.app import App
from textual.worker import WorkerFailed

from readiness.core.wording.language import _

INNERMOST = 6
"""Places in the program that are named."""


class Faults(App[Any]):
    """Ends with plain words where Textual would print the values of everything at hand."""

    def _fatal_error(self) -> None:
        self.bell()
        error = self._exception
        words = Text(fault_words(error.error if isinstance(error, WorkerFailed) else error))
        self._exit_renderables.append(Segments(self.console.render(words)))
        self._close_messages_no_wait()


def fault_words(error: BaseException | None) -> str:
    """What happened, what became of the answers, and where in the program it was.

    Neither the error's own words nor a folder are told: both may hold what nobody should read.
    """
    told = _(
        "readiness met a fault of its own and has ended. What you answered is in the plan; what "
        "could not be saved is kept aside and offered when the plan is opened again."
    )
    stack = traceback.extract_tb(error.__traceback__) if error is not None else []
    places = [f"{Path(one.filename).name} {one.lineno} {one.name}" for one in stack]
    ask = _("Please tell the maintainers these lines; they hold nothing of your plan:")
    return "\n".join(
        [told, ask, f"  {type(error).__name__}", *(f"  {p}" for p in places[-INNERMOST:])]
    )
