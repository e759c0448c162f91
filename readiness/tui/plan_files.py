"""Opening plans, an existing one, a new one, the worked example; and the workshops of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.operations import workshop as rooms
from readiness.app.operations.files import board_page, renewed
from readiness.app.operations.new_plan import NewPlan, checklists, make_plan
from readiness.app.operations.open_plan import (
    FEW,
    Templates,
    example_copy,
    news_of,
    open_plan,
)
from readiness.app.operations.record import has_begun, keep_day_one
from readiness.app.operations.workshop import Room
from readiness.app.session import Session
from readiness.describe.not_done import why
from readiness.i18n.language import _
from readiness.tui.navigation import Navigation
from readiness.tui.program import Program
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from readiness.report.plain_text import Section


class PlanFiles:
    """How a plan comes onto the screen, and leaves it."""

    def __init__(
        self,
        app: Program,
        navigation: Navigation,
        library: Templates,
        now: Callable[[], datetime],
    ) -> None:
        """Open plans against the templates of a library."""
        self._app, self._navigation, self._library, self._now = app, navigation, library, now

    def show_plan(self, session: Session) -> None:
        """Put a plan on the screen, at the place where the person was."""
        kept = keep_day_one(session)
        self._app.messages.clear()
        self._navigation.clear()
        place = self._app.plan.open(session)
        if not isinstance(self._app.screen, MapScreen):
            self._app.push_screen(MapScreen())
        if has_begun(session):
            self._navigation.show_page("today")
        elif place in session.template.items:
            self._navigation.open_item(place)
        news = [*filter(None, [kept]), *news_of(session)]
        if len(news) > FEW:
            from readiness.tui.screens.text_page import TextPage

            self._app.push_screen(TextPage("\n\n".join(news)))
            news = []
        if told := "\n".join([*news, *_faults(session)]):
            self._app.messages.add(told, "warning")
        if kept:
            self._app.plan.save()

    def _read(self, path: Path) -> Session | str:
        """The session on a plan file, or why it cannot be opened."""
        return open_plan(path, self._library, self._app.today, self._now)

    def open_path(self, path: Path) -> None:
        """Open a plan file; says what is wrong with one that cannot be read."""
        self._show_found(self._read(path))

    def renew(self, path: Path) -> bool:
        """Remember how a plan of the list stands now; whether it could be read."""
        return renewed(path, self._library, self._app.today(), self._app.memory)

    def board_page(self, path: Path) -> Section | None:
        """The page for the board of a plan that is only read; None where it cannot be."""
        return board_page(path, self._library, self._app.today())

    def _show_found(self, found: Session | str | None) -> None:
        if isinstance(found, str):
            self._app.messages.wrong(found)
        elif isinstance(found, Session) and self._app.plan.save():
            self.show_plan(found)

    def ask_file(self) -> None:
        """Ask for a file and open it."""
        from readiness.tui.screens.particulars import OpenPlan

        self._app.push_screen(OpenPlan(Path.cwd(), self._read), self._show_found)

    def ask_new(self) -> None:
        """Ask for the particulars of a new plan and open it."""
        from readiness.tui.screens.particulars import NewPlanDialog

        offered = checklists(self._library)
        ask = NewPlanDialog(Path.cwd(), self._app.today(), offered, self._make)
        self._app.push_screen(ask, self._show_found)

    def _make(self, new: NewPlan) -> Session | str:
        return make_plan(new, self._library) or self._read(new.path)

    def open_example(self) -> None:
        """Open a copy of the worked example."""
        self.open_path(example_copy())

    def close_plan(self) -> None:
        """Back to the start screen; the plan is saved."""
        if self._app.plan.save():
            self._app.plan.close()
            self._navigation.clear()
            self._app.push_screen(StartScreen())


def _faults(session: Session) -> list[str]:
    """What was not understood in a plan's file, under a heading; nothing where all was."""
    errors = [problem.words() for problem in session.problems if problem.severity == "error"]
    if not errors:
        return []
    head = _("Not everything in the file was understood; it is kept as it is:")
    more = [_("and {n} more").format(n=len(errors) - FEW)] if len(errors) > FEW else []
    return [head, *errors[:FEW], *more]


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
        from readiness.tui.screens.workshop import WorkshopScreen

        self._navigation.back_to(WorkshopScreen)
        shown = self._app.screen
        if not isinstance(shown, WorkshopScreen) or shown.room.path != room.path:
            self._app.push_screen(WorkshopScreen(room))
