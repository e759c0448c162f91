"""Lines in and lines out: no cursor, no colour, no redraw, each line complete in itself.

What waits at a terminal when a line was read is the rest of a block that was pasted in one go: no
person types the next line within some hundredths of a second. Terminals that mark a paste are
understood too, but are not asked to mark it: the marks would be printed among what is typed.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

from readiness.domain.kinds.value import NOT_SURE, standing_word
from readiness.i18n.language import _, n_
from readiness.i18n.terminal_text import one_line, without_controls

SOON = 0.03
"""Seconds in which the rest of a pasted block follows its first line; our default."""

MOST_PASTED = 256 * 1024
"""Bytes of a block that are read; no person pastes more on purpose."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal that marks a paste puts around it."""

END_OF_INPUT = "\x04"
"""Ctrl-D within what waits."""


def keyboard(stream: TextIO) -> Callable[[], str]:
    """What to ask for the text that waits at this terminal; it gives "" where nothing does."""
    if sys.platform == "win32":
        return lambda: "".join(_typed_on_windows())
    return lambda: _waiting(stream.fileno(), stream.encoding)


def _waiting(terminal: int, encoding: str) -> str:
    """All that waits, also a last line without its end: it would be taken for the next answer."""
    import termios

    try:
        before = termios.tcgetattr(terminal)
    except termios.error:
        return ""
    raw = [*before]
    raw[3] &= ~(termios.ICANON | termios.ECHO)
    raw[6] = [*before[6]]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 0, 0
    found = b""
    try:
        # What was echoed already is not lost by TCSANOW, as it would be by TCSAFLUSH.
        termios.tcsetattr(terminal, termios.TCSANOW, raw)
        while len(found) < MOST_PASTED and select.select([terminal], [], [], SOON)[0]:
            more = os.read(terminal, 4096)
            if not more:
                break
            found += more
    except (OSError, termios.error):
        pass
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    # Linux keeps an end of input that was typed ahead as a byte of noughts.
    return found.decode(encoding, "replace").replace("\0", END_OF_INPUT)


def _typed_on_windows() -> Iterator[str]:
    import msvcrt
    import time

    ends = time.monotonic() + SOON
    while time.monotonic() < ends:
        if msvcrt.kbhit():  # type: ignore[attr-defined]
            yield msvcrt.getwch().replace("\r", "\n")  # type: ignore[attr-defined]
            ends = time.monotonic() + SOON
        else:
            time.sleep(SOON / 10)


MOST_SHOWN = 20
"""Lines of a pasted block that are shown again where they were not taken."""

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
        waiting: Callable[[], str] = lambda: "",
    ) -> None:
        """Read lines with their ends ("" at the end of input); echo them where nobody sees them.

        `waiting` gives what waits at the terminal behind a line: the rest of a pasted block.
        """
        self._read, self._write, self._echoes = read, write, echoes
        self._pasted_with = waiting
        self.is_piped = is_piped
        """Whether the lines were written before, so that nobody can answer a question of ours."""
        self.is_stopped = False
        """Whether the conversation ended at a line that could not be followed."""
        self.is_unheard = False
        """Whether something could not be printed, so that nobody knows what was said."""
        self._waiting: list[str] = []
        self._block: list[str] = []
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
        self.let_go()
        if self._is_over:
            raise Leave
        raw = self._with_block(self._heard(prompt))
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

    def block(self) -> list[str]:
        """The lines that were pasted in one go with the last one; whoever asks has to use them."""
        return [without_controls(line)[0] for line in self.rows()[1:]]

    def rows(self) -> list[str]:
        """The last line and its block as they came, with tabs; whoever asks has to use them."""
        found, self._block = self._block, []
        return found

    def let_go(self) -> None:
        """Say which pasted lines were not taken: no line answers a question nobody has read."""
        lines = self.block()
        if not any(line.strip() for line in lines):
            return
        words = n_(
            "{n} more line came in one go with the last one. It was not taken, because nobody had "
            "read the next question:",
            "{n} more lines came in one go with the last one. They were not taken, because nobody "
            "had read the next question:",
            len(lines),
        )
        self.say(words.format(n=len(lines)), *(f"  {line}" for line in lines[:MOST_SHOWN]))
        if len(lines) > MOST_SHOWN:
            n = len(lines) - MOST_SHOWN
            self.say(_("and {n} more").format(n=n) + ".")

    def _with_block(self, raw: str) -> str:
        """The line that was read; what came in one go with it is kept as its block."""
        if self.is_piped or not raw:
            return raw
        whole = raw + self._pasted_with()
        while PASTE_BEGINS in whole and PASTE_ENDS not in whole and (more := self._read()):
            whole += more
        for mark in (PASTE_BEGINS, PASTE_ENDS):
            whole = whole.replace(mark, "")
        if not whole.endswith("\n"):
            self._put("\n")
        whole, end, _rest = whole.partition(END_OF_INPUT)
        self._is_over = self._is_over or bool(end)
        self._block = whole.rstrip("\r\n").splitlines() or [""]
        return f"{self._block[0]}\n"

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
            # Noughts between the letters are UTF-16, as some programs of Windows write text.
            is_utf_16 = self.is_piped and "\0" in raw
            if not is_utf_16 and not any(BROKEN <= letter <= LAST_BROKEN for letter in raw):
                return raw
            self._put("\n")
            words = _("Not understood: the line is not in the terminal's own letters (UTF-8).")
            if self.is_piped:
                words = _("Not understood: the line is not in UTF-8, but perhaps in Windows-1252.")
            self.wrong(words, _("Nothing of it was taken. Save what you send as UTF-8."))

    def end(self) -> None:
        """Treat the input as ended: the program was told to stop."""
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


SAYS_YES, SAYS_NO = ("yes", "y", "ja", "j"), ("no", "n", "nei")
"""What says yes and what says no, where nothing else is asked."""


def says_yes(console: Console, prompt: str, *, on_enter: bool = False) -> bool:
    """Whether the answer is yes; what is neither yes nor no is asked again. Raises Leave."""
    while True:
        text = console.line(prompt).strip().casefold()
        if not text:
            return on_enter
        if text in SAYS_YES:
            return True
        if text in SAYS_NO or standing_word(text) == NOT_SURE:
            return False
        console.wrong(_("Type yes or no."))
