"""Looking over the fidelity scales of a template.

A scale is names and numbers, never an instrument's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readiness.domain.plan.records import FIDELITY, LONGEST_LABEL, LONGEST_SCALE, MOST_CRITERIA
from readiness.i18n.language import _
from readiness.storage.condition_check import table_in, unknown
from readiness.storage.problems import Fault, KeyPath


def scale_faults(key: str, scale: object, limits: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with a scale of fidelity; `limits` are the thresholds of its template."""
    if not isinstance(scale, Mapping):
        return
    at = ("fidelity", key)
    yield from _range(at, scale)
    bands = scale.get("bands")
    for band in bands if isinstance(bands, list) else []:
        for said in unknown(band, limits, _("threshold")):
            yield (*at, "bands"), said
    yield from _criteria(at, table_in(scale, "items"))


def _range(at: KeyPath, table: Mapping[str, Any]) -> Iterator[Fault]:
    low, high = table.get("low"), table.get("high")
    if not isinstance(low, int) or not isinstance(high, int):
        return
    if low >= high:
        yield (*at, "low"), (_("the lowest score is not below the highest"), _("swap them"))
    elif low < 0 or high > LONGEST_SCALE:
        todo = _("write scores from 0 to {most}").format(most=LONGEST_SCALE)
        yield (*at, "high"), (_("no score can be that"), todo)


def _criteria(at: KeyPath, items: Mapping[str, Any]) -> Iterator[Fault]:
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
