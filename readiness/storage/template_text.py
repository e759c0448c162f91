"""Making one whole template text of several layers, with the comments of each, and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import tomlkit

from readiness.domain.schedule.actions import SOURCES_OF_FIELDS
from readiness.storage.condition_check import table_in
from readiness.storage.layers import ends, is_condition
from readiness.storage.placeholders import amounts_in
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
    for key in {*references} - cited(whole.unwrap()) - {*SOURCES_OF_FIELDS}:
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


def cited(raw: Mapping[str, Any]) -> set[str]:
    """Every source that is named anywhere in a template."""
    return set(_named(raw))


def printed_sources(raw: Mapping[str, Any]) -> set[str]:
    """Those that are named where a document or a form prints them.

    At the practice, questions and their rules, numbers that have a value, and what is looked at
    after the start; not at areas.
    """
    valued = {
        name: one
        for name, one in amounts_in(raw).items()
        if isinstance(one, Mapping) and one.get("value") is not None
    }
    own = {"sources": table_in(raw, "practice").get("sources")}
    after = [table_in(raw, "follow_up"), table_in(raw, "fidelity")]
    return set(_named([own, valued, table_in(raw, "items"), *after]))


def _named(thing: object) -> Iterator[str]:
    if isinstance(thing, Mapping):
        sources = thing.get("sources")
        yield from (one for one in sources or () if isinstance(one, str))
        for key, inner in thing.items():
            if key != "sources":
                yield from _named(inner)
    elif isinstance(thing, list):
        for inner in thing:
            yield from _named(inner)
