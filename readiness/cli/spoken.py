"""What the commands print: data on stdout, talk on stderr, and nothing that steers a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.streams import put_out, put_talk
from readiness.i18n.showable import safe

if TYPE_CHECKING:
    from readiness.storage.problems import Problem

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
    """Print data."""
    put_out(f"{safe(text)}\n")


def hand_over(text: str) -> None:
    """Print data for programs, to the letter."""
    put_out(f"{text}\n")


def hand_over_json(whole: Mapping[str, object]) -> None:
    """Print data for programs as JSON."""
    import json

    hand_over(json.dumps(whole, indent=2))


def tell(text: str) -> None:
    """Print talk: problems and what was done."""
    put_talk(f"{safe(text)}\n")


def tell_problems(problems: Iterable[Problem]) -> bool:
    """Say what is the matter with files; whether something in them could not be read."""
    found = list(problems)
    for problem in found:
        tell(problem.words())
    return any(problem.severity == "error" for problem in found)
