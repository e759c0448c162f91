"""Looking over what a template says of the time after the start: its rules and fidelity scales.

A scale is names and numbers, never an instrument's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readiness.domain.plan.records import FIDELITY, LONGEST_LABEL, LONGEST_SCALE, MOST_CRITERIA
from readiness.i18n.language import _
from readiness.storage.condition_check import Said, table_in, unknown

Keys = tuple[str, ...]


def follow_up_faults(raw: Mapping[str, Any]) -> Iterator[tuple[Keys, Said]]:
    """What is wrong with the rules after the start and with the scales of fidelity."""
    rules = table_in(table_in(raw, "follow_up"), "rules")
    cites: list[tuple[Keys, object]] = [
        (("follow_up", "rules", key), rule) for key, rule in rules.items()
    ]
    cites += [(("fidelity", key), scale) for key, scale in table_in(raw, "fidelity").items()]
    for keys, table in cites:
        sources = table.get("sources") if isinstance(table, Mapping) else None
        for source in sources if isinstance(sources, list) else []:
            for said in unknown(source, table_in(raw, "references"), _("source")):
                yield (*keys, "sources"), said
    yield from _scale_faults(raw)


def _scale_faults(raw: Mapping[str, Any]) -> Iterator[tuple[Keys, Said]]:
    for key, scale in table_in(raw, "fidelity").items():
        if not isinstance(scale, Mapping):
            continue
        at = ("fidelity", key)
        yield from _range(at, scale)
        limits = table_in(raw, "thresholds")
        bands = scale.get("bands")
        for band in bands if isinstance(bands, list) else []:
            for said in unknown(band, limits, _("threshold")):
                yield (*at, "bands"), said
        yield from _criteria(at, table_in(scale, "items"))


def _range(at: Keys, table: Mapping[str, Any]) -> Iterator[tuple[Keys, Said]]:
    low, high = table.get("low"), table.get("high")
    if not isinstance(low, int) or not isinstance(high, int):
        return
    if low >= high:
        yield (*at, "low"), (_("the lowest score is not below the highest"), _("swap them"))
    elif low < 0 or high > LONGEST_SCALE:
        todo = _("write scores from 0 to {most}").format(most=LONGEST_SCALE)
        yield (*at, "high"), (_("no score can be that"), todo)


def _criteria(at: Keys, items: Mapping[str, Any]) -> Iterator[tuple[Keys, Said]]:
    if len(items) > MOST_CRITERIA:
        todo = _("keep {n}").format(n=MOST_CRITERIA)
        yield (*at, "items"), (_("there are {n} criteria").format(n=len(items)), todo)
    numbers: dict[object, str] = {}
    for name, one in items.items():
        if not isinstance(one, Mapping):
            continue
        here = (*at, "items", name)
        if len(str(one.get("label", ""))) > LONGEST_LABEL:
            why = _("the name of the criterion is too long")
            todo = _("use {n} characters: the scale's own text stays in the scale")
            yield (*here, "label"), (why, todo.format(n=LONGEST_LABEL))
        if numbers.setdefault(one.get("number"), name) != name:
            why = _("the criterion {name} has the same number")
            said = (why.format(name=numbers[one.get("number")]), _("give it another number"))
            yield (*here, "number"), said
        if name in FIDELITY.row_parts:
            yield here, (_("this is the name of something else"), _("give it another id"))
        yield from _range(here, one)
