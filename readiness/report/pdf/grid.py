"""Rows and columns of flowables as Platypus lays them out; what they draw is decoration."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from reportlab.platypus import Flowable, KeepInFrame
from reportlab.platypus import Table as PlatypusTable

from readiness.report.pdf.tags import Tags

ALL = ((0, 0), (-1, -1))
"""Every cell of a grid, for the commands of its style."""

NOTHING = ()
"""A cell with nothing in it; an empty text would be drawn, and belong to no element."""

BARE = (
    ("FONT", *ALL, "Body"),  # else an unembedded font is named, though nothing is set in it
    ("VALIGN", *ALL, "TOP"),
    *((f"{side}PADDING", *ALL, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
)

IN_ROW: Any = 1e-6
"""Lets rows be split, as `splitInRow`, wherever their cells let themselves be split."""

Cell = Flowable | tuple[()]
Command = tuple[Any, ...]
"""A command of a reportlab table's style."""


class Grid(PlatypusTable):
    """Rows and columns; a row is split only where `splitInRow` says so."""

    least = 0.0
    """The height of the least that may stand at the foot of a page; 0 for all of it."""


class _Decoration:
    """Tags what is drawn behind and between the cells; reportlab calls it at each step."""

    def __init__(self, tags: Tags) -> None:
        self.tags, self.open = tags, ExitStack()

    def __call__(self, grid: Grid, step: str, *_which: object) -> None:
        if step in ("startBG", "startLines"):
            self.open.enter_context(self.tags.artifact(grid.canv))
        elif step in ("endBG", "endLines"):
            self.open.close()


def grid(
    rows: Sequence[Sequence[Cell]],
    widths: list[float],
    tags: Tags,
    style: Sequence[Command] = (),
    **more: Any,  # noqa: ANN401 - as reportlab has it
) -> Grid:
    """Cells without room, in columns of these widths in points; `more` is as in reportlab."""
    # reportlab splits what stands in a tuple, and nothing else.
    cells = [[(cell,) if isinstance(cell, Flowable) else cell for cell in row] for row in rows]
    shape = [*BARE, *style]
    called: Any = _Decoration(tags)  # reportlab has a class for this, but asks for a call alone
    return Grid(cells, widths, style=shape, hAlign="LEFT", renderCB=called, **more)


def stack(flowables: Sequence[Flowable]) -> Cell:
    """Flowables under each other, never split, as one cell."""
    if not flowables:
        return NOTHING
    return KeepInFrame(0, 0, list(flowables), mode="overflow")  # type: ignore[arg-type]


def height(one: Cell, width: float) -> float:
    """How high it is in this width where it is not split; in points."""
    return float(one.wrapOn(None, width, UNBOUNDED)[1]) if one else 0.0  # type: ignore[arg-type]


UNBOUNDED = 1e6
"""More points than any page is high."""
