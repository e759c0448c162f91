"""One person's answers in a spreadsheet, .xlsx or .csv: read as data from a stranger.

A row's first cell says what it holds: the id of a question, or a word such as `for` and `code`.
Rows without one are for people. Only what a cell holds as text counts; formulas are never worked
out. What the tables say is checked as that of any answers file is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from readiness.domain.kinds.kind import excerpt
from readiness.domain.kinds.value import NO, YES, standing_word
from readiness.domain.record import NONE, Sealed, sealed
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.storage.answers_file import AnswersFile
from readiness.storage.answers_reader import ABOUT, AnswersReader
from readiness.storage.problems import KeyPath, Problem, Refused, UnreadableAnswers
from readiness.storage.table_reader import Problems
from readiness.storage.text_file import decoded, read_bytes

SHEETS = (".xlsx", ".csv")
"""How the names of spreadsheets end that are read."""

OTHER_SHEETS = (".ods", ".xls")
"""How the names of others end: whoever sent one is told what to save it as."""

KEY, ASKED, OFFERED, ANSWER, WORDS, SHOW, ASKED_AS = range(7)
"""The columns: what the row holds, the question, its answers, what is said, more in words, whether
the room may read that, and the fingerprint of the question."""

COLUMNS = "ABCDEFG"

KEPT = "#"
"""Stands before what a spreadsheet program may take for a number or a date, such as a code."""

LARGEST, LARGEST_UNPACKED, MOST_ROWS = 2**19, 2**22, 500
"""Bytes of such a file, packed and unpacked, and rows that are read; ours."""

_NUMBERS = ("kind_format", "vote", "edition")


class AnswersSheet(AnswersFile):
    """One person's answers as they stand in a spreadsheet."""

    cells: Sealed[str, str] = NONE
    """Question to the cell of its answer."""


class _Cell(NamedTuple):
    text: str
    is_formula: bool = False


_EMPTY = _Cell("")


class _Grid(NamedTuple):
    """The cells of one sheet."""

    rows: list[list[_Cell]]
    sheet: str = ""

    def at(self, row: int, column: int) -> _Cell:
        cells = self.rows[row]
        return cells[column] if column < len(cells) else _EMPTY

    def where(self, row: int, column: int) -> str:
        """What a person calls a cell: D12, with the sheet's name before it where there are some."""
        return f"{self.sheet} {COLUMNS[column]}{row + 1}".strip()

    @property
    def is_ours(self) -> bool:
        """Whether it is a form of ours."""
        return any(row and row[KEY].text == "kind" for row in self.rows)


def is_sheet(path: Path) -> bool:
    """Whether a file is a spreadsheet by its name, also one of a kind that is not read."""
    return path.suffix.lower() in (*SHEETS, *OTHER_SHEETS)


def read_sheet(path: Path) -> AnswersSheet:
    """A spreadsheet from anyone. Raises UnreadableAnswers with what is wrong and what to do."""
    if path.suffix.lower() in OTHER_SHEETS:
        why = _("this kind of spreadsheet is not read")
        raise _unreadable(path.name, why, _("save it as .xlsx or as .csv in UTF-8"))
    try:
        raw = read_bytes(path, most=LARGEST, is_regular=True)
    except Refused as refused:
        raise _unreadable(path.name, refused.problem.why, _("check what you were sent")) from None
    is_csv = path.suffix.lower() == ".csv"
    grid = _of_csv(raw, path.name) if is_csv else _of_workbook(raw, path.name)
    if grid is None:
        why = _("this is no form of readiness, or its first column was taken out")
        raise _unreadable(path.name, why, _("ask for a new file"))
    return _Form(grid, path.name).read()


def _unreadable(name: str, why: str, todo: str) -> UnreadableAnswers:
    return UnreadableAnswers([Problem(file=name, why=why, todo=todo)])


def _of_csv(raw: bytes, name: str) -> _Grid | None:
    """The rows of a form of ours; the spreadsheet program chose the sign between cells."""
    todo = _("save it as .xlsx or as .csv in UTF-8")
    try:
        text = decoded(raw, name)
        return _ours(_Grid(list(_csv_rows(text, sign))) for sign in ",;\t")
    except Refused as refused:
        raise _unreadable(name, refused.problem.why, todo) from None
    except csv.Error:
        raise _unreadable(name, _("it is no table"), todo) from None


def _csv_rows(text: str, sign: str) -> Iterator[list[_Cell]]:
    for number, row in enumerate(csv.reader(StringIO(text), delimiter=sign)):
        if number == MOST_ROWS:
            return
        yield [_Cell(one.strip()) for one in row]


def _ours(grids: Iterable[_Grid]) -> _Grid | None:
    return next((one for one in grids if one.is_ours), None)


