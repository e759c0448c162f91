"""The layers of a template: one file laid over another, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Layer(NamedTuple):
    """One file of those that a template is made of."""

    path: Path
    """The file."""
    text: str
    """Its text."""
    raw: dict[str, Any]
    """What it holds."""


def merged(layers: list[Layer]) -> dict[str, Any]:
    """What several layers hold together, the lowest first."""
    raw: dict[str, Any] = {}
    for one in layers:
        raw = laid_over(raw, one.raw)
    return raw


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any], *at: str) -> dict[str, Any]:
    """One template's tables over another's: key by key; lists and conditions as a whole."""
    both = dict(below)
    for key, value in above.items():
        under = both.get(key)
        if isinstance(value, dict) and isinstance(under, dict) and not is_condition(*at, key):
            under = {name: one for name, one in under.items() if name not in ends(value, *at, key)}
            both[key] = laid_over(under, value, *at, key)
        else:
            both[key] = value
    return both


def ends(above: Mapping[str, Any], *path: str) -> tuple[str, ...]:
    """What a table ends of the one it is laid over, beside the keys that it holds itself.

    A number takes its source along: where another value is given, what stood behind the old one
    says nothing of it.
    """
    is_amount = path[:-1] in (
        ("practice", "numbers"),
        ("thresholds",),
        ("follow_up", "numbers"),
    )
    return ("basis", "sources") if is_amount and "value" in above else ()


def is_condition(*path: str) -> bool:
    """Whether a condition stands at this place of a template: it is replaced, never mixed."""
    return len(path) == 3 and path[0] == "items" and path[2] in ("ready", "partly")  # noqa: PLR2004
