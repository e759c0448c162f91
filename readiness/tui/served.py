"""The screen in a browser: drawn over pipes, for `readiness serve`."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver


class ServedDriver(WebDriver):
    """Ends the program, saved, when the server that carries its screen is gone without a word."""

    def __init__(self, app: App[Any], **how: Any) -> None:  # noqa: ANN401 - as WebDriver takes them
        """Draw for this app."""
        super().__init__(app, **how)
        self._write = partial(_sent, self.fileno)

    def run_input_thread(self) -> None:
        """Take the keys in; their end is the end of the server."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(messages.ExitApp())


def _sent(where: int, data: bytes) -> int:
    """Write to the server; where it is gone, nobody is there to tell."""
    try:
        return os.write(where, data)
    except BrokenPipeError:
        return 0
