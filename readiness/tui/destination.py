"""What the screens ask of the program: to lead to a place of the plan."""

from __future__ import annotations

from textual.message import Message

from readiness.domain.plan.field_ref import FieldRef


class NavigateTo(Message):
    """A person wants to go to a place of the plan; Esc leads back from there."""

    def __init__(self, ref: FieldRef, *, to_list: bool = False) -> None:
        """Say where; `to_list` where the keys are to be on the question and not on a field."""
        super().__init__()
        self.ref, self.to_list = ref, to_list