def _of_workbook(raw: bytes, name: str) -> _Grid | None:
    """The sheet of a workbook that is a form of ours; links and pictures are never opened."""
    from openpyxl import load_workbook

    _refuse_large(raw, name)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, keep_links=False)
        return _ours(_Grid(list(_sheet_rows(one)), one.title) for one in book.worksheets)
    except Exception:  # noqa: BLE001 - whatever openpyxl trips over in a file that is damaged
        todo = _("open it and save it as .xlsx again, or ask for a new file")
        raise _unreadable(name, _("the spreadsheet is damaged"), todo) from None


def _sheet_rows(sheet: Any) -> Iterator[list[_Cell]]:  # noqa: ANN401 - two classes of openpyxl
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=len(COLUMNS)):
        yield [_cell_of(one) for one in row]


def _refuse_large(raw: bytes, name: str) -> None:
    """Refuse what is no packed folder, or would be too large unpacked. Raises UnreadableAnswers."""
    try:
        with ZipFile(BytesIO(raw)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except BadZipFile:
        todo = _("open it and save it as .xlsx again, or ask for a new file")
        raise _unreadable(name, _("the spreadsheet is damaged"), todo) from None
    if size > LARGEST_UNPACKED:
        why = _("the file is larger than {size}").format(size=f"{LARGEST_UNPACKED // 2**20} MiB")
        raise _unreadable(name, why, _("check what you were sent"))


def _cell_of(cell: Any) -> _Cell:  # noqa: ANN401 - one of several classes of openpyxl
    value = cell.value
    if value is None:
        return _EMPTY
    if cell.data_type == "f":
        return _Cell(str(value), is_formula=True)
    return _Cell((value.isoformat() if isinstance(value, date) else str(value)).strip())


class _Form(Problems):
    """Reads the rows of a form into the tables of an answers file."""

    def __init__(self, grid: _Grid, name: str) -> None:
        super().__init__(name)
        self._grid, self._rows = grid, dict[str, int]()

    def read(self) -> AnswersSheet:
        """What the form says. Raises UnreadableAnswers where it is no form, or nothing is said."""
        for number, row in enumerate(self._grid.rows):
            key = row[KEY].text if row else ""
            if key and key in self._rows:
                why = _("{key} stands there twice").format(key=excerpt(key))
                self._wrong(number, KEY, why, _("the first of them counts"))
            elif key:
                self._rows[key] = number
        raw: dict[str, Any] = {key: self._about(key) for key in ABOUT if key in self._rows}
        asked = [key for key in self._rows if key not in ABOUT]
        raw["said"] = {key: self._said(key) for key in asked}
        is_understood = not self.found
        answers = AnswersReader(raw, self).answers()
        if not answers.said and is_understood:
            raise _unreadable(self.file, _("nothing is filled in"), _("it is not counted"))
        return AnswersSheet(
            name=self.file,
            answers=answers,
            problems=tuple(self.found),
            cells=sealed({key: self._where(key, ANSWER) for key in answers.said}),
        )

    def _about(self, key: str) -> str | int:
        text = self._grid.at(self._rows[key], ASKED).text.removeprefix(KEPT)
        number = whole_number(text) if key in _NUMBERS else None
        return text if number is None else number

    def _said(self, key: str) -> dict[str, str]:
        """The table of one question; what is no text in it is told, and left out."""
        row = self._rows[key]
        value, words = self._words(row, ANSWER), self._words(row, WORDS)
        if words and not value:
            why = _("words stand there, and no answer beside them")
            self._wrong(row, WORDS, why, _("it counts as blank"))
        show = self._words(row, SHOW)
        if show and standing_word(show) not in (YES, NO):
            why = _("{value} is neither yes nor no").format(value=excerpt(show))
            self._wrong(row, SHOW, why, _("the room does not read the words"))
        return {
            "value": value,
            "asked": self._grid.at(row, ASKED_AS).text.removeprefix(KEPT),
            "note": words,
            "show_note": YES if show and standing_word(show) == YES else NO,
        }

    def _words(self, row: int, column: int) -> str:
        cell = self._grid.at(row, column)
        if cell.is_formula:
            self._wrong(row, column, _("a formula stands there"), _("it counts as blank"))
            return ""
        return cell.text

    def _where(self, key: str, column: int) -> str:
        return self._grid.where(self._rows[key], column)

    def place(self, path: KeyPath) -> tuple[int | None, str]:
        """The cell of a key of the tables."""
        columns: Mapping[str, int] = {"note": WORDS, "show_note": SHOW, "asked": ASKED_AS}
        if path[:1] == ("said",) and len(path) > 1:
            return None, self._where(path[1], columns.get(path[-1], ANSWER))
        key = path[0] if path else ""
        return None, self._where(key, ASKED) if key in self._rows else key

    def _wrong(self, row: int, column: int, why: str, todo: str) -> None:
        where = self._grid.where(row, column)
        self.found.append(Problem(file=self.file, where=where, why=why, todo=todo))
