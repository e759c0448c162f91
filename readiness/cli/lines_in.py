"""How lines are read from a person, so that no signal is missed while waiting for one."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from typing import TextIO


def line_reader(stream: TextIO) -> Callable[[], str]:
    """What reads a line, "" at the end of input.

    At a terminal it also hears Ctrl-C, or the system ending the program, in the moment between
    Python's look for signals and the wait for a line; only the next line would tell otherwise.
    """
    if sys.platform == "win32" or not stream.isatty():
        return stream.readline
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)

    def line() -> str:
        # Each signal writes a byte here: whatever it raises is raised once the wait is over.
        while heard in select.select([stream.fileno(), heard], [], [])[0]:
            os.read(heard, 64)
        return stream.readline()

    return line
