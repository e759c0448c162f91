"""The program: its keys, and how it moves between screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen

from readiness.app.session import Session
from readiness.describe.form import switched_told
from readiness.domain.checklist.form import FULL, SHORT
from readiness.i18n.language import N_, _
from readiness.tui import looks
from readiness.tui.answering import Answering
from readiness.tui.copying import Copying
from readiness.tui.faults import Faults
from readiness.tui.focus import KeyFocus
from readiness.tui.guiding import Guiding
from readiness.tui.in_order import InOrder
from readiness.tui.navigation import Navigation
from readiness.tui.offering import Offering
from readiness.tui.printing import Printing
from readiness.tui.said import PeopleWanted
from readiness.tui.saving import Saving
from readiness.tui.screens import catalogue
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.screens.small import TooSmall, is_too_small
from readiness.tui.screens.start import StartScreen
from readiness.tui.speaking import Speaking
from readiness.tui.undoing import Undoing
from readiness.tui.view import View, nothing_left

if TYPE_CHECKING:
    from readiness.storage.memory import Memory
    from readiness.storage.templates import Library


def _people() -> Screen[None]:
    from readiness.tui.screens.people import PeopleScreen

    return PeopleScreen()


class ReadinessApp(
    Answering,
    Guiding,
    Speaking,
    Saving,
    Undoing,
    Printing,
    Copying,
    Offering,
    Navigation,
    InOrder,
    KeyFocus,
    looks.Looking,
    Faults,
):
    """The terminal program.

    A screen of its own on the open plan is one file, one line in SCREENS and one Binding.
    """

    TITLE = "readiness"
    DEFAULT_MODE = "plan"
    ENABLE_COMMAND_PALETTE = True
    CSS = looks.CSS
    SCREENS = {"people": _people}
    BINDINGS = [
        Binding(
            "f1",
            "help",
            N_("Help"),
            priority=True,
            tooltip=N_("About what the cursor is on."),
        ),
        Binding("f2,m", "map", N_("Map"), tooltip=N_("All five areas, and what is most serious.")),
        Binding(
            "f3,n",
            "unanswered",
            N_("Next unanswered question"),
            tooltip=N_("Go to the next question without an answer."),
        ),
        Binding(
            "f4,f",
            "flag",
            N_("Next flag or X-ray"),
            tooltip=N_("Go to the next question where something is wrong."),
        ),
        Binding("f5,p", "pdf", N_("Make the PDF"), tooltip=N_("Print the plan, beside its file.")),
        Binding(
            "f6",
            "visit('people')",
            N_("Practitioners"),
            priority=True,  # it selects a line in a text otherwise
            tooltip=N_("Add, rename or remove them."),
        ),
        Binding(
            "f9",
            "save_now",
            N_("Save now"),
            tooltip=N_("Plans are saved as you go; this is extra."),
        ),
        Binding(
            "f10", "details", N_("About this plan"), tooltip=N_("Its name, service, start, months.")
        ),
        Binding(
            "ctrl+c",
            "copy",
            N_("Copy"),
            tooltip=N_("What is marked, else the whole answer or line."),
        ),
        Binding("ctrl+t", "colours", N_("Next colours"), tooltip=N_("Dark, light, high contrast.")),
        Binding(
            "ctrl+z", "undo", N_("Undo"), priority=True, tooltip=N_("Take the last change back.")
        ),
        Binding(
            "ctrl+y", "redo", N_("Redo"), priority=True, tooltip=N_("Do again what was undone.")
        ),
        Binding(
            "ctrl+q", "quit", N_("Quit"), priority=True, tooltip=N_("Save, and leave the program.")
        ),
        Binding(
            "slash", "search", N_("Search"), tooltip=N_("Find words in questions, answers, notes.")
        ),
        Binding(
            "ctrl+f", "search", N_("Search"), priority=True, tooltip=N_("The same, from a field.")
        ),
        *catalogue.BINDINGS,
    ]

    def __init__(
        self,
        session: Session | None,
        library: Library,
        memory: Memory,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Start with a plan or without one."""
        super().__init__(library, memory, today, now)
        self._first = session
        self.dress()
        self.offers_tour = memory.is_first("tour")
        if session is not None:
            # The map is the very first screen then, and nothing empty is drawn before it.
            self.add_mode(self.DEFAULT_MODE, MapScreen)

    def on_mount(self) -> None:
        """Show the plan, or the start screen."""
        super().on_mount()
        if self._first is None:
            self.push_screen(StartScreen())
        else:
            self.show_plan(self._first)

    def watch_view(self, view: View | None) -> None:
        """Show a new state of the plan on the screens.

        Textual would keep every screen that watches, long after it went, until the next change.
        """
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.seen(view)

    def on_resize(self, event: Resize) -> None:
        """Cover the screen while the window is too small, and no longer."""
        is_covered = isinstance(self.screen, TooSmall)
        if is_too_small(event.size) and not is_covered:
            self.push_screen(TooSmall())
        elif is_covered and not is_too_small(event.size):
            self.pop_screen()

    def open_area(self, area: str) -> None:
        """Show an area at its first item without an answer."""
        if self.session is None:
            return
        self.open_item(self.first_of(area))

    @work(group="open")
    async def open_item(self, item: str) -> None:
        """Show an item in its area; of two that are asked for at once, the later one stays."""
        await self.show_item(item)

    async def show_item(self, item: str) -> None:
        """Show an item in its area; returns when it is there."""
        from readiness.tui.screens.area import AreaScreen

        async with self._going:
            if self.session is None:
                return
            area = self.session.template.items[item].area
            if isinstance(self.screen, AreaScreen):
                self.screen.go(area, item)
                return
            self._uncover_map()
            screen = self.area_screen
            screen.come_to(area, item)
            await self.push_screen(screen)

    def action_map(self) -> None:
        """Show the map."""
        if self.session is not None:
            self.at_item("")
            self._uncover_map()

    def _uncover_map(self) -> None:
        while not isinstance(self.screen, MapScreen):
            self.pop_screen()

    def action_unanswered(self) -> None:
        """Go to the next item without an answer."""
        if self.session is not None:
            at = self._asked_now
            self._go_to(self.session.review.next_unanswered(at), nothing_left(self.seen))

    def action_flag(self) -> None:
        """Go to the next item with a flag or an X-ray; what is about no item is in their list."""
        from readiness.describe.problems import ELSEWHERE, way_on

        session = self.session
        if session is None:
            return
        plan, template, today = session.plan, session.template, session.today
        item, xray = way_on(plan, template, session.review, today, self._asked_now)
        if item == ELSEWHERE:
            self.action_visit_screen("flags")
        else:
            self._go_to(item, _("There are no flags, and no X-ray finds anything."))
        if xray and item != self._asked_now:
            self.tell(xray, 15)

    @property
    def _asked_now(self) -> str | None:
        """The question that is shown; None elsewhere."""
        return (self.screen.item or None) if isinstance(self.screen, PlanScreen) else None

    def _go_to(self, item: str | None, none: str) -> None:
        if item is None or item == self._asked_now:
            self.tell(none if item is None else _("There is no other."))
        else:
            self.open_item(item)

    def action_switch_form(self) -> None:
        """Ask the short form or the full one."""
        session = self.session
        if session is None:
            return
        self.keep(lambda one: one.use_form(SHORT if one.plan.form == FULL else FULL))
        if not any(item.brief for item in session.template.items.values()):
            self.tell(_("These checklists have no short form: every question is asked."), 8)
            return
        words = switched_told(session.template, session.review)
        self.tell(_("{words} s switches back.").format(words=words), 10)

    def action_visit(self, name: str) -> None:
        """Show a screen of its own on the open plan."""
        if self.session is None or self.screen.is_modal:
            return
        if isinstance(self.screen, PlanScreen) and self.screen.visited == name:
            return
        screen = self.SCREENS[name]()
        if isinstance(screen, PlanScreen):
            screen.visited = name
        self.push_screen(screen)

    def on_people_wanted(self, event: PeopleWanted) -> None:
        """Show the practitioners."""
        event.stop()
        self.action_visit("people")
