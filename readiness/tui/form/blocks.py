"""What a form is made of: words, fields to fill in, and lines that do something; its stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from itertools import takewhile
from string import ascii_lowercase

from textual.content import Content

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind
from readiness.domain.kinds.options import says_no
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, STANDING_LABELS, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _
from readiness.tui.line_text import cleaned

LONGEST_LINE, LONGEST_TYPED = 1000, 400
"""Characters that one line takes, and the box of a number or a date."""


NOTHING = Content("")


@dataclass(frozen=True)
class FormText:
    """Words that are only read."""

    words: Content
    look: str = ""
    has_gap: bool = True
    """Whether an empty line follows."""


@dataclass(frozen=True)
class FormButton:
    """A line that does something, as a button does."""

    name: str
    """What it does, for the program."""
    label: str
    row: str = ""
    """The row it does it to."""
    short: str = ""
    """The same beside the row, where that says what it is about."""
    adds: bool = False
    """Whether it adds something; a plus stands before it."""


@dataclass(frozen=True)
class Entry:
    """A field that a person fills in."""

    field: FormField
    offers: Mapping[str, str] = made(default_factory=dict)
    """The words of a choice with their labels; empty where it is typed."""
    known: tuple[str, ...] = ()
    """Names that are suggested while one is typed."""
    is_compact: bool = False
    """Whether it stands beside its name, as short as it can."""
    is_beside: bool = False
    """Whether its name stands beside its box, and what it takes as an example in it."""

    @property
    def kind(self) -> AnswerKind:
        """How it is answered."""
        return kind_of(self.field.part)

    @property
    def is_choice(self) -> bool:
        """Whether it is answered with words that are offered."""
        return self.kind.is_offered

    @property
    def example(self) -> str:
        """What stands in its box while it is empty."""
        part = self.field.part
        if self.is_compact and part.hint and self.kind.shape != "short":
            return cleaned(part.hint)
        return cleaned(part.hint) if self.is_beside else self.kind.example(part)

    @property
    def is_text(self) -> bool:
        """Whether it is a text over several lines, in which Enter is a new one."""
        return self.kind.is_text and not self.field.is_one_line

    @property
    def longest(self) -> int:
        """The most characters that are typed into it; 0 for a text, which says so by itself."""
        if self.is_text:
            return 0
        return LONGEST_LINE if self.kind.is_text else LONGEST_TYPED

    @property
    def is_many(self) -> bool:
        """Whether several words can be chosen."""
        return self.kind.shape == "choices"


@dataclass(frozen=True)
class ButtonRow:
    """Lines that do something, side by side."""

    acts: tuple[FormButton, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: a practitioner, or an entry such as a training day."""

    name: str
    short: str
    """Its name in the table, where that says what its rows are."""
    entries: tuple[Entry, ...]
    acts: tuple[FormButton, ...] = ()
    """What can be done to it."""
    follows: Content = NOTHING
    """What follows from its answers, such as the hours that are missing."""
    briefly: Content = NOTHING
    """The same in fewer words."""


@dataclass(frozen=True)
class Table:
    """Rows in which the same is asked."""

    title: str
    """What is asked, where it is one thing."""
    rows: tuple[Row, ...]


Block = FormText | FormButton | ButtonRow | Entry | Table
Stop = FormButton | Entry
"""What can have the focus: a field, or a button."""


def stops_of(blocks: Sequence[Block]) -> list[Stop]:
    """What can have the focus, in order."""
    return [stop for block in blocks for stop in _stops_in(block)]


def _stops_in(block: Block) -> Iterator[Stop]:
    if isinstance(block, ButtonRow):
        yield from block.acts
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row.entries
            yield from row.acts
    elif not isinstance(block, FormText):
        yield block


LETTERS = ascii_lowercase + "æøå"
"""Letters that are one key on the keyboards of those who use the program."""

UNDER_ALL = (NOT_SURE, NOT_APPLICABLE)
"""What stands under almost every choice: it and what follows, such as a word of an earlier version,
take the letters that the answers leave."""


def letters(words: Mapping[str, str]) -> dict[str, str]:
    """The letter of each word (value to label, in their order); a word without a free one has none.

    A label gives the first letter of it that is free, those that begin one of its words before the
    others. The letter of no (n) goes to the answer no first, and never to not sure or not
    applicable: nobody who means no is to answer that.
    """
    first = [word for word in words if word == NO and says_no(words[word])]
    others = takewhile(lambda word: word not in UNDER_ALL, words)
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
        if letter in LETTERS and not (word in UNDER_ALL and letter == for_no):
            yield letter


Key = FieldRef | tuple[str, str]
"""What a stop is known by: the address of its field, or what a line does and to which row."""


def key_of(stop: Stop) -> Key:
    """What a stop is known by while the form changes around it."""
    return stop.field.ref if isinstance(stop, Entry) else (stop.name, stop.row)


def at_ref(stops: Sequence[Stop], wanted: FieldRef) -> int:
    """The first stop at an address, which may leave its part open; else the first of all."""
    found = (
        at
        for at, stop in enumerate(stops)
        if isinstance(stop, Entry) and _is_at(stop.field.ref, wanted)
    )
    return next(found, 0)


def next_place(held: Key, before: Sequence[Key], after: Sequence[Key]) -> int:
    """Where the box goes on when other stops are there: a new row, else where it was.

    A line that does something, such as the one to the practitioners, gives way to what it brought.
    """
    new = [key for key in after if isinstance(key, FieldRef) and key not in before]
    has_new_row = any(key.row is not None for key in new)
    if new and (has_new_row or not isinstance(held, FieldRef)):
        return after.index(new[0])
    return after.index(held) if held in after else min(before.index(held), len(after) - 1)


def _is_at(ref: FieldRef, wanted: FieldRef) -> bool:
    is_row = wanted.row in (None, ref.row)
    is_person = wanted.person in (None, ref.person)
    is_part = ref.part == wanted.part or (not wanted.part and bool(wanted.row or wanted.person))
    return is_part and is_row and is_person


LONG = ("action", "justification", "reason")
"""Fields that take several lines."""

PEOPLE = ("who", "actor")
"""Fields that name a practitioner."""

LONGEST_HINT = 70
"""Characters that the names of those who may be meant take at most."""


def table_entry(ref: FieldRef, plan: Plan) -> Entry:
    """One field of an entry of a table; the practitioners are suggested where one is named."""
    part = TABLES[ref.table].parts[ref.part]
    known = tuple(map(cleaned, plan.people)) if ref.part in PEOPLE else ()
    if ref.part == "who" and known:
        hint = _("One of {known}").format(known=", ".join(known))[:LONGEST_HINT]
        part = part.model_copy(update={"hint": hint})
    said = plan.value(ref)
    field = FormField(ref, part, place=part.label, is_one_line=_is_line(ref, plan))
    return Entry(field, kind_of(part).offers(part, held=said), known)


def number_entry(ref: FieldRef, part: Part) -> Entry:
    """A number that the program reckons with."""
    return Entry(FormField(ref, part, place=part.label.split(";")[0]))


def fields_said(ref: FieldRef, plan: Plan) -> Mapping[str, Value]:
    """What an entry of a table holds."""
    return plan.entries(ref.table).get(ref.entry, {})


def _is_line(ref: FieldRef, plan: Plan) -> bool:
    return ref.part not in LONG and "\n" not in str(plan.value(ref) or "")
