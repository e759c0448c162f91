"""Opening a file with the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from readiness.i18n.language import _
from readiness.storage.problems import ReadinessError

WAIT = 2.0
"""Seconds in which a system's opener says that it cannot open a file; most return at once."""


class CannotOpen(ReadinessError):  # noqa: N818 - it says what happened
    """The system could not open a file; the file is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file, the reason, and where it is."""
        words = _("{file} could not be opened from here: {why}. Open it yourself; it is {path}")
        super().__init__(words.format(file=path.name, why=why, path=path))


def open_file(path: Path) -> None:
    """Open a file with the program that the system has for its kind; waits at most WAIT seconds.

    No shell reads the name, and the other program gets neither our terminal nor our output. By the
    documented call of each system: os.startfile on Windows, `open` on macOS, else `xdg-open`.
    Raises CannotOpen, with the reason in words.
    """
    whole = path.absolute()
    if not whole.is_file():
        raise CannotOpen(whole, _("it is not there any more"))
    try:
        if sys.platform == "win32":
            os.startfile(whole)  # noqa: S606 - a document that was just made
        else:
            _hand_over("open" if sys.platform == "darwin" else "xdg-open", whole)
    except OSError as error:
        raise CannotOpen(whole, (error.strerror or str(error)).lower()) from None


def _hand_over(opener: str, path: Path) -> None:
    program = shutil.which(opener)
    if program is None:
        why = _("this computer has no {opener}, which opens files with their programs")
        raise CannotOpen(path, why.format(opener=opener))
    nowhere = subprocess.DEVNULL
    # In a session of its own it cannot write over our screen, and stays when we leave.
    started = subprocess.Popen(  # noqa: S603 - no shell, and the file's path is absolute
        [program, str(path)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        code = started.wait(WAIT)
    except subprocess.TimeoutExpired:
        return  # some openers are the viewer themselves, and stay as long as it is open
    if code:
        raise CannotOpen(path, _("no program for such files answered"))
