"""Finding words in the questions, the answers, the notes and the help of a plan.

Forgiving: capitals, accents and the order of the words do not matter; where nothing holds the
words as they were typed, words that differ by a slip or two of the finger are taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record
from readiness.i18n.language import N_

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_TYPED = (("aa", "a"), ("oe", "o"))
"""How Norwegian and Danish letters are typed where the keyboard lacks them."""

_NUMBER = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
"""Where a number begins or ends within a word, as in CAP05."""

LOOSE, LOOSER = 4, 8
"""Letters a word needs before one slip, and before two slips, are forgiven."""

BEFORE = 4
"""Words that stand before the one that was found."""

MOST = 200
"""Places that are told at once."""

KINDS = {
    "question": N_("Question"),
    "answer": N_("answer"),
    "note": N_("Note"),
    "help": N_("Help"),
    "entry": N_("entry"),
}
"""What a place is, in words."""


class Hit(Record, kw_only=False):
    """One place where the words were found."""

    item: str
    """The question; empty where the place belongs to none."""
    kind: str
    """One of KINDS."""
    text: str
    """What stands there."""
    ref: FieldRef = FieldRef()
    """Where in the plan it is, so that a person can go there."""
    heading: str = ""
    """The part of the program's own help that it is; empty for a place in the plan."""


class Index(Record, kw_only=False):
    """Every text of a plan with its words, made once and searched often."""

    hits: tuple[Hit, ...]
    texts: tuple[str, ...]
    """Each text folded."""
    words: dict[str, frozenset[int]]
    """Each word folded, with the numbers of the texts that hold it."""

    def found(self, words: str) -> list[Hit]:
        """The places that hold every one of the words, best first; none for no words."""
        wanted = folded(words).split()
        if not wanted:
            return []
        return self._best(wanted, self._plainly(wanted) or self._loosely(wanted))

    def _plainly(self, wanted: list[str]) -> list[int]:
        return [n for n, text in enumerate(self.texts) if all(one in text for one in wanted)]

    def _loosely(self, wanted: list[str]) -> list[int]:
        """Places whose words are nearly those that are wanted."""
        held: set[int] | None = None
        for one in wanted:
            places = {n for word, at in self.words.items() if is_nearly(one, word) for n in at}
            held = places if held is None else held & places
        return sorted(held or ())

    def _best(self, wanted: list[str], places: list[int]) -> list[Hit]:
        """The question that is named, whole words before parts of words, the order of the plan."""
        named = " ".join(wanted)

        def weak(n: int) -> tuple[bool, int]:
            hit, own = self.hits[n], f" {self.texts[n]} "
            is_named = hit.kind == "question" and f"{named} ".startswith(f"{folded(hit.item)} ")
            whole = sum(f" {one} " in own for one in wanted)
            return not is_named, -2 * whole - sum(f" {one}" in own for one in wanted)

        return [self.hits[n] for n in sorted(places, key=weak)][:MOST]


