"""One line a figure: what was measured, its floor, what is wanted, and whether that is reached."""

import statistics
from collections.abc import Sequence


def p95(values: Sequence[float]) -> float:
    """The value that nineteen of twenty stay under."""
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


def beside(
    name: str, ours: float, floor: float, wanted: float, unit: str = "ms", below: str = "floor"
) -> None:
    """Print a figure beside its floor, and whether their ratio is as wanted."""
    ratio = ours / floor
    _print(
        name, f"{ours:8.4g} {unit}, {below} {floor:.4g} {unit}, ratio {ratio:.2f}", ratio, wanted
    )


def alone(name: str, ours: float, wanted: float, unit: str) -> None:
    """Print a figure that has a bound of its own."""
    _print(name, f"{ours:8.3g} {unit}", ours, wanted)


def of_pairs(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The medians of both columns of figures that were taken in turn."""
    ours, floor = zip(*pairs, strict=True)
    return statistics.median(ours), statistics.median(floor)


def _print(name: str, figures: str, found: float, wanted: float) -> None:
    verdict = "reached" if found <= wanted else "NOT REACHED"
    print(f"{name:<44} {figures}; wanted at most {wanted:g}: {verdict}", flush=True)
