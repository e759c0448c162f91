"""The start: what this is, recent plans, and the ways in."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.core.words import short_date
from readiness.files.memory import Recent
from readiness.tui.plain import plain
from readiness.tui.walk import Walk

WELCOME = """Plan a rollout before it starts. About 30 minutes; stop any time.

Five short checklists: who delivers it, whether there are hours, for whom it is,
where it leads, and how you will know. Each answer shows at once what it means."""
PRIVACY = "Your answers stay in one file on this computer. Nothing is sent anywhere."
WAYS = {
    "new": "New plan                  n",
    "open": "Open a file               o",
    "example": "Worked example (a copy)   e",
    "help": "Help                      F1",
    "quit": "Quit                      q",
}


class StartScreen(Screen[None]):
    """The first thing a person sees."""

    app = getters.app(Walk)
    CSS = """
    StartScreen Static { height: auto; padding: 0 2; }
    StartScreen .title { text-style: bold; margin: 1 0; }
    StartScreen OptionList { height: auto; max-height: 12; border: none; margin: 1 1; }
    """
    BINDINGS = [
        Binding("n", "app.new", "New plan"),
        Binding("o", "app.open_file", "Open"),
        Binding("e", "app.example", "Worked example"),
        Binding("question_mark", "app.help", "Help"),
        Binding("q", "app.quit", "Quit"),
    ]

    def compose(self) -> ComposeResult:
        """Welcome, recent plans, ways in."""
        recent = self.app.memory.recent()
        yield Static("readiness", classes="title")
        yield Static(WELCOME)
        yield OptionList(
            *(Option(plain(_recent(one)), id=f"recent-{n}") for n, one in enumerate(recent)),
            *([None] if recent else []),
            *(Option(label, id=name) for name, label in WAYS.items()),
        )
        yield Static(PRIVACY)

    def on_screen_resume(self) -> None:
        """Put the keys on the list."""
        self.query_one(OptionList).focus()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        chosen = event.option.id or ""
        if chosen.startswith("recent-"):
            self.app.open_path(self.app.memory.recent()[int(chosen.removeprefix("recent-"))].path)
        else:
            actions = {"open": "open_file"}
            await self.run_action(f"app.{actions.get(chosen, chosen)}")


def _recent(one: Recent) -> str:
    flags = f"! {one.red} red" if one.red else "nothing red"
    name = one.plan or one.path.name
    return f"{name:<30.30} {one.answered:>2} of {one.asked}  {flags:<12} {short_date(one.when)}"
