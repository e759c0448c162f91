"""How wide a table's columns are: the shares that are asked for, but wide enough for each word."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.report.charts.picture import width_of
from readiness.report.document import Table, as_runs

ROOM = 11.0
"""Points left and right of a cell's words, together."""


def measured(block: Table, line: float, size: float) -> tuple[float, ...]:
    """Widths of the columns in points, for words of this size on a line of this width.

    Columns that need more for their longest word take it from those that have room; words of
    nobody's choosing, such as an address, take no more than a third of the line.
    """
    whole = sum(block.widths) or 1.0
    shares = [line * width / whole for width in block.widths]
    needs = [min(line / 3, _longest(block, at, size)) for at in range(len(shares))]
    return tuple(lent(shares, needs, needs))


def lent(
    shares: Sequence[float], needs: Sequence[float], keeps: Sequence[float]
) -> Sequence[float]:
    """Shares of a line of which columns that need more take it from those that have room.

    A column gives what it has beyond the room that it `keeps`, and never what it needs.
    """
    lacking = [max(0.0, need - share) for need, share in zip(needs, shares, strict=True)]
    spare = [
        max(0.0, share - max(keep, need))
        for share, keep, need in zip(shares, keeps, needs, strict=True)
    ]
    if not sum(lacking) or not sum(spare):
        return shares
    taken, given = min(1.0, sum(lacking) / sum(spare)), min(1.0, sum(spare) / sum(lacking))
    return [
        share + lack * given - extra * taken
        for share, lack, extra in zip(shares, lacking, spare, strict=True)
    ]


def _longest(block: Table, at: int, size: float) -> float:
    """The room that the longest word of a column needs; a state with its sign counts as one."""
    head = [block.header[at]] if at < len(block.header) else []
    words: list[str] = [word for text in head for word in text.split()]
    for row in block.rows:
        for run in as_runs(row[at]) if at < len(row) else ():
            words += [run.text] if run.state else run.text.split()
    longest = max((width_of(word, is_strong=True, size=size) for word in _few(words)), default=0.0)
    return longest + ROOM


def _few(words: Sequence[str]) -> list[str]:
    """The longest by letters: one of them is the widest."""
    return sorted(set(words), key=len, reverse=True)[:8]
