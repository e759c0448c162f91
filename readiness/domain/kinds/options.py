"""Words that are offered: which there are, what they are called, and which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind, Typed, excerpt
from readiness.domain.kinds.value import (
    ALSO,
    NO,
    NOT_APPLICABLE,
    NOT_SURE,
    PARTLY,
    STANDING_LABELS,
    YES,
    InvalidValue,
    Value,
    is_none_word,
    key_of,
)
from readiness.i18n.language import ENGLISH, _, language
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import listed

NO_BEGINS: Mapping[str, tuple[str, ...]] = {"nb": ("nei", "ing", "ikke")}
"""How labels begin that say no by themselves, by language; else with no."""


class Offered(AnswerKind):
    """A kind that is answered with words of the template: with one, or with several."""

    def __init__(self, *, is_many: bool = False) -> None:
        """Take one of the words, or one or several in the template's order."""
        self.is_many = is_many
        self.shape = "choices" if is_many else "choice"

    def words(self, part: Part) -> tuple[str, ...]:
        """The words that answer a field, in the order they are offered; earlier ones too."""
        return tuple(part.options)

    def offers(
        self, part: Part, no_label: str = "", *, is_item: bool = False, held: Value | None = None
    ) -> dict[str, str]:
        """The words with their labels.

        A word of an earlier version stands last, and only where the plan holds it: the numbers of
        the others stay what they are.
        """
        words = {
            word: part.options.get(word) or STANDING_LABELS.get(word, word)
            for word in self.words(part)
            if word not in part.earlier
        }
        had = {word: part.options[word] for word in part.earlier if _holds(held, word)}
        if self.is_many:
            return {**words, **had}
        if NO in words and no_label:
            words[NO] = no_label if says_no(no_label) else _("No: {label}").format(label=no_label)
        words[NOT_SURE] = STANDING_LABELS[NOT_SURE]
        if is_item:
            words[NOT_APPLICABLE] = STANDING_LABELS[NOT_APPLICABLE]
        return {**words, **had}

    def _validate(self, part: Part, raw: object) -> Value | InvalidValue:
        if not self.is_many:
            return self._word(part, raw)
        many = raw if isinstance(raw, list | tuple) else [raw]
        if len(many) == 1 and is_none_word(part, many[0]):
            return NO
        return _in_order(part, [self._word(part, one) for one in many])

    def _word(self, part: Part, raw: object) -> str | InvalidValue:
        """The word of a field that a value from a file is."""
        allowed = self.words(part)
        if isinstance(raw, str):
            for word in allowed:
                if key_of(word) == key_of(raw):
                    return word
            if ALSO.get(key_of(raw)) in allowed:
                return ALSO[key_of(raw)]
        known = [word for word in dict.fromkeys((*allowed, NOT_SURE)) if word not in part.earlier]
        answers = ", ".join(f'"{word}"' for word in known)
        why = _("{value} is not one of the answers").format(value=excerpt(raw))
        return InvalidValue(why=why, todo=_("write one of {answers}").format(answers=answers))

    def interpret(self, part: Part, typed: Typed) -> Value | InvalidValue | None:
        """The word that is meant: its number, the word, or its first letters.

        No and not sure are among the words where one is chosen, and stand beside them where
        several may be.
        """
        is_one = not self.is_many and typed.text.strip()
        return self._interpret(part, typed) if is_one else super().interpret(part, typed)

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        if not self.is_many:
            return typed_word(typed)
        said = [one for one in typed.text.split(",") if one.strip()]
        if not said:
            todo = _("type numbers with commas between")
            return InvalidValue(why=_("nothing was chosen"), todo=todo)
        found = [typed_word(typed.model_copy(update={"text": one})) for one in said]
        return _in_order(part, found)

    def _in_words(self, part: Part, value: Value) -> str:
        many = value if isinstance(value, tuple) else (value,)
        return ", ".join(part.options.get(str(one), str(one)) for one in many)

    def schema(self, part: Part) -> dict[str, Any]:
        """One of its words, or a list of them."""
        one = {"enum": list(self.words(part))}
        return {"type": "array", "items": one} if self.is_many else one

    def understood(self, part: Part, value: Value, no_label: str = "") -> str:
        """The word as it is offered."""
        words = self.offers(part, no_label, is_item=True)
        return words.get(str(value)) or self.in_words(part, value, no_label)


