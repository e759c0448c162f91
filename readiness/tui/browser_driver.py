"""The screen in a browser: drawn over pipes, for `readiness serve`."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.message import Message

MOST_WAITING = 64
"""Keys that wait for the program; the rest wait in the pipe, so that the end is heard at once."""

BREATH = 0.002
"""Seconds between two looks at whether they went."""


class BrowserDriver(WebDriver):
    """Ends the program, saved, when the server that carries its screen is gone without a word."""

    def __init__(self, app: App[Any], **how: Any) -> None:  # noqa: ANN401 - as WebDriver takes them
        """Draw for this app."""
        super().__init__(app, **how)
        self.app = app
        """The program that is drawn for."""
        self.handed = 0
        """How much that was typed was handed to it."""

    def write(self, data: str) -> None:
        """Send what is drawn to the server; nothing happens where it is gone."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, if it is there."""
        with suppress(BrokenPipeError):
            super().write_meta(data)

    def write_binary_encoded(self, data: tuple[str | bytes, ...]) -> None:
        """Hand the server a file, if it is there."""
        with suppress(BrokenPipeError):
            super().write_binary_encoded(data)

    def start_application_mode(self) -> None:
        """Begin to draw, on the loop that is told what is typed."""
        self.loop = asyncio.get_running_loop()
        super().start_application_mode()

    def process_message(self, message: Message) -> None:
        """Hand on what was typed, no faster than the program takes it, and not while it ends."""
        self.handed += 1
        if self.handed % MOST_WAITING == 0:
            self._wait()
        if self.app.return_code is None:
            super().process_message(message)

    def _wait(self) -> None:
        """Wait until the loop has passed on what was handed to it, and the program took it."""
        passed = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self.loop)
        while self.app.return_code is None:
            if passed.done() and self.app.message_queue_size <= MOST_WAITING:
                break
            time.sleep(BREATH)

    def run_input_thread(self) -> None:
        """Take the keys in; their end is the end of the server."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(messages.ExitApp())
