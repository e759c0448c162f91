"""A look at rows copied from a spreadsheet, before they are taken into the plan."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button

from readiness.app.operations.spreadsheet import read_rows, take_rows
from readiness.describe.spreadsheet import reading_lines
from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import _
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import with_key
from readiness.tui.program import Program, perform
from readiness.tui.screens.dialogs import Notice, ask


class SpreadsheetLook(Notice[bool]):
    """What rows would become, and what of them would not be taken; returns whether they are."""

    DEFAULT_CSS = """
    SpreadsheetLook #rows { height: auto; max-height: 14; }
    SpreadsheetLook #rows:focus { background: $boost; }
    """

    def __init__(self, lines: list[str], *, can_take: bool) -> None:
        """Show these lines; where nothing can be taken they are only to be read."""
        buttons = {"back": with_key(_("Back"), "escape")}
        if can_take:
            buttons = {"take": _("Take them (Enter)"), "back": with_key(_("Cancel"), "escape")}
        super().__init__(_("Rows from a spreadsheet"), "\n".join(lines), buttons, "take")

    def above(self) -> ComposeResult:
        """What would be taken and left."""
        with VerticalScroll(id="rows"):
            yield from super().above()

    async def on_mount(self) -> None:
        """The keys on what is likely wanted; Tab leads to the rows, which scroll."""
        give_keys(self.query(Button).first())

    def press(self, name: str) -> None:
        """Take them, or not."""
        self.dismiss(True if name == "take" else None)


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
