"""One file on the disk: read without waiting, and replaced whole.

A name may meanwhile stand for a pipe or a device, which would never end. What is replaced is always
either the old file or the new one. What one system alone does stands at the end, and is not done
elsewhere.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from readiness.i18n.language import _
from readiness.storage.problems import CannotWrite

LONGEST_WAIT = 5.0
"""Seconds that a pipe is waited for; our default."""

ENDING = ".tmp"
LONGEST_START = 40
"""Characters of a file's name at the start of its temporary file's, so that no name is too long."""

LONGEST_NAME = 255
"""Bytes of a file's name that every system takes."""

PATIENCE = (0.02, 0.05, 0.1, 0.2)
"""Seconds to wait, one after the other, for a program that holds a file on Windows."""

STALE = 60
"""Seconds after which a temporary file belongs to a program that was killed."""

IS_MACOS, IS_WINDOWS = sys.platform == "darwin", os.name == "nt"

ACCESS_LIST, ATTRIBUTES = 1 << 0, 1 << 2
"""COPYFILE_ACL and COPYFILE_XATTR: what copyfile(3) of macOS carries over."""

IGNORE_MERGE_ERRORS = 2
"""ReplaceFileW of Windows goes on where something of the old file cannot be carried over."""

_MASK = os.umask(0o077)
"""What new files are not open for. Asked once: it cannot be asked without changing it, and another
thread may make a file in that moment."""
os.umask(_MASK)


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


def replace_file(path: Path, raw: bytes, look: Callable[[], None] = lambda: None) -> None:
    """Put these bytes in a file's place; its links, rights and owner stay.

    Writing them takes a while; `look` is called right before they take the place. Raises OSError,
    or what `look` raises; the old file is then as it was and nothing is left beside it.
    """
    target = resolved(path)
    _refuse_device(target)
    import tempfile

    handle, name = tempfile.mkstemp(prefix=_start_of(target), suffix=ENDING, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            sync(file.fileno())
        _keep_rights(target, Path(name))
        _replace(Path(name), target, look)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def write_whole(path: Path, raw: bytes) -> None:
    """Put these bytes in a file's place, as replace_file does. Raises CannotWrite."""
    try:
        replace_file(path, raw)
    except OSError as error:
        raise CannotWrite.by(path, error) from error


def _refuse_device(target: Path) -> None:
    """Leave what is no file where it is. Raises OSError."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise OSError(errno.EINVAL, _("it is a device or a pipe, and no file"))


def free_name(path: Path, ending: str, raw: bytes) -> Path:
    """A name beside a file for a copy of it that no other file has: plan.toml.bak, .bak-2 ...

    One that holds these very bytes already is free too.
    """
    number = 1
    while True:
        tail = ending if number == 1 else f"{ending}-{number}"
        name = path.name
        while len(os.fsencode(name + tail)) > LONGEST_NAME:
            name = name[:-1]
        found = path.with_name(name + tail)
        if not os.path.lexists(found) or _holds(found, raw):
            return found
        number += 1


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return not path.is_symlink() and read_regular(path, len(raw) + 1) == raw
    except OSError:
        return False


def resolved(path: Path) -> Path:
    """The file behind any links. Raises OSError where links lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError as error:
        raise OSError(_("the link leads in a circle")) from error


def sweep(path: Path) -> None:
    """Take away what a killed program left beside a file."""
    with contextlib.suppress(OSError):
        target = resolved(path)
        for one in target.parent.iterdir():
            is_ours = one.name.startswith(_start_of(target)) and one.name.endswith(ENDING)
            if is_ours and time.time() - one.stat().st_mtime > STALE:
                one.unlink()


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into. Raises OSError."""
    # The mode would not reach folders above that are made on the way.
    for missing in [one for one in reversed((folder, *folder.parents)) if not one.exists()]:
        missing.mkdir(exist_ok=True, mode=0o700)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def write_private(path: Path, raw: bytes) -> None:
    """Put these bytes in a file that only its owner can read. Raises OSError."""
    make_private_folder(path.parent)
    # A temporary file is made for its owner alone, and stays so where no file was there before.
    replace_file(path, raw)
    path.chmod(0o600)


def _start_of(target: Path) -> str:
    return f".{target.name[:LONGEST_START]}."


def _replace(new: Path, target: Path, look: Callable[[], None]) -> None:
    for pause in PATIENCE:
        look()
        try:
            _swap(new, target)
        except PermissionError as error:
            if getattr(error, "winerror", None) is None:
                raise
            time.sleep(pause)
        else:
            return
    look()
    _swap(new, target)


def _swap(new: Path, target: Path) -> None:
    if not replace_keeping(new, target):
        new.replace(target)


def _keep_rights(target: Path, new: Path) -> None:
    """Give the new file the rights of the old one, as far as the system lets us."""
    try:
        old = target.stat()
    except OSError:
        new.chmod(0o666 & ~_MASK)
        return
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (os.getuid(), os.getgid()):
        with contextlib.suppress(OSError):
            os.chown(new, -1, old.st_gid)
        with contextlib.suppress(OSError):
            os.chown(new, old.st_uid, -1)
    with contextlib.suppress(OSError):
        new.chmod(stat.S_IMODE(old.st_mode))
    _keep_attributes(target, new)


def _keep_attributes(target: Path, new: Path) -> None:
    """Keep access lists and the like, which a shared drive may hang on the file."""
    keep_attributes(target, new)
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(target):
            with contextlib.suppress(OSError):
                os.setxattr(new, name, os.getxattr(target, name))


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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


def replace_keeping(new: Path, target: Path) -> bool:
    """Put a file in another one's place, which keeps its attributes, access list and dates.

    Returns whether that was done: where there is no such file yet, or the drive cannot do it, a
    plain rename is what is left. See ReplaceFileW in the documentation of Windows.
    """
    if not IS_WINDOWS or not target.is_file():
        return False
    ctypes: Any = importlib.import_module("ctypes")
    replace = ctypes.windll.kernel32.ReplaceFileW
    return bool(replace(str(target), str(new), None, IGNORE_MERGE_ERRORS, None, None))
