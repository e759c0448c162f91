"""Rounding as people do it: a half goes up, so that 5.25 hours are said as 5.3."""

from math import copysign, floor, isfinite

NOISE = 1e-9
"""What sums of binary fractions lose on the way: 2.675 is kept as a little less than that."""


def half_up(number: float, decimals: int = 0) -> float:
    """The number with so many decimals, a half rounded away from zero; never minus zero."""
    if not isfinite(number):
        return number
    shift = 10**decimals
    return copysign(floor(abs(number) * shift + 0.5 + NOISE) / shift, number) or 0.0
