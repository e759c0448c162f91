"""The program: its keys, and how it moves between screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib.resources import files

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen

from readiness.files.memory import Memory
from readiness.files.templates import Library
from readiness.session import Session
from readiness.tui.opening import Opening
from readiness.tui.printing import Printing
from readiness.tui.said import PeopleWanted
from readiness.tui.saving import Saving
from readiness.tui.screens import catalogue
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.screens.small import TooSmall, is_too_small
from readiness.tui.screens.start import StartScreen


def _people() -> Screen[None]:
    from readiness.tui.screens.people import PeopleScreen

    return PeopleScreen()


class ReadinessApp(Opening, Saving, Printing, catalogue.Going):
    """The terminal program.

    A screen of its own on the open plan is one file, one line in SCREENS and one Binding.
    """

    TITLE = "readiness"
    DEFAULT_MODE = "plan"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    ToastRack { dock: top; align: right top; margin-top: 1; }
    """
    SCREENS = {"people": _people}
    BINDINGS = [
        Binding("f1", "help", "Help", priority=True, tooltip="The keys, the signs, your file."),
        Binding("f2,m", "map", "Map", tooltip="All five areas, and what is most serious."),
        Binding(
            "f3,n",
            "unanswered",
            "Next unanswered question",
            tooltip="Go to the next question without an answer.",
        ),
        Binding("f4,f", "flag", "Next flag", tooltip="Go to the next question with a warning."),
        Binding("f5,p", "pdf", "Make the PDF", tooltip="Print the plan, beside its file."),
        Binding("f6", "visit('people')", "Practitioners", tooltip="Add, rename or remove them."),
        Binding("f9", "save_now", "Save now", tooltip="Plans are saved as you go; this is extra."),
        Binding("f10", "details", "About this plan", tooltip="Its name, service, start, months."),
        Binding("ctrl+z", "undo", "Undo", priority=True, tooltip="Take the last change back."),
        Binding("ctrl+y", "redo", "Redo", priority=True, tooltip="Do again what was undone."),
        Binding("ctrl+q", "quit", "Quit", priority=True, tooltip="Save, and leave the program."),
        *catalogue.BINDINGS,
    ]
    EXTRA = {
        "action_close_plan": ("Close this plan", "Save, and go to the start screen."),
        "action_new": ("New plan", "Start a plan from empty checklists."),
        "action_open_file": ("Open a plan", "Open another plan file."),
        "action_change_theme": ("Change the colours", "Dark, light and other colour themes."),
    }

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

    def on_resize(self, event: Resize) -> None:
        """Cover the screen while the window is too small, and no longer."""
        is_covered = isinstance(self.screen, TooSmall)
        if is_too_small(event.size) and not is_covered:
            self.push_screen(TooSmall())
        elif is_covered and not is_too_small(event.size):
            self.pop_screen()

    def open_area(self, area: str) -> None:
        """Show an area at its first item without an answer."""
        view = self.seen
        keys = [key for key, _ in view.template.items_of(area)]
        unanswered = (key for key in keys if not view.review.items[key].answered)
        self.open_item(next(unanswered, keys[0]))

    @work
    async def open_item(self, item: str) -> None:
        """Show an item in its area."""
        from readiness.tui.screens.area import AreaScreen

        area = self.open_session.template.items[item].area
        if isinstance(self.screen, AreaScreen):
            await self.screen.go(area, item)
            return
        while not isinstance(self.screen, MapScreen):
            await self.pop_screen()
        await self.push_screen(AreaScreen(area, item))

    def action_map(self) -> None:
        """Show the map."""
        if self.session is not None:
            self.at_item("")
            while not isinstance(self.screen, MapScreen):
                self.pop_screen()

    def action_unanswered(self) -> None:
        """Go to the next item without an answer."""
        if self.session is not None:
            self._go_to(self.session.review.next_unanswered, "Every question is answered.")

    def action_flag(self) -> None:
        """Go to the next item with a flag."""
        if self.session is not None:
            self._go_to(self.session.review.next_flag, "There are no flags.")

    def _go_to(self, find: Callable[[str | None], str | None], none: str) -> None:
        at = self.screen.item if isinstance(self.screen, PlanScreen) else None
        at = at or None
        found = find(at)
        if found is None or found == at:
            self.tell(none if found is None else "There is no other.")
        else:
            self.open_item(found)

    def action_visit(self, name: str) -> None:
        """Show a screen of its own on the open plan."""
        if self.session is not None and self.screen.id != name:
            screen = self.SCREENS[name]()
            screen.id = name
            self.push_screen(screen)

    def on_people_wanted(self, event: PeopleWanted) -> None:
        """Show the practitioners."""
        event.stop()
        self.action_visit("people")

    def action_help(self) -> None:
        """Show the help, or leave it."""
        from readiness.tui.screens.reading import Reading

        if isinstance(self.screen, Reading):
            self.pop_screen()
        elif not isinstance(self.screen, TooSmall):
            self.push_screen(Reading((files("readiness.tui") / "help.md").read_text("utf-8")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command in the palette, in plain words."""
        for binding in (*self.BINDINGS, *screen.BINDINGS):
            if isinstance(binding, Binding) and binding.tooltip:
                key = binding.key.split(",")[0].replace("ctrl+", "Ctrl+").replace("f", "F")
                words = f"{binding.tooltip} Key: {key}"
                yield SystemCommand(binding.description, words, self._run(binding, screen))
        for action, (title, words) in self.EXTRA.items():
            yield SystemCommand(title, words, getattr(self, action))

    def _run(self, binding: Binding, screen: Screen[object]) -> Callable[[], object]:
        where = self if binding in self.BINDINGS else screen
        return lambda: self.call_later(self.run_action, binding.action, where)
