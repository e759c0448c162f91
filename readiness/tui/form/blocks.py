"""What a form is made of: words, fields to fill in, and lines that do something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made

from textual.content import Content

from readiness.domain.kinds.kind import AnswerKind
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.fields import FormField
from readiness.tui.plain import cleaned

LONGEST_LINE, LONGEST_TYPED = 1000, 400
"""Characters that one line takes, and the box of a number or a date."""


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


@dataclass(frozen=True)
class Entry:
    """A field that a person fills in."""

    field: FormField
    offers: Mapping[str, str] = made(default_factory=dict)
    """The words of a choice with their labels; empty where it is typed."""
    known: tuple[str, ...] = ()
    """Names that are suggested while one is typed."""
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


Block = FormText | FormButton | Entry
Stop = FormButton | Entry
"""Where the keys can be."""


def stops_of(blocks: Sequence[Block]) -> list[Stop]:
    """Where the keys can be, in order."""
    return [one for one in blocks if not isinstance(one, FormText)]
