"""The message line: what was said in passing, above the keys, where it covers nothing."""

from __future__ import annotations

from typing import Protocol, cast

from textual.widgets import Static

from readiness.tui.plain import joined, plain

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
    _said = ("", "")

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="-empty")

    def on_mount(self) -> None:
        """Say what is to be read."""
        cast("Speaks", self.app).messages.write(self)

    def write(self, words: str, severity: str) -> None:
        """Show these words; nothing is drawn where they stand there already."""
        if (words, severity) == self._said:
            return
        self._said = (words, severity)
        sign = SIGNS[severity]
        ink = "$ink-red" if severity == "error" else "$ink-amber"
        self.set_class(not words, "-empty")
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        self.update(joined(plain(sign, f"bold {ink}"), words) if sign else plain(words))
