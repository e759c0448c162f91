"""Rows copied from a spreadsheet: what of them would become practitioners, entries or rows.

Nothing is taken here; who pasted looks at it first. A first row with names of columns is known in
both languages and any order; without one, the columns are told apart by what stands in them. What
is not understood is named and never guessed: a share of a post is not made hours.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.names import LONGEST_NAME, is_initials, same_name
from readiness.domain.record import NONE, Record, Sealed, sealed
from readiness.i18n.language import _
from readiness.i18n.paste import pasted

WHO, ROLE = "who", "role"
"""The columns of practitioners that every template has."""

_HEADERS: Mapping[str, str] = {
    WHO: "initialer initials hvem who navn name ansatt ansatte medarbeider fagperson behandler "
    "practitioner staff clinician therapist kode person terapeut member employee",
    ROLE: "stilling rolle role profession yrke title tittel stillingstittel fag position profesjon "
    "discipline job jobtitle yrkesgruppe",
    "hours_freed": "frigjorttid timeriuken timer hours hoursperweek hoursfreed hoursaweek "
    "timerperuke tuke timeruke frigjortetimer freedhours freedtime hweek frigjort frigjorttimer "
    "weeklyhours ukentligetimer timeriuka frigjorttidiuken hoursweek",
    "leaves": "slutter leaves enddate sluttdato slutteri leaving",
    "name": "tiltak hva action task what oppgave aktivitet activity name navn title tittel",
    "actor": "ansvarlig hvem owner who responsible responsibleperson ansvar assignedto eier lead",
    "when": "frist n\u00e5r due when deadline duedate dato date ferdig innen forfall",
    "from": "fra from start startdato startdate",
    "until": "til until to end slutt sluttdato enddate tilogmed through",
    "what": "hva what \u00e5rsak reason grunn why anledning merknad note",
    "date": "dato date oppstart start f\u00f8rste\u00f8kt firstsession n\u00e5r when",
    "patients": "pasienter patients antall number antallpasienter count",
}
"""What people call the columns of their own lists, without spaces and signs, in both languages."""

_USUAL = ("hours_freed", "leaves")
"""What is told of practitioners in lists without names of columns."""

_TOTALS = ("total", "totals", "totalt", "sum", "summert", "ialt", "gjennomsnitt", "average")
_SIGNS = re.compile(r"\([^()]*\)|[\W_]+")


class Line(Record):
    """One row that would be taken."""

    who: str = ""
    """Whom it lists, by initials or role; empty for an entry or a row of a question."""
    role: str = ""
    """What they are; empty where that is not said."""
    fields: Sealed[str, Value] = NONE
    """What stands in the fields."""


class Reading(Record):
    """What rows would become, and what would not be taken."""

    lines: tuple[Line, ...] = ()
    """What would be taken, in the order of the rows."""
    left: tuple[str, ...] = ()
    """Each cell or row that is not understood, with its row and column, in words."""


class _Cell(Record, kw_only=False):
    row: int
    head: str
    text: str

    @property
    def words(self) -> str:
        if self.head:
            return _("row {n}, {column}: {text}").format(
                n=self.row, column=self.head, text=self.text
            )
        return _("row {n}: {text}").format(n=self.row, text=self.text)


def is_rows(text: str) -> bool:
    """Whether a text is what a spreadsheet gives: several cells, or several lines."""
    return "\t" in text or "\n" in text.strip()


def people_in(text: str, names: Sequence[str], parts: Mapping[str, Part], today: date) -> Reading:
    """The practitioners in rows; `names` are in the list already, `parts` what is asked of each.

    The fields are called by what they feed where they feed something, so that every template's
    hours are found.
    """
    columns = {WHO: Part(kind="text"), ROLE: Part(kind="text")}
    kinds = {name: kind_of(part) for name, part in parts.items()}
    columns |= {
        name: part
        for name, part in parts.items()
        if not kinds[name].is_offered and not kinds[name].is_many
    }
    found = _Table(text, columns, today)
    known = {same_name(one) for one in names}
    lines = list[Line]()
    for cells in found.rows:
        who = " ".join(str(cells.pop(WHO, "")).split())
        role = str(cells.pop(ROLE, ""))
        why = _unfit(who, known)
        if why or not who:
            found.leave(why)
            continue
        known.add(same_name(who))
        lines.append(Line(who=who, role=role, fields=sealed(cells)))
    return Reading(lines=tuple(lines), left=tuple(found.left))


def entries_in(text: str, parts: Mapping[str, Part], today: date) -> Reading:
    """The entries of a table, or the rows of a question, whose fields these are."""
    found = _Table(text, parts, today)
    return Reading(
        lines=tuple(Line(fields=sealed(cells)) for cells in found.rows), left=tuple(found.left)
    )


def cells_in(
    text: str, parts: Mapping[str, Part], today: date
) -> tuple[Mapping[str, Value], tuple[str, ...]]:
    """The cells of one row under these fields in their order, and those that are not understood."""
    found, left = dict[str, Value](), list[str]()
    cells = next(iter(_cells_of(text)), [])
    for at, cell in enumerate(cells):
        part = list(parts.values())[at] if at < len(parts) else None
        value = interpret(part, cell, today) if part is not None and cell else None
        if value is not None and not isinstance(value, InvalidValue):
            found[list(parts)[at]] = value
        elif cell:
            left.append(f"{part.label}: {cell}" if part is not None else cell)
    return found, tuple(left)


def _unfit(who: str, known: set[str]) -> str:
    if len(who) > LONGEST_NAME:
        return _("too long for initials or a role")
    return _("in the list already") if who and same_name(who) in known else ""


class _Table:
    """The cells of a pasted text under the columns that they stand for."""

    def __init__(self, text: str, parts: Mapping[str, Part], today: date) -> None:
        self._parts, self._today = parts, today
        self.left = list[str]()
        """What is not taken, in words."""
        self._row: list[_Cell] = []
        self._cells = _cells_of(text)
        self._names = self._header()
        self._heads = self._cells[0] if any(self._names) else []
        if self._heads:
            self._body = list(enumerate(self._cells))[1:]
        else:
            self._body = list(enumerate(self._cells))
            self._names = self._by_content()

    @property
    def rows(self) -> Iterator[dict[str, Value]]:
        """The understood cells of each row that holds any, by column."""
        for at, cells in self._body:
            self._row = [
                _Cell(at + 1, self._head(column), text) for column, text in enumerate(cells) if text
            ]
            if cells and _plain(cells[0]) in _TOTALS:
                self.leave("")
                continue
            found = dict[str, Value]()
            for column, text in enumerate(cells):
                self._take(found, column, text, at + 1)
            if found:
                self._row = [one for one in self._row if one.words not in self.left]
                yield found

    def leave(self, why: str) -> None:
        """Leave the row that was given last, for a reason that may be said."""
        words = ", ".join(one.words for one in self._row)
        if words:
            self.left.append(f"{words} ({why})" if why else words)

    def _take(self, found: dict[str, Value], column: int, text: str, row: int) -> None:
        if not text:
            return
        name = self._names[column] if column < len(self._names) else ""
        value = interpret(self._parts[name], text, self._today) if name else None
        if value is None or isinstance(value, InvalidValue):
            self.left.append(_Cell(row, self._head(column), text).words)
        else:
            found[name] = value

    def _head(self, column: int) -> str:
        return self._heads[column] if column < len(self._heads) else ""

    def _header(self) -> list[str]:
        """The field of each column by the words of the first row; all empty where they are none."""
        first = self._cells[0] if self._cells else []
        names = list[str]()
        for cell in first:
            known = (name for name in self._parts if self._is_called(name, cell))
            names.append(next((name for name in known if name not in names), ""))
        given, found = sum(map(bool, first)), sum(map(bool, names))
        return names if found and 2 * found >= given - 1 else [""] * len(names)

    def _is_called(self, name: str, cell: str) -> bool:
        word, part = _plain(cell), self._parts[name]
        called = (*_HEADERS.get(part.feeds or name, "").split(), *_HEADERS.get(name, "").split())
        return bool(word) and (word in called or word == _plain(part.label))

    def _by_content(self) -> list[str]:
        """The field of each column by what stands in it: days, numbers, initials, words."""
        width = max((len(cells) for _at, cells in self._body), default=0)
        names = list[str]()
        for column in range(width):
            texts = [cells[column] for _at, cells in self._body if column < len(cells)]
            names.append(self._field_of([text for text in texts if text], names))
        if WHO in self._parts and ROLE in self._parts and WHO not in names:
            return [""] * width
        return names

    def _field_of(self, texts: list[str], taken: list[str]) -> str:
        """The first free field that most cells of a column fit; empty where none does."""
        free = {name: part for name, part in self._parts.items() if name not in taken}
        if WHO in self._parts and ROLE in self._parts:
            plain = (WHO, ROLE, *(name for name, part in free.items() if part.feeds in _USUAL))
            free = {name: part for name, part in free.items() if name in plain}
        are_people = 2 * sum(map(is_initials, texts)) > len(texts)
        figures = [text for text in texts if any(letter.isdigit() for letter in text)]
        if are_people and (found := next((name for name in (WHO, "actor") if name in free), "")):
            return found
        if 2 * len(figures) > len(texts):
            dates = [name for name, part in free.items() if kind_of(part).is_date]
            numbers = [name for name, part in free.items() if kind_of(part).is_number]
            return next((one for one in (*dates, *numbers) if self._fits(one, figures)), "")
        words = (
            name
            for name, part in free.items()
            if kind_of(part).is_text and name not in (WHO, "actor")
        )
        return next(words, "") if texts else ""

    def _fits(self, name: str, texts: list[str]) -> bool:
        read = [interpret(self._parts[name], text, self._today) for text in texts]
        return not any(isinstance(one, InvalidValue) for one in read)


def _plain(cell: str) -> str:
    return _SIGNS.sub("", cell.casefold())


def _cells_of(text: str) -> list[list[str]]:
    """The cells of each row that has any; a cell of several lines stands in quotes there."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    sign = "\t"
    counts = {line.count(";") for line in lines if line.strip()}
    if "\t" not in text and len(counts) == 1 and counts != {0}:
        sign = ";"
    try:
        ended = lines if sign == ";" else [f"{line}\n" for line in lines]
        rows = list(csv.reader(ended, delimiter=sign))
    except csv.Error:
        rows = [line.split(sign) for line in lines]
    found = [[pasted(cell, on_one_line=True).text.strip() for cell in row] for row in rows]
    return [row for row in found if any(row)]
