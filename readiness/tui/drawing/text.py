"""Lines of text that fit a width."""

from __future__ import annotations

from readiness.tui.plain import cleaned


def cut(words: str, width: int) -> str:
    """Words on one line, shortened where they are too long."""
    one = " ".join(cleaned(words).split())
    return one if len(one) <= width else f"{one[: max(width - 2, 0)]}.."


def bar(filled: float, whole: float, top: float, width: int, signs: str = "#.!") -> str:
    """A bar of `filled` against `whole`: what both have, what only the whole has, what is beyond.

    `top` is the number that takes the whole width.
    """
    if top <= 0 or width <= 0:
        return ""
    have, beyond, rest = signs[0], signs[2], signs[1]

    def columns(number: float) -> int:
        return min(max(round(number / top * width), 0), width)

    needed, freed = columns(filled), columns(whole)
    both = min(needed, freed)
    return have * both + beyond * (needed - both) + rest * (freed - both)
