"""The sources that a template names, and whether they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readiness.domain.schedule.actions import SOURCES_OF_FIELDS
from readiness.storage.condition_check import table_in
from readiness.storage.placeholders import amounts_in

CITED_BY_PROGRAM = SOURCES_OF_FIELDS
"""References that the document cites by itself, where a template has them."""


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
