"""Standard output and standard error: written to whoever reads them, and let go with a word."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO

from readiness.i18n.language import _

WINDOWS = os.name == "nt"


class CannotPrint(Exception):  # noqa: N818 - it says what happened
    """The output cannot be written; holds the system's reason."""


def prepare() -> None:
    """Let nothing about a stream be a reason to fail: one that is closed, or lacks a letter."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # It writes what waits, which may fail; that is told when the work is done.
            with contextlib.suppress(OSError):
                stream.reconfigure(errors="replace")


def lines_given() -> tuple[list[str], int]:
    """The lines on standard input, and the number of the first that is no UTF-8; 0 for none.

    At a terminal it is said how they end.
    """
    if not prepare_input():
        put_talk(_("Type the lines; Ctrl-D ends them (Ctrl-Z and Enter on Windows).") + "\n")
    lines = sys.stdin.read().splitlines()
    broken = (n for n, line in enumerate(lines, 1) if any(map(_is_no_letter, line)))
    return lines, next(broken, 0)


def prepare_input() -> bool:
    """Whether the lines were written before; letters that they cannot hold stay to be told."""
    is_piped = not sys.stdin.isatty()
    if isinstance(sys.stdin, io.TextIOWrapper):
        # Windows would read a file in its own code page, and take UTF-8 for other letters.
        letters = "utf-8-sig" if is_piped else sys.stdin.encoding
        sys.stdin.reconfigure(encoding=letters, errors="surrogateescape")
    return is_piped


def _is_no_letter(sign: str) -> bool:
    """Whether it stands for a byte that was no letter; a nought is half a letter of UTF-16."""
    return sign == "\0" or "\udc80" <= sign <= "\udcff"


def put_out(text: str) -> None:
    """Write data, for whoever reads it. Raises CannotPrint where a full disk takes no more."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        give_up(error)


def put_talk(text: str) -> None:
    """Write talk; where nobody can hear it, the work goes on all the same."""
    try:
        sys.stderr.write(text)
    except OSError:
        _let_go(sys.stderr)


def finish() -> int:
    """Write what still waits, so that Python finds nothing to complain about when it ends.

    Returns 0. Raises CannotPrint.
    """
    try:
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError as error:
        give_up(error)
    return 0


def give_up(error: OSError) -> None:
    """Go on without a reader that went away: what a command found is still told by its exit code.

    Raises CannotPrint where the reader is there and lacks something.
    """
    _let_go(sys.stdout)
    if not _is_gone(error):
        raise CannotPrint((error.strerror or str(error)).lower()) from error


def _is_gone(error: OSError) -> bool:
    # Windows says of a pipe without a reader that the argument is invalid.
    return isinstance(error, BrokenPipeError) or (WINDOWS and error.errno == errno.EINVAL)


def _let_go(stream: TextIO) -> None:
    """Send what is written to a stream from now on to nowhere."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
