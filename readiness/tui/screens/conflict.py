"""An answer that someone else changed too: both are shown, and the person chooses."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from readiness.core.versions.merging import Conflict
from readiness.core.wording.language import N_, _
from readiness.tui.plain import cleaned
from readiness.tui.screens.once import Once

Choice = bool | None
"""True for what stands here, False for what stands in the file, None for later."""


class ConflictScreen(Once[Choice]):
    """Shows one conflict; the file holds the other answer until the person chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("m", "choose(True)", N_("Mine")),
        ("t", "choose(False)", N_("Theirs")),
        ("escape", "later", N_("Later")),
    ]
    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen VerticalScroll {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: round $warning; padding: 0 1; background: $surface;
    }
    ConflictScreen Horizontal { height: auto; margin-top: 1; }
    ConflictScreen Button { margin-right: 1; }
    """

    def __init__(self, conflict: Conflict, left: int, changed: datetime | None) -> None:
        """Take in a conflict, how many there are, and when the file was last changed."""
        super().__init__()
        self._conflict, self._left, self._changed = conflict, left, changed

    def compose(self) -> ComposeResult:
        one = self._conflict
        when = _(" at {changed:%H:%M}").format(changed=self._changed) if self._changed else ""
        more = _(" ({left} to choose)").format(left=self._left) if self._left > 1 else ""
        lines = [
            _("Someone else changed this answer too{more}").format(more=more),
            f"{one.where}",
            _("Before        {it}").format(it=one.base or "nothing"),
            _("Mine          {it}").format(it=one.ours or "nothing"),
            _("In the file   {it}").format(it=one.theirs or "nothing"),
            _("The file was written{when} by someone else.").format(when=when),
            _("Until you choose, it keeps theirs, and yours is kept aside."),
        ]
        with VerticalScroll():
            for line in lines:
                yield Static(Content(cleaned(line)))
            with Horizontal():
                yield Button(_("Keep mine (m)"), id="mine")
                yield Button(_("Take theirs (t)"), id="theirs")
                yield Button(_("Later (Esc)"), id="later")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss({"mine": True, "theirs": False}.get(event.button.id or ""))

    def action_choose(self, mine: bool) -> None:  # noqa: FBT001 - an action of a key
        self.dismiss(mine)

    def action_later(self) -> None:
        self.dismiss(None)
