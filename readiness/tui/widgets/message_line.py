"""The message line: what was said in passing, above the keys, where it covers nothing."""

from __future__ import annotations

from typing import Protocol, cast

from textual.widgets import Static

from readiness.i18n.language import _
from readiness.tui.plain import cut_to, joined, plain

ROWS = 2
"""Rows that what answers did takes at most; F1 tells the rest."""

SIGNS = {"information": "", "warning": "^ ", "error": "! "}
"""What stands before a message that is to be looked at."""


class Writes(Protocol):
    """What knows what was said."""

    def write(self, line: MessageLine) -> None:
        """Write what is to be read on a line."""


class Speaks(Protocol):
    """A program that says things in passing."""

    messages: Writes


class MessageLine(Static):
    """One row; a message that does not fit takes a few, until it has been read."""

    DEFAULT_CSS = """
    MessageLine { height: auto; min-height: 1; max-height: 5; padding: 0 1; }
    MessageLine.-warning { color: $text; }
    MessageLine.-error { color: $text; text-style: bold; }
    """
    _said = ("", "information")
    _follows: tuple[str, ...] = ()
    _is_newer = False
    """Whether what answers did is newer than what was said."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="-empty")

    def on_mount(self) -> None:
        """Say what is to be read."""
        cast("Speaks", self.app).messages.write(self)

    def on_resize(self) -> None:
        """Cut what answers did anew."""
        if self._follows:
            self._put()

    def write(self, words: str, severity: str) -> None:
        """Show these words; nothing is drawn where they stand there already."""
        if (words, severity) != self._said:
            self._said, self._is_newer = (words, severity), not words
            self._put()

    def follow(self, did: tuple[str, ...]) -> None:
        """Say what answers did, in place of what was said before."""
        if did != self._follows:
            self._follows, self._is_newer = did, bool(did)
            self._put()

    def _put(self) -> None:
        words, severity = self._said
        self.set_class(not words, "-empty")
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        if self._follows and (self._is_newer or not words):
            head = _("Effect  ")
            said = cut_to(head + " ".join(self._follows), max(self.size.width - 2, 20), ROWS)
            self.update(joined(plain(head, "bold"), said[len(head) :]))
            return
        sign = SIGNS[severity]
        ink = "$ink-red" if severity == "error" else "$ink-amber"
        self.update(joined(plain(sign, f"bold {ink}"), words) if sign else plain(words))
