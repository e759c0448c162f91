"""What widgets tell the program. They stand apart, so that it starts before any field is needed.

Answers and rows are no messages: those are lost with the screen that they have to pass through.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from readiness.app.session import Session
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef


class Answered:
    """A person gave, changed or took out an answer."""

    def __init__(
        self,
        ref: FieldRef,
        value: Value | None,
        arrived: Callable[[Answered], None] | None = None,
        *,
        goes_on: bool = False,
        session: Session | None = None,
    ) -> None:
        """Say where the answer goes and what it is now; None takes it out.

        `goes_on` where it is typed letter by letter, so that more is to be expected at once;
        `session` is the plan it was given for, which may be closed when it arrives.
        """
        self.session = session
        self.ref, self.value, self._arrived = ref, value, arrived
        self.goes_on = goes_on

    def arrived(self) -> None:
        """Tell the field that its answer has reached the session."""
        if self._arrived is not None:
            self._arrived(self)


class RowWanted:
    """A person wants a row added, or one removed."""

    def __init__(
        self, item: str, remove: str | None = None, session: Session | None = None
    ) -> None:
        """Say which, and in which plan."""
        self.item, self.remove, self.session = item, remove, session


class PeopleWanted(Message):
    """A person wants to see the practitioners."""
