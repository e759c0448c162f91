"""Words by which a text says that somebody is from inside the service, and words that deny it.

A closed list for each language; our own choice. A single word such as "internal" counts only where
it is the whole text: the internal audit of a hospital trust may be as far away as any reviewer.
"""

import re

_WHOLE = {
    "en": "internal|internally|inside|own|own staff|the team|team",
    "nb": "intern|internt|internt hos oss|egne|egne ansatte|teamet",
}
_WITHIN = {
    "en": "our own|own team|own unit|own service|ourselves|we ourselves|self assessment|"
    "self evaluation|self assessed|from inside|internal review|reviewed internally",
    "nb": "vi selv|oss selv|eget team|vårt eget|våre egne|egen enhet|egen tjeneste|egenvurdering|"
    "egenevaluering|egenkontroll|intern vurdering|internt i teamet|av oss",
}
_DENIED = {
    "en": "not|no|without|except|other than|never|outside",
    "nb": "ikke|ingen|uten|utenom|unntatt|utenfor|annen enn|andre enn",
}
_WORD = re.compile(r"[^\W_]+")
REACH = 3
"""Words before a name within which it can be denied, as in "Northside (not AA)"; our default."""


def _any(*tables: dict[str, str]) -> re.Pattern[str]:
    words = "|".join(words for table in tables for words in table.values())
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


_INSIDE, _ALL_OF_IT, _NOT = _any(_WITHIN), _any(_WITHIN, _WHOLE), _any(_DENIED)


def is_inside(text: str) -> bool:
    """Whether a text says that it is the service itself, such as "our own team"."""
    plain = " ".join(_WORD.findall(text.casefold()))
    found = _ALL_OF_IT.fullmatch(plain) or _INSIDE.search(plain)
    return found is not None and not _NOT.search(plain[: found.start()])


def is_denied(before: list[str]) -> bool:
    """Whether the words that stand before a name say that it is not that one."""
    return _NOT.search(" ".join(before[-REACH:]).casefold()) is not None
