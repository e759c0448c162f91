"""Opening plans: an existing one, a new one, the worked example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.app.session import Session
from readiness.domain.checklist.checklist_form import FULL
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.templates import template_news
from readiness.i18n.language import _
from readiness.storage.example import example_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.template_numbers import unfounded
from readiness.storage.toml import is_there
from readiness.tui.navigation import Navigation
from readiness.tui.program import Program
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from readiness.storage.templates import Library

FEW = 4
"""Problems of a file that are said at once."""


class PlanFiles:
    """How a plan comes onto the screen, and leaves it."""

    def __init__(
        self,
        app: Program,
        navigation: Navigation,
        library: Library,
        now: Callable[[], datetime],
    ) -> None:
        """Open plans against the templates of a library."""
        self._app, self._navigation, self._library, self._now = app, navigation, library, now

    def show_plan(self, session: Session) -> None:
        """Put a plan on the screen, at the place where the person was."""
        self._navigation.clear()
        place = self._app.plan.open(session)
        if not isinstance(self._app.screen, MapScreen):
            self._app.push_screen(MapScreen())
        if place in session.template.items:
            self._navigation.open_item(place)
        remarks = [problem.words() for problem in unfounded(session.template)]
        news = [*template_news(session.file.plan, session.template), *remarks[:FEW]]
        if len(news) > FEW:
            from readiness.tui.screens.text_page import TextPage

            self._app.push_screen(TextPage("\n\n".join(news)))
        elif news:
            self._app.messages.warn("\n".join(news))
        errors = [problem.words() for problem in session.problems if problem.severity == "error"]
        if errors:
            head = _("Not everything in the file was understood; it is kept as it is:")
            more = (
                [_("and {count} more").format(count=len(errors) - FEW)] if len(errors) > FEW else []
            )
            self._app.messages.warn("\n".join([head, *errors[:FEW], *more]))

    def _read(self, path: Path) -> Session | str:
        """The session on a plan file, or why it cannot be opened."""
        if not is_there(path):
            return _("There is no file {path}.").format(path=path)
        try:
            return Session.open(path, self._library, self._app.today, self._now)
        except ReadinessError as error:
            return str(error)

    def open_path(self, path: Path) -> None:
        """Open a plan file; says what is wrong with one that cannot be read."""
        self._show_found(self._read(path))

    def _show_found(self, found: Session | str | None) -> None:
        if isinstance(found, str):
            self._app.messages.wrong(found)
        elif isinstance(found, Session) and self._app.plan.save():
            self.show_plan(found)

    def ask_file(self) -> None:
        """Ask for a file and open it."""
        from readiness.tui.screens.open_plan import OpenPlan

        self._app.push_screen(OpenPlan(Path.cwd(), self._read), self._show_found)

    def ask_new(self) -> None:
        """Ask for the particulars of a new plan and open it."""
        from readiness.tui.screens.particulars import NewPlan

        checklists = {one.id: one.name for one in self._library.listings()}
        ask = NewPlan(Path.cwd(), self._app.today(), checklists, self._make)
        self._app.push_screen(ask, self._show_found)

    def _make(self, said: dict[str, Any]) -> Session | str:
        path: Path = said["path"]
        if not path.parent.is_dir():
            return _("There is no folder {parent}.").format(parent=path.parent)
        try:
            template = self._library.load(said["template"])
            plan = Plan(template=template.id, template_version=template.version).described(
                plan=said["plan"],
                service=said["service"],
                start=said["start"],
                form=said.get("form", FULL),
            )
            file = PlanFile.create(path, plan, template)
        except ReadinessError as error:
            return str(error)
        return Session(file, self._app.today, self._now)

    def open_example(self) -> None:
        """Open a copy of the worked example."""
        self.open_path(example_copy())

    def close_plan(self) -> None:
        """Back to the start screen; the plan is saved."""
        if self._app.plan.save():
            self._app.plan.close()
            self._navigation.clear()
            self._app.push_screen(StartScreen())
