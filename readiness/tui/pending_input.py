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

    def text(self, target: FieldRef) -> str:
        """What stands in a field; empty where nothing does that is not in the plan."""
        return self._texts.get(target, "")

    def put(self, target: FieldRef, text: str, words: str) -> None:
        """Keep what stands in a field, with the words that say so when the person goes on."""
        self._texts[target], self._untold[target] = text, words

    def drop(self, target: FieldRef) -> None:
        """Forget what stood in a field: it was changed or cleared."""
        self._texts.pop(target, None)
        self._untold.pop(target, None)

    def keep_to(self, plan: Plan) -> None:
        """Forget the fields that went: a new row may get the name of one that was removed."""
        for target in list(self._texts):
            if not _is_in(plan, target):
                self.drop(target)

    def tell(self) -> None:
        """Say once what is not in the plan, when its place is left."""
        if self._untold:
            words = "\n".join(self._untold.values())
            self._untold.clear()
            self._tell(words)


def _is_in(plan: Plan, target: FieldRef) -> bool:
    if target.table:
        return target.table == ASSUMPTIONS or target.entry in plan.entries(target.table)
    if target.person is not None:
        return target.person in plan.people
    return target.row is None or target.row in plan.answer(target.item).rows
