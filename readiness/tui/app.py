"""The program: its keys, and how it moves between screens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib.resources import files

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.events import Event, InputEvent, MouseEvent, Resize
from textual.screen import Screen

from readiness.core.wording.language import N_, _
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
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    ToastRack { dock: top; align: right top; margin-top: 1; }
    """
    SCREENS = {"people": _people}
    BINDINGS = [
        Binding(
            "f1", "help", N_("Help"), priority=True, tooltip=N_("The keys, the signs, your file.")
        ),
        Binding("f2,m", "map", N_("Map"), tooltip=N_("All five areas, and what is most serious.")),
        Binding(
            "f3,n",
            "unanswered",
            N_("Next unanswered question"),
            tooltip=N_("Go to the next question without an answer."),
        ),
        Binding(
            "f4,f", "flag", N_("Next flag"), tooltip=N_("Go to the next question with a warning.")
        ),
        Binding("f5,p", "pdf", N_("Make the PDF"), tooltip=N_("Print the plan, beside its file.")),
        Binding(
            "f6", "visit('people')", N_("Practitioners"), tooltip=N_("Add, rename or remove them.")
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
            "ctrl+z", "undo", N_("Undo"), priority=True, tooltip=N_("Take the last change back.")
        ),
        Binding(
            "ctrl+y", "redo", N_("Redo"), priority=True, tooltip=N_("Do again what was undone.")
        ),
        Binding(
            "ctrl+q", "quit", N_("Quit"), priority=True, tooltip=N_("Save, and leave the program.")
        ),
        *catalogue.BINDINGS,
    ]
    EXTRA = {
        "action_close_plan": (N_("Close this plan"), N_("Save, and go to the start screen.")),
        "action_new": (N_("New plan"), N_("Start a plan from empty checklists.")),
        "action_open_file": (N_("Open a plan"), N_("Open another plan file.")),
        "action_change_theme": (
            N_("Change the colours"),
            N_("Dark, light and other colour themes."),
        ),
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
        self._first, self._going = session, asyncio.Lock()

    def on_mount(self) -> None:
        """Show the start screen, and the plan over it."""
        super().on_mount()
        if self._first is None:
            self.push_screen(StartScreen())
        else:
            self.show_plan(self._first)

    async def on_event(self, event: Event) -> None:
        """Leave out a click on what just went: Textual still finds it, and trips (its #6643)."""
        if not (isinstance(event, InputEvent) and self._is_on_nothing(event)):
            await super().on_event(event)

    def _is_on_nothing(self, event: InputEvent) -> bool:
        if not self.screen_stack:
            return True
        if not isinstance(event, MouseEvent):
            return False
        widget, _rest = self.screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and widget.parent is None

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
        keys = [key for key, _rest in view.template.items_of(area)]
        unanswered = (key for key in keys if not view.review.items[key].answered)
        self.open_item(next(unanswered, keys[0]))

    @work
    async def open_item(self, item: str) -> None:
        """Show an item in its area; of two that are asked for at once, the later one stays."""
        from readiness.tui.screens.area import AreaScreen

        async with self._going:
            if self.session is None:
                return
            area = self.session.template.items[item].area
            if isinstance(self.screen, AreaScreen):
                await self.screen.go(area, item)
                return
            self._uncover_map()
            await self.push_screen(AreaScreen(area, item))

    def action_map(self) -> None:
        """Show the map."""
        if self.session is not None:
            self.at_item("")
            self._uncover_map()

    def _uncover_map(self) -> None:
        while not isinstance(self.screen, MapScreen):
            self.pop_screen()

    def action_command_palette(self) -> None:
        """Offer every command by its name."""
        from readiness.tui.screens.once import Palette

        if not any(isinstance(one, Palette) for one in self.screen_stack):
            self.push_screen(Palette())

    def action_unanswered(self) -> None:
        """Go to the next item without an answer."""
        if self.session is not None:
            self._go_to(self.session.review.next_unanswered, _("Every question is answered."))

    def action_flag(self) -> None:
        """Go to the next item with a flag."""
        if self.session is not None:
            self._go_to(self.session.review.next_flag, _("There are no flags."))

    def _go_to(self, find: Callable[[str | None], str | None], none: str) -> None:
        at = self.screen.item if isinstance(self.screen, PlanScreen) else None
        at = at or None
        found = find(at)
        if found is None or found == at:
            self.tell(none if found is None else _("There is no other."))
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
                words = _("{tooltip} Key: {key}").format(tooltip=binding.tooltip, key=key)
                yield SystemCommand(binding.description, words, self._run(binding, screen))
        for action, (title, words) in self.EXTRA.items():
            yield SystemCommand(title, words, getattr(self, action))

    def _run(self, binding: Binding, screen: Screen[object]) -> Callable[[], object]:
        where = self if binding in self.BINDINGS else screen
        return lambda: self.call_later(self.run_action, binding.action, where)
