"""A fault of the program's own, told without anything that a person answered."""

from __future__ import annotations

from typing import Any

from rich.segment import Segments
from rich.text import Text
from textual.app import App
from textual.worker import WorkerFailed

from readiness.describe.fault import FAULT, fault_told
from readiness.i18n.showable import safe


class Faults(App[Any]):
    """Ends with plain words where Textual would print the values of everything at hand."""

    def _fatal_error(self) -> None:
        self.bell()
        error = self._exception
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._exit_renderables.append(Segments(self.console.render(Text(safe(fault_told(cause))))))
        self._return_code = FAULT
        self._close_messages_no_wait()
