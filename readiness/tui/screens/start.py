"""The start: what this is, recent plans, and the ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from readiness.describe.state import SIGNS
from readiness.describe.verdict import verdict_of
from readiness.domain.checklist.template import SHORT
from readiness.i18n.language import N_, _
from readiness.i18n.words import short_date
from readiness.tui.bottom_lines import MessageLine
from readiness.tui.commands import BINDINGS
from readiness.tui.drawing.texts import section_text
from readiness.tui.keyboard import Present, give_keys
from readiness.tui.keys import bindings_of, first_key, own_key
from readiness.tui.line_text import cut, joined, plain
from readiness.tui.program import Program
from readiness.tui.states import style_of
from readiness.tui.widgets.boxes import Options, Panel
from readiness.tui.widgets.drawing import Drawing

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import RecentPlan
    from readiness.report.plain_text import Section

STATES_BY_SIGN = {sign: state for state, sign in SIGNS.items()}

WELCOME = N_(
    "Plan a rollout before it starts. You answer five checklists, one question at a time; each "
    "answer shows at once what it means; in the end you print a plan that your board can sign."
)
LASTS = N_(
    "The short form takes about 30 minutes, the full form about an hour (our estimates). Stop at "
    "any time: you come back to where you were."
)
OFFER = N_("New here? Press {key}: the tour takes two minutes. Esc leaves it.")
PRIVACY = N_("Your answers stay in one file on this computer. Nothing is sent anywhere.")
WAYS = {
    "new": N_("New plan"),
    "open_file": N_("Open a plan"),
    "example": N_("Look at a worked example (a copy; nothing can be spoiled)"),
    "tour": N_("Take the tour (two minutes, over the worked example)"),
    "help": N_("Help"),
    "quit": N_("Quit"),
}
"""What can be done from here, in its order; each of them has a key."""
NEEDS = (
    N_("What you need"),
    N_("Who will do it: initials or roles, never names."),
    N_("How many patients meet the criteria; a rough count will do."),
    N_("How many hours a week are freed for each of them."),
    N_("The first day, the days of training, and when you are closed."),
    N_("Who decides on the start, and when they meet."),
    N_("“Not sure” is an answer too: the plan says what is to be found out."),
)
"""What is good to have at hand, under its heading."""

GAINS = (
    N_("What you get"),
    N_("A page for your board, with what is not yet in place and what it takes."),
    N_("A plan of about eleven pages, an agreement for each who does it, and the dates."),
)

AROUND, LOW = 15, 24
"""Rows that stand around the plans, and a window lower than which shows each on one row."""

TALL, WIDEST = 3, 86
"""Rows of a plan in the list: how far it is, how it stands, and its squares; its columns at most.
"""


class StartScreen(Present, Screen[None]):
    """The first thing a person sees."""

    app = getters.app(Program)
    CSS = """
    StartScreen #body { height: 1fr; layout: vertical; overflow-y: auto; scrollbar-gutter: stable; }
    StartScreen #left { height: auto; }
    StartScreen #left Static { height: auto; padding: 0 2; max-width: 90; }
    StartScreen #right { display: none; }
    StartScreen .title { text-style: bold; }
    StartScreen OptionList { height: auto; border: none; margin: 0 1; padding: 0 1; max-width: 90;
        text-wrap: nowrap; text-overflow: ellipsis; }
    StartScreen #offer { text-style: bold; }
    StartScreen #file { color: $text-muted; }
    StartScreen MessageLine { dock: bottom; max-width: 100%; }
    StartScreen.-tall .title, StartScreen.-tall OptionList { margin: 1; }
    StartScreen.-tall .title { margin: 1 0; }
    StartScreen.-wide #body, StartScreen.-huge #body { layout: horizontal; }
    StartScreen.-wide #left, StartScreen.-huge #left { width: 1fr; }
    StartScreen.-wide #right, StartScreen.-huge #right { display: block; width: 40; height: 1fr; }
    StartScreen.-huge #right { width: 96; }
    StartScreen Panel { padding: 0 1; height: 1fr; }
    StartScreen #board, StartScreen #below { display: none; }
    StartScreen.-huge #board, StartScreen.-huge #below { display: block; }
    StartScreen.-huge #needs { display: none; }
    StartScreen #left #below { margin-top: 1; }
    StartScreen.-new #board, StartScreen.-new #below { display: none; }
    StartScreen.-new #needs { display: block; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-tall")]
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
        Binding("q", "app.quit", N_("Quit")),
    ]

    def compose(self) -> ComposeResult:
        """Welcome, recent plans, ways in; beside them what is needed, and the board page."""
        with Container(id="body"):
            with Container(id="left"):
                yield Static("readiness", classes="title")
                yield Static(plain(_(WELCOME)))
                yield Static(plain(_(LASTS)), id="lasts")
                if self.app.offers_tour:
                    yield Static(
                        plain(_(OFFER).format(key=own_key(type(self), "tour"))), id="offer"
                    )
                yield Options()
                yield Static(_(PRIVACY))
                yield Static(id="file")
                yield Static(_needs(), id="below")
            with Container(id="right"):
                with Panel(id="board"):
                    yield Drawing()
                with Panel(id="needs"):
                    yield Static(_needs())
        yield MessageLine()

    _recent: tuple[RecentPlan, ...] = ()
    """The plans that are listed."""
    _gone = frozenset[Path]()
    """Those that were changed and cannot be read."""

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """List what can be opened now, and focus the list."""
        self._list()
        give_keys(self.query_one(OptionList))
        changed = [one.path for one in self._recent if not one.is_as_kept]
        if changed:
            self._read_again(changed)

    def on_resize(self) -> None:
        """List as many as there is room for now, as wide as it is."""
        self.call_after_refresh(self._list)

    def _list(self) -> None:
        if not self.is_shown:
            return
        height, ways = self.app.size.height, self.query_one(OptionList)
        tall = TALL if height >= LOW else 1
        self._recent = tuple(self.app.memory.recent()[: max((height - AROUND) // tall, 1)])
        self.set_class(not self._recent, "-new")
        is_narrow = self.has_class("-narrow")
        self.query_one("#lasts").display = is_narrow and (height > LOW or not self._recent)
        width = min(ways.size.width or self.app.size.width - 4, WIDEST) - 2
        at, keys = ways.highlighted, [*bindings_of(type(self)), *BINDINGS]
        with ways.prevent(OptionList.OptionHighlighted):
            ways.clear_options()
            if self._recent:
                ways.add_option(Option(_("Recent plans"), disabled=True))
                ways.add_options(Option(self._told(one, width, tall)) for one in self._recent)
                ways.add_option(None)
            ways.add_options(
                # Of the keys for help F1 is named: it works while a person types, too.
                Option(f"{first_key(keys, name, is_typing=name == 'help'):<4}{_(label)}", id=name)
                for name, label in WAYS.items()
            )
        ways.highlighted = min(at or bool(self._recent), ways.option_count - 1)

    def _told(self, one: RecentPlan, width: int, tall: int) -> Content:
        """A plan of the list: how far it is and when; how it stands; its squares."""
        word = _("(short)") if one.form == SHORT else _("answered")
        done = _("{answered:>2} of {asked} {word:<8}").format(
            answered=one.answered, asked=one.asked, word=word
        )
        tail = f"{done}  {short_date(one.when)}"
        name = cut(one.plan or one.path.name, max(width - len(tail) - 1, 8))
        first = joined(plain(name, "bold"), " " * max(width - len(name) - len(tail), 1), tail)
        if tall == 1:
            return first
        return Content("\n").join([first, *self._stands(one, width - 2)])

    def _stands(self, one: RecentPlan, width: int) -> Iterator[Content]:
        """How a plan stands, on two rows; nothing is said of one that was changed since."""
        if not one.is_as_kept:
            words = _("It was changed elsewhere ...")
            if one.path in self._gone:
                words = _("It was changed elsewhere, and cannot be read.")
            yield plain(f"  {cut(words, width)}")
            yield Content("")
            return
        states = [STATES_BY_SIGN.get(sign) for sign in one.signs]
        found = Counter(states)
        said = verdict_of(
            found["red"], found["amber"], (one.answered, one.asked), one.start, self.app.today()
        )
        yield plain(f"  {cut(f'{said}.', width)}", "bold")  # its ink would fade under the cursor
        drawn = Content("").join(
            Content.styled(sign, style_of(state)) if state else plain(sign)
            for sign, state in zip(one.signs, states, strict=True)
        )
        yield joined("  ", drawn if drawn.cell_length <= width else "")

    @work(thread=True, exclusive=True, group="recent")
    def _read_again(self, changed: list[Path]) -> None:
        """Read the plans that were changed since they were open here, beside the keys."""
        gone = [path for path in changed if not self.app.plan_files.renew(path)]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._read, frozenset(gone))

    def _read(self, gone: frozenset[Path]) -> None:
        self._gone = gone
        self._list()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which file a recent plan is, and show its page for the board where there is room."""
        at = event.option_index - 1
        is_recent = event.option.id is None and 0 <= at < len(self._recent)
        path = self._recent[at].path if is_recent else None
        said = plain(_("File: {path}").format(path=path) if path else "")
        self.query_one("#file", Static).update(said)
        if self.has_class("-huge"):
            self._show_board(path)

    @work(thread=True, exclusive=True, group="board")
    def _show_board(self, path: Path | None) -> None:
        """Make the page for the board of a plan, beside the keys; none for no plan."""
        page = self.app.plan_files.board_page(path) if path is not None else None
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._draw_board, page)

    def _draw_board(self, page: Section | None) -> None:
        if not self.is_shown:
            return
        panel = self.query_one("#board", Panel)
        panel.border_title = page.title if page is not None else _("For the board")
        panel.query_one(Drawing).draw(
            lambda width: section_text(page, min(width, WIDEST)).split("\n") if page else []
        )

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        if event.option.id is None:
            self.app.plan_files.open_path(self._recent[event.option_index - 1].path)
        else:
            await self.run_action(f"app.{event.option.id}")


def _needs() -> Content:
    """What is needed, how long it takes, and what comes of it."""
    rows = [plain(_(NEEDS[0]), "bold"), *(plain(f"- {_(one)}") for one in NEEDS[1:])]
    rows += [Content(""), plain(_("How long it takes"), "bold"), plain(_(LASTS))]
    rows += [Content(""), plain(_(GAINS[0]), "bold"), *(plain(f"- {_(one)}") for one in GAINS[1:])]
    return Content("\n").join(rows)
