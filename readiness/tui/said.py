"""What widgets tell the program. They stand apart, so that it starts before any field is needed."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from readiness.core.said.plan import Value
from readiness.tui.view import Target


class Answered(Message):
    """A person gave, changed or took out an answer."""

    def __init__(
        self,
        target: Target,
        value: Value | None,
        arrived: Callable[[Answered], None],
        *,
        goes_on: bool = False,
    ) -> None:
        """Say where the answer goes and what it is now; None takes it out.

        `goes_on` where it is typed letter by letter, so that more is to be expected at once.
        """
        super().__init__()
        self.target, self.value, self._arrived = target, value, arrived
        self.goes_on = goes_on

    def arrived(self) -> None:
        """Tell the field that its answer has reached the session."""
        self._arrived(self)


class RowWanted(Message):
    """A person wants a row added, or one removed."""

    def __init__(self, item: str, remove: str | None = None) -> None:
        """Say which."""
        super().__init__()
        self.item, self.remove = item, remove


class PeopleWanted(Message):
    """A person wants to see the practitioners."""
