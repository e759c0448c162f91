"""What the mouse sends."""

from textual.events import MouseDown

NO_KEYS = (False, False, False)
"""Neither Shift nor Alt nor Ctrl is held."""


def pressed(x: int, y: int) -> MouseDown:
    """The left button goes down, as the terminal tells it; Pilot's own passes the program by."""
    return MouseDown(None, x, y, 0, 0, 1, *NO_KEYS, x, y)
