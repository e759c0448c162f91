"""A document that was just made: where it is, and the key that opens it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from readiness.i18n.language import N_, _
from readiness.tui.plain import plain
from readiness.tui.screens.dialogs import Dialog


class DocumentNotice(Dialog[bool]):
    """Says where the document is, the whole path; returns whether it is to be opened."""

    BINDINGS = [Binding("o", "open", N_("Open it"), show=False)]

    def __init__(self, words: str, *, can_open: bool) -> None:
        """Say these words; opening is offered only where the file is on the person's computer."""
        super().__init__()
        self._words, self._can_open = words, can_open

    def compose(self) -> ComposeResult:
        """Title, words, buttons."""
        with Vertical():
            yield Static(_("Document"), classes="title")
            yield Static(plain(self._words))
            with Horizontal(classes="buttons"):
                if self._can_open:
                    label = _("Open it (o)")
                    yield Button(label, compact=True, id="open", variant="primary")
                yield Button(_("Back (Esc)"), compact=True, id="back")

    def action_open(self) -> None:
        """Have it opened."""
        if self._can_open:
            self.dismiss(result=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what a button says."""
        event.stop()
        self.dismiss(event.button.id == "open")
