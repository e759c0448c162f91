"""The states of questions in colour: a square with its sign, a chip with its word, the ink of both.

Styles name variables of the theme (`readiness/tui/themes`, which takes them from here), so that
other colours are the same words: `ink-` is the colour of words about a state, `state-` and `fill-`
those of its sign and square. Where no colours are shown, sign and word are left, and fills are
reversed.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from readiness.describe import colours
from readiness.describe.state import SHORT, SIGNS, WORDS, State


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


BLACK = "#000000"

FILLED: tuple[State, ...] = ("red", "amber", "open", "partly")
"""States whose square has a fill on screens; the others recede."""


def _named(state: State) -> str:
    return state.replace(" ", "-")


def dark() -> dict[str, str]:
    """The colours of the states on a dark screen."""
    found = {}
    for state, look in colours.DARK.items():
        name = _named(state)
        # The grey that is for marks only is too dark for a sign that is read.
        found[f"ink-{name}"] = look.ink
        found[f"state-{name}"] = look.text if look.fill else look.ink
        found[f"fill-{name}"] = look.fill or colours.DARK_GROUNDS[0]
    have = {"have": colours.DARK_HAVE, "missing": colours.DARK_MISSING}
    return {**found, **have, "spare": colours.DARK_RULE, "target": colours.DARK_INK}


def light() -> dict[str, str]:
    """The colours of the states on a light screen: those of paper, but what is in place recedes."""
    found = {}
    for state, look in colours.PRINT.items():
        name, is_filled = _named(state), state in FILLED
        found[f"ink-{name}"] = look.ink
        found[f"state-{name}"] = look.text if is_filled else look.ink
        found[f"fill-{name}"] = look.fill if is_filled else colours.WHITE
    have = {"have": colours.HAVE, "missing": colours.MISSING}
    # What was answered and is not in place is the other way round: on a light ground a white
    # square would not be seen.
    is_open = {"state-open": colours.WHITE, "fill-open": colours.INK}
    return {**found, **is_open, **have, "spare": "#7d8d9b", "target": colours.INK}


def high_contrast() -> dict[str, str]:
    """The colours of the states with the highest contrast: black text on fills, white for grey."""
    found = dark()
    for state in SIGNS:
        name = _named(state)
        if state in FILLED:
            found[f"state-{name}"] = BLACK
            continue
        is_grey = state not in ("ready", "accepted")
        ink = colours.WHITE if is_grey else found[f"ink-{name}"]
        found |= {f"ink-{name}": ink, f"state-{name}": ink, f"fill-{name}": BLACK}
    return {**found, "spare": "#e0e0e0", "target": colours.WHITE}


def sixteen() -> dict[str, str]:
    """The colours of the states in a terminal of 16 colours."""
    found = {}
    for state, (text, ground) in colours.SIXTEEN.items():
        name = _named(state)
        found[f"state-{name}"] = f"ansi_{text}"
        found[f"fill-{name}"] = f"ansi_{ground}"
        is_filled = ground != "default"
        found[f"ink-{name}"] = "ansi_default" if is_filled else f"ansi_{text}"
    inks = {"ink-red": "ansi_red", "missing": "ansi_red", "have": "ansi_blue"}
    return {**found, **inks, "spare": "ansi_default", "target": "ansi_default"}
