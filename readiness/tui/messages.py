"""What the program says in passing: on one line that is always there, and covers nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Literal

from textual.app import App
from textual.events import Event, Key, MouseDown
from textual.screen import Screen

from readiness.tui.plain import cleaned
from readiness.tui.widgets.status import MessageLine

Severity = Literal["information", "warning", "error"]

GRAVITY: tuple[Severity, ...] = ("information", "warning", "error")
"""The gravest last."""

READ_SECONDS = 2.5
"""Seconds after which a message has been read, and goes with the next key."""

KEPT = 200
"""Messages that can be read again."""


@dataclass(frozen=True)
class Message:
    """One thing that was said."""

    words: str
    severity: Severity
    since: float
    """When, in seconds of the system's clock."""
    after: int = 0
    """How many keys and clicks came before it."""


class Messages:
    """The newest message stands on the message line; those before it can be read again."""

    def __init__(self, app: App[Any]) -> None:
        """Say it on the screens of this app."""
        self._app = app
        self.said: list[Message] = []
        """What was said since the program began, the newest last."""
        self.newest: Message | None = None
        """What stands on the line."""
        self._heard = 0
        """Keys and clicks so far."""

    def tell(self, words: str) -> None:
        """Say that something is done."""
        self._put(words, "information")

    def add(self, words: str, severity: Severity = "information") -> None:
        """Say something beside what stands there; both stay as the newer and graver of them."""
        before = self.newest
        self._put(words, severity)
        if before is not None and self.newest is not None:
            graver = max(before.severity, severity, key=GRAVITY.index)
            both = f"{before.words} {self.newest.words}"
            self._show(Message(both, graver, self.newest.since, self._heard))

    def warn(self, words: str) -> None:
        """Say something that a person should look at."""
        self._put(words, "warning")

    def wrong(self, words: str) -> None:
        """Say what went wrong."""
        self._put(words, "error")

    def clear(self) -> None:
        """Empty the line."""
        self._show(None)

    def left(self) -> None:
        """Empty the line of what was said before the key that led to this screen.

        It was said about another screen, and Ctrl+P "Messages" still has it. What went wrong stays.
        """
        one = self.newest
        if one is not None and one.severity != "error" and one.after < self._heard:
            self._show(None)

    def heard(self, event: Event) -> None:
        """Empty the line of what could be read, once a person goes on; what went wrong stays."""
        self._heard += isinstance(event, Key | MouseDown)
        one = self.newest
        if one is None or one.severity == "error" or not isinstance(event, Key | MouseDown):
            return
        if one.since < time.time() - READ_SECONDS:
            self._show(None)

    def _put(self, words: str, severity: Severity) -> None:
        shown = cleaned(words).strip()
        self.said = [*self.said, Message(shown, severity, time.time(), self._heard)][-KEPT:]
        self._show(self.said[-1])

    def _show(self, one: Message | None) -> None:
        self.newest = one
        for screen in self._app.screen_stack:
            self.write_on(screen)

    def write_on(self, screen: Screen[Any]) -> None:
        """Write what is to be read on a screen, such as one that was behind others."""
        for line in screen.query(MessageLine):
            self.write(line)

    def write(self, line: MessageLine) -> None:
        """Write what is to be read on a line."""
        one = self.newest
        line.write(one.words if one else "", one.severity if one else "information")
