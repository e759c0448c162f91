"""What waits at a terminal when a line was read: the rest of a block that was pasted in one go.

No person types the next line within some hundredths of a second, so what comes by then came with
the line before. Terminals that mark a paste are understood too, but are not asked to mark it: the
marks would be printed among what is typed.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

SOON = 0.03
"""Seconds in which the rest of a pasted block follows its first line; our default."""

MOST = 256 * 1024
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
        while len(found) < MOST and select.select([terminal], [], [], SOON)[0]:
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
