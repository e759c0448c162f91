"""Which field has the keys, as a screen shows it."""

import re

import pyte


def held(screen: pyte.Screen) -> tuple[int, int, list[tuple[int, str]]]:
    """Where the cursor is, and on which lines a choice has the keys, with what stands above.

    Another field may have them on the same line, where the question was scrolled.
    """
    lines = screen.display
    pointed = [at for at, line in enumerate(lines) if re.search(r"> ?[(\[]", line)]
    above = [(at, "".join(lines[max(at - 2, 0) : at])) for at in pointed]
    cursor = screen.cursor
    return cursor.y, cursor.x, above
