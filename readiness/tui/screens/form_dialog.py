"""Dialogs in which something is filled in, with the same box as the questions have."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.i18n.language import N_, _
from readiness.tui.form.blocks import Block, ButtonRow, Entry, FormButton, FormText
from readiness.tui.form.dialog_form import DialogAnswers, DialogForm
from readiness.tui.form.form import Form
from readiness.tui.keys import with_key
from readiness.tui.line_text import cleaned, plain
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Dialog, Said

CANCEL = "cancel"
"""What leaves a dialog without an answer."""


class FormDialog(Dialog[Said]):
    """A dialog in which something is filled in."""

    app = getters.app(Program)
    OK = N_("OK")
    """What finishes it."""
    wrong = ""
    """What is wrong with what was typed."""

    def __init__(self, heading: str, words: str = "") -> None:
        """Say what it is, and what is asked."""
        super().__init__()
        self.heading, self._words = heading, words

    def compose(self) -> ComposeResult:
        """Heading, words, and the form."""
        with Vertical():
            yield Static(plain(self.heading), classes="title")
            yield from self.above()
            yield DialogForm()

    def above(self) -> ComposeResult:
        """What stands between the heading and the fields."""
        if self._words:
            yield Static(plain(self._words))

    async def on_mount(self) -> None:
        """Show the fields, the first of them focused."""
        self.answers = DialogAnswers(self.app, self.texts(), self.changed)
        self.form.begin(self.blocks(), self.answers)
        self.give_first()

    def give_first(self) -> None:
        """Focus the field or button that is likely wanted."""
        self.form.focus_first()

    @property
    def form(self) -> DialogForm:
        """The fields, and what can be done."""
        return self.query_one(DialogForm)

    @abstractmethod
    def texts(self) -> dict[str, str]:
        """What stands in the fields at first."""

    @abstractmethod
    def fields(self) -> list[Block]:
        """The fields of the dialog, from top to bottom."""

    def more_ways(self) -> list[FormButton]:
        """What else can be done than to finish it or to leave it."""
        return []

    def blocks(self) -> list[Block]:
        """The fields, what is wrong, and what can be done."""
        ok = FormButton("ok", with_key(_(self.OK), "enter"))
        cancel = FormButton(CANCEL, with_key(_("Cancel"), "escape"))
        ways = ButtonRow((ok, *self.more_ways(), cancel))
        return [*self.fields(), self.wrong_block(), ways]

    def field(self, name: str, label: str = "", hint: str = "") -> Entry:
        """One line to type in."""
        part = Part(kind="text", label=label, hint=hint)
        return Entry(FormField(FieldRef(part=name), part, place=label), is_beside=True)

    def wrong_block(self) -> FormText:
        """What is wrong, or an empty line."""
        return FormText(plain(self.wrong), "wrong", has_gap=False)

    def refuse(self, name: str, found: InvalidValue) -> None:
        """Say why a field cannot hold what was typed, and focus it; nothing is lost."""
        self.say(f"{found.why}; {found.todo}.")
        self.form.focus_at(FieldRef(part=name))

    def changed(self) -> None:
        """Show what follows from another text; what was wrong before is said no more."""
        self.wrong = ""
        self.form.update(self.blocks())

    def say(self, words: str) -> None:
        """Say what is wrong; the dialog stays, with everything that was typed."""
        self.wrong = words
        self.form.update(self.blocks())

    def on_form_finished(self) -> None:
        """Return what was typed."""
        self.finish("ok")

    def on_form_pressed(self, event: Form.Pressed) -> None:
        """Return what was typed, or nothing."""
        event.stop()
        if event.act.name == CANCEL:
            self.dismiss(None)
        else:
            self.finish(event.act.name)

    @abstractmethod
    def finish(self, way: str) -> None:
        """Return what was typed, or say what is wrong with it; `way` is what was pressed."""


class AskText(FormDialog[str]):
    """One line of text. `check` says in words what is wrong with it; empty where nothing is."""

    def __init__(
        self, title: str, words: str, text: str = "", check: Callable[[str], str] | None = None
    ) -> None:
        """Ask for a text."""
        super().__init__(title, words)
        self._text, self._check = text, check

    def texts(self) -> dict[str, str]:
        """What is there already."""
        return {"text": " ".join(cleaned(self._text).split("\n"))}

    def fields(self) -> list[Block]:
        """The box."""
        return [self.field("text")]

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Return what was typed."""
        text = self.answers.texts["text"].strip()
        wrong = self._check(text) if self._check else ""
        if wrong:
            self.say(wrong)
        else:
            self.dismiss(text)
