"""An answer that someone else changed too: both are shown, and the person chooses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from readiness.describe.difference import conflict_details, conflict_title
from readiness.domain.versions.merge import Conflict
from readiness.i18n.language import N_, _
from readiness.tui.keys import own_key, with_key
from readiness.tui.line_text import cleaned, joined, plain
from readiness.tui.screens.dialogs import Overlay

Choice = bool | None
"""True for what stands here, False for what stands in the file, None for later."""


if TYPE_CHECKING:
    from readiness.app.operations.versions import PlanCopy


class ConflictScreen(Overlay[Choice]):
    """Shows one conflict; the file holds the other answer until the person chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("m", "choose(True)", N_("Mine")),
        ("t", "choose(False)", N_("Theirs")),
        ("escape", "later", N_("Later")),
    ]
    CSS = "ConflictScreen VerticalScroll:focus { outline: none; }"
    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen VerticalScroll {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: double $warning; padding: 1 2; background: $surface;
    }
    ConflictScreen .title { text-style: bold; margin-bottom: 1; }
    ConflictScreen .whence { color: $text-muted; margin-top: 1; }
    ConflictScreen Horizontal { height: 1; margin-top: 1; }
    ConflictScreen Button { margin-right: 2; }
    """

    def __init__(
        self, conflict: Conflict, left: int, changed: datetime | None, copy: PlanCopy | None = None
    ) -> None:
        """Take in a conflict, how many there are, and when the file was last changed.

        A copy is a file beside the plan; without one the plan's own file holds the other answer.
        """
        super().__init__()
        self._conflict, self._left, self._changed, self._copy = conflict, left, changed, copy

    def compose(self) -> ComposeResult:
        one, is_copy = self._conflict, self._copy is not None
        later = (
            with_key(_("Later"), "escape") if self._copy is None else with_key(_("Stop"), "escape")
        )
        mine, theirs = _("Keep mine"), _("Take theirs")
        with VerticalScroll():
            yield Static(Content(cleaned(conflict_title(self._left))), classes="title")
            yield Static(Content(cleaned(one.where)))
            for part in conflict_details(one, is_copy=is_copy):
                yield Static(joined(plain(f"{part.label:<21}", "bold"), part.text))
            yield Static(Content(cleaned("\n".join(self._whence()))), classes="whence")
            with Horizontal():
                yield Button(self._with_key(mine, "choose(True)"), id="mine", compact=True)
                yield Button(self._with_key(theirs, "choose(False)"), id="theirs", compact=True)
                yield Button(later, id="later", compact=True)

    def _with_key(self, label: str, action: str) -> str:
        return f"{label} ({own_key(type(self), action)})"

    def _whence(self) -> list[str]:
        """Who wrote the other answer and when, as far as known, and what holds until then."""
        if self._copy is not None:
            nothing = _("Nothing is merged before every choice is made.")
            return [self._copy.whence, nothing]
        when = _(" at {changed:%H:%M}").format(changed=self._changed) if self._changed else ""
        return [
            _("The file was written{when} by someone else.").format(when=when),
            _("Until you choose, it keeps theirs, and yours is kept aside."),
        ]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss({"mine": True, "theirs": False}.get(event.button.id or ""))

    def action_choose(self, mine: bool) -> None:  # noqa: FBT001 - an action of a key
        self.dismiss(mine)

    def action_later(self) -> None:
        self.dismiss(None)
