"""What fields tell the program, and what was typed there and is no answer.

They stand apart, so that the program starts before any field is needed. Answers and rows are no
messages: those are lost with the screen that they have to pass through.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from readiness.app.session import Session
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import ASSUMPTIONS, FieldRef
from readiness.domain.plan.plan import Plan


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


class PendingInput:
    """The texts that are not understood, by their fields: in no plan, and gone with the program."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Begin with nothing; `tell` says something in passing."""
        self._tell = tell
        self._texts: dict[FieldRef, str] = {}
        self._untold: dict[FieldRef, str] = {}

    def text(self, ref: FieldRef) -> str:
        """What stands in a field; empty where nothing does that is not in the plan."""
        return self._texts.get(ref, "")

    def put(self, ref: FieldRef, text: str, words: str) -> None:
        """Keep what stands in a field, with the words that say so when the person goes on."""
        self._texts[ref], self._untold[ref] = text, words

    def drop(self, ref: FieldRef) -> None:
        """Forget what stood in a field: it was changed or cleared."""
        self._texts.pop(ref, None)
        self._untold.pop(ref, None)

    def keep_to(self, plan: Plan) -> None:
        """Forget fields that are no longer in the plan: a new row may get a removed row's name."""
        for ref in list(self._texts):
            if not _is_in(plan, ref):
                self.drop(ref)

    def tell(self) -> None:
        """Say once what is not in the plan, when its place is left."""
        if self._untold:
            words = "\n".join(self._untold.values())
            self._untold.clear()
            self._tell(words)


def _is_in(plan: Plan, ref: FieldRef) -> bool:
    if ref.table:
        return ref.table == ASSUMPTIONS or ref.entry in plan.entries(ref.table)
    if ref.person is not None:
        return ref.person in plan.people
    return ref.row is None or ref.row in plan.answer(ref.item).rows


class NavigateTo(Message):
    """A person wants to go to a place of the plan, or of the help; Esc leads back from there."""

    def __init__(self, ref: FieldRef, *, to_list: bool = False, heading: str = "") -> None:
        """Say where; `to_list` to focus the question in its list and not a field.

        `heading` is a part of the program's help, to go there and not into the plan.
        """
        super().__init__()
        self.ref, self.to_list, self.heading = ref, to_list, heading
