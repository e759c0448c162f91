"""What only macOS does, through its documented calls. Nothing of it happens elsewhere."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
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
