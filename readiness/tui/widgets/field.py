"""What all fields share: they show a value of the plan and say when a person changed it."""

from __future__ import annotations

from textual import getters
from textual.message import Message

from readiness.app.session import Session
from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Value
from readiness.tui.said import Answered
from readiness.tui.walk import Walk
from readiness.tui.widgets.plain_boxes import Column


class Field(Column):
    """One field of an answer. It decides nothing: it tells answers and is told what to show."""

    app = getters.app(Walk)
    _session: Session | None = None
    DEFAULT_CSS = """
    Field { height: auto; margin-bottom: 1; }
    Field > .label { color: $text-muted; height: auto; }
    Field .said { color: $text-muted; height: auto; min-height: 1; }
    Field .wrong { color: $text-error; height: auto; }
    Field Input, Field TextArea {
        border: none; border-left: outer $border-blurred; padding: 0 1; background: $boost;
    }
    Field Input { height: 1; }
    Field Input:focus, Field TextArea:focus { border: none; border-left: outer $border; }
    """

    class Finished(Message):
        """A person is done with this field and wants to go on."""

        def __init__(self, field: Field) -> None:
            """Say with which."""
            super().__init__()
            self.field = field

    def __init__(
        self, target: FieldRef, part: Part, value: Value | None, no_label: str = ""
    ) -> None:
        """Show a value for a field."""
        super().__init__()
        self.target, self.part, self.no_label = target, part, no_label
        self.value = value
        self._under_way: Answered | None = None

    def on_mount(self) -> None:
        """Remember whose answers are given here: another plan may be open when one arrives."""
        self._session = self.app.session

    def give(self, value: Value | None, *, goes_on: bool = False) -> None:
        """Tell an answer, unless it is what the plan holds already; `goes_on` while it is typed."""
        if value != self.value:
            self.value = value
            self._under_way = Answered(
                self.target, value, self.arrived, goes_on=goes_on, session=self._session
            )
            self.app.take_in(self._under_way)

    def arrived(self, answer: Answered) -> None:
        """Let the plan's value be shown again, if this was the last answer given here."""
        if answer is self._under_way:
            self._under_way = None

    def show(self, value: Value | None) -> None:
        """Show another value; posts nothing.

        While an answer is under way the plan still holds the one before it: showing that would
        take back what a person has just typed.
        """
        if self._under_way is None and value != self.value:
            self.value = value
            self.redraw()

    def take_back(self) -> bool:
        """Take back what was typed and is not in the plan; whether there was any."""
        return False

    def redraw(self) -> None:
        """Bring what is seen in line with the value; the plain field shows none."""
