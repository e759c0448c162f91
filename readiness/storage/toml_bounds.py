"""What a TOML text may cost, counted before anything takes it apart.

Reading TOML can take many times the memory of its text: each part of a key or of a table's name
about a kilobyte, and a key of many parts their square. So one pass over the marks of the text
counts first, and stops at the first bound that is passed. It stops too where the text is no TOML
any more, for no reader goes on from there.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

DEEPEST = 12
"""Tables and lists within one another, and the parts of one key; a plan needs 5."""

MOST_ENTRIES = 60_000
"""Keys, parts of tables' names and values in lists, all together.

A plan with 200 practitioners and 500 rows in every table that has rows comes to about 50,000.
"""

MOST_EDITED, MOST_DOTTED = 30_000, 20_000
"""Entries of a text that is changed in place, and the squares of the parts of its dotted keys."""

MOST_LINES = 50_000
"""Lines of a text that is changed in place, and backslashes in it."""

LONGEST_NUMBER = 100
"""Characters of a number or a date as it is written."""

_LARGEST = 2**63
"""The numbers of TOML fit in 64 bits."""

# Each repetition keeps what it took, so that a long text costs no memory and no second try.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|[A-Za-z0-9_+\-:]++"
    r"|(?:[ \t\r\n]|#[^\n]*+)++"
    r"|[.=,\[\]{}]",
    re.DOTALL,
)


Bound = Literal["deep", "many", "long"]
"""Levels, entries, or the figures of a number."""


class Overrun(NamedTuple):
    """A bound that a text passes, and on which line."""

    bound: Bound
    """Which one."""
    line: int | None
    """The line, counted from 1, where it is known."""


def overrun(text: str) -> Overrun | None:
    """The first bound that a TOML text passes; None where it passes none."""
    return _counted(text, _Count())


def is_slow_to_edit(text: str) -> bool:
    """Whether changing a text in place, comments and all, would take longer than a person waits.

    The editor of TOML takes some milliseconds for a thousand lines, but the square of their number
    where keys with dots share their beginning, and more the more dots they have.
    """
    if text.count("\n") > MOST_LINES or text.count("\\") > MOST_LINES:
        return True
    count = _Count()
    _counted(text, count)
    return count.dotted > MOST_DOTTED or count.entries > MOST_EDITED


def _counted(text: str, count: _Count) -> Overrun | None:
    at = 0
    while (found := _TOKEN.match(text, at)) is not None:
        token, at = found[0], found.end()
        bound = count.take(token)
        if bound:
            return Overrun(bound, text.count("\n", 0, found.start()) + 1)
    return None


class _Count:
    """Where in a text one is, and how much there was so far."""

    def __init__(self) -> None:
        self.entries = self.dotted = 0
        self._parts = 1
        self._open: list[str] = []
        self._is_key, self._is_fraction = True, False

    def take(self, token: str) -> Bound | None:
        """Go on past a token; returns the bound that it passes, if it passes one."""
        mark = token[0]
        if mark == "." and self._is_key:
            self._parts += 1
            return "deep" if self._parts > DEEPEST else self._more()
        if mark in "=,":
            self.dotted += self._parts**2 if mark == "=" and self._parts > 1 else 0
            self._is_key = mark == "," and self._open[-1:] == ["{"]
            self._parts = 1
            return self._more()
        if mark in "[{":
            return self._enter(mark)
        if mark in "]}":
            self._open, self._is_key = self._open[:-1], False
        elif mark in " \t\r\n#":
            if not self._open and "\n" in token:
                self._is_key, self._parts = True, 1
        elif not self._is_key and mark not in "\"'.":
            return self._number(token)
        self._is_fraction = mark == "."
        return None

    def _enter(self, mark: str) -> Bound | None:
        is_header = mark == "[" and self._is_key and not self._open
        if not is_header:
            self._open.append(mark)
            self._is_key, self._parts = mark == "{", 1
        return "deep" if len(self._open) > DEEPEST else self._more()

    def _more(self) -> Bound | None:
        self.entries += 1
        return "many" if self.entries > MOST_ENTRIES else None

    def _number(self, token: str) -> Bound | None:
        is_fraction, self._is_fraction = self._is_fraction, False
        if len(token) > LONGEST_NUMBER or (not is_fraction and _is_large(token)):
            return "long"
        return None


def _is_large(token: str) -> bool:
    """Whether a whole number takes more than the 64 bits that TOML has for one."""
    try:
        return not -_LARGEST <= int(token.replace("_", ""), 0) < _LARGEST
    except ValueError:
        return False
