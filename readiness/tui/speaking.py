"""The switch between the languages of the program."""

from __future__ import annotations

from readiness.i18n.language import language
from readiness.storage.languages import LANGUAGES, remember, speak_in
from readiness.storage.problems import ReadinessError
from readiness.tui.opening import Opening
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen


class Speaking(Opening):
    """Says everything in another language, at the place where the person is."""

    def action_change_language(self) -> None:
        """Speak the next language, now and at the next start; the plan's file stays as it is."""
        before, codes = language(), list(LANGUAGES)
        after = codes[(codes.index(before) + 1) % len(codes)]
        place = self._item
        self.safe.rest()
        speak_in(after)
        try:
            if self.session is not None:
                self.session.reword(self._library)
        except ReadinessError as error:
            speak_in(before)
            self.wrong(str(error))
            return
        remember(self.memory.folder, after)
        self._clear()
        self._refresh()
        if self.session is None:
            self.push_screen(StartScreen())
            return
        self.push_screen(MapScreen())
        if place:
            self.open_item(place)
