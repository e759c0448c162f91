"""The numbers that the program reckons with, in words."""

from __future__ import annotations

from readiness.core.asked.template import Assumption
from readiness.core.wording.words import SHARE, exact_words, share_words, with_unit

MOST = 100_000
"""The largest number that is taken."""


def largest(one: Assumption) -> int:
    """The largest number that may be given in its place; the smallest is 0."""
    return 1 if one.unit == SHARE else MOST


def number_told(one: Assumption, own: float | None = None) -> str:
    """A number of the template with its unit, or the `own` one in its place."""
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    values = values if own is None else (own,)
    said = ", ".join(exact_words(value) for value in values)
    if one.unit == SHARE:
        return f"{said} ({share_words(values[0])})"
    return with_unit(said, one.unit)
