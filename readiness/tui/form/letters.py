"""The letters that answer a choice: each shown behind its word, no two words with the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from string import ascii_lowercase

from readiness.domain.kinds.offered import says_no
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, STANDING_LABELS

KEYS = ascii_lowercase + "æøå"
"""Letters that are one key on the keyboards of those who use the program."""

LAST = (NOT_SURE, NOT_APPLICABLE)
"""What stands under almost every choice: it and what follows, such as a word of an earlier version,
take the letters that the answers leave."""


def letters(words: Mapping[str, str]) -> dict[str, str]:
    """The letter of each word (value to label, in their order); a word without a free one has none.

    A label gives the first letter of it that is free, those that begin one of its words before the
    others. The letter of no (n) goes to the answer no first, and never to not sure or not
    applicable: nobody who means no is to answer that.
    """
    first = [word for word in words if word == NO and says_no(words[word])]
    others = takewhile(lambda word: word not in LAST, words)
    given: dict[str, str] = {}
    for word in dict.fromkeys([*first, *others, *words]):
        taken = given.values()
        free = next((one for one in _letters_of(word, words[word]) if one not in taken), None)
        if free is not None:
            given[word] = free
    return given


def _letters_of(word: str, label: str) -> Iterator[str]:
    for_no = STANDING_LABELS[NO][0].casefold()
    small = label.casefold()
    if word == NO and for_no in small:
        yield for_no
    for letter in (*(part[0] for part in small.split()), *small):
        if letter in KEYS and not (word in LAST and letter == for_no):
            yield letter
