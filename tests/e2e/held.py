"""Which field has the keys, as a screen shows it."""

import re

import pyte


def held(screen: pyte.Screen) -> tuple[int, int, list[int]]:
    """Where the cursor is, and on which lines a choice has the keys."""
    lines = enumerate(screen.display)
    cursor = screen.cursor
    return cursor.y, cursor.x, [at for at, line in lines if re.search(r"> [(\[]", line)]
