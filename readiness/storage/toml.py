"""TOML text, taken apart: what it may cost, what it holds, and in words why it cannot be read.

Reading TOML can take many times the memory of its text: each part of a key or of a table's name
about a kilobyte, and a key of many parts their square. So one pass over the marks of the text
counts first, and stops at the first bound that is passed. It stops too where the text is no TOML
any more, for no reader goes on from there.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Literal, NamedTuple

from readiness.i18n.language import N_, _
from readiness.i18n.words import grouped_words
from readiness.storage.problems import Problem, Refused
from readiness.storage.toml_mistakes import mistake

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


_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_END = "(at end of document)"

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


def parsed(text: str, name: str) -> dict[str, Any]:
    """What a TOML text holds. Raises Refused with the line and the reason in words."""
    bounded(text, name)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _LINE.search(said)
        line = int(at[1]) if at else len(text.splitlines()) or 1
        said = _LINE.sub("", said).replace(_END, "").strip()
        line, why, todo = mistake(text, line, said) or (line, *_plain(said))
        raise Refused(Problem(file=name, line=line, why=why, todo=todo)) from None
    if _depth(found) > DEEPEST:
        raise Refused(_passed(name, Overrun("deep", None)))
    return found


def bounded(text: str, name: str) -> None:
    """Look whether a text may be taken apart. Raises Refused where it would cost too much."""
    passed = overrun(text)
    if passed is not None:
        raise Refused(_passed(name, passed))


_TWICE = (N_("the same key or table stands in the file twice"), N_("keep one of them"))
_OPEN = (N_("a text in quotes is not closed"), N_('end it with the same quotes: "like this"'))
_SAID = (
    ("Cannot overwrite", *_TWICE),
    ("Cannot declare", *_TWICE),
    ("Cannot mutate", *_TWICE),
    ("Duplicate", *_TWICE),
    ("Illegal character '\\n'", *_OPEN),
    ("Unterminated string", *_OPEN),
    (
        "Invalid date or datetime",
        N_("there is no such date"),
        N_("write year-month-day, such as 2027-01-31"),
    ),
    (
        "Invalid value",
        N_("what stands after the = is no value"),
        N_('write words in quotes: "like this"'),
    ),
    (
        "Expected '=' after a key",
        N_("there is no = here"),
        N_('write a line such as: plan = "My plan"'),
    ),
    (
        "Expected ']'",
        N_("a table's name is not closed"),
        N_("write it in brackets: [answers.SEL-01]"),
    ),
    (
        "Unescaped '\\'",
        N_("a backslash \\ in double quotes has a meaning of its own"),
        N_(r"write \\ for it, or put the text in single quotes"),
    ),
    (
        "Expected newline",
        N_("something stands behind the value"),
        N_("put texts in quotes, and each key on a line of its own"),
    ),
    (
        "Invalid statement",
        N_("this is neither a key with its value nor a table's name"),
        N_('write a line such as: plan = "My plan"'),
    ),
    ("Unclosed array", N_("a list is not closed"), N_("end it with ]")),
)


def _plain(said: str) -> tuple[str, str]:
    """What the reader of TOML found, and what to do, in plain words where we have them."""
    for start, why, todo in _SAID:
        if said.startswith(start):
            return _("{why} (the line is not TOML)").format(why=_(why)), _(todo)
    # Not in the words of the reader: it speaks English only.
    return _("this line is not TOML"), _("mend the line, or take it out")


def editable(text: str, name: str) -> None:
    """Look whether a text may be changed in place. Raises Refused where it would take too long."""
    if is_slow_to_edit(text):
        why = _("the file has more keys with dots than can be changed with their comments")
        raise Refused(Problem(file=name, why=why, todo=_("write them under headers: [like.this]")))


def _passed(name: str, passed: Overrun) -> Problem:
    """The problem of a text that passes a bound."""
    why, todo = {
        "deep": (
            _("tables, lists or the parts of a key are more than {n} deep").format(n=DEEPEST),
            _("open a copy from before it was changed"),
        ),
        "many": (
            _("from here on there are more than {n} keys and values in the file").format(
                n=grouped_words(MOST_ENTRIES)
            ),
            _("open a copy from before it was changed"),
        ),
        "long": (
            _("a number has more figures than any plan needs"),
            _("write a shorter one, or put it in quotes"),
        ),
    }[passed.bound]
    return Problem(file=name, line=passed.line, why=why, todo=todo)


def _depth(thing: object) -> int:
    deepest, level = 0, [thing]
    while level:
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        deepest += 1
        if deepest > DEEPEST + 1:
            break
    return deepest


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
