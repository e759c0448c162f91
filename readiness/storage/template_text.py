"""Making one whole template text of several layers, keeping the comments of each."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import tomlkit

from readiness.storage.layers import ends, is_condition
from readiness.storage.template_sources import CITED_BY_PROGRAM, cited
from readiness.storage.template_words import lay_words


def flattened(layers: list[tuple[str, Mapping[str, Any]]]) -> str:
    """The lowest layer's text with the values of those above written into it.

    Each comes with its words in the language spoken now, if it is not in that.
    """
    whole = tomlkit.document()
    for number, (text, words) in enumerate(layers):
        layer = tomlkit.parse(text)
        if words:
            lay_words(layer, words)
        if number:
            _lay(whole, layer)
        else:
            whole = layer
    whole.pop("extends", None)
    references = whole.get("references", {})
    # Plain tables: the editor's own are put together anew at each look.
    for key in {*references} - cited(whole.unwrap()) - {*CITED_BY_PROGRAM}:
        del references[key]
    return tomlkit.dumps(whole)


def _lay(below: MutableMapping[str, Any], above: MutableMapping[str, Any], *at: str) -> None:
    for key, value in above.items():
        under = below.get(key)
        is_whole = is_condition(*at, key) or not isinstance(value, MutableMapping)
        if isinstance(under, MutableMapping) and not is_whole:
            for gone in ends(value, *at, key):
                under.pop(gone, None)
            _lay(under, value, *at, key)
        else:
            below[key] = value
