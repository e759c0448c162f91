"""The formats of plan files: what each one looks like, and the step from each to the next.

A step changes the text's own tables, so that comments and keys of a person's own survive it. To
make a new format: raise FORMAT, keep the model of the old one, add its step, pin the new schema's
hash in tests/storage/test_formats.py, and leave an old file in tests/data/plans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import holds_records
from readiness.domain.record import Record
from readiness.storage import format_1

FORMAT = 2
"""The latest format that this version reads and writes."""

OLDEST_WRITTEN = 1
"""Files of this format or a later one stay in it until a plan needs a later one; an older file is
upgraded at its first write, and a copy of it kept."""

Tables = MutableMapping[str, Any]


class FormatStep(Record, kw_only=False):
    """The way from one format to the next."""

    model: type[Record]
    """What a file of the older format may hold."""
    upgrade: Callable[[Tables], None]
    """Changes the tables of a file of the older format in place."""


def _nothing(_tables: Tables) -> None:
    """Format 2 is format 1 with tables more: records of what happened after the start."""


STEPS: Mapping[int, FormatStep] = {1: FormatStep(format_1.Plan, _nothing)}
"""By the older format's number."""

MODELS: Mapping[int, type[Record]] = {1: format_1.Plan, 2: Plan}
"""What a file of each format may hold."""


def format_needed(plan: Plan) -> int:
    """The earliest format that can hold a plan, so that older versions can still write it."""
    return 2 if holds_records(plan) else 1


def raise_format(document: Tables, to: int, steps: Mapping[int, FormatStep] = STEPS) -> None:
    """Bring the tables of a file to a format, where they are of an earlier one.

    Raises KeyError where a step is missing.
    """
    for number in range(document["format"], to):
        steps[number].upgrade(document)
        document["format"] = number + 1


def upgraded(
    text: str, found: int, steps: Mapping[int, FormatStep] = STEPS, to: int = OLDEST_WRITTEN
) -> str:
    """The text of a plan of an older format as a plan of this one; comments stay.

    Raises KeyError where a step is missing, and ValueError where a step spoils the text.
    """
    import tomlkit

    document: Tables = tomlkit.parse(text)
    document["format"] = found
    raise_format(document, to, steps)
    return tomlkit.dumps(document)
