"""What a form is made of: words, fields to fill in, and lines that do something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made

from textual.content import Content

from readiness.domain.kinds.kind import AnswerKind
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.fields import FormField
from readiness.tui.plain import cleaned

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
"""Where the keys can be."""


def stops_of(blocks: Sequence[Block]) -> list[Stop]:
    """Where the keys can be, in order."""
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
