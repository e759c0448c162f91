"""Search: over the questions, the answers, the notes, the entries and the help."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Static

from readiness.describe.search import KINDS, Hit, Index, indexed, snippet
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import first_down
from readiness.tui.answer_events import NavigateTo
from readiness.tui.bottom_lines import Status
from readiness.tui.context_help import sections
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key, Named
from readiness.tui.line_text import plain
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line, Lines

SHOWN = 50
"""Places that are listed."""


def help_places() -> Iterator[Hit]:
    """The parts of the program's help as places."""
    for heading, text in sections().items():
        words = " ".join(f"{heading}: {text}".split())
        yield Hit("", "help", words, heading=heading)


WAYS: tuple[Named, ...] = (
    Key("", "", word=N_("Type to search")),
    ("move(-1)", "move(1)"),
    Key("enter", "", word=N_("go there")),
)
"""The commands of the bottom line, but for the last."""


class SearchScreen(PlanScreen):
    """A box to type in, and under it every place that holds the words."""

    CSS = """
    SearchScreen #head { height: 1; padding: 0 1; text-style: bold; background: $panel;
        color: $panel-foreground; }
    SearchScreen Input { height: 1; border: none; border-left: outer $border; padding: 0 1;
        margin: 1; background: $boost; }
    SearchScreen #count { height: 1; padding: 0 1; color: $text-muted; }
    """
    LINE: tuple[Named, ...] = (*WAYS, "leave")
    TYPED_LINE: tuple[Named, ...] = (*WAYS, Key("escape", "leave", word=N_("clear")))
    BINDINGS = [
        Key("escape", "leave", N_("Clear the words, then back"), word=N_("Back")),
        Binding("down", "move(1)", N_("Next place")),
        Key("up", "move(-1)", N_("Previous place"), word=N_("choose")),
    ]

    def __init__(self) -> None:
        """Start with nothing found."""
        super().__init__()
        self._index: Index | None = None
        self._plan: Plan | None = None
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """Box, count, places, keys."""
        yield Static(plain(_("Search")), id="head")
        yield Input(placeholder=_("A word or two; spelling need not be exact"), max_length=200)
        yield Static(id="count")
        yield Lines(id="list")
        yield Status(self.LINE)

    def begin(self) -> None:
        """Focus the box."""
        self.query_one("#list").can_focus = False
        give_keys(self.query_one(Input))

    def show(self, view: View) -> None:
        """Read the plan anew where it has changed."""
        if view.plan is not self._plan:
            self._plan = view.plan
            self._read(view)

    @work(thread=True, exclusive=True, group="index")
    def _read(self, view: View) -> None:
        index = indexed(view.plan, view.template, help_places())
        self.app.call_from_thread(self._found, index)

    def _found(self, index: Index) -> None:
        self._index = index
        if self.is_shown:
            self._search()

    def on_input_changed(self) -> None:
        """Search while a person types."""
        self.query_one(Status).say(self.TYPED_LINE if self.query_one(Input).value else self.LINE)
        self._search()

    def _search(self) -> None:
        words = self.query_one(Input).value
        if self._index is None:
            return
        self._hits = self._index.found(words)
        lines = self.query_one(Lines)
        lines.fill([Line(str(n), self._line(hit, words)) for n, hit in enumerate(self._shown)])
        if self._hits:
            lines.highlighted = 0
        self.query_one("#count", Static).update(plain(self._count(words)))

    @property
    def _shown(self) -> list[Hit]:
        return self._hits[:SHOWN]

    def _count(self, words: str) -> str:
        count = len(self._hits)
        if not words.strip():
            return _("Questions, answers, notes, actions and the help are searched.")
        if not count:
            return _("Nothing like that is here. Try one word, or fewer letters.")
        more = _(", the first {n} are listed").format(n=SHOWN) if count > SHOWN else ""
        return n_("{n} place", "{n} places", count).format(n=count) + more

    def _line(self, hit: Hit, words: str) -> str:
        room = max(self.app.size.width - 9, 40)
        return f"{self._place(hit)}\n  {snippet(hit.text, words, room)}"

    def _place(self, hit: Hit) -> str:
        template, kind = self.app.plan.seen.template, first_down(_(KINDS[hit.kind]))
        if hit.item:
            item = template.items[hit.item]
            return f"{template.areas[item.area].title}, {hit.item} {item.short}: {kind}"
        if hit.ref.table in TABLES:
            return f"{TABLES[hit.ref.table].title} {hit.ref.entry}"
        return _("Help: {heading}").format(heading=hit.heading)

    def action_leave(self) -> None:
        """Clear the words; without any, go back to the screen before."""
        box = self.query_one(Input)
        if box.value:
            box.clear()
        else:
            self.app.pop_screen()

    def action_move(self, step: int) -> None:
        """Go to the next or the previous place."""
        lines = self.query_one(Lines)
        if lines.option_count:
            at = lines.highlighted if lines.highlighted is not None else -step
            lines.highlighted = (at + step) % lines.option_count

    def on_input_submitted(self) -> None:
        """Go to the place the cursor is on."""
        self._go()

    def on_option_list_option_selected(self) -> None:
        """Go to the place that was clicked."""
        self._go()

    def _go(self) -> None:
        key = self.query_one(Lines).key
        if key:
            # Who hits Enter once more has read nothing yet: it must not answer anything.
            hit = self._hits[int(key)]
            self.post_message(NavigateTo(hit.ref, to_list=True, heading=hit.heading))
