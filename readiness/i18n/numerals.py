"""Numbers in words: whether a text names one, which it is, and how often something is."""

import re
from collections.abc import Mapping, Sequence

from readiness.i18n.language import _, language, n_
from readiness.i18n.words import number_words

_NUMERALS = {
    "en": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        "hundred thousand dozen half third quarter twice"
    ),
    "nb": (
        "to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten "
        "atten nitten tjue tyve tretti tredve førti femti seksti sytti åtti nitti hundre tusen "
        "dusin halvparten tredjedel fjerdedel"
    ),
}
NUMERALS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _NUMERALS.items()
}
"""Words for numbers by language. One, en and ett are left out: they are most often no number."""

_WORD = re.compile(r"[^\W\d_]+")


_COUNTED = {
    "en": "no one two three four five six seven eight nine ten eleven twelve",
    "nb": "ingen én to tre fire fem seks sju åtte ni ti elleve tolv",
}
"""Small counts in letters, by language; in Norwegian not of neuter words."""


MOST = 10**9
"""The highest whole number that is read; ours."""


def whole_number(text: str, most: int = MOST) -> int | None:
    """The number from 0 on that figures alone say; None for anything else, and above `most`.

    Python reads no more than 4,300 figures.
    """
    is_read = text.isdecimal() and len(text) <= len(str(MOST))
    return int(text) if is_read and int(text) <= most else None


def count_words(number: int, *, is_neuter: bool = False) -> str:
    """A count in letters up to twelve, as a sentence begins with it, else in figures."""
    known = _COUNTED.get(language(), "").split()
    if is_neuter and language() == "nb" and number == 1:
        return "ett"
    return known[number] if 0 <= number < len(known) else str(number)


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    """From each word to its number: those of one number with spaces between, numbers with |."""
    many = enumerate(words.split("|"))
    return {word: first + at * step for at, alike in many for word in alike.split()}


_SMALL = _numbered(
    "zero null|one en ett et én éin ein|two to|three tre|four fire|five fem|six seks|"
    "seven sju syv|eight åtte|nine ni",
    0,
)
_TEENS = _numbered(
    "ten ti|eleven elleve|twelve tolv|thirteen tretten|fourteen fjorten|fifteen femten|"
    "sixteen seksten|seventeen sytten|eighteen atten|nineteen nitten",
    10,
)
_TENS = _numbered(
    "twenty tjue tyve|thirty tretti tredve|forty fourty førti førr|fifty femti|sixty seksti|"
    "seventy sytti|eighty åtti|ninety nitti",
    20,
    10,
)
_LARGE = {"dozen": 12, "dusin": 12, "hundred": 100, "hundre": 100, "thousand": 1000, "tusen": 1000}
_AND = ("and", "og", "-")
_JOINED = {
    **{f"{ten}{one}": _TENS[ten] + _SMALL[one] for ten in _TENS for one in _SMALL if _SMALL[one]},
    **{f"{one}og{ten}": _TENS[ten] + _SMALL[one] for ten in _TENS for one in _SMALL if _SMALL[one]},
}
"""Norwegian writes them as one word, in the new way (tjueto) and the old (toogtyve)."""

_BELOW_HUNDRED = {**_SMALL, **_TEENS, **_TENS, **_JOINED}


def names_number(text: str, spoken: str) -> bool:
    """Whether a text holds a figure, or a word for a number in this language.

    A year, as in "everything works in 2027", says how many of nothing.
    """
    known = NUMERALS.get(spoken, frozenset())
    has_figure = any(letter.isdigit() for letter in _YEAR.sub("", text))
    return has_figure or any(word in known for word in _WORD.findall(text.casefold()))


def number_in_words(words: Sequence[str]) -> tuple[int, int]:
    """The whole number that these words begin with, and how many of them say it; 0 words if none.

    In small letters; a hyphen is a word of its own. Up to a million: two hundred and ten, tjueto,
    toogtyve, twenty-two, a dozen.
    """
    total = now = used = at = 0
    while at < len(words):
        word = words[at]
        if word in _AND and used and _fits(words[at + 1 : at + 2], now):
            at += 1
            continue
        if word == "a" and words[at + 1 : at + 2] and words[at + 1] in _LARGE and not used:
            now, at = 1, at + 1
            continue
        if word == "half" and words[at + 1 : at + 3] == ["a", "dozen"] and not used:
            return 6, 3
        if word in _BELOW_HUNDRED and (not used or (total and not now) or _fits([word], now)):
            now += _BELOW_HUNDRED[word]
        elif word in _LARGE and now < _LARGE[word]:
            now = max(now, 1) * _LARGE[word]
            total, now = (total + now, 0) if _LARGE[word] == max(_LARGE.values()) else (total, now)
        else:
            break
        at += 1
        used = at
    return total + now, used


def _fits(words: Sequence[str], now: int) -> bool:
    """Whether the next word goes on with the number: two behind twenty, ten behind a hundred."""
    number = _BELOW_HUNDRED.get(words[0], 0) if words else 0
    if not number:
        return False
    tens = now % 100
    if number not in _SMALL.values():
        return tens == 0 and now > 0
    return tens % 10 == 0 and now > max(_SMALL.values()) + 1


def counted_words(number: float) -> str:
    """A number, in a word where it is whole and small."""
    is_small = float(number).is_integer() and number >= 1
    return count_words(int(number)) if is_small else number_words(number)


def pace_words(sessions_a_week: float) -> str:
    """How often somebody is seen: weekly, every two weeks, or so many times a week."""
    if sessions_a_week == 1:
        return _("weekly")
    gap = 1 / sessions_a_week if 0 < sessions_a_week < 1 else 0
    if gap and abs(gap - round(gap)) < 0.01:  # noqa: PLR2004 - a third is kept as 0.333
        return _("every {n} weeks").format(n=number_words(round(gap)))
    return n_("{n} time a week", "{n} times a week", sessions_a_week).format(
        n=counted_words(sessions_a_week)
    )


def sessions_words(sessions: float, sessions_a_week: float) -> str:
    """So many sessions, and how often they are."""
    if sessions_a_week == 1:
        words = n_("{n} weekly session", "{n} weekly sessions", sessions)
        return words.format(n=number_words(sessions))
    pace = pace_words(sessions_a_week)
    if sessions_a_week > 1:
        pace = _("{n} a week").format(n=counted_words(sessions_a_week))
    words = n_("{n} session ({pace})", "{n} sessions ({pace})", sessions)
    return words.format(n=number_words(sessions), pace=pace)
