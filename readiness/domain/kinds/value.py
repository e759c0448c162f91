"""What an answer can be, and the words that answer a field of any kind."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from readiness.domain.checklist.part import Part
from readiness.domain.record import Record
from readiness.i18n.language import N_, _
from readiness.i18n.non_answers import is_nobody
from readiness.i18n.words import Labels, grouped_words

YES, PARTLY, NO, NOT_SURE = N_("yes"), N_("partly"), N_("no"), N_("not sure")
NOT_APPLICABLE = N_("not applicable")
STANDING_WORDS = (YES, PARTLY, NO, NOT_SURE, NOT_APPLICABLE)
"""The five words that answer any item as a whole."""

STANDING_LABELS = Labels({word: word for word in STANDING_WORDS})
"""What the words that answer any item are called."""

Value = str | int | float | date | tuple[str, ...] | tuple[date, ...]
"""One field's answer."""


class InvalidValue(Record):
    """Why a value does not fit a field, and what would."""

    why: str
    """What is wrong, in words."""
    todo: str
    """What to write instead."""
    offer: Value | None = None
    """What was probably meant, to be taken with one key; None where nothing is likely."""
    rest: str = ""
    """What was typed beside the offer, to be kept as a note where that is taken."""

    @property
    def said(self) -> tuple[str, str]:
        """Why, and what to write instead."""
        return self.why, self.todo


def too_many(count: int, most: int) -> InvalidValue:
    """That a list or a table holds more than it may."""
    why = _("there are {n} of them").format(n=grouped_words(count))
    return InvalidValue(why=why, todo=_("keep {n}").format(n=most))


def too_long(count: int, most: int) -> InvalidValue:
    """That a text or a name has more characters than it may."""
    why = _("the text is {n} characters long").format(n=grouped_words(count))
    todo = _("shorten it to {n} characters").format(n=grouped_words(most))
    return InvalidValue(why=why, todo=todo)


NONE_WORDS = ("", NO, "none", "nei", "ingen")
"""What says that there is none, in every language there is."""

ALSO = {
    "none": NO,
    "nei": NO,
    "ingen": NO,
    "ja": YES,
    "delvis": PARTLY,
    "vet ikke": NOT_SURE,
    "ikke aktuelt": NOT_APPLICABLE,
}
"""Other words for those that answer any question: understood typed or in a file, never kept."""

_LETTERS = re.compile(r"[^\W_]+")


def key_of(words: str) -> str:
    """Words reduced to what must agree: letters and digits, without capitals or punctuation."""
    return " ".join(_LETTERS.findall(normalize("NFC", words).casefold()))


def is_none_word(part: Part, raw: object) -> bool:
    """Whether a text says that there is none."""
    if not isinstance(raw, str):
        return False
    word = raw.strip().casefold()
    if word in (*NONE_WORDS, _(NO)):
        return True
    return any(key_of(raw) == key_of(one) for one in (*part.none_words, part.none_label) if one)


def is_unsure(text: str) -> bool:
    """Whether a text says that a person is not sure, in the file's words or the spoken ones."""
    word = key_of(text)
    return ALSO.get(word, word) == NOT_SURE or word == key_of(_(NOT_SURE))


def says_nothing(text: str) -> bool:
    """Whether a text where prose is asked says no more than that there is none: "no.", "-"."""
    return key_of(text) in NONE_WORDS or is_nobody(text)


def standing_word(raw: object) -> str:
    """The word that answers any question: yes, partly, no, not sure, not applicable; else empty."""
    if isinstance(raw, bool):
        return YES if raw else NO
    if not isinstance(raw, str):
        return ""
    word = key_of(raw)
    if not word:
        return NO
    return next((known for known in STANDING_WORDS if key_of(known) == word), ALSO.get(word, ""))
