"""Tables of a question: a practitioner or an entry a row, what is asked of each a column."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from readiness.tui.form import field_lines
from readiness.tui.form.blocks import NOTHING, Entry, Row, Table
from readiness.tui.form.field_lines import box_width, chosen_of, mark, rows_of, worded
from readiness.tui.form.lines import (
    EDGE,
    GROUP,
    HINT,
    LABEL,
    WRONG,
    BoxPlace,
    Column,
    FieldAnswer,
    FormLine,
    Spot,
)  # fmt: skip
from readiness.tui.line_text import cleaned, cut, plain, wrapped

BETWEEN, FEWEST_TEXT, MOST_TEXT = 2, 18, 52
"""Columns between columns of a table, and of a box of text at least and at most."""

ROOMY_NAMES, FEWEST_NAMES = 16, 8
"""Columns of the names of rows, where there is room and at least."""

WORD, LONGEST_WORDS = 5, (14, 8)
"""Columns of a word of a choice in the head of a table at least, and at most where there is room
and where there is less."""

MOST_ROWS = 4
"""Lines that a text takes in a table at most, until it has the focus."""


@dataclass(frozen=True)
class _Cell:
    """One column of the table: where it begins, how wide it is, and its words where it has any."""

    start: int
    width: int
    words: tuple[tuple[int, int], ...] = ()
    """Of a choice: where each word begins, and how wide it is."""


def add(column: Column, table: Table, names: int) -> None:
    """Add a table to a column; where it does not fit, its fields one under another."""
    tries = (_cells(table, column.width, longest) for longest in LONGEST_WORDS)
    cells = next((found for found in tries if found is not None), None)
    if cells is None:
        _stacked(column, table, names)
        return
    _head(column, table, cells)
    for row in table.rows:
        _row(column, row, cells)


def _stacked(column: Column, table: Table, names: int) -> None:
    entries = [entry for row in table.rows for entry in row.entries]
    names = max(names, field_lines.names_of(entries, column.width))
    is_named = table.rows[0].entries[0].field.part.label == table.rows[0].name
    if is_named:
        column.say(plain(table.title), GROUP)
    for row in table.rows:
        first = len(column.lines)
        if not is_named:
            column.say(plain(row.name), GROUP)
        for entry in row.entries:
            field_lines.add(column, entry, names)
        _acts(column, row, first)


def _cells(table: Table, width: int, longest: int) -> list[_Cell] | None:
    """The columns of a table; None where they do not fit."""
    first = table.rows[0]
    if any(_offered(row) != _offered(first) for row in table.rows):
        return None  # one holds a word of an earlier version: each says for itself what it offers
    titled = max(map(cell_len, table.title.split()), default=0)
    named = max(titled, *(cell_len(one.short) for one in table.rows))
    follows = max(one.briefly.cell_length + 1 for one in table.rows)
    done = sum(len(act.short or act.label) + BETWEEN for act in first.acts)
    wide = [_width(one, longest) for one in first.entries]
    texts = sum(one is None for one in wide)
    fixed = sum(one or 0 for one in wide) + BETWEEN * len(wide) + done + follows
    is_roomy = longest == LONGEST_WORDS[0]
    least = ROOMY_NAMES if is_roomy else FEWEST_NAMES
    left = width - fixed - min(named, least)
    if left < texts * FEWEST_TEXT:
        return None
    names = min(named, width - fixed - texts * FEWEST_TEXT)
    text = min((width - fixed - names) // texts, MOST_TEXT) if texts else 0
    cells, x = [], names + BETWEEN
    for entry, one in zip(first.entries, wide, strict=True):
        words, start = [], x
        for called in _called(entry):
            words.append((start, _word_width(called, longest)))
            start += _word_width(called, longest) + 1
        cells.append(_Cell(x, one or text, tuple(words)))
        x += (one or text) + BETWEEN
    return cells


def _offered(row: Row) -> list[list[str]]:
    return [list(entry.offers) for entry in row.entries]


def _width(entry: Entry, longest: int) -> int | None:
    """The columns that a field takes in a table; None for a text, which takes what is left."""
    if entry.is_choice:
        return sum(_word_width(one, longest) + 1 for one in worded(entry)) - 1
    return box_width(entry) if entry.kind.shape == "short" else None


def _word_width(called: str, longest: int) -> int:
    word = max(map(len, called.split()))
    return max(min(len(called), longest), word, WORD)


def _head(column: Column, table: Table, cells: list[_Cell]) -> None:
    """The names of the columns, and the words of choices with their numbers and letters."""
    found: list[tuple[int, list[str]]] = []
    for entry, cell in zip(table.rows[0].entries, cells, strict=True):
        is_row = entry.field.part.label == table.rows[0].name
        label = "" if is_row else entry.field.part.label
        above = _broken(label, cell.width)
        words = [
            (start, _broken(called, wide))
            for called, (start, wide) in zip(_called(entry), cell.words, strict=True)
        ]
        below = max((len(rows) for _start, rows in words), default=0)
        found += [*words, (cell.start, [*above, *[""] * below])]
    height = max(len(rows) for _start, rows in found)
    title = _broken(table.title, cells[0].start - BETWEEN)
    if len(title) > height:  # beside short names it would be broken at each word
        column.say(plain(table.title), LABEL)
    else:
        found.append((0, title))
    for y in range(height):
        line = Content("")
        rest = ((start, rows, y - height + len(rows)) for start, rows in found)
        pieces = sorted((start, rows[at]) for start, rows, at in rest if at >= 0 and rows[at])
        for start, words_here in pieces:
            gap = " " * max(start - line.cell_length, 0)
            line = Content.assemble(line, gap, plain(words_here))
        column.lines.append(FormLine(line, LABEL))


def _broken(words: str, width: int) -> list[str]:
    return wrap(words, max(width, 1))


def _called(entry: Entry) -> list[str]:
    return worded(entry) if entry.is_choice else []


def _row(column: Column, row: Row, cells: list[_Cell]) -> None:
    first, number = len(column.lines), column.stop
    said = [column.answered(entry) for entry in row.entries]
    texts = [
        rows_of(one.text, cell.width - EDGE) if not entry.is_choice else [""]
        for entry, one, cell in zip(row.entries, said, cells, strict=True)
    ]
    at = column.at
    height = max(min(len(rows), MOST_ROWS) for rows in texts)
    if at.rows and number <= at.stop < number + len(row.entries):
        height = max(height, min(at.rows, field_lines.MOST_ROWS))
    for y in range(height):
        name = row.short if y == 0 else ""
        pieces: list[Content | str] = [set_cell_size(cut(name, cells[0].start - 1), cells[0].start)]
        spots: list[Spot] = []
        for place, (entry, one, cell) in enumerate(zip(row.entries, said, cells, strict=True)):
            if entry.is_choice:
                pieces += _marks(entry, one, cell, number + place, spots) if y == 0 else []
            else:
                pieces += [_words(one, cell, texts[place], y, is_here=number + place == at.stop)]
                spots.append(_box(one, cell, number + place, at.stop))
        line = _filled(pieces, spots)
        column.lines.append(FormLine(line, LABEL, number, None, tuple(spots), HINT))
    beside = _beside(column.width - _end(cells), row, said)
    _put_beside(column, beside, first, cells)
    _told_below(column, row, said, beside, cells[0].start)
    _places(column, row, cells, first, height)
    _acts(column, row, first)


def _filled(pieces: list[Content | str], spots: list[Spot]) -> Content:
    """The pieces with the room between them; each Content says at which column it begins."""
    found, end = list[Content | str](), 0
    starts = iter(spot.start for spot in spots)
    for piece in pieces:
        if isinstance(piece, Content):
            gap = max(next(starts) - end, 0)
            found += [" " * gap, piece]
            end += gap + piece.cell_length
        else:
            found.append(cleaned(piece))
            end += cell_len(cleaned(piece))
    return Content.assemble(*found)


def _marks(
    entry: Entry, one: FieldAnswer, cell: _Cell, number: int, spots: list[Spot]
) -> list[Content | str]:
    chosen, found = chosen_of(one.value), []
    for option, (word, (start, wide)) in enumerate(zip(entry.offers, cell.words, strict=True)):
        is_on = word in chosen
        sign = mark(is_on=is_on, is_many=entry.is_many)
        found.append(plain(f" {sign}".ljust(wide), "bold" if is_on else ""))
        spots.append(Spot(start, start + wide, number, option, ""))
    return [*found]


def _words(one: FieldAnswer, cell: _Cell, rows: list[str], y: int, *, is_here: bool) -> Content:
    """What stands in a box at its row y, with its edge."""
    words = rows[y] if y < len(rows) else ""
    if y == 0 and not one.text and one.hint and not is_here:
        words = set_cell_size(one.hint, min(cell_len(one.hint), cell.width - EDGE))
    return plain(f"{'':{EDGE}}{words}{'':{max(cell.width - EDGE - cell_len(words), 0)}}")


def _box(one: FieldAnswer, cell: _Cell, number: int, held: int) -> Spot:
    look = "box" if one.text or number == held else "faint"
    return Spot(cell.start, cell.start + cell.width, number, None, look)


def _places(column: Column, row: Row, cells: list[_Cell], first: int, height: int) -> None:
    end = len(column.lines)
    for entry, cell in zip(row.entries, cells, strict=True):
        x, width, tall = cell.start + EDGE, cell.width - EDGE, height
        if entry.is_choice:
            at, number = column.at, column.stop
            option = min(at.option, len(cell.words) - 1) if number == at.stop else 0
            x, width, tall = cell.words[option][0], 1, 1
        column.places.append(BoxPlace(x, first, width, tall, first, end, first + 1))


def _end(cells: list[_Cell]) -> int:
    """The column where there is room beside a row."""
    return cells[-1].start + cells[-1].width + 1


def _beside(room: int, row: Row, said: list[FieldAnswer]) -> Content:
    """What follows from a row, else what is said back about its last box, as far as it fits."""
    if row.acts or room <= 0 or any(one.is_wrong for one in said):
        return NOTHING
    if row.follows:
        return row.follows if row.follows.cell_length <= room else row.briefly
    echo = said[-1].echo
    return plain(echo) if cell_len(echo) <= room else NOTHING


def _put_beside(column: Column, words: Content, first: int, cells: list[_Cell]) -> None:
    if words:
        line = column.lines[first]
        gap = " " * max(_end(cells) - line.words.cell_length, 0)
        made = Content.assemble(line.words, gap, words).truncate(column.width)
        column.lines[first] = FormLine(made, line.look, line.stop, None, line.spots, line.tail)


def _told_below(
    column: Column, row: Row, said: list[FieldAnswer], beside: Content, start: int
) -> None:
    """What is wrong with a row, what its texts give away, and what the focused box says."""
    for number, (entry, one) in enumerate(zip(row.entries, said, strict=True), column.stop):
        is_told = one.is_wrong or entry.kind.is_text or number == column.at.stop
        if is_told and one.echo and one.echo != beside.plain:
            look = WRONG if one.is_wrong else HINT
            rows = wrapped(one.echo, column.width - start)
            column.lines += [FormLine(plain(f"{'':{start}}{each}"), look, number) for each in rows]


def _acts(column: Column, row: Row, first: int) -> None:
    """What can be done to a row, to its right."""
    for act in row.acts:
        line = column.lines[first]
        x = line.words.cell_length + 1
        words = Content.assemble(line.words, " ", plain(f" {act.short or act.label}"))
        spot = Spot(x, words.cell_length, column.stop, None, "act")
        spots = (*line.spots, spot)
        column.lines[first] = FormLine(words, line.look, line.stop, None, spots, line.tail or HINT)
        column.places.append(BoxPlace(x, first, 1, 1, first, first + 1, first + 1))
