"""Finding words in the questions, the answers and the notes of a plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from readiness.core.asked.template import Template
from readiness.core.frozen import Frozen
from readiness.core.said.answers import answer_words
from readiness.core.said.plan import Plan

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d"})


class Hit(Frozen, kw_only=False):
    """One place where the words were found."""

    item: str
    """The question."""
    kind: str
    """`question`, `answer` or `note`."""
    text: str
    """What stands there."""


def folded(text: str) -> str:
    """A text without capitals, accents and double spaces, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def found(plan: Plan, template: Template, words: str) -> list[Hit]:
    """The places that hold every one of the words; none for no words."""
    wanted = folded(words).split()
    if not wanted:
        return []
    return [hit for hit in _texts(plan, template) if _holds(folded(hit.text), wanted)]


def _holds(text: str, wanted: list[str]) -> bool:
    return all(word in text for word in wanted)


def _texts(plan: Plan, template: Template) -> Iterator[Hit]:
    for key, item in template.items.items():
        yield Hit(key, "question", f"{key} {item.short}: {item.question}")
        for label, said in answer_words(template, key, plan):
            yield Hit(key, "answer", f"{label}: {said}" if label else said)
        answer = plan.answer(key)
        if answer.note:
            yield Hit(key, "note", answer.note)
        if answer.reason:
            yield Hit(key, "answer", f"Not applicable: {answer.reason}")
