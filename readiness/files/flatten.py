"""Making one whole template text of several layers, keeping the comments of each."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import tomlkit


def flattened(texts: list[str]) -> str:
    """The lowest layer's text with the values of those above written into it."""
    whole = tomlkit.parse(texts[0])
    for text in texts[1:]:
        _lay(whole, tomlkit.parse(text))
    whole.pop("extends", None)
    return tomlkit.dumps(whole)


def _lay(below: MutableMapping[str, Any], above: MutableMapping[str, Any]) -> None:
    for key, value in above.items():
        under = below.get(key)
        if isinstance(value, MutableMapping) and isinstance(under, MutableMapping):
            _lay(under, value)
        else:
            below[key] = value
