"""Tables: rows that break over pages, heads that are repeated, columns that hold their words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from readiness.report.document import Table
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.lines import TextSpan
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Tags, Term
from readiness.report.pdf.text import SetText, rule

SIDE, DENSE_SIDE, OVER, UNDER = 4.0, 2.5, 1.8, 2.8
"""Room in a cell, in points: left and right, over and under its text."""

DENSE_OVER, DENSE_UNDER = 0.8, 1.6
"""The same over and under the text of a dense table."""

TALL = 14
"""Lines of a row from which it may be split, though it would fit on the next page."""

FEW = 3
"""The least lines of a split row on either page, and the least rows of a table under a heading."""

WIDEST_WORD = 0.26
"""The share of the line that a column may take for the sake of a long word."""

WIDE = 1.4
"""How much wider than an even share of the line that may be."""


@dataclass
class Row:
    """One row; a row that goes on from the page before has no room over it."""

    cells: list[SetText]
    goes_on: bool = False
    side: float = SIDE
    over: float = OVER
    under: float = UNDER
    least: float = 0.0
    """Its least height in points, for writing by hand."""

    @property
    def lines(self) -> int:
        """The lines of its tallest cell, at least one."""
        return max(1, *(len(cell.lines) for cell in self.cells))

    @property
    def height(self) -> float:
        """Its height in points."""
        over = 0.0 if self.goes_on else self.over
        return max(self.least, over + self.under + self.lines * self.cells[0].kind.leading)

    def cut(self, count: int) -> tuple[Row, Row]:
        """Its first lines and the rest."""
        pairs = [cell.cut(count) for cell in self.cells]
        return (
            replace(self, cells=[pair[0] for pair in pairs], least=0.0),
            replace(self, cells=[pair[1] for pair in pairs], goes_on=True, least=0.0),
        )


class Grid(Flowable):
    """A table, or the part of one that stands on a page."""

    spaceBefore, spaceAfter = 2, 7  # noqa: N815 - reportlab's names

    def __init__(
        self, look: Look, tags: Tags, columns: list[float], head: Row | None, rows: list[Row]
    ) -> None:
        """Keep rows whose cells fit columns of these widths in points."""
        super().__init__()
        self.look, self.tags, self.columns, self.head, self.rows = look, tags, columns, head, rows
        self.is_rest = False

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.height = self._over() + sum(row.height for row in self.rows)
        return width, self.height

    def _over(self) -> float:
        return self.head.height if self.head else 0.0

    def least(self, _width: float) -> float:
        """The height of its head and the first rows, or of what may be split off the first."""
        first = self.rows[0]
        if first.lines > TALL:
            lines = FEW * first.cells[0].kind.leading
            return self._over() + first.over + first.under + lines
        short = [row for row in self.rows[1:FEW] if max(first.lines, row.lines) <= FEW]
        return self._over() + sum(row.height for row in (first, *short))

    def split(self, _width: float, height: float) -> list[Flowable]:
        """The rows that fit, and the rest under the same head."""
        room, rows = height - self._over() + 0.01, list[Row]()
        for at, row in enumerate(self.rows):
            if row.height <= room:
                rows.append(row)
                room -= row.height
                continue
            rest = self.rows[at:]
            lines = int((room - row.over - row.under) // row.cells[0].kind.leading)
            lines = min(lines, row.lines - FEW)
            if row.lines > TALL and lines >= FEW:
                first, later = row.cut(lines)
                rows.append(first)
                rest = [later, *self.rows[at + 1 :]]
            if not rows:
                return []
            turn = list[Flowable]()
            if len(rest) == 1 and len(rows) >= FEW and not rest[0].goes_on:
                rest = [rows.pop(), *rest]
                turn = [CondPageBreak(sum(row.height for row in rest) + self._over())]
            parts = [Grid(self.look, self.tags, self.columns, self.head, r) for r in (rows, rest)]
            parts[0].is_rest, parts[1].is_rest = self.is_rest, True
            return [parts[0], *turn, parts[1]]
        return [self]

    def draw(self) -> None:
        """Set it: what is behind the text first."""
        look, y = self.look, self.height
        width = sum(self.columns)
        if self.head:
            with self.tags.artifact(self.canv):
                self.canv.setFillColor(look.shade)
                self.canv.rect(0, y - self.head.height, width, self.head.height, stroke=0, fill=1)
                rule(self.canv, (0, width, y - self.head.height), 0.9, look.accent)
            self._row(self.head, y, again=self.is_rest)
            y -= self.head.height
        elif self.rows[0].least:
            with self.tags.artifact(self.canv):
                rule(self.canv, (0, width, y), 0.4, look.rule)
        for row in self.rows:
            self._row(row, y)
            y -= row.height
            with self.tags.artifact(self.canv):
                rule(self.canv, (0, width, y), 0.4, look.rule)
                if row.least:
                    self._sides(y, row.height)

    def _sides(self, low: float, height: float) -> None:
        """The upright edges of cells that are filled in by hand."""
        for at in range(len(self.columns) + 1):
            x = sum(self.columns[:at])
            self.canv.line(x, low, x, low + height)

    def _row(self, row: Row, top: float, *, again: bool = False) -> None:
        x = 0.0
        for cell, width in zip(row.cells, self.columns, strict=True):
            cell.draw(self.canv, x + row.side, top - (0 if row.goes_on else row.over), again=again)
            x += width


def table(block: Table, parent: Element, look: Look, runs: Runs) -> Grid | None:
    """A table, tagged; None for one without a row or column."""
    count = len(block.widths)
    if not block.rows or not count:
        return None
    attributes = {"Table": {"Summary": clean(block.caption)}} if block.caption else {}
    owner = parent.add("Table", attributes=attributes)
    head = _head(block, owner, look, runs) if any(block.header) else None
    rows = [_row(block, cells, owner, look, runs) for cells in block.rows]
    columns = _columns(block, [*([head] if head else []), *rows], look)
    for row in [*([head] if head else []), *rows]:
        for cell, width in zip(row.cells, columns, strict=True):
            cell.fit(width - 2 * row.side)
    if head and head.height > look.height / 4:
        rows, head = [head, *rows], None
    return Grid(look, runs.tags, columns, head, rows)


def _head(block: Table, owner: Element, look: Look, runs: Runs) -> Row:
    line = owner.add("TR")
    cells = []
    for at in range(len(block.widths)):
        text = block.header[at] if at < len(block.header) else ""
        cell = (
            line.add("TH", attributes={"Table": {"Scope": Term("Column")}})
            if text
            else line.add("TD")
        )
        kind = look.of(_kind("head", block), align="right" if at in block.numbers else "left")
        cells.append(SetText((TextSpan(text, kind.face),), kind, cell, runs.tags))
    return _spaced(cells, block, look.row_room)


def _kind(name: str, block: Table) -> str:
    return f"dense {name}" if block.is_dense else name


def _spaced(cells: list[SetText], block: Table, room: float) -> Row:
    over, under = (DENSE_OVER, DENSE_UNDER) if block.is_dense else (OVER, UNDER)
    side = DENSE_SIDE if block.is_dense else SIDE
    return Row(cells, side=side, over=over * room, under=under * room)
    return (
        Row(cells, side=DENSE_SIDE, over=DENSE_OVER, under=DENSE_UNDER)
        if block.is_dense
        else Row(cells)
    )


def _row(block: Table, texts: tuple[object, ...], owner: Element, look: Look, runs: Runs) -> Row:
    line = owner.add("TR")
    cells = []
    for at in range(len(block.widths)):
        text = texts[at] if at < len(texts) else ""
        is_name = block.has_row_heads and at == 0 and bool(text)
        cell = (
            line.add("TH", attributes={"Table": {"Scope": Term("Row")}})
            if is_name
            else line.add("TD")
        )
        kind = look.of(
            _kind("head" if is_name else "cell", block),
            align="right" if at in block.numbers else "left",
        )
        cells.append(runs.words(text, kind, cell))  # type: ignore[arg-type]
    return replace(
        _spaced(cells, block, look.row_room), least=max(0.0, min(block.row_height, 100.0)) * mm
    )


def _columns(block: Table, rows: list[Row], look: Look) -> list[float]:
    """The widths in points: the shares asked for, but no word broken that a little room saves."""
    total = sum(block.widths) or 1.0
    shares = [look.line * width / total for width in block.widths]
    most = look.line * min(WIDEST_WORD, WIDE / len(shares))
    needs = [
        max(row.cells[at].widest_word(most) for row in rows) + 2 * rows[0].side + 0.1
        for at in range(len(shares))
    ]
    lacking = [max(0.0, need - share) for need, share in zip(needs, shares, strict=True)]
    if not any(lacking):
        return shares
    # Room that no line needs is given first, then room without which lines become more.
    for wanted in (
        [
            max(row.cells[at].line_width for row in rows) + 2 * rows[0].side + 0.1
            for at in range(len(shares))
        ],
        needs,
    ):
        spare = [
            max(0.0, share - max(want, need))
            for share, want, need in zip(shares, wanted, needs, strict=True)
        ]
        if not sum(spare) or not sum(lacking):
            continue
        part = min(1.0, sum(lacking) / sum(spare))
        given = min(1.0, sum(spare) / sum(lacking))
        shares = [
            share + lack * given - extra * part
            for share, lack, extra in zip(shares, lacking, spare, strict=True)
        ]
        lacking = [max(0.0, need - share) for need, share in zip(needs, shares, strict=True)]
    return shares
