"""One writer at a time: between looking at a plan file and replacing it, nobody else writes."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from readiness.files.atomic import resolved

LONGEST_WAIT = 2.0
"""Seconds to wait for another writer."""

PAUSE = 0.01
"""Seconds between two tries."""


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the plan file's lock, where its file system has locks; goes on without where not.

    Raises BlockingIOError when another program holds it for longer than LONGEST_WAIT.
    """
    handle = _locked(path)
    try:
        yield
    finally:
        if handle is not None:
            _let_go(handle)


def _locked(path: Path) -> int | None:
    try:
        import fcntl
    except ImportError:
        # Windows refuses to replace a file that is open, so holding it would block ourselves.
        return None
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            handle = os.open(resolved(path), os.O_RDWR)
        except OSError:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _let_go(handle)
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE)
            continue
        except OSError:
            _let_go(handle)
            return None
        if _is_still(path, handle):
            return handle
        _let_go(handle)


def _let_go(handle: int) -> None:
    """Close the lock; a shared drive may fail even there, and the file is written by then."""
    with contextlib.suppress(OSError):
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file that was locked was not replaced while we waited."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except OSError:
        return True
