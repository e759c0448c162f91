"""What stands in the texts of a template for its practice and its numbers, put in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.domain.checklist.limits import ANY
from readiness.i18n.language import _
from readiness.i18n.words import SHARE, amount_words, filled, places

SENTENCES = ("says", "says_past")
"""A rule's sentences: their numbers are those of a plan, and are put in when a flag is raised."""

PRACTICE = "practice"
"""The name that stands for the practice in every text."""


def spoken_for(raw: dict[str, Any]) -> dict[str, Any]:
    """The same template with {practice} in words in every text, and its numbers in those of items.

    {threshold} stands for a threshold or a number of the practice, and {threshold|week|weeks} for
    the word that fits it: a template that changes a limit changes what is said of it too.
    """
    practice = raw.get(PRACTICE)
    short = practice.get("short") if isinstance(practice, dict) else None
    whole: dict[str, Any] = _named(raw, str(short or _("the practice")))
    items = whole.get("items")
    if isinstance(items, dict):
        whole["items"] = _counted(items, _spoken(amounts_in(whole)))
    return whole


def amounts_in(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of a template by name: those of the practice, and the thresholds."""
    practice = raw.get(PRACTICE)
    tables = (
        practice.get("numbers") if isinstance(practice, dict) else None,
        raw.get("thresholds"),
    )
    return {name: one for table in tables if isinstance(table, dict) for name, one in table.items()}


def _spoken(amounts: Mapping[str, Any]) -> dict[str, str]:
    """Each number in words, without its unit; a share as per cent; a word where there is none."""
    found = {}
    for name, one in amounts.items():
        value = one.get("value") if isinstance(one, dict) else None
        if isinstance(one, dict) and value is None:
            found[name] = _("your own number")
            continue
        many = value if isinstance(value, list) else [value]
        if many and all(isinstance(each, int | float) and abs(each) <= ANY.high for each in many):
            found[name] = amount_words(value, SHARE if one.get("unit") == SHARE else "")
    return found


def _counted(thing: Any, numbers: Mapping[str, str]) -> Any:  # noqa: ANN401 - any TOML value
    """A text that asks for something else besides is left as it is: the check names it."""
    if isinstance(thing, str):
        return filled(thing, numbers.get) if numbers.keys() >= {*places(thing)} else thing
    if isinstance(thing, dict):
        return {
            key: one if key in SENTENCES else _counted(one, numbers) for key, one in thing.items()
        }
    return [_counted(one, numbers) for one in thing] if isinstance(thing, list) else thing


def _named(thing: Any, practice: str) -> Any:  # noqa: ANN401 - any TOML value
    if isinstance(thing, str):
        return thing.replace(f"{{{PRACTICE}}}", practice)
    if isinstance(thing, dict):
        return {key: _named(value, practice) for key, value in thing.items()}
    return [_named(value, practice) for value in thing] if isinstance(thing, list) else thing
