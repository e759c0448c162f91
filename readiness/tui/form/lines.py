"""A form as lines of words, and where its pen stands: plain data, so that it comes at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from readiness.domain.kinds.value import Value
from readiness.tui.form.blocks import Block, Entry, FormButton, FormText
from readiness.tui.form.letters import letters
from readiness.tui.plain import cleaned, plain, wrapped

LABEL, GROUP, HINT, WRONG, ACT = "label", "group", "hint", "wrong", "act"
"""How a line looks; the sheet has a colour for each."""

SHORT_BOX, LONG_BOX = 20, 66
"""Columns of the box of a number or a date, and of several dates, with its edge."""

EDGE = 2
"""Columns of a box before its words."""

FEW_ROWS, MOST_ROWS = 2, 8
"""Rows of the box of a text at least and at most."""

FEW_OPTIONS = 3
"""Rows of a choice that say what it is about."""

NAMES = 26
"""Columns of the names of fields that stand beside their boxes."""

NARROW = 10
"""Columns below which words are not wrapped under each other."""


@dataclass(frozen=True)
class FormLine:
    """One row of the form."""

    words: Content
    look: str = ""
    stop: int | None = None
    """The number of the stop it belongs to."""
    option: int | None = None
    """The number of the word that it offers, from 0."""
    box: int = 0
    """The columns that a box takes."""
    indent: int = 0
    """The columns before the box, with the name of its field."""
    is_faint: bool = False
    """Whether the box shows an example and no answer."""


@dataclass(frozen=True)
class PenPlace:
    """Where the pen stands at a stop, in columns and rows of the form, and what is to be seen."""

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
    """The word of a choice that the pen is at."""
    rows: int = 0
    """The rows that the pen's own text takes."""


@dataclass(frozen=True)
class Layout:
    """All lines of a form, and the place of each stop."""

    lines: tuple[FormLine, ...]
    places: tuple[PenPlace, ...]


def layout(
    blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer, width: int
) -> Layout:
    """Lay a form out in so many columns."""
    rows = _Rows(answered, at, width)
    for block in blocks:
        rows.add(block)
    return Layout(tuple(rows.lines), tuple(rows.places))


class _Rows:
    def __init__(self, answered: Callable[[Entry], FieldAnswer], at: Pointer, width: int) -> None:
        self._answered, self._at, self._width = answered, at, width
        self.lines: list[FormLine] = []
        self.places: list[PenPlace] = []

    def add(self, block: Block) -> None:
        if isinstance(block, FormText):
            self._say(block.words, block.look)
            if block.has_gap:
                self._gap()
        elif isinstance(block, FormButton):
            self._act(block)
        elif block.is_choice:
            self._choice(block)
        else:
            self._box(block)

    def _gap(self) -> None:
        self.lines.append(FormLine(Content("")))

    def _say(self, words: Content, look: str = "", stop: int | None = None) -> None:
        self.lines += [FormLine(one, look, stop) for one in _wrapped(words, self._width)]

    def _act(self, act: FormButton) -> None:
        if len(self.lines) > 1 and self.lines[-2].look == ACT:
            self.lines.pop()  # what can be done stands together
        y, number = len(self.lines), len(self.places)
        self.lines.append(FormLine(plain(f"  {act.label}"), ACT, number))
        self._gap()
        self.places.append(PenPlace(0, y, 1, 1, y, y + 1, y + 1))

    def _head(self, entry: Entry) -> int:
        """Say what a field is called; returns the row where that begins."""
        top, part = len(self.lines), entry.field.part
        if entry.field.heading:
            self._say(plain(entry.field.heading), GROUP)
        hint = "" if entry.is_choice else part.hint
        label = ": ".join(filter(None, [part.label, hint]))
        if label:
            self._say(plain(label), LABEL, len(self.places))
        return top

    def _choice(self, entry: Entry) -> None:
        number, top = len(self.places), self._head(entry)
        chosen = _chosen(self._answered(entry).value)
        y, shown = len(self.lines), letters(entry.offers)
        for option, (word, called) in enumerate(entry.offers.items()):
            label = f"{called} ({shown[word]})" if word in shown else called
            if number == self._at.stop and option == self._at.option:
                y = len(self.lines)
            is_on, many = word in chosen, entry.is_many
            rows = _option(label, option, is_on=is_on, is_many=many, width=self._width)
            self.lines += [FormLine(one, "", number, option) for one in rows]
        end = len(self.lines)
        self.places.append(PenPlace(0, y, 1, 1, top, end, min(y + FEW_OPTIONS, end)))
        self._gap()

    def _box(self, entry: Entry) -> None:
        names = [entry.field.part.label] if entry.is_beside else []
        before = NAMES if any(names) else 0
        number, top = len(self.places), len(self.lines) if names else self._head(entry)
        said, shape = self._answered(entry), entry.kind.shape
        is_short = shape == "short"
        most = SHORT_BOX if is_short else LONG_BOX
        width = min(self._width if shape == "text" else most, self._width - before)
        rows = _rows_of(said.text, width - EDGE)
        least = FEW_ROWS if entry.is_text else 1
        count = min(max(least, len(rows)), MOST_ROWS)
        if number == self._at.stop and self._at.rows:
            count = min(max(least, self._at.rows), MOST_ROWS)
        rows = [*rows, *[""] * count][:count]
        beside = is_short and self._width - width > NARROW
        room = self._width - width - 1 if beside else self._width
        echo = wrapped(said.echo, room) if said.echo else []
        y, look = len(self.lines), WRONG if said.is_wrong else HINT
        if not said.text and said.hint and number != self._at.stop:
            rows[0] = said.hint
        for at, row in enumerate(rows):
            tail = f" {echo[at]}" if beside and at < len(echo) else ""
            name = set_cell_size(names.pop() if names else "", before)
            words = plain(f"{name}{'':{EDGE}}{row}{'':{width - EDGE - cell_len(row)}}{tail}")
            faint = not said.text and number != self._at.stop
            self.lines.append(FormLine(words, look, number, None, width, before, faint))
        left = echo[count:] if beside else echo
        indent = " " * (width + 1) if beside else ""
        self.lines += [FormLine(plain(f"{indent}{one}"), look, number) for one in left]
        end, x = len(self.lines), before + EDGE
        self.places.append(PenPlace(x, y, width - EDGE, count, top, end, y + 1))
        if not entry.is_beside:
            self._gap()


def _wrapped(words: Content, width: int) -> list[Content]:
    return words.wrap(max(width, 1)) if words.plain else [words]


def _option(label: str, option: int, *, is_on: bool, is_many: bool, width: int) -> list[Content]:
    sign = ("[x]" if is_on else "[ ]") if is_many else ("(o)" if is_on else "( )")
    head = f"  {sign} {option + 1} "
    rows = wrapped(head + label, max(width, NARROW), " " * len(head))
    return [plain(row, "bold" if is_on else "") for row in rows]


def _chosen(value: Value | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return () if value is None else (str(value),)


def _rows_of(text: str, width: int) -> list[str]:
    """The rows that a text takes in a box; an empty one takes one."""
    found = [row.plain for row in Content(cleaned(text)).wrap(max(width, 1))]
    return found or [""]
