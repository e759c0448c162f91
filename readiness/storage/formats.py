"""The formats of plan files: what each one looks like, and the step from each to the next.

A step changes the text's own tables, so that comments and keys of a person's own survive it. To
make a new format: raise FORMAT, keep the model of the old one, add its step, pin the new schema's
hash in tests/storage/test_formats.py, and leave an old file in tests/data/plans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record

FORMAT = 1
"""The format that this version writes."""

Tables = MutableMapping[str, Any]


class Step(Record, kw_only=False):
    """The way from one format to the next."""

    model: type[Record]
    """What a file of the older format may hold."""
    upgrade: Callable[[Tables], None]
    """Changes the tables of a file of the older format in place."""


STEPS: Mapping[int, Step] = {}
"""By the older format's number; there is only one format so far."""

MODELS: Mapping[int, type[Record]] = {FORMAT: Plan}
"""What a file of each format may hold."""


def upgraded(text: str, found: int, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> str:
    """The text of a plan of an older format as a plan of this one; comments stay.

    Raises KeyError where a step is missing, and ValueError where a step spoils the text.
    """
    import tomlkit

    document: Tables = tomlkit.parse(text)
    for number in range(found, to):
        steps[number].upgrade(document)
        document["format"] = number + 1
    return tomlkit.dumps(document)
