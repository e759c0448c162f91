"""Lines of text that fit a width."""

from __future__ import annotations

from readiness.tui.plain import cleaned


def cut(words: str, width: int) -> str:
    """Words on one line, shortened where they are too long."""
    one = " ".join(cleaned(words).split())
    return one if len(one) <= width else f"{one[: max(width - 2, 0)]}.."
