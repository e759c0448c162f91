"""What all fields share: they show a value of the plan and say when a person changed it."""

from __future__ import annotations

from textual.containers import Vertical
from textual.message import Message

from readiness.core.plan import Value
from readiness.core.template import Part
from readiness.tui.view import Target


class Field(Vertical):
    """One field of an answer. It decides nothing: it posts Answered and is told what to show."""

    DEFAULT_CSS = """
    Field { height: auto; margin-bottom: 1; }
    Field > .label { color: $text-muted; height: auto; }
    Field > .said { color: $text-muted; height: auto; }
    Field > .wrong { color: $text-error; height: auto; }
    """

    class Answered(Message):
        """A person gave, changed or took out an answer."""

        def __init__(self, target: Target, value: Value | None) -> None:
            """Say where the answer goes and what it is; None takes it out."""
            super().__init__()
            self.target = target
            self.value = value

    def __init__(self, target: Target, part: Part, value: Value | None, no_label: str = "") -> None:
        """Show a value for a field."""
        super().__init__()
        self.target, self.part, self.no_label = target, part, no_label
        self.value = value

    def give(self, value: Value | None) -> None:
        """Post an answer, unless it is what the plan holds already."""
        if value != self.value:
            self.value = value
            self.post_message(self.Answered(self.target, value))

    def show(self, value: Value | None) -> None:
        """Show another value; posts nothing."""
        if value != self.value:
            self.value = value
            self.redraw()

    def redraw(self) -> None:
        """Bring what is seen in line with the value."""
        raise NotImplementedError
