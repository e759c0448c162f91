"""The lines of a form, and where its box stands: plain data, so that a form comes at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.content import Content

from readiness.domain.kinds.value import Value
from readiness.tui.form.blocks import Entry

LABEL, GROUP, HINT, WRONG, ACT = "label", "group", "hint", "wrong", "act"
"""How a line looks; the sheet has a colour for each."""

EDGE = 2
"""Columns of a box before its words."""


@dataclass(frozen=True)
class Spot:
    """A piece of a line that is a place of its own: a box, a word of a choice, something to do."""

    start: int
    end: int
    """The first column, and the one after the last."""
    stop: int
    """The number of the stop it belongs to."""
    option: int | None = None
    """The number of the word that it offers, from 0."""
    look: str = "box"
    """How it looks: box, faint for a box with an example, act; empty as the line."""


@dataclass(frozen=True)
class FormLine:
    """One row of the form."""

    words: Content
    look: str = ""
    stop: int | None = None
    """The number of the stop it belongs to, outside its spots."""
    option: int | None = None
    """The number of the word that it offers, from 0."""
    spots: tuple[Spot, ...] = ()
    """Its places, from left to right."""
    tail: str = ""
    """How it looks behind the last spot, where that is another look."""

    def at(self, x: int) -> tuple[int | None, int | None]:
        """The stop and the word of a choice at a column."""
        for spot in self.spots:
            if spot.start <= x < spot.end:
                return spot.stop, spot.option
        return self.stop, self.option


@dataclass(frozen=True)
class BoxPlace:
    """Where the box stands at a stop, in columns and rows of the form, and what is to be seen."""

    x: int
    y: int
    width: int
    height: int
    top: int
    bottom: int
    """The first row of the stop, with its label, and the row after its last."""
    beginning: int
    """The row after those that say what it is about."""


@dataclass(frozen=True)
class FieldAnswer:
    """What stands in a field."""

    value: Value | None
    text: str = ""
    """What stands in its box."""
    hint: str = ""
    """What stands there as an example while it is empty."""
    echo: str = ""
    """What is said back beside or below it."""
    is_wrong: bool = False


@dataclass(frozen=True)
class Pointer:
    """What the person is at."""

    stop: int = 0
    option: int = 0
    """The word of a choice that the box is at."""
    rows: int = 0
    """The rows that the box's own text takes."""


@dataclass(frozen=True)
class Layout:
    """All lines of a form, and the place of each stop."""

    lines: tuple[FormLine, ...]
    places: tuple[BoxPlace, ...]


@dataclass
class Column:
    """The lines of a form while they are laid out, in so many columns of the screen."""

    answered: Callable[[Entry], FieldAnswer]
    """What stands in a field."""
    at: Pointer
    width: int
    lines: list[FormLine] = field(default_factory=list)
    places: list[BoxPlace] = field(default_factory=list)

    @property
    def stop(self) -> int:
        """The number of the stop that comes next."""
        return len(self.places)

    def gap(self) -> None:
        """Leave a line empty, one at the most."""
        if self.lines and (self.lines[-1].words.plain or self.lines[-1].spots):
            self.lines.append(FormLine(Content("")))

    def say(self, words: Content, look: str = "", stop: int | None = None) -> None:
        """Add words, broken to the width."""
        rows = words.wrap(max(self.width, 1)) if words.plain else [words]
        self.lines += [FormLine(row, look, stop) for row in rows]
