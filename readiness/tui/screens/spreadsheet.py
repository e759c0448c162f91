"""A look at rows copied from a spreadsheet, before they are taken into the plan."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from readiness.app.operations.spreadsheet import read_rows, take_rows
from readiness.describe.spreadsheet import reading_lines
from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import _
from readiness.tui.keyboard import give_keys
from readiness.tui.perform import perform
from readiness.tui.plain import cleaned, plain
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Dialog, ask


class SpreadsheetLook(Dialog[bool]):
    """What rows would become, and what of them would not be taken; returns whether they are."""

    DEFAULT_CSS = """
    SpreadsheetLook #rows { height: auto; max-height: 14; }
    SpreadsheetLook #rows:focus { background: $boost; }
    """

    def __init__(self, lines: list[str], *, can_take: bool) -> None:
        """Show these lines; where nothing can be taken they are only to be read."""
        super().__init__()
        self._lines, self._can_take = lines, can_take

    def compose(self) -> ComposeResult:
        """Title, what would be taken and left, buttons."""
        with Vertical():
            yield Static(_("Rows from a spreadsheet"), classes="title")
            with VerticalScroll(id="rows"):
                yield Static(plain(cleaned("\n".join(self._lines))))
            with Horizontal(classes="buttons"):
                if self._can_take:
                    yield Button(_("Take them (Enter)"), compact=True, id="take", variant="primary")
                    yield Button(_("Cancel (Esc)"), compact=True, id="back")
                else:
                    yield Button(_("Back (Esc)"), compact=True, id="back")

    async def on_mount(self) -> None:
        """The keys on what is likely wanted; Tab leads to the rows, which scroll."""
        give_keys(self.query(Button).first())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take them, or not."""
        event.stop()
        self.dismiss(True if event.button.id == "take" else None)


def offer_rows(app: Program, place: FieldRef, text: str) -> None:
    """Show what rows would become at a place of the open plan, and take them with a yes."""
    session = app.plan.session
    if session is None:
        return
    app.plan.seen  # noqa: B018 - what was typed reaches the plan first
    reading = read_rows(session, place, text)

    lines = reading_lines(place, session.template, reading)
    look = SpreadsheetLook(lines, can_take=bool(reading.lines))
    ask(app, look, lambda _yes: perform(app, lambda one: take_rows(one, place, reading)))
