"""Being told that the system ends the program: by a signal, or as its window is closed."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable

from readiness.storage.platforms import on_close

SIGNALS = ("SIGHUP", "SIGTERM", "SIGBREAK")
"""Those that end a program, as far as the system has them; Windows alone has the last."""

LONGEST = 4.0
"""Seconds that Windows is kept waiting: after five it ends the program itself."""


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
