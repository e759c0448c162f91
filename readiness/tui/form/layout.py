"""Forms laid out as lines: each field with its name above it, or beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from readiness.tui.form import field_lines, tables
from readiness.tui.form.blocks import Block, ButtonRow, Entry, FormButton, FormText, Table, letters
from readiness.tui.form.field_lines import chosen_of, mark, rows_of
from readiness.tui.form.lines import (
    ACT,
    EDGE,
    GROUP,
    HINT,
    LABEL,
    WRONG,
    BoxPlace,
    Column,
    FieldAnswer,
    FormLine,
    Layout,
    Pointer,
    Spot,
)  # fmt: skip
from readiness.tui.line_text import plain, wrapped

SHORT_BOX, LONG_BOX = 20, 66
"""Columns of the box of a number or a date, and of several dates, with its edge."""

FEW_ROWS, MOST_ROWS = 2, 8
"""Rows of the box of a text at least and at most."""

FEW_OPTIONS = 3
"""Rows of a choice that say what it is about."""

NAMES = 26
"""Columns of the names of fields that stand beside their boxes."""

NARROW = 10
"""Columns below which words are not wrapped under each other."""


def layout(
    blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer, width: int
) -> Layout:
    """Lay a form out in so many columns."""
    column = Column(answered, at, width)
    names = field_lines.names_of(blocks, width)
    for block in blocks:
        _add(column, block, names)
    return Layout(tuple(column.lines), tuple(column.places))


def _add(column: Column, block: Block, names: int) -> None:
    if isinstance(block, FormText):
        column.say(block.words, block.look)
        if block.has_gap:
            column.gap()
    elif isinstance(block, ButtonRow):
        field_lines.add_acts(column, block)
    elif isinstance(block, Table):
        tables.add(column, block, names)
    elif isinstance(block, FormButton):
        _act(column, block)
    elif block.is_compact:
        field_lines.add(column, block, names)
    elif block.is_choice:
        _choice(column, block)
    else:
        _box(column, block)


def _act(column: Column, act: FormButton) -> None:
    lines = column.lines
    if len(lines) > 1 and lines[-2].look == ACT:
        lines.pop()  # what can be done stands together
    y, number = len(lines), column.stop
    lines.append(FormLine(plain(f"  {act.label}"), ACT, number))
    column.gap()
    column.places.append(BoxPlace(0, y, 1, 1, y, y + 1, y + 1))


def _head(column: Column, entry: Entry) -> int:
    """Say what a field is called; returns the row where that begins."""
    top, part = len(column.lines), entry.field.part
    if entry.field.heading:
        column.say(plain(entry.field.heading), GROUP)
    hint = "" if entry.is_choice else part.hint
    label = ": ".join(filter(None, [part.label, hint]))
    if label:
        column.say(plain(label), LABEL, column.stop)
    return top


def _choice(column: Column, entry: Entry) -> None:
    number, top = column.stop, _head(column, entry)
    chosen = chosen_of(column.answered(entry).value)
    y, shown, at = len(column.lines), letters(entry.offers), column.at
    for option, (word, called) in enumerate(entry.offers.items()):
        label = f"{called} ({shown[word]})" if word in shown else called
        if number == at.stop and option == at.option:
            y = len(column.lines)
        is_on, many = word in chosen, entry.is_many
        rows = _option(label, option, is_on=is_on, is_many=many, width=column.width)
        column.lines += [FormLine(one, "", number, option) for one in rows]
    end = len(column.lines)
    column.places.append(BoxPlace(0, y, 1, 1, top, end, min(y + FEW_OPTIONS, end)))
    column.gap()


def _box(column: Column, entry: Entry) -> None:
    names = [entry.field.part.label] if entry.is_beside else []
    before = NAMES if any(names) else 0
    number, top = column.stop, len(column.lines) if names else _head(column, entry)
    said, shape = column.answered(entry), entry.kind.shape
    is_short = shape == "short"
    most = SHORT_BOX if is_short else LONG_BOX
    width = min(column.width if shape == "text" else most, column.width - before)
    rows = rows_of(said.text, width - EDGE)
    least = FEW_ROWS if entry.is_text else 1
    count = min(max(least, len(rows)), MOST_ROWS)
    is_here = number == column.at.stop
    if is_here and column.at.rows:
        count = min(max(least, column.at.rows), MOST_ROWS)
    rows = [*rows, *[""] * count][:count]
    beside = is_short and column.width - width > NARROW
    room = column.width - width - 1 if beside else column.width
    echo = wrapped(said.echo, room) if said.echo else []
    y, look = len(column.lines), WRONG if said.is_wrong else HINT
    if not said.text and said.hint and not is_here:
        rows[0] = set_cell_size(said.hint, min(cell_len(said.hint), max(width - EDGE, 0)))
    kind = "faint" if not said.text and not is_here else "box"
    for at, row in enumerate(rows):
        tail = f" {echo[at]}" if beside and at < len(echo) else ""
        name = set_cell_size(names.pop() if names else "", before)
        words = plain(f"{name}{'':{EDGE}}{row}{'':{max(width - EDGE - cell_len(row), 0)}}{tail}")
        spot = Spot(before, before + width, number, None, kind)
        column.lines.append(FormLine(words, LABEL, number, None, (spot,), look))
    left = echo[count:] if beside else echo
    indent = " " * (width + 1) if beside else ""
    column.lines += [FormLine(plain(f"{indent}{one}"), look, number) for one in left]
    end, x = len(column.lines), before + EDGE
    column.places.append(BoxPlace(x, y, width - EDGE, count, top, end, y + 1))
    if not entry.is_beside:
        column.gap()


def _option(label: str, option: int, *, is_on: bool, is_many: bool, width: int) -> list[Content]:
    head = f"  {mark(is_on=is_on, is_many=is_many)} {option + 1} "
    rows = wrapped(head + label, max(width, NARROW), " " * len(head))
    return [plain(row, "bold" if is_on else "") for row in rows]
