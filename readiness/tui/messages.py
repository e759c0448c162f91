"""What the program says in passing, and when that goes again."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Literal

from textual.app import App
from textual.events import Event, Key, MouseDown
from textual.widget import Widget

from readiness.tui.plain import cleaned

Severity = Literal["information", "warning", "error"]

READ_SECONDS = 2.5
"""Seconds after which a message has been read, and goes with the next key: it hides the page."""

SHORT, LONG = 4, 15
"""Seconds for which is shown what is done, and what a person has to look at."""

COMING = 0.5
"""Seconds within which a message may not be on the screen yet."""


@dataclass(frozen=True)
class Message:
    """One thing that was said."""

    words: str
    severity: Severity
    since: float
    """When, in seconds of the system's clock."""
    until: float
    """When it goes by itself."""


class Messages:
    """The messages over the screen in front.

    Textual takes away all of its notifications or none by a public name. So what is to stay is
    said again, for the time that it had left.
    """

    def __init__(self, app: App[Any]) -> None:
        """Say it on the screens of this app."""
        self._app = app
        self.said: list[Message] = []
        """What was said and may still be seen."""

    def tell(self, words: str, seconds: float = SHORT) -> None:
        """Say that something is done, in place of what was said so before."""
        self._let_go([one for one in self.said if one.severity == "information"])
        self._put(words, "information", seconds)

    def add(self, words: str, seconds: float = SHORT) -> None:
        """Say something beside what was said before."""
        self._put(words, "information", seconds)

    def warn(self, words: str) -> None:
        """Say something that a person should look at."""
        self._put(words, "warning", LONG)

    def wrong(self, words: str) -> None:
        """Say what went wrong."""
        self._put(words, "error", LONG)

    def clear(self) -> None:
        """Take away everything that was said."""
        self._let_go(list(self.said))

    def heard(self, event: Event) -> None:
        """Take away what could be read, once a person goes on; what went wrong stays."""
        if isinstance(event, Key | MouseDown):
            old = time.time() - READ_SECONDS
            self._let_go([m for m in self.said if m.severity != "error" and m.since < old])

    def _put(self, words: str, severity: Severity, seconds: float) -> None:
        now, shown = time.time(), cleaned(words)
        self.said = [one for one in self.said if one.until > now]
        self.said.append(Message(shown, severity, now, now + seconds))
        self._app.notify(shown, severity=severity, timeout=seconds, markup=False)

    def _let_go(self, some: list[Message]) -> None:
        if not some:
            return
        now, toasts = time.time(), list(self._app.screen.query("Toast").results(Widget))
        there = {str(one.render()) for one in toasts}
        left = [one for one in self.said if one not in some and one.until > now]
        # A person may have clicked one away.
        left = [one for one in left if one.words in there or now - one.since < COMING]
        self._app.clear_notifications()
        # Textual takes out the words alone; their frame would stay behind as an empty row.
        self._app.screen.query("ToastHolder").remove()
        self.said = left
        for one in left:
            rest = one.until - now
            self._app.notify(one.words, severity=one.severity, timeout=rest, markup=False)
