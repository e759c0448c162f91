"""Tables: rows that break over pages, heads that are repeated, columns that hold their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.report.document import Table
from readiness.report.figures import lent
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.grid import ALL, IN_ROW, Command, Grid, grid
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Term
from readiness.report.pdf.text import TextFlowable

ROOM, DENSE_ROOM = (4.0, 1.8, 2.8), (2.5, 0.8, 1.6)
"""Room in a cell, in points: left and right, over and under its text; less of it where dense."""

BELOW_HEAD = 1.6
"""More room over the first row under a head, whose line is the heaviest of the table."""

TALL = 14
"""Lines of a row from which it may be split, though it would fit on the next page."""

FEW = 3
"""The least rows of a table under a heading, or lines of a row that is split."""

WIDEST_WORD = 0.26
"""The share of the line that a column may take for the sake of a long word."""

WIDE = 1.4
"""How much wider than an even share of the line that may be."""


class Cell(TextFlowable):
    """The text of a cell; in a head that is repeated, it is only decoration from then on."""

    is_repeated = False

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits and the rest, where it is worth it."""
        return super().split(width, height) if len(self.words.lines) > TALL else []

    def draw(self) -> None:
        """Draw the cell's words at the place that reportlab gave them."""
        self.words.draw(self.canv, 0, self.height, again=self.is_repeated)
        self.is_repeated = True


@dataclass(frozen=True)
class Row:
    """One row, with the room in its cells."""

    cells: list[Cell]
    side: float
    over: float
    under: float
    least: float = 0.0
    """Its least height in points, for writing by hand."""

    def fit(self, widths: list[float]) -> float:
        """Fit its cells into columns of these widths in points; returns its height."""
        pairs = zip(self.cells, widths, strict=True)
        high = max(cell.words.fit(width - 2 * self.side) for cell, width in pairs)
        return max(self.least, self.over + self.under + high)

    @property
    def lines(self) -> int:
        """The lines of its tallest cell."""
        return max(len(cell.words.lines) for cell in self.cells)


def table(block: Table, parent: Element, look: Look, runs: Runs) -> Grid | None:
    """A table as reportlab sets it, with tags for screen readers; None without a row or column."""
    if not block.rows or not block.widths:
        return None
    attributes = {"Table": {"Summary": clean(block.caption)}} if block.caption else {}
    owner = parent.add("Table", attributes=attributes)
    has_head = any(block.header)
    texts: list[tuple[object, ...]] = [*([block.header] if has_head else []), *block.rows]
    rows = [
        _row(block, cells, owner, look, runs, is_head=has_head and at == 0)
        for at, cells in enumerate(texts)
    ]
    if has_head and len(rows) > 1:
        rows[1] = replace(rows[1], over=rows[1].over + BELOW_HEAD * look.row_room)
    widths = _columns(block, rows, look)
    heights = [row.fit(widths) for row in rows]
    is_repeated = has_head and heights[0] <= look.height / 4
    first = int(is_repeated)
    is_tall = any(row.lines > TALL for row in rows[first:])
    made = grid(
        [row.cells for row in rows],
        widths,
        runs.tags,
        _style(block, rows, look, first=first),
        rowHeights=heights,
        repeatRows=first,
        splitByRow=int(not is_tall),
        splitInRow=IN_ROW * is_tall,
        spaceBefore=2,
        spaceAfter=7,
    )
    made.least = _least(rows[first:], heights[first:]) + sum(heights[:first])
    return made


def _least(rows: list[Row], heights: list[float]) -> float:
    """The height of the first rows, or of what may be split off the first."""
    first = rows[0]
    if first.lines > TALL:
        return first.over + first.under + FEW * first.cells[0].words.kind.leading
    pairs = zip(rows[1:FEW], heights[1:FEW], strict=False)
    return heights[0] + sum(height for row, height in pairs if max(first.lines, row.lines) <= FEW)


def _style(block: Table, rows: list[Row], look: Look, *, first: int) -> list[Command]:
    """Room in the cells, a line under each row, a ground under the head, edges to write within."""
    room = rows[-1]
    style: list[Command] = [
        ("LEFTPADDING", *ALL, room.side),
        ("RIGHTPADDING", *ALL, room.side),
        ("TOPPADDING", *ALL, room.over),
        ("BOTTOMPADDING", *ALL, room.under),
        ("LINEBELOW", *ALL, 0.4, look.rule),
    ]
    if first and len(rows) > 1:
        style += [
            ("BACKGROUND", (0, 0), (-1, 0), look.shade),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, look.accent),
            ("TOPPADDING", (0, 1), (-1, 1), rows[1].over),
        ]
    if block.row_height > 0:
        style.append(("GRID", (0, first), (-1, -1), 0.4, look.rule))
    if len(rows) - first > FEW and max(row.lines for row in rows[-2:]) <= TALL:
        # No last row stands alone on the next page.
        style.append(("NOSPLIT", (0, -2), (-1, -1)))
    return style


def _row(
    block: Table,
    texts: tuple[object, ...],
    owner: Element,
    look: Look,
    runs: Runs,
    *,
    is_head: bool,
) -> Row:
    line = owner.add("TR")
    cells = []
    for at in range(len(block.widths)):
        text = texts[at] if at < len(texts) else ""
        is_name = bool(text) and (is_head or (block.has_row_heads and at == 0))
        scope = {"Table": {"Scope": Term("Column" if is_head else "Row")}}
        cell = line.add("TH", attributes=scope) if is_name else line.add("TD")
        kind = look.of(
            ("dense " if block.is_dense else "") + ("head" if is_head or is_name else "cell"),
            align="right" if at in block.numbers else "left",
        )
        cells.append(Cell(runs.words(text, kind, cell)))  # type: ignore[arg-type]
    side, over, under = DENSE_ROOM if block.is_dense else ROOM
    least = 0.0 if is_head else max(0.0, min(block.row_height, 100.0)) * mm
    return Row(cells, side, over * look.row_room, under * look.row_room, least)


def _columns(block: Table, rows: list[Row], look: Look) -> list[float]:
    """The widths in points: the shares asked for, but no word broken that a little room saves."""
    total, room = sum(block.widths) or 1.0, 2 * rows[0].side + 0.1
    shares: Sequence[float] = [look.line * width / total for width in block.widths]
    most = look.line * min(WIDEST_WORD, WIDE / len(shares))
    columns = [
        [cell.words for cell in cells] for cells in zip(*(row.cells for row in rows), strict=True)
    ]
    needs = [max(one.widest_word(most) for one in column) + room for column in columns]
    whole = [max(one.line_width for one in column) + room for column in columns]
    # Room that no line needs is given first, then room without which lines become more.
    return list(lent(lent(shares, needs, whole), needs, needs))
