"""What a hand gets wrong in a line of TOML: what it was meant to be, in the words of who wrote it.

The reader of TOML says where it could not go on, and that in English. People write 4,5 and
11.01.2027, take curly quotes over from Word, and leave git's marks in. This looks at the line and
says what they see, with the line as it should stand. It never guesses a value: nothing is read of a
line that is told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from readiness.i18n.language import _
from readiness.storage.value_mistakes import VALUES, Found, instead, quoted

_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
"""What git puts around the versions of two people; seven signs, each on a line of its own."""

# No repetition gives back what it took: a line may be as long as a file.
_LINE = re.compile(
    r"""^\s*+(?P<key>[^\s="'\[\]]++(?:[ \t]++[^\s="'\[\]]++)*+)\s*+=(?P<value>.*)$"""
)
_COMMENT = re.compile(r"\s#.*")
_HEADER = re.compile(r"^\s*+\[++(?P<name>[^\[\]]*+)\]*+\s*+(?:#.*+)?$")
_HEADER_AND_MORE = re.compile(r"\[[^\[\]=]*+\]\s*+(?P<rest>[^\s#\]].*)")
_IN_QUOTES = re.compile(r""""(?:[^"\\]|\\.)*+"?|'[^']*+'""")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STARTED = re.compile(r"^\s*[\w.\"'-]+\s*=\s*\[")


class Mistake(NamedTuple):
    """What a person did in a line, and what to write."""

    line: int
    why: str
    todo: str


def mistake(text: str, line: int, said: str) -> Mistake | None:
    """What is wrong in a text that cannot be read; None where nothing that we know was done.

    `line` is where the reader of TOML stopped, counted from 1, and `said` is its own sentence.
    """
    marker = _MARKER.search(text)
    if marker is not None:
        return Mistake(
            text.count("\n", 0, marker.start()) + 1,
            _("two people changed the plan, and git left both versions here between its marks"),
            _(
                "keep one of them and take out the lines with <<<<<<<, ======= and >>>>>>>; "
                "readiness merge merges two plans without such marks"
            ),
        )
    lines = text.split("\n")
    if said.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")):
        return _twice(lines, line)
    found = next((one for look in _LOOKS for one in look(_at(lines, line))), None)
    if found is not None:
        return Mistake(line, *found)
    return _unclosed_list(lines, line)


def _at(lines: list[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _comment(line: str) -> Found:
    """A comment as other languages write it."""
    if line.lstrip().startswith(("//", ";", "/*", "--", "<!--")):
        yield _("this looks like a comment"), _("begin a comment with #")


def _dash(line: str) -> Found:
    """A dash that a word processor made of a hyphen, outside of quotes."""
    bare = _IN_QUOTES.sub("", _without_comment(line))
    found = next((letter for letter in bare if letter in _DASHES), "")
    if found:
        yield (
            _("the dash {mark} is one of a word processor").format(mark=found),
            _("write the hyphen of the keyboard: {line}").format(
                line=quoted(line.translate(dict.fromkeys(map(ord, _DASHES), "-")))
            ),
        )


def _header(line: str) -> Found:
    """A header with a letter that has to stand in quotes there, or without its ends."""
    bare = _without_comment(line)
    if bare.endswith("]") and "[" not in bare and "=" not in bare:
        yield _("a table's name does not begin with ["), instead(f"[{bare}")
    if not bare.startswith("["):
        return
    if (closed := _HEADER_AND_MORE.fullmatch(bare)) is not None:
        yield (
            _("something stands behind a table's name"),
            _("write it on a line of its own: {line}").format(line=quoted(closed["rest"])),
        )
    if line.count("[") > line.count("]"):
        yield _("a table's name is not closed"), instead(f"{line.strip()}]")
    found = _HEADER.match(line)
    parts = found["name"].split(".") if found else []
    if any(part.strip() and not _is_key(part.strip()) for part in parts):
        name = ".".join(
            part.strip() if _is_key(part.strip()) else f'"{part.strip()}"' for part in parts
        )
        yield _in_quotes(f"[{name}]")


def _is_key(part: str) -> bool:
    return _BARE.fullmatch(part) is not None or part[:1] in "\"'"


def _in_quotes(line: str) -> tuple[str, str]:
    why = _("a name with a space or with a letter other than a to z has to stand in quotes")
    return why, instead(line)


def _equals(line: str) -> Found:
    """A line without its =."""
    bare = _without_comment(line)
    if "=" in bare or bare.startswith("["):
        return
    key, sign, value = bare.partition(":")
    if not sign:
        key, sign, value = bare.partition(" ")
    key, value = key.strip(), value.strip()
    if not key:
        return
    example = f"{key} = {value or '...'}" if _is_key(key) else f'"{key}" = {value or "..."}'
    yield _("there is no = here"), instead(example)


def _key(line: str) -> Found:
    """A key that has to stand in quotes, or is written with a space for the line below."""
    found = _LINE.match(line)
    if found is None or all(_is_key(part.strip()) for part in found["key"].split(".")):
        return
    key = found["key"]
    joined = "_".join(key.split())
    if _is_key(joined):
        yield (
            _('the key "{key}" is written with a space').format(key=quoted(key)),
            instead(f"{joined} ={found['value']}"),
        )
    else:
        yield _in_quotes(f'"{key}" ={found["value"]}')


def _value(line: str) -> Found:
    found = _LINE.match(line)
    if found is None:
        return
    value = _without_comment(found["value"])
    if not value:
        yield (
            _("nothing stands after the = of {key}").format(key=quoted(found["key"])),
            _("write its value there, or take the line out"),
        )
    for look in VALUES:
        yield from look(value)


_LOOKS: tuple[Callable[[str], Found], ...] = (_comment, _dash, _header, _equals, _key, _value)


def _twice(lines: list[str], line: int) -> Mistake | None:
    """A key or a table that stands there already, with the line where it does."""
    now = _named(_at(lines, line))
    if not now:
        return None
    for number in range(line - 1, 0, -1):
        before = _at(lines, number)
        if _named(before) == now:
            why = _("{key} stands here twice: in line {first} as well").format(
                key=quoted(now), first=number
            )
            return Mistake(line, why, _("keep one of them"))
        if before.lstrip().startswith("[") and not now.startswith("["):
            return None
    return None


def _named(line: str) -> str:
    if line.lstrip().startswith("["):
        return _without_comment(line)
    found = _LINE.match(line)
    return found["key"] if found else ""


def _unclosed_list(lines: list[str], line: int) -> Mistake | None:
    for number in range(min(line, len(lines)), 0, -1):
        here = lines[number - 1]
        if _STARTED.match(here) and here.count("[") > here.count("]"):
            todo = instead(f"{here.strip()}]")
            return Mistake(number, _("a list is not closed"), todo)
        if here.count("]") > here.count("[") or (here.strip() and number < line - 1):
            break
    return None


def _without_comment(line: str) -> str:
    return _COMMENT.sub("", line).strip()
