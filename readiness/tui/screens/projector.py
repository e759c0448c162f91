"""One question of a workshop for the wall: its words and its bars, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from readiness.describe import reveal as shown
from readiness.domain.ratings.view import ShownQuestion
from readiness.i18n.language import N_
from readiness.tui.characters import Characters
from readiness.tui.drawing.bars import tallies_drawn
from readiness.tui.line_text import plain, wrapped
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Overlay

WIDTH = 60
"""Columns at most, so that the terminal can be enlarged until a wall is filled."""


def bars_of(one: ShownQuestion, width: int, chars: Characters) -> list[Content]:
    """The bars of a question's groups; none where it is not told as counts."""
    if not shown.is_counted(one):
        return []
    groups = {
        shown.tally_head(name, counts): shown.tally(counts, one.question)
        for name, counts in one.groups.items()
    }
    return tallies_drawn(groups, width, chars)


class Projector(Overlay[str]):
    """Returns the question that it was left at."""

    app = getters.app(Program)
    DEFAULT_CSS = """
    Projector > Vertical { width: 100%; height: 100%; align: center middle;
        background: $background; }
    Projector Static { width: 60; max-width: 100%; height: auto; }
    """
    BINDINGS = [
        Binding("n,space,right,down,pagedown,enter", "step(1)", N_("Next question")),
        Binding("b,left,up,pageup,backspace", "step(-1)", N_("Question before")),
        Binding("escape,P,q", "leave", N_("Leave the wall")),
    ]

    def __init__(self, questions: Sequence[ShownQuestion], at: int) -> None:
        """Begin at a question, counted from 0."""
        super().__init__()
        self._questions, self._at = questions, at

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical():
            yield Static()

    def on_mount(self) -> None:
        """Show the first."""
        self._draw()

    def _draw(self) -> None:
        one, width = self._questions[self._at], min(self.app.size.width, WIDTH)
        words = [*wrapped(one.question.words, width), ""]
        said = [line for text in shown.beside_counts(one) for line in wrapped(text, width)]
        bars = bars_of(one, width, self.app.appearance.characters)
        lines = [plain(one.item, "bold"), *map(plain, words), *bars, Content(""), *map(plain, said)]
        self.query_one(Static).update(Content("\n").join(lines))

    def action_step(self, by: int) -> None:
        """Go to the next question or to the one before; both ends stay."""
        self._at = min(max(self._at + by, 0), len(self._questions) - 1)
        self._draw()

    def action_leave(self) -> None:
        """Back to the room, at this question."""
        self.dismiss(self._questions[self._at].item)
