"""The program: put together from what each part of it does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import SystemCommand
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from readiness.app.autosave import LOOK
from readiness.app.session import Session
from readiness.tui import appearance, commands
from readiness.tui.answer_events import NavigateTo, PeopleWanted, Submission
from readiness.tui.appearance import Appearance
from readiness.tui.bottom_lines import Messages
from readiness.tui.clipboard import COPY, Clipboard, takes, tell_marked
from readiness.tui.current_plan import CurrentPlan
from readiness.tui.documents import Documents
from readiness.tui.edits import Edits
from readiness.tui.guide import Guide
from readiness.tui.keyboard import KeyQueue, settle_keys, small_letter
from readiness.tui.language_switch import LanguageSwitch
from readiness.tui.navigation import Navigation
from readiness.tui.palette import Palette
from readiness.tui.plan_files import PlanFiles, Workshops
from readiness.tui.program import Program, say
from readiness.tui.save_commands import SaveCommands
from readiness.tui.screens.dialogs import TooSmall, is_too_small
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.screens.start import StartScreen
from readiness.tui.shutdown import when_ended
from readiness.tui.themes import THEMES, is_colourless
from readiness.tui.view import View
from readiness.tui.worked_example import WorkedExample

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import OwnMemory, Templates


def _asking(title: str, words: str, text: str) -> Screen[str | None]:
    # Loaded late, so that the first screen comes sooner.
    from readiness.tui.screens.form_dialog import AskText

    return AskText(title, words, text)


class ReadinessApp(Program):
    """The terminal program. Each command is one line in `commands` and one in `_deeds`."""

    TITLE = "readiness"
    DEFAULT_MODE = "plan"
    CSS = appearance.CSS
    BINDINGS = [*commands.BINDINGS]
    navigation: Navigation
    documents: Documents
    plan_files: PlanFiles

    def __init__(
        self,
        session: Session | None,
        library: Templates,
        memory: OwnMemory,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Start with a plan or without one."""
        super().__init__(ansi_color=True if is_colourless() else None)
        self.first = session
        """The plan to begin with."""
        self.memory, self.today = memory, today
        self.offers_tour, self.messages = memory.is_first("tour"), Messages(self)
        self.plan = CurrentPlan(self, self.show, self.messages, memory, now)
        self.submission = Submission(self, self.plan, _asking, partial(say, self))
        self.navigation = navigation = Navigation(self)
        self.plan_files = PlanFiles(self, navigation, library, now)
        self.documents, self.palette = Documents(self), Palette(self)
        self.key_queue = KeyQueue(self, self._hear, navigation.coming)
        self.appearance = Appearance(self, self.messages, memory, self.plan.show_again)
        self.worked_example = WorkedExample(self, library, today)
        guide = Guide(self, navigation, self.plan_files)
        for name, do in self._deeds(guide, library).items():
            # Textual looks an action up by this name, on the object as well as on its class.
            setattr(self, f"action_{name}", do)
        if session is not None:
            # The map is the very first screen then, and nothing empty is drawn before it.
            self.add_mode(self.DEFAULT_MODE, MapScreen)

    def _deeds(self, guide: Guide, library: Templates) -> Mapping[str, Callable[..., Any]]:
        """What does each command of the table."""
        ways, files = self.navigation, self.plan_files
        edits, saves = Edits(self, ways), SaveCommands(self)
        return {
            "adopt": edits.adopt,
            "area_example": guide.show_example,
            "change_characters": self.appearance.change_characters,
            "change_language": LanguageSwitch(self, ways, library).change,
            "change_theme": self.appearance.change,
            "close_plan": files.close_plan,
            "colours": self.appearance.change,
            "command_palette": self.palette.show,
            "copy": Clipboard(self).copy,
            "details": edits.change_details,
            "example": files.open_example,
            "flag": ways.show_flag,
            "go_to": ways.offer_pages,
            "help": guide.show_help,
            "map": ways.show_map,
            "messages": guide.show_messages,
            "new": files.ask_new,
            "open_file": files.ask_file,
            "page": ways.show_page,
            "people": ways.show_people,
            "quit": saves.quit,
            "redo": edits.redo,
            "save_now": saves.save_now,
            "search": guide.show_search,
            "switch_form": edits.switch_form,
            "tour": guide.take_tour,
            "unanswered": ways.show_unanswered,
            "undo": edits.undo,
            "workshop": Workshops(self, ways).ask,
            **self.documents.deeds,
        }

    def on_mount(self) -> None:
        """Show the plan, or the start screen; save when the system ends the program."""
        self.set_interval(LOOK, self.plan.safe.look)
        when_ended(asyncio.get_running_loop(), self._end)
        if self.first is None:
            self.push_screen(StartScreen())
        else:
            self.plan_files.show_plan(self.first)

    def _end(self) -> None:
        self.plan.end()
        self.exit(0)

    def on_unmount(self) -> None:
        """Write what is not written yet, and leave a snapshot."""
        self.plan.end()
        self.plan.safe.close()

    def show(self, view: View | None) -> None:
        """Show a new state of the plan on the screens."""
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.seen(view)

    async def on_event(self, event: Event) -> None:
        """Queue keys, clicks and pastes, so that each waits for those before it."""
        await self.key_queue.take(event)

    async def _hear(self, event: Event) -> None:
        settle_keys(self, event)
        self.messages.heard(event)
        if isinstance(event, Paste) and takes(self, event):
            return
        if isinstance(event, Key) and event.key in COPY:
            tell_marked(self, event)
        await super().on_event(small_letter(self, event))

    def on_resize(self, event: Resize) -> None:
        """Cover the screen while the window is too small, and no longer."""
        is_covered = isinstance(self.screen, TooSmall)
        if is_too_small(event.size) and not is_covered:
            self.push_screen(TooSmall())
        elif is_covered and not is_too_small(event.size):
            self.pop_screen()

    @on(NavigateTo)
    def _lead(self, event: NavigateTo) -> None:
        event.stop()
        self.navigation.lead(event.ref, to_list=event.to_list, heading=event.heading)

    def on_people_wanted(self, event: PeopleWanted) -> None:
        """Show the practitioners."""
        event.stop()
        self.navigation.show_people()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command that is possible on a screen."""
        return self.palette.commands(screen)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of our own, for the themes that do not name them."""
        return THEMES[0].variables

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name, one of ours first."""
        return appearance.theme_named(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is painted."""
        theirs, is_ascii = super().get_line_filters(), self.appearance.is_ascii
        return appearance.line_filters(theirs, is_coloured=not self.no_color, is_ascii=is_ascii)
