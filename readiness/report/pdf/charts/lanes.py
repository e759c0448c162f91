"""Words side by side that never stand on each other."""

from __future__ import annotations


def lanes(spots: list[tuple[float, float]], width: float, most: int) -> list[int]:
    """A lane for each word, given its left edge and width; -1 for one that finds no room.

    Words that would go beyond the width are taken to end there.
    """
    ends = list[list[tuple[float, float]]]()
    found = []
    for left, wide in spots:
        start = max(0.0, min(left, width - wide))
        for lane, taken in enumerate(ends):
            if all(start >= end or start + wide <= begin for begin, end in taken):
                taken.append((start, start + wide))
                found.append(lane)
                break
        else:
            if len(ends) < most:
                ends.append([(start, start + wide)])
            found.append(len(ends) - 1 if len(ends) <= most and ends[-1][-1][0] == start else -1)
    return found
