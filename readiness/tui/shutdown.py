"""Being told that the system ends the program: by a signal, or as its window is closed."""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

SIGNALS = ("SIGHUP", "SIGTERM", "SIGBREAK")
"""Those that end a program, as far as the system has them; Windows alone has the last."""

LONGEST = 4.0
"""Seconds that Windows is kept waiting: after five it ends the program itself."""

IS_WINDOWS = os.name == "nt"

CLOSE, LOGOFF, SHUTDOWN = 2, 5, 6
"""Why a console of Windows ends: its window is closed, the user logs off, the system shuts down."""

_handlers: list[object] = []
"""What Windows may call is kept alive here, as long as the program runs."""


def when_ended(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Call `end` in the loop when the system ends the program."""

    def close() -> None:
        done = threading.Event()

        def finish() -> None:
            end()
            done.set()

        loop.call_soon_threadsafe(finish)
        done.wait(LONGEST)

    for number in [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]:
        try:
            loop.add_signal_handler(number, end)
        except NotImplementedError:  # a loop of Windows
            signal.signal(number, lambda *_rest: loop.call_soon_threadsafe(end))
        except (RuntimeError, ValueError):  # not the main thread: a test, or a host of ours
            return
    on_close(close)


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
    ctypes.windll.kernel32.SetConsoleCtrlHandler(handler, 1)
