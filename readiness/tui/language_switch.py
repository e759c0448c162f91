"""The switch between the languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.operations.language import change_language, next_language
from readiness.tui.navigation import Navigation
from readiness.tui.program import Program
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import Templates


class LanguageSwitch:
    """Says everything in another language, at the place where the person is."""

    def __init__(self, app: Program, navigation: Navigation, library: Templates) -> None:
        """Switch the language of this program, with the templates of a library."""
        self._app, self._navigation, self._library = app, navigation, library

    def change(self) -> None:
        """Speak the next language, now and at the next start; the plan's file stays as it is."""
        plan, place = self._app.plan, self._app.plan.item
        plan.safe.rest()
        folder = self._app.memory.folder
        trouble = change_language(plan.session, self._library, folder, next_language())
        if trouble:
            self._app.messages.wrong(trouble)
            return
        self._navigation.clear()
        plan.judge_from_here()
        plan.refresh()
        if plan.session is None:
            self._app.push_screen(StartScreen())
            return
        self._app.push_screen(MapScreen())
        if place:
            self._navigation.open_item(place)
