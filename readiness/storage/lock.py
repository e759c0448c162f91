"""One writer at a time: between looking at a plan file and replacing it, nobody else writes."""

from __future__ import annotations

import contextlib
import importlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readiness.storage.disk import LONGEST_START, resolved

LONGEST_WAIT = 2.0
"""Seconds to wait for another writer."""

PAUSE = 0.01
"""Seconds between two tries."""

ENDING = ".lock"
"""Ends the name of the file that is locked on Windows in the place of the plan."""


@contextlib.contextmanager
def plan_lock(path: Path) -> Iterator[None]:
    """Hold the plan file's lock, where its file system has locks; goes on without where not.

    Raises BlockingIOError when another program holds it for longer than LONGEST_WAIT.
    """
    try:
        import fcntl  # noqa: F401 - only whether it is there
    except ImportError:
        with _held_beside(path):
            yield
        return
    handle = _locked(path)
    try:
        yield
    finally:
        if handle is not None:
            _let_go(handle)


@contextlib.contextmanager
def _held_beside(path: Path) -> Iterator[None]:
    """Hold a file beside the plan: Windows refuses to replace a file that is open.

    The system lets go of it when the program that holds it dies.
    """
    try:
        system: Any = importlib.import_module("msvcrt")
        target = resolved(path)
        beside = target.with_name(f".{target.name[:LONGEST_START]}{ENDING}")
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
    except (ImportError, OSError):
        yield
        return
    try:
        _lock_byte(system, handle)
        yield
    finally:
        os.close(handle)
        with contextlib.suppress(OSError):
            # Where another program waits for it, Windows leaves it there.
            beside.unlink()


def _lock_byte(system: Any, handle: int) -> None:  # noqa: ANN401 - a module of Windows alone
    """Lock the first byte of a file. Raises BlockingIOError after LONGEST_WAIT."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            system.locking(handle, system.LK_NBLCK, 1)
        except OSError as error:
            if time.monotonic() > until:
                raise BlockingIOError(*error.args) from error
            time.sleep(PAUSE)
        else:
            return


def _locked(path: Path) -> int | None:
    import fcntl

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
