"""What a hand gets wrong in a value of TOML: what stands after the = is none, and what to write.

Each look takes the value as it stands, without a comment, and gives what is wrong and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from readiness.i18n.language import _
from readiness.i18n.typed_dates import typed_date

LONGEST = 40
"""Characters of a line that a message quotes."""

Found = Iterator[tuple[str, str]]
"""What is wrong, and what to do."""

_DAY_FIRST = re.compile(r"(?<![\w.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\w.])")
_YEAR_FIRST = re.compile(r"(?<![\w.])(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?![\w.])")
_MONTH_WORD = re.compile(
    r"\d{1,2}\.? ?[^\W\d_]{3,10}\.? \d{4}|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_COMMA = re.compile(r"[+-]?\d+(?:[ .]\d{3})*,\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?: \d{3})++(?:[.,]\d+)?")
_NOUGHT = re.compile(r"0\d+(?:\.\d+)?")
_UNIT = re.compile(r"(\d+(?:[.,]\d+)?) ?([^\W\d].*|%)")
_MARKS = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a\u00b4`"
_WHOLE = r"""(?:"(?:[^"\\]|\\.)*+"|'[^']*+'|[\w.+-]++)"""
_TWO_KEYS = re.compile(rf"(?P<first>{_WHOLE})\s*+[,;]?\s*+(?P<rest>[\w.-]++\s*+=.*+)")
_BEHIND = re.compile(rf"(?P<first>{_WHOLE})\s*+[,;.]")


def _two_keys(value: str) -> Found:
    found = _TWO_KEYS.fullmatch(value)
    if found is not None:
        yield (
            _("two keys stand in one line"),
            _("write it on a line of its own: {line}").format(line=quoted(found["rest"])),
        )


def _behind(value: str) -> Found:
    found = _BEHIND.fullmatch(value)
    if found is not None and not _COMMA.fullmatch(value):
        yield _("a {mark} stands behind the value").format(mark=value[-1]), instead(found["first"])


def _list_marks(value: str) -> Found:
    if value[:1] == "[" and ";" in value:
        yield _("the entries of a list are not told apart by ;"), instead(value.replace(";", ","))


def _month_word(value: str) -> Found:
    day = typed_date(value, date(2000, 1, 1)) if _MONTH_WORD.fullmatch(value) else None
    if day is not None:
        yield _another_way(value, day)


def _another_way(value: str, day: date) -> tuple[str, str]:
    """That a date is written in another way than in TOML, and how it is."""
    todo = _("write year-month-day without quotes, such as {day}").format(day=day.isoformat())
    return _("{value} is not how a date is written here").format(value=quoted(value)), todo


def _day(value: str) -> Found:
    if value[:1] in "\"'":
        return
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        for found in pattern.finditer(value):
            try:
                meant = date(*(int(found[at]) for at in order))
            except ValueError:
                yield _("there is no such date"), _("write year-month-day, such as 2027-01-31")
            else:
                if found[0] != meant.isoformat():
                    yield _another_way(found[0], meant)


def _number(value: str) -> Found:
    number = ""
    if _COMMA.fullmatch(value):
        number = value.replace(" ", "").replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(value) or _NOUGHT.fullmatch(value):
        number = value.replace(" ", "").replace(",", ".").lstrip("0") or "0"
    if number:
        yield (
            _("{value} is not how a number is written here").format(value=quoted(value)),
            instead(number),
        )
    elif unit := _UNIT.fullmatch(value):
        yield (
            _("{value} is neither a number nor a text in quotes").format(value=quoted(value)),
            _("write the number alone, {number}, or all of it in quotes").format(
                number=quoted(unit[1].replace(",", "."))
            ),
        )


def _truth(value: str) -> Found:
    if value.lower() in ("true", "false") and not value.islower():
        yield _("{value} is written in capitals").format(value=value), instead(value.lower())


def _quotes(value: str) -> Found:
    if value[0] in _MARKS or value[-1] in _MARKS:
        mark = value[0] if value[0] in _MARKS else value[-1]
        text = value.strip(_MARKS + "\"'")
        yield (
            _("the quotation mark {mark} is one of a word processor").format(mark=mark),
            _("write the straight one: {line}").format(line=quoted(_straight(text))),
        )
    elif value[0] in "\"'" and value.count(value[0]) == 1:
        yield (
            _("the text in quotes is not closed: its quotation mark at the end is missing"),
            instead(_straight(value[1:])),
        )
    elif value[-1] in "\"'" and value[0] not in "\"'[{":
        yield (
            _("the quotation mark at the beginning of the text is missing"),
            instead(_straight(value[:-1])),
        )


def _backslash(value: str) -> Found:
    if value[:1] == '"' and "\\" in value:
        yield (
            _("a backslash \\ in double quotes has a meaning of its own"),
            _("write \\\\ for it, or put the text in single quotes"),
        )


def _words(value: str) -> Found:
    if value[:1].isalpha():
        yield _("a text stands here without quotation marks"), instead(_straight(value))


VALUES: tuple[Callable[[str], Found], ...] = (
    _two_keys,
    _behind,
    _list_marks,
    _day,
    _month_word,
    _number,
    _truth,
    _quotes,
    _backslash,
    _words,
)


def _straight(words: str) -> str:
    return '"{}"'.format(words.replace('"', ""))


def instead(line: str) -> str:
    """What to do about a line: to write it so."""
    return _("write {line}").format(line=quoted(line))


def quoted(words: str) -> str:
    """A piece of the file as a message quotes it."""
    one = " ".join(words.split())
    return one if len(one) <= LONGEST else f"{one[:LONGEST]}\u2026"
