"""Reading a file whose name may meanwhile stand for a pipe or a device, which would never end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from readiness.i18n.language import _

LONGEST_WAIT = 5.0
"""Seconds that a pipe is waited for; our default."""


def read_regular(path: Path, most: int) -> bytes:
    """The first bytes of a regular file, so many at most.

    Never waits for a writer. Raises OSError where the file cannot be read or is none.
    """
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _("it is no plain file any more"))
        return file.read(most)


def read_any(path: Path, most: int) -> bytes:
    """The first bytes of a file, a device, or a pipe that somebody writes to, so many at most.

    Raises OSError where it cannot be read, or nobody writes to the pipe for LONGEST_WAIT.
    """
    with open(path, "rb", opener=_at_once) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            from select import select  # only where there are such pipes, so never on Windows

            if not select([file], [], [], LONGEST_WAIT)[0]:
                raise OSError(errno.EAGAIN, _("it is a pipe, and nobody writes to it"))
        if hasattr(os, "set_blocking"):
            os.set_blocking(file.fileno(), True)
        return file.read(most)


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe that nobody writes to would hold us back, deaf to signals."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two names are those of one file that is there, whatever they look like."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def exists(path: Path) -> bool:
    """Whether something has this name; False too for a name that the system cannot have."""
    return os.path.exists(path)  # noqa: PTH110 - Path's own raises for a name that is too long
