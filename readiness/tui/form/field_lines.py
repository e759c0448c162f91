"""Fields of a question with their names beside them, so that all of them are in sight."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from readiness.domain.kinds.value import Value
from readiness.tui.form.blocks import Block, ButtonRow, Entry, letters
from readiness.tui.form.lines import (
    EDGE,
    GROUP,
    HINT,
    LABEL,
    WRONG,
    BoxPlace,
    Column,
    FormLine,
    Spot,
)  # fmt: skip
from readiness.tui.line_text import cleaned, plain, wrapped

NUMBER_BOX, DATE_BOX, FEWEST = 12, 18, 24
"""Columns of the box of a number and of a date, and of a text at least, with the edge."""

MOST_NAMES, BETWEEN, HEAD = 30, 2, 6
"""Columns of the names of fields at most; between two things to do; before a word of a choice."""

FEW_ROWS, MOST_ROWS = 1, 8
"""Rows of a box at least and at most."""

HALF = 0.45
"""The share of the width that names take at most."""


def names_of(blocks: Sequence[Block], width: int) -> int:
    """Columns for the names of all compact fields of a form, so that their boxes stand in line."""
    names = [
        cell_len(one.field.part.label)
        for one in blocks
        if isinstance(one, Entry) and one.is_compact
    ]
    return min(max(names, default=0) + 1, MOST_NAMES, int(width * HALF))


def add(column: Column, entry: Entry, names: int) -> None:
    """Add a field with its name, if it has one, to its left."""
    if entry.field.heading:
        column.say(plain(entry.field.heading), GROUP)
    label = entry.field.part.label
    before = names if label else 0
    if entry.is_choice:
        _choice(column, entry, label if before else "", before)
    else:
        _box(column, entry, label if before else "", before)


def add_acts(column: Column, acts: ButtonRow) -> None:
    """Add what can be done, side by side as far as there is room."""
    x = 0
    for act in acts.acts:
        words = f"+ {act.label}" if act.adds else act.label
        end = x + 2 + len(words)
        line = FormLine(Content(""), "")
        if x and end <= column.width:
            line = column.lines.pop()
        else:
            x, end = 0, 2 + len(words)
        y, number = len(column.lines), column.stop
        said = line.words.plain.ljust(x) + f"  {words}"
        spots = (*line.spots, Spot(x, end, number, None, "act"))
        column.lines.append(FormLine(plain(said), "", None, None, spots))
        column.places.append(BoxPlace(x, y, 1, 1, y, y + 1, y + 1))
        x = end + BETWEEN


def _choice(column: Column, entry: Entry, label: str, before: int) -> None:
    number, top = column.stop, len(column.lines)
    words, rows = _fitted(entry, column.width - before)
    if before:
        others, under = _fitted(entry, column.width)
        if len(rows) > len(under) + 1:
            column.say(plain(label), LABEL, number)
            before, label, words, rows = 0, "", others, under
    names = wrapped(label, before - 1) if label else []
    room, first = column.width - before - HEAD, len(column.lines)
    pointed = (before, first)
    for row in rows:
        for option, x in row:
            if (number, option) == (column.at.stop, column.at.option):
                pointed = (before + x, len(column.lines))
        name = set_cell_size(names.pop(0) if names else "", before)
        head, *rest = words[row[0][0]].wrap(max(room, 1)) if len(row) == 1 else [Content("")]
        shown = [(at, x, words[at] if len(row) > 1 else head) for at, x in row]
        column.lines.append(_offered(column, entry, name, shown))
        for line in rest:  # a word that is longer than the row goes on under itself
            name = set_cell_size(names.pop(0) if names else "", before)
            said = Content.assemble(name, " " * (HEAD + 2), line)
            spot = Spot(before, said.cell_length, number, row[0][0], "")
            column.lines.append(FormLine(said, LABEL, number, row[0][0], (spot,)))
    column.lines += [FormLine(plain(name), LABEL, number) for name in names]
    end = len(column.lines)
    column.places.append(BoxPlace(*pointed, 1, 1, top, end, end))


Worded = list[tuple[int, int, Content]]
"""Words of a choice by their number, each with the column where it begins."""


def _offered(column: Column, entry: Entry, name: str, row: Worded) -> FormLine:
    """A row of the words of a choice."""
    chosen, offers = chosen_of(column.answered(entry).value), list(entry.offers)
    before = cell_len(name)
    spots: list[Spot] = []
    line = Content(name)
    for option, start, words in row:
        is_on, x = offers[option] in chosen, before + start
        sign = mark(is_on=is_on, is_many=entry.is_many)
        said = Content.assemble(f"  {sign} ", words)
        said = said.stylize("bold") if is_on else said
        line = Content.assemble(line, " " * (x - line.cell_length), said)
        spots.append(Spot(x, line.cell_length, column.stop, option, ""))
    return FormLine(line, LABEL if before else "", column.stop, None, tuple(spots))


Grid = list[tuple[tuple[int, int], ...]]
"""Rows of the words of a choice by their number, each with the column where it begins."""


def _fitted(entry: Entry, room: int) -> tuple[list[Content], Grid]:
    """The words of a choice and where they stand.

    The letter that answers stands behind each word; where that takes a row more, it is underlined.
    """
    behind, within = [plain(one) for one in worded(entry)], _underlined(entry)
    long, short = (_grid([one.cell_length for one in words], room) for words in (behind, within))
    return (within, short) if len(short) < len(long) else (behind, long)


def _underlined(entry: Entry) -> list[Content]:
    shown, found = letters(entry.offers), []
    for number, (word, called) in enumerate(entry.offers.items(), 1):
        said = plain(f"{number} {called}")
        at = said.plain.casefold().find(shown.get(word, "\0"), len(str(number)))
        found.append(said.stylize("underline", at, at + 1) if at >= 0 else said)
    return found


def _grid(lengths: list[int], room: int) -> Grid:
    wide = [one + HEAD for one in lengths]
    if sum(wide) + len(wide) - 1 <= room:
        starts = accumulate(wide[:-1], lambda x, one: x + one + 1, initial=0)
        return [tuple(enumerate(starts))]
    each = max(wide, default=1) + 1
    count = max((room + 1) // each, 1)
    numbers = range(len(wide))
    return [
        tuple((option, (option - first) * each) for option in numbers[first : first + count])
        for first in numbers[::count]
    ]


def _box(column: Column, entry: Entry, label: str, before: int) -> None:
    number, top, said = column.stop, len(column.lines), column.answered(entry)
    is_here, shape = number == column.at.stop, entry.kind.shape
    room = column.width - before
    width = min(box_width(entry) if shape == "short" else room, room)
    hint, back = said.hint, said.echo
    if shape == "short" and not said.text and entry.field.part.hint:
        back = cleaned(entry.field.part.hint)
    rows = rows_of(said.text, width - EDGE)
    count = min(max(FEW_ROWS, len(rows)), MOST_ROWS)
    if is_here and column.at.rows:
        count = min(max(FEW_ROWS, column.at.rows), MOST_ROWS)
    rows = [*rows, *[""] * count][:count]
    if not said.text and hint and not is_here:
        rows[0] = set_cell_size(hint, min(cell_len(hint), width - EDGE))
    names = wrapped(label, before - 1) if label else []
    look, kind = (WRONG if said.is_wrong else HINT), "box" if said.text or is_here else "faint"
    beside = room - width - 1 if shape == "short" else 0
    is_beside = beside >= FEWEST or cell_len(back) <= beside
    echo = wrapped(back, beside if is_beside else room) if back else []
    y = len(column.lines)
    for row in range(max(count, len(names))):
        name = set_cell_size(names[row] if row < len(names) else "", before)
        if row >= count:
            back_here = f"{'':{width + 1}}{echo.pop(0)}" if is_beside and echo else ""
            column.lines.append(FormLine(plain(name + back_here), LABEL, number))
            continue
        tail = f" {echo.pop(0)}" if is_beside and echo else ""
        words = (
            f"{name}{'':{EDGE}}{rows[row]}{'':{max(width - EDGE - cell_len(rows[row]), 0)}}{tail}"
        )
        spot = Spot(before, before + width, number, None, kind)
        column.lines.append(FormLine(plain(words), LABEL, number, None, (spot,), look))
    indent = " " * (before + (width + 1 if is_beside else 0))
    column.lines += [FormLine(plain(f"{indent}{one}"), look, number) for one in echo]
    end = len(column.lines)
    column.places.append(BoxPlace(before + EDGE, y, width - EDGE, count, top, end, y + 1))


def box_width(entry: Entry) -> int:
    """Columns of the box of a number or a date."""
    return DATE_BOX if entry.kind.holds_dates else NUMBER_BOX


def worded(entry: Entry) -> list[str]:
    """The words of a choice, each with its number and the letter that answers it."""
    shown = letters(entry.offers)
    return [
        f"{number} {called} ({shown[word]})" if word in shown else f"{number} {called}"
        for number, (word, called) in enumerate(entry.offers.items(), 1)
    ]


def mark(*, is_on: bool, is_many: bool) -> str:
    """The sign before a word of a choice."""
    return ("[x]" if is_on else "[ ]") if is_many else ("(o)" if is_on else "( )")


def chosen_of(value: Value | None) -> tuple[str, ...]:
    """The words that are chosen."""
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return () if value is None else (str(value),)


def rows_of(text: str, width: int) -> list[str]:
    """The rows that a text takes in a box; an empty one takes one."""
    found = [row.plain for row in Content(cleaned(text)).wrap(max(width, 1))]
    return found or [""]
