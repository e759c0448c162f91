"""A text on one line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import NO, NOT_SURE, Value
from readiness.tui.plain import cleaned, plain
from readiness.tui.widgets.boxes import LineBox
from readiness.tui.widgets.field import Field

LONGEST = 1000
"""Letters that one line takes."""


class LineField(Field):
    """A short text, such as a name; the right arrow takes over what is suggested."""

    def __init__(
        self,
        target: FieldRef,
        part: Part,
        value: Value | None,
        known: Iterable[str] = (),
        *,
        in_question: bool = False,
    ) -> None:
        """Show a text; `known` is suggested while a person types.

        In a question the hint stands with the label, and the question knows what comes next.
        """
        super().__init__(target, part, value)
        self._in_question = in_question
        names = [cleaned(name) for name in known]
        self._box = LineBox(
            self._shown(),
            placeholder="" if in_question else cleaned(part.hint),
            max_length=LONGEST,
            suggester=SuggestFromList(names, case_sensitive=False) if names else None,
        )

    def compose(self) -> ComposeResult:
        """The label and the box."""
        hint = self.part.hint if self._in_question else ""
        label = ": ".join(filter(None, [self.part.label, hint]))
        if label:
            yield Static(plain(label), classes="label")
        yield self._box

    def _shown(self) -> str:
        if self.value in (None, NO, NOT_SURE):
            return ""
        return " ".join(cleaned(str(self.value)).split("\n"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed; an emptied box takes the answer out."""
        event.stop()
        if event.value != self._shown():
            self.give(event.value if event.value.strip() else None, goes_on=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        if self._in_question:
            self.post_message(self.Finished(self))
        else:
            self.screen.focus_next()

    def redraw(self) -> None:
        """Show the plan's text, unless it stands there already."""
        if self._box.value != self._shown():
            with self.prevent(Input.Changed):
                self._box.value = self._shown()
