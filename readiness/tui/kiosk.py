"""One laptop for all who answer a workshop: person after person, with no way back to the last."""

from __future__ import annotations

from pathlib import Path

from readiness.app.operations.rating import Passed
from readiness.app.operations.room import Room
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.i18n.language import _
from readiness.tui.program import Program
from readiness.tui.screens.curtain import Curtain
from readiness.tui.screens.dialogs import Choose
from readiness.tui.screens.rating import RatingScreen


class Kiosk:
    """Asks one person after another, and counts them."""

    def __init__(self, app: Program, room: Room, folder: Path, vote: int = 1) -> None:
        """Keep the files of all in one folder."""
        self._app, self._room, self._folder, self._vote = app, room, folder, vote
        self.passed = Passed()

    def begin(self) -> None:
        """Draw the curtain before the plans of whoever's computer it is, and ask the first."""
        self._app.push_screen(Curtain())
        self.ask()

    def ask(self) -> None:
        """Ask the next person."""
        screen = RatingScreen(self._room, self._folder, None, self._vote)
        self._app.push_screen(screen, self._seal)

    def _seal(self, said: RaterAnswers | None) -> None:
        if said is not None:
            self.passed = self.passed.after(said)
        if self._app.clipboard:
            self._app.copy_to_clipboard("")  # the next person could paste what this one copied
        words = _("What was answered is kept, and is not shown here again.")
        choices = {"next": _("The next person begins")}
        self._app.push_screen(Choose(_("Sealed: pass it on"), words, choices), self._go_on)

    def _go_on(self, way: str | None) -> None:
        if way is None:
            self._app.exit(0)
        else:
            self.ask()
