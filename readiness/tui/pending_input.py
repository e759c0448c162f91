"""What was typed and is no answer: it stands in its field for this sitting, and in no plan."""

from __future__ import annotations

from collections.abc import Callable

from readiness.domain.plan.field_ref import ASSUMPTIONS, FieldRef
from readiness.domain.plan.plan import Plan


class PendingInput:
    """The texts that are not understood, by their fields; all of it goes with the program."""

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
        """Forget the fields that went: a new row may get the name of one that was removed."""
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
