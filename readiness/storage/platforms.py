"""What one system alone does, through its documented calls. Nothing of it happens elsewhere."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

IS_MACOS = sys.platform == "darwin"

ACCESS_LIST, ATTRIBUTES = 1 << 0, 1 << 2
"""COPYFILE_ACL and COPYFILE_XATTR: what copyfile(3) carries over."""


def sync(handle: int) -> None:
    """Make what was written last through a power cut. Raises OSError.

    On macOS, fsync(2) leaves it in the drive's own memory; F_FULLFSYNC does not, and a drive that
    does not know it gets the plain call.
    """
    with contextlib.suppress(ImportError, AttributeError, OSError):
        fcntl: Any = importlib.import_module("fcntl")
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        return
    os.fsync(handle)


def keep_attributes(old: Path, new: Path) -> None:
    """Give a new file the access list, extended attributes and flags of another, where it can."""
    if not IS_MACOS:
        return
    with contextlib.suppress(OSError, AttributeError):
        ctypes: Any = importlib.import_module("ctypes")
        copy = ctypes.CDLL(None).copyfile
        copy(os.fsencode(old), os.fsencode(new), None, ACCESS_LIST | ATTRIBUTES)
    with contextlib.suppress(OSError, AttributeError):
        change: Any = os.chflags  # type: ignore[attr-defined, unused-ignore]
        change(new, old.stat().st_flags)  # type: ignore[attr-defined, unused-ignore]


IS_WINDOWS = os.name == "nt"

IGNORE_MERGE_ERRORS = 2
"""ReplaceFileW goes on where something of the old file cannot be carried over."""

CLOSE, LOGOFF, SHUTDOWN = 2, 5, 6
"""Why a console ends: its window is closed, the user logs off, the system shuts down."""

_handlers: list[object] = []
"""What Windows may call is kept alive here, as long as the program runs."""


def replace_keeping(new: Path, target: Path) -> bool:
    """Put a file in another one's place, which keeps its attributes, access list and dates.

    Returns whether that was done: where there is no such file yet, or the drive cannot do it, a
    plain rename is what is left. See ReplaceFileW in the documentation of Windows.
    """
    if not IS_WINDOWS or not target.is_file():
        return False
    replace = _kernel().ReplaceFileW
    return bool(replace(str(target), str(new), None, IGNORE_MERGE_ERRORS, None, None))


def on_close(end: Callable[[], None]) -> None:
    """Call `end` when the console ends; the program ends when it returns, or after five seconds.

    It is called on a thread of the system's. See SetConsoleCtrlHandler.
    """
    if not IS_WINDOWS:
        return

    def ended(why: int) -> bool:
        if why not in (CLOSE, LOGOFF, SHUTDOWN):
            return False
        end()
        return True

    ctypes: Any = importlib.import_module("ctypes")
    handler = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(ended)
    _handlers.append(handler)
    _kernel().SetConsoleCtrlHandler(handler, 1)


def _kernel() -> Any:  # noqa: ANN401 - a library of the system's
    ctypes: Any = importlib.import_module("ctypes")
    return ctypes.windll.kernel32
