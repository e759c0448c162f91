"""The states of questions in colour: a square with its sign, a chip with its word, the ink of both.

Styles name variables of the theme (`readiness/tui/themes`), so that other colours are the same
words. Where no colours are shown, sign and word are left, and fills are reversed.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from readiness.describe.state import SHORT, SIGNS, WORDS, State
from readiness.tui.state_colours import FILLED


def style_of(state: State) -> str:
    """The style of a sign in its square."""
    name = state.replace(" ", "-")
    # On a ground of its own, so that it is read on the row that the cursor is on as well.
    look = f"$state-{name} on $fill-{name}"
    return f"bold {look}" if state in FILLED else look


def ink_of(state: State) -> str:
    """The style of words about a state."""
    return f"$ink-{state.replace(' ', '-')}"


def square(state: State) -> Content:
    """A sign in its square, two columns."""
    return Content.styled(f"{SIGNS[state]} ", style_of(state))


def squares_of(states: Iterable[State]) -> Content:
    """Squares side by side."""
    return Content("").join(square(one) for one in states)


def chip(state: State, width: int = 0) -> Content:
    """Sign and word of a state on its fill, at least so wide."""
    return Content.styled(f" {SIGNS[state]} {WORDS[state]} ".ljust(width), style_of(state))


def counts(found: Iterable[tuple[State, int]]) -> Content:
    """How many are in each state, in words: 2 red  2 amber."""
    pieces = [Content.styled(f"{n} {SHORT[state]}", ink_of(state)) for state, n in found]
    return Content("  ").join(pieces)
