"""Whether a text names a number, in figures or in words."""

import re
from collections.abc import Mapping

from readiness.i18n.language import language

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


def count_words(number: int, *, is_neuter: bool = False) -> str:
    """A count in letters up to twelve, as a sentence begins with it, else in figures."""
    known = _COUNTED.get(language(), _COUNTED["en"]).split()
    if is_neuter and language() == "nb" and number == 1:
        return "ett"
    return known[number] if 0 <= number < len(known) else str(number)


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def names_number(text: str, spoken: str) -> bool:
    """Whether a text holds a figure, or a word for a number in this language.

    A year, as in "everything works in 2027", says how many of nothing.
    """
    known = NUMERALS.get(spoken, frozenset())
    has_figure = any(letter.isdigit() for letter in _YEAR.sub("", text))
    return has_figure or any(word in known for word in _WORD.findall(text.casefold()))
