"""Opening the workshops of the open plan."""

from __future__ import annotations

from pathlib import Path

from readiness.app.operations import room as rooms
from readiness.app.operations.room import Room
from readiness.describe.not_done import why
from readiness.i18n.language import _
from readiness.tui.navigation import Navigation
from readiness.tui.program import Program


class Workshops:
    """How a workshop comes onto the screen."""

    def __init__(self, app: Program, navigation: Navigation) -> None:
        """Open workshops over what this program shows."""
        self._app, self._navigation = app, navigation

    def ask(self) -> None:
        """Open the one workshop of the plan, or ask which."""
        from readiness.tui.screens.dialogs import Choose, ask

        if not self._navigation.can_leave:
            return
        found = rooms.rooms_of(self._app.plan.open_session.path)
        if not found:
            self._app.messages.tell(why("no-workshop"))
        elif len(found) == 1:
            self.show(found[0])
        else:
            by_key = {f"workshop-{number}": one for number, one in enumerate(found)}
            choices = {key: one.path.name for key, one in by_key.items()}
            dialog = Choose(_("Workshop: open"), "", choices)
            ask(self._app, dialog, lambda key: self.show(by_key[key]))

    def open_path(self, path: Path) -> None:
        """Open a workshop by its file; says what is wrong with one that cannot be read."""
        try:
            self.show(rooms.open_room(path))
        except rooms.Trouble as error:
            self._app.messages.wrong(str(error))

    def show(self, room: Room) -> None:
        """Show a workshop of the open plan."""
        from readiness.tui.screens.room import RoomScreen

        self._navigation.back_to(RoomScreen)
        shown = self._app.screen
        if not isinstance(shown, RoomScreen) or shown.room.path != room.path:
            self._app.push_screen(RoomScreen(room))