class YesNo(Offered):
    """Yes, partly, no or not sure; the template may have more words beside them."""

    is_yes_no = True

    def words(self, part: Part) -> tuple[str, ...]:
        """The words that answer a field, in the order they are offered."""
        return (YES, PARTLY, NO, *part.options, NOT_SURE)

    def _word(self, part: Part, raw: object) -> str | InvalidValue:
        if isinstance(raw, bool):
            return YES if raw else NO
        return super()._word(part, raw)


def _in_order(part: Part, chosen: list[str | InvalidValue]) -> Value | InvalidValue:
    """Several words in the order in which they are offered, or what is wrong with the first."""
    wrong = next((one for one in chosen if isinstance(one, InvalidValue)), None)
    return wrong or tuple(word for word in part.options if word in chosen) or NO


def _holds(held: Value | None, word: str) -> bool:
    return word in held if isinstance(held, tuple) else held == word


def says_no(label: str) -> bool:
    """Whether a label says no by itself, in the language spoken now."""
    return label.casefold().startswith(NO_BEGINS.get(language(), ("no",)))


def typed_word(typed: Typed) -> str | InvalidValue:
    """The word that a person means."""
    found, words = _matching(typed.offers, typed.text), typed.offers
    if len(found) == 1:
        return found[0]
    begun = None if found else _begun(typed)
    if begun is not None:
        return begun
    if found:
        numbers = {word: number for number, word in enumerate(words, 1)}
        could = listed(f"{numbers[one]} {words[one]}" for one in found)
        return InvalidValue(
            why=_('"{text}" could be {could}').format(text=typed.text, could=could),
            todo=_("type the number, or more letters"),
        )
    return InvalidValue(
        why=_("{value} is not one of the answers").format(value=excerpt(typed.text)),
        todo=_("type a number from 1 to {count}, or the word").format(count=len(words))
        if typed.is_numbered
        else _("type one of the words"),
    )


_LONGEST_BEGINNING = 60
"""Characters of an answer that something else may follow."""
_SET_OFF = re.compile(r"[,;:(.]|\s[\u2013\u2014-]\s")
"""What sets something off behind an answer."""


def _begun(typed: Typed) -> InvalidValue | None:
    """An answer with more behind it: "yes, since March". The rest is offered as a note."""
    sign = _SET_OFF.search(typed.text[:_LONGEST_BEGINNING])
    wanted = key_of(typed.text[: sign.start()]) if sign else ""
    rest = typed.text[sign.end() :].strip() if sign else ""
    words = typed.offers
    found = [one for one in words if wanted and wanted in (key_of(one), key_of(words[one]))]
    found = found or [one for one in words if one == ALSO.get(wanted)]
    if not rest or len(found) != 1:
        return None
    return InvalidValue(
        why=_("{value} says more than the answer").format(value=excerpt(typed.text)),
        todo=_("type the answer alone"),
        offer=found[0],
        rest=rest.removesuffix(")") if rest.count("(") < rest.count(")") else rest,
    )


def _matching(words: Mapping[str, str], text: str) -> list[str]:
    keys, wanted = list(words), key_of(text)
    figure = text.strip().rstrip(".)")
    if figure.isdecimal():
        number = whole_number(figure, len(keys))
        return [keys[number - 1]] if number else []
    exact = [one for one in keys if wanted in (key_of(one), key_of(words[one]))]
    exact = exact or [one for one in keys if one == ALSO.get(wanted)]
    spoken = [one for one in keys if wanted and key_of(words[one]).startswith(wanted)]
    filed = [one for one in keys if wanted and key_of(one).startswith(wanted)]
    if language() == ENGLISH:
        return exact or [one for one in keys if one in spoken or one in filed]
    return exact or spoken or filed
