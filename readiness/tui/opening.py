"""Opening plans: an existing one, a new one, the worked example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.app.session import Session
from readiness.domain.checklist.form import FULL
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.templates import template_news
from readiness.i18n.language import _
from readiness.i18n.words import short_date
from readiness.storage.example import example_copy
from readiness.storage.planfile import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.template_numbers import unfounded
from readiness.storage.templates import Library
from readiness.storage.toml import is_there
from readiness.tui.navigation import Navigation
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from readiness.storage.memory import Memory

FEW = 4
"""Problems of a file that are said at once."""


class Opening(Navigation):
    """How a plan comes onto the screen, and leaves it."""

    def __init__(
        self,
        library: Library,
        memory: Memory,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        """Open plans against the templates of a library."""
        super().__init__(memory, today, now)
        self._library = library

    def show_plan(self, session: Session) -> None:
        """Put a plan on the screen, at the place where the person was."""
        self._clear()
        place = self.take(session)
        if not isinstance(self.screen, MapScreen):
            self.push_screen(MapScreen())
        if place in session.template.items:
            self.open_item(place)
        remarks = [problem.words() for problem in unfounded(session.template)]
        news = [*template_news(session.file.plan, session.template), *remarks[:FEW]]
        if len(news) > FEW:
            from readiness.tui.screens.reading import Reading

            self.push_screen(Reading("\n\n".join(news)))
        elif news:
            self.warn("\n".join(news))
        errors = [problem.words() for problem in session.problems if problem.severity == "error"]
        if errors:
            head = _("Not everything in the file was understood; it is kept as it is:")
            more = (
                [_("and {count} more").format(count=len(errors) - FEW)] if len(errors) > FEW else []
            )
            self.warn("\n".join([head, *errors[:FEW], *more]))

    def _read(self, path: Path) -> Session | str:
        """The session on a plan file, or why it cannot be opened."""
        if not is_there(path):
            return _("There is no file {path}.").format(path=path)
        try:
            return Session.open(path, self._library, self.today, self.now)
        except ReadinessError as error:
            return str(error)

    def open_path(self, path: Path) -> None:
        """Open a plan file; says what is wrong with one that cannot be read."""
        self._show_found(self._read(path))

    def _show_found(self, found: Session | str | None) -> None:
        if isinstance(found, str):
            self.wrong(found)
        elif isinstance(found, Session) and self.save():
            self.show_plan(found)

    def action_open_file(self) -> None:
        """Ask for a file and open it."""
        from readiness.tui.screens.open_plan import OpenPlan

        self.push_screen(OpenPlan(Path.cwd(), self._read), self._show_found)

    def action_new(self) -> None:
        """Ask for the particulars of a new plan and open it."""
        from readiness.tui.screens.particulars import NewPlan

        checklists = {one.id: one.name for one in self._library.listings()}
        ask = NewPlan(Path.cwd(), self.today(), checklists, self._make)
        self.push_screen(ask, self._show_found)

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
        return Session(file, self.today, self.now)

    def action_example(self) -> None:
        """Open a copy of the worked example."""
        self.open_path(example_copy())

    def action_close_plan(self) -> None:
        """Back to the start screen; the plan is saved."""
        if self.save():
            self.leave()
            self._clear()
            self.push_screen(StartScreen())

    def _clear(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.forget_screens()

    def action_details(self) -> None:
        """Change the plan's particulars."""
        if self.session is None:
            return
        from readiness.tui.screens.particulars import Details

        plan = self.session.plan
        said = {
            "plan": plan.plan,
            "service": plan.service,
            "start": short_date(plan.start) if plan.start else "",
            "months": str(plan.months),
        }

        def keep(fields: dict[str, Any] | None) -> None:
            if fields is not None:
                self.keep(lambda session: session.describe(**fields))

        self.push_screen(Details(said, self.session.path, self.today()), keep)
