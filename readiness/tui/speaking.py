"""The switch between the languages of the program."""

from __future__ import annotations

from readiness.app.operations.language import change_language, next_language
from readiness.tui.opening import Opening
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen


class Speaking(Opening):
    """Says everything in another language, at the place where the person is."""

    def action_change_language(self) -> None:
        """Speak the next language, now and at the next start; the plan's file stays as it is."""
        place = self._item
        self.safe.rest()
        folder = self.memory.folder
        trouble = change_language(self.session, self._library, folder, next_language())
        if trouble:
            self.wrong(trouble)
            return
        self._clear()
        self._refresh()
        if self.session is None:
            self.push_screen(StartScreen())
            return
        self.push_screen(MapScreen())
        if place:
            self.open_item(place)
