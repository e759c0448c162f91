"""What is made of a text that was typed: understood, or asked about by what is missing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\t"), " ")
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u0060\u00b4"), "'")
_SIGNS = {**_SPACES, **_HYPHENS, **_UNSEEN, **_QUOTES}


@dataclass(frozen=True)
class Unclear:
    """Why a text is not taken as it stands, and what it probably means."""

    why: str
    """What is missing or not understood, in words."""
    todo: str
    """What to type instead."""
    offer: float | date | tuple[date, ...] | None = None
    """What is probably meant, to be taken with one key; None where nothing is likely."""
    rest: str = ""
    """What was typed beside the offer, to be kept as a note where it is taken."""


@dataclass
class Said:
    """What was said about an amount, as far as it is understood."""

    number: float | None = None
    """A number without a unit, or with the field's own."""
    high: float | None = None
    """The other end of a range, or the other of two."""
    other: float | None = None
    """What the figure could mean as well."""
    hours: float | None = None
    """A time, in hours."""
    periods: float | None = None
    """So many of `period_size` where that is the amount itself, as in "3 months"."""
    period_size: float = 0
    weeks: float | None = None
    """From one time to the next, in weeks, as in "a month"."""
    times: float = 1
    """How often within that, as in "twice a week"."""
    days: int = 0
    """Days of the week that were named."""
    marks: set[str] = field(default_factory=set)
    """Kinds of words that were said: `least`, `most`, `team`, `post`, `percent` and others."""
    rest: int | None = None
    """Where that begins which is not understood."""


class Amount(NamedTuple):
    """A number that was understood."""

    number: float
    told: str = ""
    """What was typed, where it was turned into the field's own unit; empty where it was not."""


def one_way(text: str) -> str:
    """A text with one kind of space, hyphen and apostrophe, composed letters, nothing unseen.

    Capitals stay: Word's hyphens, a spreadsheet's spaces and a PDF's accents read like what a
    keyboard gives.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_SIGNS).split())


def small(text: str) -> str:
    """A text in small letters, each where it was."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


_EDGE = re.compile(r"^[\s,;.:\-]+|[\s,;:\-]+$")


def rest_of(text: str) -> str:
    """What is left of a text, without the signs that set it off."""
    return _EDGE.sub("", text)
