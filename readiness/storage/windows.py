"""What only Windows does, through its documented calls. Nothing of it happens elsewhere."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
