"""The start: what this is, recent plans, and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.domain.checklist.checklist_form import SHORT
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import short_date
from readiness.tui.bottom_lines import MessageLine
from readiness.tui.keyboard import Present, give_keys
from readiness.tui.plain import plain
from readiness.tui.program import Program
from readiness.tui.widgets.boxes import Options

if TYPE_CHECKING:
    from readiness.storage.memory import Recent

WELCOME = N_(
    "Plan a rollout before it starts. You answer five checklists, one question at a time; each "
    "answer shows at once what it means; in the end you print a plan that your board can sign."
)
LASTS = N_(
    "The short form takes about 30 minutes, the full form about an hour (our estimates). Stop at "
    "any time: you come back to where you were."
)
OFFER = N_("New here? Press t: the tour takes two minutes. Esc leaves it.")
PRIVACY = N_("Your answers stay in one file on this computer. Nothing is sent anywhere.")
WAYS = {
    "new": N_("n   New plan"),
    "open_file": N_("o   Open a plan file"),
    "example": N_("e   Look at a worked example (a copy; nothing can be spoiled)"),
    "tour": N_("t   Take the tour (two minutes, over the worked example)"),
    "help": N_("F1  Help"),
    "quit": N_("q   Quit"),
}
SHOWN, FEW, ROOMY = 5, 3, 28
"""Recent plans that are listed, those in a low window, and the rows from which all are."""


class StartScreen(Present, Screen[None]):
    """The first thing a person sees."""

    app = getters.app(Program)
    CSS = """
    StartScreen Static { height: auto; padding: 0 2; max-width: 90; }
    StartScreen .title { text-style: bold; margin: 1 0; }
    StartScreen OptionList { height: auto; border: none; margin: 1 1; padding: 0 1; max-width: 90;
        text-wrap: nowrap; text-overflow: ellipsis; }
    StartScreen #offer { text-style: bold; margin-top: 1; }
    StartScreen #file { color: $text-muted; }
    StartScreen MessageLine { dock: bottom; max-width: 100%; }
    """
    BINDINGS = [
        Binding("n", "app.new", N_("New plan"), tooltip=N_("Start a plan from empty checklists.")),
        Binding(
            "o", "app.open_file", N_("Open a plan"), tooltip=N_("Open a plan file by its name.")
        ),
        Binding(
            "e",
            "app.example",
            N_("Worked example"),
            tooltip=N_("Look at a plan that is filled in."),
        ),
        Binding(
            "t", "app.tour", N_("Take the tour"), tooltip=N_("Two minutes over the worked example.")
        ),
        Binding("question_mark", "app.help", N_("Help"), show=False),
        Binding("q", "app.quit", N_("Quit"), show=False),
    ]

    def compose(self) -> ComposeResult:
        """Welcome, recent plans, ways in."""
        yield Static("readiness", classes="title")
        yield Static(plain(_(WELCOME)))
        yield Static(plain(_(LASTS)), id="lasts")
        if self.app.offers_tour:
            yield Static(plain(_(OFFER)), id="offer")
        yield Options()
        yield Static(_(PRIVACY))
        yield Static(id="file")
        yield MessageLine()

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """List what can be opened now, and put the keys on the list."""
        shown = SHOWN if self.app.size.height >= ROOMY else FEW
        self._recent = self.app.memory.recent()[:shown]
        ways = self.query_one(OptionList)
        ways.clear_options()
        if self._recent:
            ways.add_option(Option(_("Recent plans"), disabled=True))
            ways.add_options(Option(plain(_recent(one))) for one in self._recent)
            ways.add_option(None)
        ways.add_options(Option(_(label), id=name) for name, label in WAYS.items())
        ways.highlighted = 1 if self._recent else 0
        give_keys(ways)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which file a recent plan is."""
        is_recent = event.option.id is None
        path = self._recent[event.option_index - 1].path if is_recent else ""
        self.query_one("#file", Static).update(
            plain(_("File: {path}").format(path=path) if is_recent else "")
        )

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        if event.option.id is None:
            self.app.plan_files.open_path(self._recent[event.option_index - 1].path)
        else:
            await self.run_action(f"app.{event.option.id}")


def _recent(one: Recent) -> str:
    flags = _("no red flags")
    if one.red:
        flags = n_("! {count} red flag", "! {count} red flags", one.red).format(count=one.red)
    name = one.plan or one.path.name
    word = _("(short)") if one.form == SHORT else _("answered")
    done = _("{answered:>2} of {asked} {word:<8}").format(
        answered=one.answered, asked=one.asked, word=word
    )
    return f"  {name:<27.27} {done}  {flags:<13} {short_date(one.when)}"
