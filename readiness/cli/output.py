"""What the commands print: data on stdout, talk on stderr, and nothing that steers a terminal."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from readiness.i18n.language import _
from readiness.i18n.terminal_text import safe

if TYPE_CHECKING:
    from readiness.app.keeper import Outcome
    from readiness.storage.problems import Problem

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


def saved(outcome: Outcome) -> bool:
    """Say what kept a plan from being saved as it is here; whether nothing did."""
    from readiness.describe.difference import conflict_title

    if outcome.trouble:
        tell(_("Not saved: {error}").format(error=outcome.trouble))
    for left, conflict in zip(range(len(outcome.conflicts), 0, -1), outcome.conflicts, strict=True):
        tell(f"{conflict_title(left)}: {conflict.words}")
        tell(_("The file keeps theirs; yours is kept aside for you to choose."))
    return not outcome.trouble and not outcome.conflicts


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
    """Write to standard error; where it is closed, that is no reason to stop the work."""
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


WIDEST, NARROWEST = 100, 20
"""Lines are broken to the terminal's width within these bounds, in columns."""


NARROW_INDENT = 2
"""Columns of an indent in a terminal of which the wanted one would take more than two fifths."""


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """A text broken to the terminal's width, with indents.

    Where the first word does not fit beside what stands before it, it stands below.
    """
    most = width()
    first, rest = (_fitting(indent, most) for indent in (first, rest))
    return "\n".join(_lines(safe(text).split(), first, rest, most))


def _fitting(indent: str, most: int) -> str:
    is_wide = len(indent) > most * 2 // 5
    return " " * NARROW_INDENT if is_wide and not indent.strip() else indent


def width() -> int:
    """The terminal's width in columns, within bounds; 80 where there is no terminal."""
    given = os.environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isdecimal() else os.get_terminal_size().columns
    except OSError:
        columns = 80
    return max(min(columns or 80, WIDEST), NARROWEST)


def _lines(words: list[str], first: str, rest: str, most: int) -> Iterator[str]:
    line, has_word = first, False
    for word in words:
        is_begun = has_word or (line.strip() and len(rest) < len(first))
        if is_begun and len(line) + has_word + len(word) > most:
            yield line.rstrip()
            line, has_word = rest, False
        line = f"{line} {word}" if has_word else line + word
        has_word = True
    yield line.rstrip()


def as_typed(path: Path) -> str:
    """A path as it can be typed after a command: in quotes where a shell would part it."""
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    import shlex

    return shlex.quote(str(path))


def with_ending(path: Path, ending: str) -> Path:
    """A new file's name, with the ending it lacks; a name that is there already is kept as it is.

    Nobody finds a document again that no program wants to open.
    """
    if path.suffix or not path.name or path.exists():
        return path
    return path.with_name(f"{path.name}{ending}")


def say(text: str) -> None:
    """Print a line of what was asked for, on standard output."""
    put_out(f"{safe(text)}\n")


def hand_over(text: str) -> None:
    """Print data for programs, to the letter."""
    put_out(f"{text}\n")


def hand_over_json(whole: Mapping[str, object]) -> None:
    """Print data for programs as JSON."""
    import json

    hand_over(json.dumps(whole, indent=2))


def tell(text: str) -> None:
    """Print a line on standard error: a problem, or what was done."""
    put_talk(f"{safe(text)}\n")


def tell_problems(problems: Iterable[Problem]) -> bool:
    """Say what is the matter with files; whether something in them could not be read."""
    found = list(problems)
    for problem in found:
        tell(problem.words())
    return any(problem.severity == "error" for problem in found)
