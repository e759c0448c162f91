"""The slips of a hand in a line of TOML: what it was meant to be, in the words of who wrote it.

The reader of TOML says where it could not go on, and that in English. People write 4,5 and
11.01.2027, take curly quotes over from Word, and leave git's marks in. This looks at the line and
says what they see, with the line as it should stand. It never guesses a value: nothing is read of a
line that is told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from readiness.i18n.language import _

LONGEST = 40
"""Characters of a line that a message quotes."""

_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""What git puts around the versions of two people; seven signs, each on a line of its own."""

# No repetition gives back what it took: a line may be as long as a file.
_LINE = re.compile(
    r"""^\s*+(?P<key>[^\s="'\[\]]++(?:[ \t]++[^\s="'\[\]]++)*+)\s*+=(?P<value>.*)$"""
)
_COMMENT = re.compile(r"(?<!\s)\s++#.*$")
_DAY_FIRST = re.compile(r"(?<![\w.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\w.])")
_YEAR_FIRST = re.compile(r"(?<![\w.])(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?![\w.])")
_COMMA = re.compile(r"[+-]?\d+(?:[ .]\d{3})*,\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?: \d{3})++(?:[.,]\d+)?")
_NOUGHT = re.compile(r"0\d+(?:\.\d+)?")
_UNIT = re.compile(r"(\d+(?:[.,]\d+)?) ?([^\W\d].*|%)")
_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a\u00b4`"
_HEADER = re.compile(r"^\s*\[+(?P<name>[^\[\]]*)\]*\s*(?:#.*)?$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STARTED = re.compile(r"^\s*[\w.\"'-]+\s*=\s*\[")


class Slip(NamedTuple):
    """What a person did in a line, and what to write."""

    line: int
    why: str
    todo: str


def slip(text: str, line: int, said: str) -> Slip | None:
    """The slip in a text that cannot be read; None where nothing that we know was done.

    `line` is where the reader of TOML stopped, counted from 1, and `said` is its own sentence.
    """
    marker = _MARKER.search(text)
    if marker is not None:
        return Slip(
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
        return Slip(line, *found)
    return _unclosed_list(lines, line)


def _at(lines: list[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


Found = Iterator[tuple[str, str]]


def _header(line: str) -> Found:
    """A header with a letter that has to stand in quotes there, or without its end."""
    if not line.lstrip().startswith("["):
        return
    if line.count("[") > line.count("]"):
        yield (
            _("a table's name is not closed"),
            _("end it with ]: {line}").format(line=_quoted(f"{line.strip()}]")),
        )
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
    return (
        _("a name with a space or with a letter other than a to z has to stand in quotes"),
        _("write {line}").format(line=_quoted(line)),
    )


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
    yield (
        _("there is no = here"),
        _("write it between the key and its value: {line}").format(line=_quoted(example)),
    )


def _key(line: str) -> Found:
    """A key that has to stand in quotes, or is written with a space for the line below."""
    found = _LINE.match(line)
    if found is None or all(_is_key(part.strip()) for part in found["key"].split(".")):
        return
    key = found["key"]
    joined = "_".join(key.split())
    if _is_key(joined):
        yield (
            _('the key "{key}" is written with a space').format(key=_quoted(key)),
            _("write {line}").format(line=_quoted(f"{joined} ={found['value']}")),
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
            _("nothing stands after the = of {key}").format(key=_quoted(found["key"])),
            _("write its value there, or take the line out"),
        )
    for look in _VALUES:
        yield from look(value)


def _day(value: str) -> Found:
    if value[:1] in "\"'":
        return
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        for found in pattern.finditer(value):
            written = found[0]
            try:
                meant = date(*(int(found[at]) for at in order)).isoformat()
            except ValueError:
                yield _("there is no such date"), _("write year-month-day: 2027-01-31")
            else:
                if written != meant:
                    yield (
                        _("{value} is not how a date is written here").format(value=written),
                        _("write year-month-day without quotes, such as {day}").format(day=meant),
                    )


def _number(value: str) -> Found:
    if _COMMA.fullmatch(value):
        number = value.replace(" ", "").replace(".", "").replace(",", ".")
        yield (
            _("{value} is not how a number is written here").format(value=_quoted(value)),
            _("write decimals with a point: {number}").format(number=_quoted(number)),
        )
    elif _THOUSANDS.fullmatch(value) or _NOUGHT.fullmatch(value):
        number = value.replace(" ", "").replace(",", ".").lstrip("0") or "0"
        yield (
            _("{value} is not how a number is written here").format(value=_quoted(value)),
            _("write {line}").format(line=_quoted(number)),
        )
    elif unit := _UNIT.fullmatch(value):
        yield (
            _("{value} is neither a number nor a text in quotes").format(value=_quoted(value)),
            _("write the number alone, {number}, or all of it in quotes").format(
                number=_quoted(unit[1].replace(",", "."))
            ),
        )


def _truth(value: str) -> Found:
    if value.lower() in ("true", "false") and not value.islower():
        yield (
            _("{value} is written in capitals").format(value=value),
            _("write {line}").format(line=value.lower()),
        )


def _quotes(value: str) -> Found:
    if value[0] in _QUOTES or value[-1] in _QUOTES:
        mark = value[0] if value[0] in _QUOTES else value[-1]
        text = value.strip(_QUOTES + "\"'")
        yield (
            _("the quotation mark {mark} is one of a word processor").format(mark=mark),
            _("write the straight one: {line}").format(line=_text(text)),
        )
    elif value[0] in "\"'" and value.count(value[0]) == 1:
        yield (
            _("the text in quotes is not closed: its quotation mark at the end is missing"),
            _("write {line}").format(line=_text(value[1:])),
        )
    elif value[-1] in "\"'" and value[0] not in "\"'[{":
        yield (
            _("the quotation mark at the beginning of the text is missing"),
            _("write {line}").format(line=_text(value[:-1])),
        )


def _backslash(value: str) -> Found:
    if value[:1] == '"' and "\\" in value:
        yield (
            _("a backslash \\ in double quotes has a meaning of its own"),
            _("write \\\\ for it, or put the text in single quotes"),
        )


def _words(value: str) -> Found:
    if value[:1].isalpha():
        yield (
            _("a text stands here without quotation marks"),
            _("write {line}").format(line=_text(value)),
        )


_VALUES: tuple[Callable[[str], Found], ...] = (
    _day,
    _number,
    _truth,
    _quotes,
    _backslash,
    _words,
)
_LOOKS: tuple[Callable[[str], Found], ...] = (_header, _equals, _key, _value)


def _twice(lines: list[str], line: int) -> Slip | None:
    """A key or a table that stands there already, with the line where it does."""
    now = _named(_at(lines, line))
    if not now:
        return None
    for number in range(line - 1, 0, -1):
        before = _at(lines, number)
        if _named(before) == now:
            why = _("{key} stands here twice: in line {first} as well").format(
                key=_quoted(now), first=number
            )
            return Slip(line, why, _("keep one of them"))
        if before.lstrip().startswith("[") and not now.startswith("["):
            return None
    return None


def _named(line: str) -> str:
    if line.lstrip().startswith("["):
        return _without_comment(line)
    found = _LINE.match(line)
    return found["key"] if found else ""


def _unclosed_list(lines: list[str], line: int) -> Slip | None:
    for number in range(min(line, len(lines)), 0, -1):
        here = lines[number - 1]
        if _STARTED.match(here) and here.count("[") > here.count("]"):
            todo = _("end it with ]: {line}").format(line=_quoted(f"{here.strip()}]"))
            return Slip(number, _("a list is not closed"), todo)
        if here.count("]") > here.count("[") or (here.strip() and number < line - 1):
            break
    return None


def _without_comment(line: str) -> str:
    return _COMMENT.sub("", line).strip()


def _text(words: str) -> str:
    return _quoted('"{}"'.format(words.replace('"', "")))


def _quoted(words: str) -> str:
    """A piece of the file as a message quotes it."""
    one = " ".join(words.split())
    return one if len(one) <= LONGEST else f"{one[:LONGEST]}\u2026"
