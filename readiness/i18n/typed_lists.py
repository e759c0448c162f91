"""Several dates in one text: with commas between, a year said once, days in a row, a rhythm."""

from __future__ import annotations

import itertools
import re
from datetime import date

from readiness.i18n.language import _
from readiness.i18n.reading import Unclear, one_way, small
from readiness.i18n.rhythms import read_rhythm
from readiness.i18n.times import DAY, Frame
from readiness.i18n.typed_dates import days_in_row, no_date, read_date
from readiness.i18n.words import date_words

_BETWEEN = re.compile(
    r"[,;\n]|\b(?:and|og|samt)\b|&|\s\+\s|(?<=\d{4})\.? +(?=\d{1,2}[./])", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}")
_SAYS_YEAR = re.compile(
    r"(?<!\d)(?:\d{4}|\d{8})(?!\d)|'\d\d|\d[./-]\d{1,2}[./-]\d\d\b|[^\W\d_][-. ]\d\d$|/\d\d$"
    r"|next year|neste \u00e5r|this year|i \u00e5r|last year|i fjor"
)
_WEEK = re.compile(r"((?:in |i )?(?:week|weeks|uke|uker|wk|w|u)) ?\d{1,2}\b")
_NUMBER = re.compile(r"(\d{1,2})\.?(?:st|nd|rd|th)?")
_SEARCHED = 4000
"""Characters of a text in which dates are looked for."""


def read_dates(text: str, frame: Frame) -> tuple[date, ...] | Unclear | None:
    """The dates that were typed, in their order; or what is missing, the faulty one named.

    A year that stands once, at the end, belongs to all of them; so do a month and the word week.
    """
    clean = one_way(text.replace("\n", ", ")[:_SEARCHED])
    try:
        rhythm = read_rhythm(small(clean).rstrip(". "), frame)
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    if rhythm is not None:
        return rhythm
    said = _spelled_out(pieces(clean))
    found: list[tuple[date, ...] | Unclear | None] = []
    like: date | None = None
    after: date | None = None
    for piece in reversed(said):
        says_year = bool(_SAYS_YEAR.search(small(piece)))
        days = _read(piece, frame._replace(like=None if says_year else like), after)
        found.insert(0, days)
        if isinstance(days, tuple):
            after = days[0]
            like = days[0] if says_year else like
    return _together(said, found)


def pieces(text: str) -> list[str]:
    """A list of dates as it was typed, taken apart: at commas, semicolons, lines and "and".

    A year that stands after a comma, as in Jan 31, 2027, belongs to what stands before it.
    """
    found = list[str]()
    for piece in _BETWEEN.split(text):
        if found and _YEAR.fullmatch(piece.strip()):
            found[-1] += f" {piece.strip()}"
        elif piece.strip():
            found.append(piece.strip())
    return found


def _spelled_out(said: list[str]) -> list[str]:
    """Weeks of which the word is said once, each with it: week 9, 22 and 38."""
    found, word = list[str](), ""
    for piece in said:
        week = _WEEK.match(small(piece))
        word = week[1] if week else word if _NUMBER.match(piece) else ""
        is_bare = word and not week and re.fullmatch(r"\d{1,2}(?: \d{4})?", piece)
        found.append(f"{word} {piece}" if is_bare else piece)
    return found


def _read(piece: str, frame: Frame, after: date | None) -> tuple[date, ...] | Unclear | None:
    """One piece; a bare number is a day of the month of what follows."""
    number = _NUMBER.fullmatch(piece)
    if number and after is not None:
        day = int(number[1])
        last = (after.replace(day=28) + DAY * 4).replace(day=1) - DAY
        return (after.replace(day=day),) if 0 < day <= last.day else None
    row = days_in_row(piece, frame)
    if row:
        return row
    found = read_date(piece, frame)
    return (found,) if isinstance(found, date) else found


def _together(
    said: list[str], found: list[tuple[date, ...] | Unclear | None]
) -> tuple[date, ...] | Unclear | None:
    """All of them, or what is wrong with the first that is not clear."""
    for piece, one in zip(said, found, strict=True):
        if one is None:
            return None if len(said) == 1 else no_date(piece)
        if isinstance(one, Unclear):
            return _named(piece, one, found, is_alone=len(said) == 1)
    days = [day for one in found if isinstance(one, tuple) for day in one]
    turned = next(((a, b) for a, b in itertools.pairwise(days) if b < a and a.year == b.year), None)
    if turned and _is_year_of_all(said):
        why = _("{first} is after {second}: the year that is said once counts for all").format(
            first=date_words(turned[0]), second=date_words(turned[1])
        )
        return Unclear(why, _("write each with its year"), tuple(sorted(set(days))))
    return tuple(sorted(set(days))) or None


def _is_year_of_all(said: list[str]) -> bool:
    """Whether the last one says its year, and one before it does not."""
    says = [bool(_SAYS_YEAR.search(small(one))) for one in said]
    return says[-1] and not all(says)


def _named(
    piece: str, wrong: Unclear, found: list[tuple[date, ...] | Unclear | None], *, is_alone: bool
) -> Unclear:
    """What is wrong with one of several, by its own words, with the whole list offered."""
    why = wrong.why if is_alone or piece in wrong.why else f'"{piece}": {wrong.why}'
    days = set[date]()
    for one in found:
        offer = one.offer if isinstance(one, Unclear) else one
        if offer is None:
            return Unclear(why, wrong.todo)
        days.update(
            offer if isinstance(offer, tuple) else [offer] if isinstance(offer, date) else []
        )
    return Unclear(why, wrong.todo, tuple(sorted(days)), wrong.rest)
