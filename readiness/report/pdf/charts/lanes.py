"""Words side by side that never stand on each other."""

from __future__ import annotations


def lanes(refs: list[tuple[float, float]], width: float, most: int) -> list[int]:
    """A lane for each word, given its left edge and width; -1 for one that finds no room.

    Words that would go beyond the width are taken to end there.
    """
    taken = list[list[tuple[float, float]]]()
    found = []
    for left, wide in refs:
        start = max(0.0, min(left, width - wide))
        lane = _free(taken, start, start + wide)
        if lane == len(taken) < most:
            taken.append([])
        is_full = lane == len(taken)
        if not is_full:
            taken[lane].append((start, start + wide))
        found.append(-1 if is_full else lane)
    return found


def _free(taken: list[list[tuple[float, float]]], start: float, end: float) -> int:
    """The first lane with nothing between start and end, or the number of lanes."""
    for lane, ones in enumerate(taken):
        if all(start >= done or end <= begin for begin, done in ones):
            return lane
    return len(taken)
