"""Making one whole template text of several layers, keeping the comments of each."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import tomlkit

from readiness.files.templates import is_condition


def flattened(texts: list[str]) -> str:
    """The lowest layer's text with the values of those above written into it."""
    whole = tomlkit.parse(texts[0])
    for text in texts[1:]:
        _lay(whole, tomlkit.parse(text))
    whole.pop("extends", None)
    return tomlkit.dumps(whole)


def _lay(below: MutableMapping[str, Any], above: MutableMapping[str, Any], *at: str) -> None:
    for key, value in above.items():
        under = below.get(key)
        is_whole = is_condition(*at, key) or not isinstance(value, MutableMapping)
        if isinstance(under, MutableMapping) and not is_whole:
            _lay(under, value, *at, key)
        else:
            below[key] = value
