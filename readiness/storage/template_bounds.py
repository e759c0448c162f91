"""What a template may hold at most: so many things, numbers in their limits, texts as filled in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from readiness.domain.checklist.condition import QUANTIFIERS
from readiness.domain.checklist.limits import ANY, Limit, amount_limit
from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.kinds.number import outside
from readiness.domain.kinds.value import too_long
from readiness.i18n.language import _
from readiness.i18n.words import grouped_words
from readiness.storage.condition_check import table_in
from readiness.storage.placeholders import spoken_for
from readiness.storage.problems import Fault, KeyPath, Refused, Said
from readiness.storage.table_reader import TemplateProblems

MOST_IN_ONE = 500
"""Entries of one table or list; the shipped template has 51 questions and 60 references."""

MOST_VALUES = 30_000
"""Values in all; the shipped template has 3,000."""

MOST_CONDITIONS = 1_500
"""Conditions in all, each looked at for every practitioner or row; the shipped one has 340."""

LONGEST_SHORT = 22
"""Characters of a question's short name, for the lists."""
LONGEST_SHORT_NAME = 80
"""Characters of the practice's short name, which stands in every sentence."""


def filled_within(whole: dict[str, Any], text: str, name: str) -> dict[str, Any]:
    """A template's tables with their texts filled in; `text` and `name` are of the file to name.

    Raises Refused with the first thing that is more than a template may hold.
    """
    _refuse(chain(faults_of_size(whole), faults_of_numbers(whole)), text, name)
    found = spoken_for(whole)
    _refuse(faults_of_texts(found), text, name)
    return found


def _refuse(faults: Iterator[Fault], text: str, name: str) -> None:
    for keys, (why, todo) in faults:
        raise Refused(TemplateProblems(name, text).told(keys, why, todo))


def faults_of_size(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """What is too much in a template, before anything else looks at it."""
    conditions = 0
    short = table_in(raw, "practice").get("short")
    if isinstance(short, str) and len(short) > LONGEST_SHORT_NAME:
        yield ("practice", "short"), too_long(len(short), LONGEST_SHORT_NAME).said
    for values, (keys, value) in enumerate(_within(raw, ()), 1):
        if values > MOST_VALUES:
            yield keys, _too_many(MOST_VALUES, _("the template has more than {n} values"))
            return
        if isinstance(value, Mapping | list) and len(value) > MOST_IN_ONE:
            yield keys, _too_many(MOST_IN_ONE, _("more than {n} entries stand here"))
            return
        conditions += keys[:1] == ("items",) and _is_condition(value)
        if conditions > MOST_CONDITIONS:
            yield keys, _too_many(MOST_CONDITIONS, _("the template has more than {n} conditions"))
            return
        if sum(key in QUANTIFIERS for key in keys) > 1 and keys[-1] in QUANTIFIERS:
            why = _("{name} stands within another look at every practitioner or row")
            yield keys, (why.format(name=keys[-1]), _("look at each of them once"))


def faults_of_numbers(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Every number that is beyond what the program reckons with, with the reason."""
    practice = table_in(raw, "practice")
    amounts = (
        (("practice", "numbers"), table_in(practice, "numbers")),
        (("thresholds",), table_in(raw, "thresholds")),
        (("follow_up", "numbers"), table_in(table_in(raw, "follow_up"), "numbers")),
    )
    named: dict[KeyPath, Limit] = {
        (*at, name): amount_limit(name, str(one.get("unit", "")))
        for at, table in amounts
        for name, one in table.items()
        if isinstance(one, Mapping)
    }
    for keys, value in _within(raw, ()):
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        if isinstance(value, float) and not math.isfinite(value):
            yield (
                keys,
                (_("this is no number to reckon with"), _("write a number, such as 4 or 2.5")),
            )
            continue
        place = keys[: keys.index("value")] if "value" in keys else keys
        invalid = outside(value, named.get(place, ANY))
        if invalid is not None:
            yield keys, invalid.said


def faults_of_texts(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Every text that is too long, as it stands when {practice} and the numbers are filled in."""
    for keys, value in _within(raw, ()):
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            yield keys, too_long(len(value), LONGEST_TEXT).said


def _within(thing: object, at: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    """Everything in a table or a list, each with its keys; the entries of a list by number."""
    if not isinstance(thing, Mapping | list):
        return
    found = thing if isinstance(thing, Mapping) else dict(enumerate(thing))
    for key, value in found.items():
        yield (*at, str(key)), value
        yield from _within(value, (*at, str(key)))


def _is_condition(value: object) -> bool:
    return isinstance(value, Mapping) and any(key in value for key in ("part", "fact", "count"))


def _too_many(most: int, why: str) -> Said:
    return why.format(n=grouped_words(most)), _("leave some of them out")
