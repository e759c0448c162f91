"""A typed amount taken apart: figures, numbers in words, units, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from readiness.i18n.amount_words import WORDS
from readiness.i18n.language import language
from readiness.i18n.numerals import number_in_words
from readiness.i18n.reading import small
from readiness.i18n.words import DECIMAL

_PIECE = re.compile(
    r"\d{1,2}:[0-5]\d(?!\d)"
    r"|\d{1,4} ?/ ?\d{1,4}(?![\d.,])"
    r"|\d{1,3}(?:[ .,']\d{3})+(?![\d])(?:[.,]\d{1,6})?"
    r"|\d+(?:[.,]\d{1,6})?"
    r"|(?:st|nd|rd|th)(?<=\d\w\w)(?!\w)|[^\W\d_]+|[^\w\s]|_"
)
_GROUPS = re.compile(r"([1-9]\d{0,2}(?:([ .,'])\d{3})(?:\2\d{3}){0,2})(?:[.,](\d{1,6}))?")
_PLAIN = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
_PARTS = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "\u2153": 1 / 3, "\u2154": 2 / 3}
_HALF_TIME = re.compile(r"\bhalf[- ]time\b")
"""Half of a post; alone, the second word is the Norwegian one for an hour."""
_ENDINGS = ("st", "nd", "rd", "th")
_MOST_WORDS = 5


class Token(NamedTuple):
    """A piece of a text that means one thing."""

    kind: str
    """`number`, `clock`, `fraction`, `unknown`, or a kind of `amount_words.WORDS`."""
    value: float
    """The number; of a unit its size, in hours or in weeks."""
    word: str
    """The piece in small letters."""
    start: int
    """Where in the text it stands, and where the one behind it may begin."""
    end: int
    other: float | None = None
    """What the figure could mean as well, as 12.000 could be 12 and 12,000."""


def tokens(text: str) -> list[Token]:
    """The pieces of a text in their order; what a sign only sets off is left out."""
    pieces = [
        (one[0], one.start(), one.end())
        for one in _PIECE.finditer(_HALF_TIME.sub("half post", small(text)))
    ]
    return [one for one in _joined(pieces) if one.kind != "skip"]


def _joined(pieces: list[tuple[str, int, int]]) -> Iterator[Token]:
    """Pieces put together to the longest phrase that is known."""
    at = 0
    is_behind_number = False
    while at < len(pieces):
        words = [one[0] for one in pieces[at:]]
        kind, value, used, other = _first(words, is_behind_number=is_behind_number)
        start, end = pieces[at][1], pieces[at + used - 1][2]
        yield Token(kind, value, " ".join(words[:used]), start, end, other)
        is_behind_number = kind in ("number", "time")
        at += used


def _first(words: list[str], *, is_behind_number: bool) -> tuple[str, float, int, float | None]:
    """What the first words mean: kind, value, how many words, and another reading."""
    word = words[0]
    if word[0].isdecimal():
        return _figure(word, words[1:2])
    if word in _PARTS:
        return "number" if not is_behind_number else "and a half", _PARTS[word], 1, None
    if word in _ENDINGS:
        return "skip", 0, 1, None
    phrase = next(
        (n for n in range(min(_MOST_WORDS, len(words)), 0, -1) if tuple(words[:n]) in _phrases()), 0
    )
    number, used = number_in_words(words[:8])
    if used and (used > phrase or (used == phrase and not (is_behind_number and word == "to"))):
        return "number", number, used, None
    if phrase:
        kind, value = _phrases()[tuple(words[:phrase])]
        return kind, value, phrase, None
    return "unknown", 0, 1, None


def _figure(word: str, following: list[str]) -> tuple[str, float, int, float | None]:
    if ":" in word:
        hours, minutes = word.split(":")
        return "clock", int(hours) + int(minutes) / 60, 1, None
    if "/" in word:
        upper, lower = (int(one) for one in word.split("/"))
        return ("fraction", upper / lower, 1, None) if lower else _UNKNOWN
    kind, value, used, other = _amount(word)
    if kind == "number" and following and following[0] in _ENDINGS:
        return "ordinal", value, 2, None
    return kind, value, used, other


def _amount(word: str) -> tuple[str, float, int, float | None]:
    """What figures with their marks mean: 1 000, 12.5, or 12.000, which could be two things."""
    found = _GROUPS.fullmatch(word)
    if found is None:
        is_number = _PLAIN.fullmatch(word) is not None
        return ("number", float(word.replace(",", ".")), 1, None) if is_number else _UNKNOWN
    whole = float(re.sub(r"[ .,']", "", found[1]) + f".{found[3] or 0}")
    if len(found[1]) > len("123.456") or found[3] or found[2] in " '":
        return "number", whole, 1, None
    decimal = float(word.replace(",", "."))
    is_decimal = found[2] == DECIMAL.get(language(), ".")
    return "number", decimal if is_decimal else whole, 1, whole if is_decimal else None


_UNKNOWN = ("unknown", 0.0, 1, None)


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, float]]:
    found: dict[tuple[str, ...], tuple[str, float]] = {}
    for kind, sizes in WORDS.items():
        for size, phrases in sizes.items():
            for phrase in phrases.split("|"):
                found.setdefault(tuple(_PIECE.findall(phrase)), (kind, size))
    return found