def folded(text: str) -> str:
    """A text without capitals, accents, signs and double spaces, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    for typed, letter in _TYPED:
        bare = bare.replace(typed, letter)
    return " ".join(_NUMBER.sub(" ", bare).split())


def is_nearly(wanted: str, word: str) -> bool:
    """Whether a word, or its beginning, is the wanted one but for a slip or two."""
    if wanted in word:
        return True
    slips = 0 if len(wanted) < LOOSE else 1 if len(wanted) < LOOSER else 2
    if not slips or len(word) < len(wanted) - slips:
        return False
    # A slip in the very first letter is rare, and looking for it would take most of the time.
    if wanted[0] != word[0] and wanted[:2] != word[1::-1]:
        return False
    return _slips(wanted, word[: len(wanted) + slips], slips) <= slips


def _slips(wanted: str, word: str, most: int) -> int:
    """Letters that are missing, too many, wrong or swapped, up to any end of the word."""
    before, row = list[int](), list(range(len(word) + 1))
    for n, letter in enumerate(wanted, 1):
        now = [n]
        for m, other in enumerate(word, 1):
            cost = min(row[m] + 1, now[m - 1] + 1, row[m - 1] + (letter != other))
            if n > 1 and m > 1 and letter == word[m - 2] and wanted[n - 2] == other:
                cost = min(cost, before[m - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return min(row)


def indexed(plan: Plan, template: Template, others: Iterator[Hit] | None = None) -> Index:
    """Everything that can be found; `others` are texts from elsewhere, such as the help."""
    hits = (*_places(plan, template), *(others or ()))
    texts = tuple(folded(hit.text) for hit in hits)
    words: dict[str, set[int]] = {}
    for number, text in enumerate(texts):
        for word in text.split():
            words.setdefault(word, set()).add(number)
    return Index(hits, texts, {word: frozenset(at) for word, at in words.items()})


def found(plan: Plan, template: Template, words: str) -> list[Hit]:
    """The places that hold every one of the words; none for no words."""
    return indexed(plan, template).found(words) if words.strip() else []


def snippet(text: str, words: str, most: int) -> str:
    """The part of a text around the first of the words, in at most so many characters."""
    whole = text.split()
    wanted = folded(words).split()

    def first(is_it: Callable[[str, str], bool]) -> int | None:
        places = (n for n, word in enumerate(whole) for one in wanted if is_it(one, folded(word)))
        return next(places, None)

    at = first(lambda one, word: one in word)
    at = first(is_nearly) if at is None else at
    start = max((at or 0) - BEFORE, 0)
    shown = " ".join(whole[start:])
    head = "... " if start else ""
    room = most - len(head)
    return head + (shown if len(shown) <= room else f"{shown[: room - 4].rstrip()} ...")


def _places(plan: Plan, template: Template) -> Iterator[Hit]:
    for key, item in template.items.items():
        yield Hit(key, "question", f"{key} {item.short}: {item.question}", FieldRef(item=key))
        yield from _answers(key, item, plan)
        yield from _help(key, item)
    for table, about in TABLES.items():
        for entry, fields in plan.entries(table).items():
            for name, value in fields.items():
                part = about.parts.get(name)
                if part is not None:
                    ref = FieldRef(table=table, entry=entry, part=name)
                    if table == "accepted" and entry[:-1] in template.items:
                        ref = FieldRef(item=entry[:-1])
                    words = f"{part.label}: {value_words(part, value)}"
                    yield Hit(ref.item, "entry", words, ref)


def _answers(key: str, item: Item, plan: Plan) -> Iterator[Hit]:
    answer = plan.answer(key)
    for name, value in answer.parts.items():
        part = item.parts.get(name) or item.person_parts.get(item.everyone_part or "")
        yield _answer(part or Part(kind="ynp"), value, FieldRef(item=key, part=name), item)
    for row, fields in answer.rows.items():
        for name, part in item.row_parts.items():
            if name in fields:
                yield _answer(part, fields[name], FieldRef(item=key, part=name, row=row), item)
    for who, person in plan.people.items():
        for name, part in item.person_parts.items():
            if name in person.parts:
                ref = FieldRef(item=key, part=name, person=who)
                yield _answer(part, person.parts[name], ref, item)
    if answer.note:
        yield Hit(key, "note", answer.note, FieldRef(item=key, part="note"))
    if answer.reason:
        yield Hit(key, "answer", answer.reason, FieldRef(item=key, part="value"))


def _answer(part: Part, value: Value, ref: FieldRef, item: Item) -> Hit:
    no_label = item.no_label if ref.part == "value" else ""
    row = f"{item.row_name.capitalize()} {ref.row}" if ref.row else ""
    named = [one for one in (ref.person, row, part.label) if one]
    words = value_words(part, value, no_label)
    return Hit(ref.item, "answer", f"{', '.join(named)}: {words}" if named else words, ref)


def _help(key: str, item: Item) -> Iterator[Hit]:
    for text in (item.help, item.why, item.ready_when, item.if_not):
        if text:
            yield Hit(key, "help", " ".join(text.split()), FieldRef(item=key))
