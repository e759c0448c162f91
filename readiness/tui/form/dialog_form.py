"""Forms as tall as their lines: beside a list, and in a dialog, whose texts no plan holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.tui.answer_events import PendingInput
from readiness.tui.form.blocks import Block, Entry
from readiness.tui.form.draft import Answers
from readiness.tui.form.form import Form
from readiness.tui.form.lines import FieldAnswer, Pointer
from readiness.tui.keyboard import give_keys
from readiness.tui.line_text import cleaned
from readiness.tui.program import Program
from readiness.tui.view import View

STEPS = 200
"""Steps that a dialog can take back."""


class CompactForm(Form):
    """A form among other things: as tall as its lines are, and without columns at its sides."""

    DEFAULT_CSS = """
    CompactForm { height: 3; }
    CompactForm Sheet { scrollbar-gutter: auto; }
    """
    PADDING = 0

    def draw(
        self, blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer
    ) -> None:
        """Draw the lines, and be as tall as they are."""
        super().draw(blocks, answered, at)
        if self.sheet.lines:
            self.styles.height = len(self.sheet.lines)


class DialogAnswers(Answers):
    """The texts of a dialog, by the names of its fields; each change can be taken back."""

    def __init__(self, app: Program, texts: Mapping[str, str], changed: Callable[[], None]) -> None:
        """Begin with these texts; `changed` is told when a person changed one."""
        self.app, self.session, self.texts = app, None, dict(texts)
        self._changed, self._standing = changed, PendingInput(lambda _words: None)
        self._past: list[dict[str, str]] = []
        self._future: list[dict[str, str]] = []

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken: as long as the dialog is shown."""
        return True

    @property
    def standing(self) -> PendingInput:
        """Texts that are no answer: none, as a dialog says so when it is finished."""
        return self._standing

    def held(self, ref: FieldRef) -> Value | None:
        """The text of a field."""
        return self.texts.get(ref.part) or None

    def give(self, ref: FieldRef, value: Value | None, *, goes_on: bool = False) -> None:  # noqa: ARG002 - as the plan's
        """Keep the text of a field; the plan stays as it is."""
        if value != self.held(ref):
            self._past, self._future = [*self._past, dict(self.texts)][-STEPS:], []
            self.texts[ref.part] = str(value or "")
            self._changed()

    def meant(self, field: FormField, text: str) -> Value | InvalidValue | None:
        """The text as it was typed; whoever opened the dialog interprets it."""
        found = super().meant(field, text)
        return text if found is not None and not isinstance(found, InvalidValue) else found

    def stands(self, field: FormField) -> str:
        """The text of a field; no word of it says more than it says."""
        return cleaned(self.texts.get(field.ref.part, ""))

    def take_back(self) -> bool:
        """Take the last change back; whether there was one."""
        return self._step(self._past, self._future)

    def bring_back(self) -> bool:
        """Bring the last change back that was taken back; whether there was one."""
        return self._step(self._future, self._past)

    def _step(self, steps: list[dict[str, str]], others: list[dict[str, str]]) -> bool:
        if not steps:
            return False
        others.append(self.texts)
        self.texts = steps.pop()
        self._changed()
        return True


class DialogForm(CompactForm):
    """The form of a dialog."""

    DEFAULT_CSS = """
    DialogForm { max-height: 75vh; }
    """
    _answers: DialogAnswers

    def take_back(self) -> bool:
        """Take the last change of the dialog back; whether there was one."""
        self._look()
        return self._answers.take_back()

    def bring_back(self) -> bool:
        """Bring back the text that was taken back last; whether there was one."""
        self._look()
        return self._answers.bring_back()


class SideForm(CompactForm):
    """Hidden until a field is opened."""

    DEFAULT_CSS = """
    SideForm { display: none; }
    SideForm Sheet { overflow-y: hidden; }
    """
    _made: Callable[[View], Entry] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a field is shown."""
        return self._made is not None

    def open(self, made: Callable[[View], Entry], view: View) -> None:
        """Show a field, in place of another one, and focus it."""
        self.close()
        self._made, self.display = made, True
        self.begin([made(view)], Answers(self.app, view.plan))
        give_keys(self.text_box)

    def close(self) -> None:
        """Take in what was typed and show no field any more."""
        if self.is_open:
            self._leave()
            self._made, self.display = None, False
            self.app.plan.pending.tell()

    def show(self, view: View) -> None:
        """Show another state of the plan."""
        if self._made is not None:
            self.update([self._made(view)], view.plan)
