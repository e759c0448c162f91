"""What a workshop shows: what came in; then red facts and the questions, one of them drawn."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from readiness.app.operations import workshop as rooms
from readiness.app.operations import workshop_collect
from readiness.app.operations.workshop import Room
from readiness.app.operations.workshop_collect import Collected
from readiness.describe import reveal as shown
from readiness.describe import workshop as told
from readiness.describe.reveal import PlanNow, clock_words
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.ratings.intake import gathered
from readiness.domain.ratings.view import ShownQuestion, Talk
from readiness.i18n.language import N_, _
from readiness.tui.answer_events import NavigateTo
from readiness.tui.characters import Characters
from readiness.tui.keys import Key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.screens.page import Page
from readiness.tui.screens.projector import Projector, bars_of
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

FACT = "fact "
"""What the key of a line begins with that is a red fact; other keys are ids of questions."""


class TalkClock:
    """The time for a question in the room: started and stopped with one key; it only tells."""

    def __init__(self) -> None:
        """Begin without any time."""
        self.seconds: Callable[[], float] = monotonic
        """Counts seconds from any beginning."""
        self._talk: Talk | None = None
        self._beat: Timer | None = None

    def turn(self, screen: Screen[None], tell: Callable[[], None]) -> None:
        """Start it, and tell each second; or stop it."""
        if self._beat is None:
            self._talk, self._beat = Talk(self.seconds()), screen.set_interval(1, tell)
        else:
            self._beat.stop()
            self._talk = self._beat = None
        tell()

    def before(self, words: str) -> str:
        """The words, with what is left before them while it runs."""
        if self._talk is None:
            return words
        return f"{clock_words(self._talk.left(self.seconds()))}   {words}"


class WorkshopPage(Page):
    """Before collecting is closed it shows how many answered, and nothing else."""

    DEFAULT_CSS = """
    WorkshopPage #list { height: 5; }
    WorkshopPage #detail { height: 1fr; }
    WorkshopPage.-wide #list { width: 46; height: 1fr; }
    WorkshopPage.-wide #detail { width: 1fr; height: 1fr; }
    WorkshopPage.-huge #list { width: 60; height: 1fr; }
    WorkshopPage.-huge #detail { width: 1fr; height: 1fr; }
    WorkshopPage.-collecting #list { height: 1fr; }
    WorkshopPage.-collecting #detail { height: 8; }
    WorkshopPage.-collecting.-wide #list, WorkshopPage.-collecting.-huge #list { width: 1fr; }
    WorkshopPage.-collecting.-wide #detail { width: 46; height: 1fr; }
    WorkshopPage.-collecting.-huge #detail { width: 84; height: 1fr; }
    """
    LINE = (
        ("step(-1)", "step(1)"),
        *("apart", "agree", "missing", "park", "wall", "finish", "time", "dots", "close(2)"),
        "leave",
    )
    FIRST_LINE = ("close(1)", "folder", "again", "leave")
    BINDINGS = [
        Binding("n,space,right", "step(1)", N_("Next question")),
        Key("b,left,backspace", "step(-1)", N_("Question before"), word=N_("go")),
        Key("s", "apart", N_("Next question that lies apart"), word=N_("apart")),
        Key("P", "wall", N_("Show the question alone, for a projector"), word=N_("wall")),
        Key("t", "time", N_("Start the time for a question, or stop it"), word=N_("time")),
        Key("r", "again", N_("Look for answers again"), word=N_("look again")),
    ]

    def __init__(self, room: Room) -> None:
        """Begin where the workshop stands."""
        super().__init__()
        self.room = room
        self.places: list[Path] = []
        self.found = list[ShownQuestion]()
        self.now = PlanNow()
        self.came = Collected(gathered([], room.workshop, room.questions))
        self.clock = TalkClock()

    def draw(self, view: View) -> None:
        """Draw what may be shown now, and the keys of this part."""
        is_closed = self.room.workshop.is_closed
        self.set_class(not is_closed, "-collecting")
        if is_closed:
            self.found = rooms.revealed(self.room)
            self.now = rooms.plan_says(self.room, view.plan, view.template, view.review)
            self.name_keys(self.LINE)
        else:
            self.look(1)
            self.name_keys(self.FIRST_LINE)
        super().draw(view)
        self.query_one("#list").border_title = _("Questions") if is_closed else _("What came in")

    def look(self, vote: int) -> None:
        try:
            self.came = workshop_collect.collected(self.room, self.places, vote)
        except rooms.Trouble as error:
            self.app.messages.wrong(str(error))

    def head(self, view: View) -> str:  # noqa: ARG002 - as every page
        """How much time is left, where it runs, and how far the room is."""
        one = self.one
        at = self.found.index(one) + 1 if one is not None else 0
        words = told.room_head(self.room.workshop, at, shown.standing_words(one) if one else "")
        return self.clock.before(words)

    def rows(self, view: View) -> list[Line]:  # noqa: ARG002 - as every page
        """Red facts first, then the questions, furthest apart first; or what came in."""
        if not self.room.workshop.is_closed:
            return rows_of_files(self.room, self.came)
        return rows_of_questions(self.room, self.now, self.found)

    def detail(self, view: View, key: str) -> Draw:  # noqa: ARG002 - as every page
        """The bars of a question, and all that is said of it; or what is to be done now."""
        if not self.room.workshop.is_closed:
            said = told.hidden_words(self.folders)
            return lambda width: [line for words in said for line in wrapped(words, width)]
        one = next((one for one in self.found if one.item == key), None)
        if one is None:
            said = told.facts_first(self.now.red_facts)
            return lambda width: [line for words in said for line in wrapped(words, width)]
        chars = self.app.appearance.characters
        said = [
            *shown.beside_counts(one),
            *shown.plan_and_room_told(one, self.room.workshop, self.now),
        ]
        return lambda width: question_drawn(one, said, width, chars)

    def draw_detail(self, view: View) -> None:
        """Draw the question, and which one it is in the title line."""
        super().draw_detail(view)
        self.tell_time()

    @property
    def folders(self) -> list[str]:
        return [str(one) for one in self.places or [self.room.path.parent.absolute()]]

    @property
    def one(self) -> ShownQuestion | None:
        """The question that is shown; None while nothing may be, and at a red fact."""
        return next((one for one in self.found if one.item == self.lines.key), None)

    def on_option_list_option_selected(self) -> None:
        """Go to a red fact in the plan, or agree on the question."""
        key = self.lines.key
        if key.startswith(FACT):
            flag = self.now.red_facts[int(key.removeprefix(FACT))]
            self.post_message(NavigateTo(FieldRef(item=flag.item)))
        else:
            self.action_agree()

    def action_step(self, by: int) -> None:
        """Go to the next question or to the one before; from the end it begins again."""
        if self.found:
            items = [one.item for one in self.found]
            at = items.index(self.one.item) + by if self.one else 0
            self.lines.go(items[at % len(items)])

    def action_apart(self) -> None:
        """Go to the next question that lies apart."""
        at = self.found.index(self.one) + 1 if self.one else 0
        later = [*self.found[at:], *self.found[:at]]
        found = next((one.item for one in later if one.is_apart), None)
        if found is not None:
            self.lines.go(found)
        elif self.is_revealed():
            self.app.messages.tell(_("Nothing lies apart."))

    def is_revealed(self) -> bool:
        """Whether answers are shown; says so where they are not."""
        if not self.room.workshop.is_closed:
            self.app.messages.tell(told.hidden_told("c"))
        return self.room.workshop.is_closed

    def action_time(self) -> None:
        """Start the time for a question, or stop it; it tells, and nothing follows of it."""
        if self.is_revealed():
            self.clock.turn(self, self.tell_time)

    def tell_time(self) -> None:
        """Draw the title line as it is now."""
        self.query_one("#head", Static).update(plain(self.head(self.app.plan.seen)))

    def action_wall(self) -> None:
        """Show a question alone; the room stays at where the wall was left."""
        if self.is_revealed() and self.found:
            at = self.found.index(self.one) if self.one else 0
            self.app.push_screen(Projector(self.found, at), lambda item: self.lines.go(item or ""))

    def action_again(self) -> None:
        """Look again for what came in."""
        self.draw(self.app.plan.seen)

    @abstractmethod
    def action_agree(self) -> None:
        """Ask what the room agrees on."""


def rows_of_files(room: Room, came: Collected) -> list[Line]:
    """How many of each role answered, then what does not count, which the cursor can go through."""
    problems = [one.words() for one in (*came.unread, *came.remarks)]
    problems += map(told.told_words, came.found.told)
    return [
        *(Line("", words) for words in told.roles_came_in(room.workshop, came.found.by_role)),
        Line("", told.files_words(came.read, len(came.found.counted), len(came.unread))),
        *(Line(f"file {number}", words) for number, words in enumerate(problems)),
    ]


def rows_of_questions(room: Room, now: PlanNow, found: Sequence[ShownQuestion]) -> list[Line]:
    """Red facts, which are no matter of votes; then the questions, furthest apart first."""
    facts = [
        Line(f"{FACT}{number}", f"! {flag.item:<8} {flag.says}", hang=11)
        for number, flag in enumerate(now.red_facts)
    ]
    return [
        *(Line("", words) for words in told.facts_first(now.red_facts)[:1]),
        *facts,
        Line("", told.took_part(room.workshop)),
        *(Line(one.item, shown.question_line(one, room.workshop), hang=11) for one in found),
    ]


def question_drawn(
    one: ShownQuestion, said: Sequence[str], width: int, chars: Characters
) -> list[Content]:
    """The words of a question, its bars, what is said of it, and notes that were released."""
    head = wrapped(f"{one.item}  {one.question.words}", width)
    bars = bars_of(one, width, chars)
    notes = [wrapped(f"- {note}", width, "  ") for note in one.notes]
    under = [*(wrapped(words, width) for words in said), *notes]
    return [
        *(plain(line, "bold") for line in head),
        *([Content(""), *bars] if bars else []),
        Content(""),
        *(plain(line) for lines in under for line in lines),
    ]
