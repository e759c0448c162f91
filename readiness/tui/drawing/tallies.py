"""How many of each group gave which answer, as bars of one scale; groups side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual.content import Content

from readiness.describe.reveal import TallyRow
from readiness.tui.characters import Characters
from readiness.tui.drawing.bars import HAVE, MUTED
from readiness.tui.plain import cut, plain

COUNT = 5
"""Columns of a number and the spaces at its sides."""

Tallies = Mapping[str, Sequence[TallyRow]]
"""The head of each group to its answers."""

BETWEEN, LEAST, LONGEST, MOST_BESIDE = 3, 8, 4, 3
"""Columns between two groups, the fewest for the bars, and the most that one person takes; the most
groups beside one another."""


def tallies_drawn(groups: Tallies, width: int, chars: Characters) -> list[Content]:
    """As many groups beside one another as there is room for, the others under them."""
    rows = [row for rows in groups.values() for row in rows]
    top = max((row.many for row in rows), default=0)
    bars = max((len(row.answer) for row in rows), default=0) + COUNT + LEAST
    least = max([bars, *map(len, groups)])
    fit = (width + BETWEEN) // (least + BETWEEN)
    step = max(min(fit, MOST_BESIDE, len(groups)), 1)
    room = (width + BETWEEN) // step - BETWEEN
    blocks = [_block(head, rows, top, room, chars) for head, rows in groups.items()]
    lines = list[Content]()
    for first in range(0, len(blocks), step):
        if lines:
            lines.append(Content(""))
        beside = zip_longest(*blocks[first : first + step], fillvalue=Content(""))
        lines += [_joined(row, room) for row in beside]
    return lines


def _joined(row: Sequence[Content], room: int) -> Content:
    *before, last = row
    pieces = list[Content | str]()
    for one in before:
        pieces += [one, " " * (room + BETWEEN - one.cell_length)]
    return Content.assemble(*pieces, last)


def _block(
    head: str, rows: Sequence[TallyRow], top: int, room: int, chars: Characters
) -> list[Content]:
    name = min(max(len(row.answer) for row in rows), room // 2)
    one = min(LONGEST, max(room - name - COUNT, 1) / max(top, 1))
    lines = [plain(cut(head, room), "bold")]
    for row in rows:
        drawn = max(round(row.many * one), min(row.many, 1))
        sign = chars.spare if row.is_beside else chars.have
        lines.append(
            Content.assemble(
                plain(f"{cut(row.answer, name):<{name}} "),
                plain(f"{row.many:>3} ", "" if row.many else MUTED),
                plain(sign * drawn, MUTED if row.is_beside else HAVE),
            )
        )
    return lines
