"""The dots of a room on its actions, asked of one person after another."""

from __future__ import annotations

from collections.abc import Callable

from readiness.app.operations import room as rooms
from readiness.app.operations.room import Room
from readiness.i18n.language import _, n_
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Choose
from readiness.tui.screens.form_dialog import AskText

People = list[list[str]]
"""The actions that each person put a dot on, one for each dot."""


class Dots:
    """Asks for dots until all are in; none that were typed are lost on the way."""

    def __init__(self, app: Program, room: Room, place: Callable[[People], bool]) -> None:
        """`place` keeps the dots of all; False where they could not be kept."""
        self._app, self._room, self._place = app, room, place

    def ask(self, people: People | None = None) -> None:
        """Ask for the dots of one more person; what is wrong with them is said at once."""
        found = people or []

        def go(text: str | None) -> None:
            if text:
                self.ask([*found, _dots(text)])
            elif found and text is None:
                self._leave(found)
            elif found:
                self._end(found)

        title = _("Dots of person {n}").format(n=len(found) + 1)
        words = _("Three dots on actions by their numbers, such as 1 1 3. Empty: all are in.")
        ask = AskText(title, words, "", lambda text: self._unfit([*found, _dots(text)]))
        self._app.push_screen(ask, go)

    def _unfit(self, people: People) -> str:
        """Why dots cannot be counted, in words; empty where they can."""
        try:
            rooms.count_dots(self._room, people)
        except rooms.Trouble as error:
            return str(error)
        return ""

    def _leave(self, people: People) -> None:
        """Ask what becomes of the dots that were typed already."""

        def go(way: str | None) -> None:
            if way == "count":
                self._end(people)
            elif way != "drop":
                self.ask(people)

        title = n_("The dots of {n} person", "The dots of {n} people", len(people))
        ways = {
            "on": _("Go on with the next person"),
            "count": _("Count them: all are in"),
            "drop": _("Throw them away"),
        }
        self._app.push_screen(Choose(title.format(n=len(people)), "", ways), go)

    def _end(self, people: People) -> None:
        if not self._place(people):
            self._leave(people)


def _dots(text: str) -> list[str]:
    return text.replace(",", " ").split()
