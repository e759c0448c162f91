"""Lines in and lines out: no cursor, no colour, no redraw, each line complete in itself."""

from __future__ import annotations

from collections.abc import Callable

from readiness.core.wording.language import _
from readiness.core.wording.showable import one_line, without_controls


class Leave(Exception):  # noqa: N818 - it says what happened
    """The person wants to leave, or there is no more input."""


class Talk:
    """A conversation on a line-by-line terminal or through a pipe."""

    def __init__(
        self, read: Callable[[], str], write: Callable[[str], object], *, echoes: bool
    ) -> None:
        """Read lines with their ends ("" at the end of input); echo them where nobody sees them."""
        self._read, self._write, self._echoes = read, write, echoes
        self._waiting: list[str] = []
        self._is_over = False

    def say(self, *lines: str) -> None:
        """Print sentences, each on a line of its own; an empty one makes a gap."""
        for line in lines:
            self._write(f"{one_line(line)}\n")

    def line(self, prompt: str) -> str:
        """Ask for one line. Raises Leave at the end of input, at Ctrl-D and at Ctrl-C."""
        if self._waiting:
            return self._waiting.pop()
        if self._is_over:
            raise Leave
        self._write(f"{one_line(prompt)} ")
        try:
            raw = self._read()
        except (KeyboardInterrupt, UnicodeDecodeError):
            raw = ""
        if not raw:
            self._is_over = True
            self._write("\n")
            raise Leave
        kept, dropped = without_controls(raw.rstrip("\r\n"))
        if self._echoes:
            self._write(f"{one_line(kept)}\n")
        if dropped:
            word = "character" if dropped == 1 else "characters"
            self.say(
                _("{dropped} {word} that a text cannot hold left out.").format(
                    dropped=dropped, word=word
                )
            )
        return kept

    def give_back(self, line: str) -> None:
        """Let a line be read again."""
        self._waiting.append(line)
