"""Not working out again what was found for the very same things."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Result = TypeVar("Result")
Things = ParamSpec("Things")


class _Same:
    """Frozen things as a key: equal to the very same things only."""

    def __init__(self, things: tuple[object, ...]) -> None:
        self.things = things

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.things)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(map(operator.is_, self.things, other.things))


def memo(work: Callable[Things, Result]) -> Callable[Things, Result]:
    """A function of frozen things, which does not work out again what it found for the very same.

    It keeps its last few results; what it returns must not be changed in place.
    """

    @functools.lru_cache(maxsize=32)
    def known(key: _Same) -> Result:
        return work(*key.things)  # type: ignore[arg-type, call-arg]

    @functools.wraps(work)
    def found(*things: Things.args, **_none: Things.kwargs) -> Result:
        return known(_Same(things))

    return found
