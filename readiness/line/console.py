"""Lines in and lines out: no cursor, no colour, no redraw, each line complete in itself."""

from __future__ import annotations

from collections.abc import Callable

from readiness.i18n.language import _, n_
from readiness.i18n.showable import one_line, without_controls

BROKEN, LAST_BROKEN = "\udc80", "\udcff"
"""What stands in a line for bytes that are no letters."""


class Leave(Exception):  # noqa: N818 - it says what happened
    """The person wants to leave, or there is no more input."""


class Ended(KeyboardInterrupt):
    """The system ends the program: nothing may go on, however long it takes."""


class Console:
    """A conversation on a line-by-line terminal or through a pipe."""

    def __init__(
        self,
        read: Callable[[], str],
        write: Callable[[str], object],
        *,
        echoes: bool,
        is_piped: bool = False,
    ) -> None:
        """Read lines with their ends ("" at the end of input); echo them where nobody sees them."""
        self._read, self._write, self._echoes = read, write, echoes
        self.is_piped = is_piped
        """Whether the lines were written before, so that nobody can answer a question of ours."""
        self.is_stopped = False
        """Whether the conversation ended at a line that could not be followed."""
        self.is_unheard = False
        """Whether something could not be printed, so that nobody knows what was said."""
        self._waiting: list[str] = []
        self._is_over = False
        self._count = 0

    def say(self, *lines: str) -> None:
        """Print sentences, each on a line of its own; an empty one makes a gap."""
        for line in lines:
            self._put(f"{one_line(line)}\n")

    def wrong(self, *lines: str) -> None:
        """Say why a line could not be followed.

        Through a pipe nothing more is read then, for the next line was meant for something else:
        raises Leave.
        """
        self.say(*lines)
        if self.is_piped and not self._is_over:
            self.is_stopped = self._is_over = True
            self._waiting.clear()
            words = _("Stopped at line {n} of the input; nothing after it was read or answered.")
            self.say(words.format(n=self._count))
            raise Leave

    def line(self, prompt: str) -> str:
        """Ask for one line. Raises Leave at the end of input, at Ctrl-D and at Ctrl-C."""
        if self._waiting:
            return self._waiting.pop()
        if self._is_over:
            raise Leave
        raw = self._heard(prompt)
        if not raw:
            self._is_over = True
            self._put("\n")
            raise Leave
        kept, dropped = without_controls(raw.rstrip("\r\n"))
        if self._echoes:
            self._put(f"{one_line(kept)}\n")
        if dropped:
            words = n_(
                "{n} character that a text cannot hold is left out.",
                "{n} characters that a text cannot hold are left out.",
                dropped,
            )
            self.say(words.format(n=dropped))
        return kept

    def _heard(self, prompt: str) -> str:
        """The next line as it came; empty where there is none. Raises Leave."""
        while True:
            try:
                self._put(f"{one_line(prompt)} ")
                raw = self._read()
            except (KeyboardInterrupt, OSError):
                return ""
            except UnicodeError:
                # Such a stream has nothing more that could be read.
                raw, self.is_piped = BROKEN, True
            finally:
                self._count += 1
            if not any(BROKEN <= letter <= LAST_BROKEN for letter in raw):
                return raw
            self._put("\n")
            self.wrong(
                _("Not understood: the line is not in the terminal's own letters (UTF-8)."),
                _("Nothing of it was taken. Save what you send as UTF-8."),
            )

    def end(self) -> None:
        """Read no more: the program was told to end."""
        self._is_over = True

    def _put(self, text: str) -> None:
        """Print; where nobody hears us any more, go on to save what was said, and read no more."""
        try:
            self._write(text)
        except OSError:
            self.is_unheard = self._is_over = True

    def give_back(self, line: str) -> None:
        """Let a line be read again."""
        self._waiting.append(line)
