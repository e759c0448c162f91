"""Looking over the numbers of a template: whether each is told with what stands behind it.

And over its fidelity scales: a scale is names and numbers, never an instrument's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from readiness.domain.kinds.kind import excerpt
from readiness.domain.kinds.value import too_many
from readiness.domain.plan.records import FIDELITY, LONGEST_LABEL, LONGEST_SCALE, MOST_CRITERIA
from readiness.i18n.language import _
from readiness.storage.condition_check import PART_TABLES, table_in, unknown
from readiness.storage.placeholders import amounts_in
from readiness.storage.problems import Fault, KeyPath, Said
from readiness.storage.template_numbers import without_basis


def number_faults(whole: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Numbers that are told with what stood behind another number, with their place.

    `others` are what a template is laid over or was copied from: where a number is not theirs any
    more, neither its basis nor a question that tells of it may be theirs.
    """
    yield from _no_numbers(whole)
    for name, one in amounts_in(whole).items():
        if _value(one) is not None and not str(one.get("basis", "")).strip():
            yield (*_place(whole, name), "value"), without_basis()
    yield from _ranges(whole)
    for other in others:
        for name, before in amounts_in(other).items():
            now = amounts_in(whole).get(name)
            if _value(before) is not None and _value(now) not in (None, _value(before)):
                for keys, said in _told_as_before(name, whole, other):
                    yield (*_place(whole, name), keys), said


def _no_number() -> Said:
    return _("this is not a number"), _("write a number without quotes, such as 4 or 2.5")


def _no_numbers(whole: Mapping[str, Any]) -> Iterator[Fault]:
    """Numbers that are written as a text or as true: nobody knows what was meant by them."""
    for name, one in amounts_in(whole).items():
        found = _value(one)
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, str | bool):
                yield (*_place(whole, name), "value"), _no_number()
    for key, item in table_in(whole, "items").items():
        for table in PART_TABLES if isinstance(item, Mapping) else ():
            for part, asked in table_in(item, table).items():
                for edge in ("low", "high"):
                    if isinstance(asked, Mapping) and isinstance(asked.get(edge), str | bool):
                        yield ("items", key, table, part, edge), _no_number()


def _ranges(whole: Mapping[str, Any]) -> Iterator[Fault]:
    """Numbers that lie outside of their own range, or at worst are better than as usual."""
    amounts = {name: _value(one) for name, one in amounts_in(whole).items()}
    known = {name: one for name, one in amounts.items() if isinstance(one, int | float)}
    for name, value in known.items():
        low, high = known.get(f"{name}_low", value), known.get(f"{name}_high", value)
        if not low <= value <= high:
            why = _("{value} lies outside of its own range, {low} to {high}")
            why = why.format(value=excerpt(value), low=excerpt(low), high=excerpt(high))
            todo = _("correct it, or {name}_low and {name}_high").format(name=name)
            yield (*_place(whole, name), "value"), (why, todo)
    for worst, usual in (("dropout_worst", "dropout"), ("overrun_worst", "overrun_slack")):
        if known.get(worst, 1) < known.get(usual, 0) and worst in known:
            why = _("at worst it is {worst}, better than the usual {value}").format(
                worst=excerpt(known[worst]), value=excerpt(known[usual])
            )
            todo = _("correct one of the two: {usual} is the usual one").format(usual=usual)
            yield (*_place(whole, worst), "value"), (why, todo)


def _told_as_before(
    name: str, whole: Mapping[str, Any], other: Mapping[str, Any]
) -> Iterator[tuple[str, Said]]:
    """How a number that was changed is told as if it were still the other one."""
    before, now = amounts_in(other)[name], amounts_in(whole)[name]
    value = excerpt(before["value"])
    if before.get("sources") and all(before.get(k) == now.get(k) for k in ("basis", "sources")):
        why = _("the number is another, and its basis is still that of {value}")
        todo = _("write where your number comes from: basis, and sources if there are any")
        yield "basis", (why.format(value=value), todo)
    for key, item in table_in(other, "items").items():
        here = table_in(table_in(whole, "items"), key)
        if name in item.get("numbers", ()) and here.get("why") == item.get("why"):
            why = _("the number is another, and {item} still tells what stood behind {value}")
            todo = _("write items.{item}.why for your number, with its sources")
            yield "value", (why.format(item=key, value=value), todo.format(item=key))


def _value(one: object) -> object:
    return one.get("value") if isinstance(one, Mapping) else None


def _place(whole: Mapping[str, Any], name: str) -> KeyPath:
    """Where a number stands in a template."""
    if name in table_in(whole, "thresholds"):
        return ("thresholds", name)
    return ("practice", "numbers", name)


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
        todo = _("write a whole number from {least} to {most}").format(least=0, most=LONGEST_SCALE)
        yield (*at, "high"), (_("no score can be that"), todo)


def _criteria(at: KeyPath, items: Mapping[str, Any]) -> Iterator[Fault]:
    if len(items) > MOST_CRITERIA:
        yield (*at, "items"), too_many(len(items), MOST_CRITERIA).said
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
            why = _("{name} is the name of something else").format(name=name)
            yield here, (why, _("give it another id"))
        yield from _range(here, one)
