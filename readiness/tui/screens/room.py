"""A workshop: what came in, then a question a screen, what the room agrees on, and the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.binding import Binding
from textual.content import Content

from readiness.app.operations import room as rooms
from readiness.app.operations import room_collect, room_finish
from readiness.app.operations.effect import Effect
from readiness.app.operations.room import Room
from readiness.app.operations.room_collect import Collected
from readiness.app.session import Session
from readiness.describe import reveal as shown
from readiness.describe import workshop as told
from readiness.describe.reveal import PlanNow
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.ratings.view import ShownQuestion
from readiness.i18n.language import N_, _
from readiness.tui.destination import NavigateTo
from readiness.tui.perform import perform
from readiness.tui.plain import plain, wrapped
from readiness.tui.screens.dialogs import Choose
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.page import Page
from readiness.tui.screens.projector import Projector, bars_of
from readiness.tui.screens.room_dialogs import AgreeDialog, MissingDialog, RoomDialog
from readiness.tui.screens.text_page import TextPage
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

FACT = "fact "
"""What the key of a line begins with that is a red fact; other keys are ids of questions."""


class RoomScreen(Page):
    """Before collecting is closed it shows how many answered, and nothing else."""

    DEFAULT_CSS = """
    RoomScreen #list { height: 5; }
    RoomScreen #detail { height: 1fr; }
    RoomScreen.-wide #list { width: 46; height: 1fr; }
    RoomScreen.-wide #detail { width: 1fr; height: 1fr; }
    RoomScreen.-huge #list { width: 60; height: 1fr; }
    RoomScreen.-huge #detail { width: 1fr; height: 1fr; }
    RoomScreen.-collecting #list { height: 1fr; }
    RoomScreen.-collecting #detail { height: 8; }
    RoomScreen.-collecting.-wide #list, RoomScreen.-collecting.-huge #list { width: 1fr; }
    RoomScreen.-collecting.-wide #detail { width: 46; height: 1fr; }
    RoomScreen.-collecting.-huge #detail { width: 84; height: 1fr; }
    """
    KEYS = N_("n b move  s apart  g agree  m missing  k park  P wall  w end  Esc")
    MORE_KEYS = N_(
        "n next  b back  s next apart  g agree  m missing  k park  d dots  2 second vote  P wall  "
        "w finish  Esc back"
    )
    FIRST_KEYS = N_("c close and show  a folder  r look again  Esc back")
    BINDINGS = [
        Binding("n,space,right", "step(1)", N_("Next question")),
        Binding("b,left,backspace", "step(-1)", N_("Question before")),
        Binding("s", "apart", N_("Next question that lies apart")),
        Binding("g", "agree", N_("Agree on an answer")),
        Binding("m", "missing", N_("Note what nobody knew")),
        Binding("k", "park", N_("Put the question off")),
        Binding("d", "dots", N_("Count the dots on actions")),
        Binding("P", "wall", N_("Show the question alone, for a projector")),
        Binding("c", "close(1)", N_("End collecting, and show")),
        Binding("2", "close(2)", N_("End the second vote, and show")),
        Binding("a", "folder", N_("Look for answers in another folder")),
        Binding("r", "again", N_("Look for answers again")),
        Binding("w", "finish", N_("Write the workshop into the plan")),
    ]

    def __init__(self, room: Room) -> None:
        """Begin where the workshop stands."""
        super().__init__()
        self.room = room
        self._places: list[Path] = []
        self._found = list[ShownQuestion]()
        self._plan = PlanNow()
        self._came = Collected(room_collect.gathered([], room.workshop, room.questions))

    def draw(self, view: View) -> None:
        """Draw what may be shown now, and the keys of this part."""
        is_closed = self.room.workshop.is_closed
        self.set_class(not is_closed, "-collecting")
        if is_closed:
            self._found = rooms.revealed(self.room)
            self._plan = rooms.plan_says(self.room, view.plan, view.template, view.review)
            self.keys(_(self.KEYS), _(self.MORE_KEYS))
        else:
            self._look(1)
            self.keys(_(self.FIRST_KEYS))
        super().draw(view)
        self.query_one("#list").border_title = _("Questions") if is_closed else _("What came in")

    def _look(self, vote: int) -> None:
        try:
            self._came = room_collect.collected(self.room, self._places, vote)
        except rooms.Trouble as error:
            self.app.messages.wrong(str(error))

    def head(self, view: View) -> str:  # noqa: ARG002 - as every page
        """How far the room is."""
        one = self._one
        at = self._found.index(one) + 1 if one is not None else 0
        return told.room_head(self.room.workshop, at, shown.standing(one) if one else "")

    def rows(self, view: View) -> list[Line]:  # noqa: ARG002 - as every page
        """Red facts first, then the questions, furthest apart first; or what came in."""
        if not self.room.workshop.is_closed:
            return self._rows_of_files()
        facts = [
            Line(f"{FACT}{number}", f"! {flag.item:<8} {flag.says}", hang=11)
            for number, flag in enumerate(self._plan.red_facts)
        ]
        head = [Line("", words) for words in told.facts_first(self._plan.red_facts)[:1]]
        return [
            *head,
            *facts,
            Line("", told.took_part(self.room.workshop)),
            *(
                Line(one.item, shown.question_line(one, self.room.workshop), hang=11)
                for one in self._found
            ),
        ]

    def _rows_of_files(self) -> list[Line]:
        came = self._came
        problems = [one.words() for one in (*came.unread, *came.remarks)]
        problems += map(told.told_words, came.found.told)
        return [
            *(
                Line("", words)
                for words in told.roles_came_in(self.room.workshop, came.found.by_role)
            ),
            Line("", told.files_words(came.read, len(came.found.counted), len(came.unread))),
            *(Line(f"file {number}", words) for number, words in enumerate(problems)),
        ]

    def detail(self, view: View, key: str) -> Draw:  # noqa: ARG002 - as every page
        """The bars of a question, and all that is said of it; or what is to be done now."""
        if not self.room.workshop.is_closed:
            said = told.hidden_words(self._folders)
            return lambda width: [line for words in said for line in wrapped(words, width)]
        one = next((one for one in self._found if one.item == key), None)
        if one is None:
            said = told.facts_first(self._plan.red_facts)
            return lambda width: [line for words in said for line in wrapped(words, width)]
        return lambda width: self._drawn_question(one, width)

    def _drawn_question(self, one: ShownQuestion, width: int) -> list[Content]:
        lines = [
            plain(line, "bold") for line in wrapped(f"{one.item}  {one.question.words}", width)
        ]
        bars = bars_of(one, width, self.app.appearance.characters)
        lines += [Content(""), *bars] if bars else []
        lines.append(Content(""))
        around = shown.around(one, self.room.workshop, self._plan)
        for words in (*shown.beside_counts(one), *around):
            lines += map(plain, wrapped(words, width))
        for note in one.notes:
            lines += map(plain, wrapped(f"- {note}", width, "  "))
        return lines

    def draw_detail(self, view: View) -> None:
        """Draw the question, and which one it is in the title line."""
        super().draw_detail(view)
        self.say_head(view)

    @property
    def _folders(self) -> list[str]:
        return [str(one) for one in self._places or [self.room.path.parent.absolute()]]

    @property
    def _one(self) -> ShownQuestion | None:
        """The question that is shown; None while nothing may be, and at a red fact."""
        return next((one for one in self._found if one.item == self.lines.key), None)

    def on_option_list_option_selected(self) -> None:
        """Go to a red fact in the plan, or agree on the question."""
        key = self.lines.key
        if key.startswith(FACT):
            flag = self._plan.red_facts[int(key.removeprefix(FACT))]
            self.post_message(NavigateTo(FieldRef(item=flag.item)))
        else:
            self.action_agree()

    def action_step(self, by: int) -> None:
        """Go to the next question or to the one before; from the end it begins again."""
        if self._found:
            items = [one.item for one in self._found]
            at = items.index(self._one.item) + by if self._one else 0
            self.lines.go(items[at % len(items)])

    def action_apart(self) -> None:
        """Go to the next question that lies apart."""
        at = self._found.index(self._one) + 1 if self._one else 0
        later = [*self._found[at:], *self._found[:at]]
        found = next((one.item for one in later if one.is_apart), None)
        if found is not None:
            self.lines.go(found)
        elif self._is_shown():
            self.app.messages.tell(_("Nothing lies apart."))

    def _is_shown(self) -> bool:
        """Whether answers are shown; says so where they are not."""
        if not self.room.workshop.is_closed:
            self.app.messages.tell(_("Answers are hidden until you end collecting: c."))
        return self.room.workshop.is_closed

    def _try(self, act: Callable[[], Room], words: str = "") -> bool:
        """Do something to the workshop and show it; says why where it is not done."""
        try:
            self.room = act()
        except rooms.Trouble as error:
            self.app.messages.wrong(str(error))
            return False
        self.draw(self.app.plan.seen)
        if words:
            self.app.messages.tell(words)
        return True

    def action_wall(self) -> None:
        """Show a question alone; the room stays at where the wall was left."""
        if self._is_shown() and self._found:
            at = self._found.index(self._one) if self._one else 0
            self.app.push_screen(Projector(self._found, at), lambda item: self.lines.go(item or ""))

    def action_agree(self) -> None:
        """Ask what the room agrees on."""
        self._ask(AgreeDialog, _("Agreed: {item}."))

    def action_missing(self) -> None:
        """Ask what nobody knew."""
        self._ask(MissingDialog, _("On the missing list: {item}."))

    def _ask(self, dialog: type[RoomDialog], words: str) -> None:
        one = self._one
        if not self._is_shown() or one is None:
            return

        def go(after: Room | None) -> None:
            if after is not None:
                self._try(lambda: after, words.format(item=one.item))

        self.app.push_screen(dialog(self.room, one, self.app.today()), go)

    def action_park(self) -> None:
        """Put the question off."""
        one = self._one
        if self._is_shown() and one is not None:
            self._try(lambda: rooms.park(self.room, one.item), told.parked_words(one.item))

    def action_again(self) -> None:
        """Look again for what came in."""
        self.draw(self.app.plan.seen)

    def action_folder(self) -> None:
        """Ask where answers are looked for."""

        def go(text: str | None) -> None:
            if text:
                self._places = [Path(text).expanduser()]
                self.draw(self.app.plan.seen)

        words = _("A folder with answers files. Without one they are looked for beside the file.")
        title = _("Look for answers in another folder")
        self.app.push_screen(AskText(title, words, self._folders[0], _not_there), go)

    def action_close(self, vote: int) -> None:
        """Ask whether a vote is closed, with what came in; what comes later shows one person."""
        if vote > 1 and not self._is_shown():
            return
        self._look(vote)
        came = self._came
        words = "\n".join(
            [
                *told.roles_came_in(self.room.workshop, came.found.by_role),
                told.files_words(came.read, len(came.found.counted), len(came.unread)),
            ]
        )
        title = _("End the second vote, and show") if vote > 1 else _("End collecting, and show")
        choices = {"close": _("End it, and show what may be shown")}
        self.app.push_screen(Choose(title, words, choices), lambda way: self._close(way, vote))

    def _close(self, way: str | None, vote: int) -> None:
        def act() -> Room:
            first = room_collect.collected(self.room, self._places)
            second = room_collect.collected(self.room, self._places, vote) if vote > 1 else None
            return room_collect.close(self.room, first, second)

        if way is not None and self._try(act):
            self.lines.go(self._found[0].item)
            self.app.messages.tell(told.took_part(self.room.workshop))

    def action_dots(self) -> None:
        """Ask for the dots of one person after another; shown once all are in."""
        if self._is_shown():
            self._ask_dots([])

    def _ask_dots(self, people: list[list[str]]) -> None:
        def go(text: str | None) -> None:
            if text:
                self._ask_dots([*people, text.replace(",", " ").split()])
            elif (
                text is not None
                and people
                and self._try(lambda: rooms.place_dots(self.room, people))
            ):
                self.app.messages.tell(told.all_dots(self.room.workshop.dots))

        title = _("Dots of person {n}").format(n=len(people) + 1)
        words = _("Three dots on actions by their numbers, such as 1 1 3. Empty: all are in.")
        self.app.push_screen(AskText(title, words), go)

    def action_finish(self) -> None:
        """Say what is lacking, else ask what becomes of the answers files."""
        if not self._is_shown():
            return
        lacks = room_finish.lacking(self.room, self.app.plan.open_session)
        if not lacks.is_nothing:
            said = told.lacking_words(lacks.actions, lacks.unfinished, lacks.red_facts)
            self.app.push_screen(TextPage("\n\n".join(said)))
            return
        choices = {
            "delete": _("Write it into the plan, and delete the answers files"),
            "keep": _("Write it into the plan, and keep the answers files"),
        }
        title = _("Write the workshop into the plan")
        self.app.push_screen(Choose(title, told.copies_may_remain(), choices), self._finish)

    def _finish(self, way: str | None) -> None:
        found = list[Room]()

        def write(session: Session) -> Effect:
            after, effect = room_finish.finish(self.room, session)
            found.append(after)
            return effect

        try:
            if way is None or not perform(self.app, write) or not self.app.plan.save():
                return
            room_finish.keep_finished(found[0])
        except rooms.Trouble as error:
            self.app.messages.wrong(str(error))
            return
        self._try(lambda: found[0])
        for item in room_finish.only_agreed(self.room, self.app.plan.open_session):
            self.app.messages.add(told.only_agreed(item))
        if way == "delete":
            gone = room_finish.delete_answers(self.room, self._places)
            self.app.messages.add(told.deleted_words(len(gone)))


def _not_there(text: str) -> str:
    """Why answers cannot be looked for there; empty where they can."""
    return "" if not text or Path(text).expanduser().is_dir() else _("There is no such folder.")
