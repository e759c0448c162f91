"""A workshop as it is led: collecting ends, the room agrees, and it goes into the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from readiness.app.operations import workshop as rooms
from readiness.app.operations import workshop_collect, workshop_finish
from readiness.app.operations.workshop import Room
from readiness.describe import workshop as told
from readiness.describe.workshop_record import missing_told
from readiness.domain.ratings.view import ShownQuestion
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import ended
from readiness.tui.keys import Key
from readiness.tui.program import Program, say
from readiness.tui.screens.dialogs import Choose, ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.text_page import TextPage
from readiness.tui.screens.workshop_dialogs import AgreeDialog, MissingDialog, WorkshopDialog
from readiness.tui.screens.workshop_page import WorkshopPage


class WorkshopScreen(WorkshopPage):
    """What is done to a workshop; every act is kept in its file at once."""

    BINDINGS = [
        Key("g", "agree", N_("Agree on an answer"), word=N_("agree")),
        Key("m", "missing", N_("Note what nobody knew"), word=N_("missing")),
        Key("k", "park", N_("Put the question off"), word=N_("park")),
        Key("d", "dots", N_("Count the dots on actions"), word=N_("Dots")),
        Key("c", "close(1)", N_("End collecting, and show"), word=N_("close and show")),
        Key("2", "close(2)", N_("End the second vote, and show"), word=N_("second vote")),
        Key("a", "folder", N_("Look for answers in another folder"), word=N_("folder")),
        Key("w", "finish", N_("Write the workshop into the plan"), word=N_("end")),
    ]

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

    def action_agree(self) -> None:
        """Ask what the room agrees on."""
        self._ask(AgreeDialog, lambda _after, one: _("Agreed: {item}.").format(item=one.item))

    def action_missing(self) -> None:
        """Ask what nobody knew."""
        self._ask(MissingDialog, lambda after, _one: _missing(after))

    def _ask(self, kind: type[WorkshopDialog], say: Callable[[Room, ShownQuestion], str]) -> None:
        one = self.one
        if not self.is_revealed() or one is None:
            return

        dialog = kind(self.room, one, self.app.today())
        ask(self.app, dialog, lambda after: self._try(lambda: after, say(after, one)))

    def action_park(self) -> None:
        """Put the question off."""
        one = self.one
        if self.is_revealed() and one is not None:
            self._try(lambda: rooms.park(self.room, one.item), told.parked_words(one.item))

    def action_folder(self) -> None:
        """Ask where answers are looked for."""

        def go(text: str) -> None:
            if text:
                self.places = [Path(text).expanduser()]
                self.draw(self.app.plan.seen)

        words = _("A folder with answers files. Without one they are looked for beside the file.")
        title = _("Look for answers in another folder")
        ask(self.app, AskText(title, words, self.folders[0], workshop_collect.no_folder), go)

    def action_close(self, vote: int) -> None:
        """Ask whether a vote is closed, with what came in; what comes later shows one person."""
        if vote > 1 and not self.is_revealed():
            return
        self.look(vote)
        came = self.came
        words = "\n".join(
            [
                *told.roles_came_in(self.room.workshop, came.found.by_role),
                told.files_words(came.read, len(came.found.counted), len(came.unread)),
            ]
        )
        title = _("End the second vote, and show") if vote > 1 else _("End collecting, and show")
        choices = {"close": _("End it, and show what may be shown")}
        ask(self.app, Choose(title, words, choices), lambda _way: self._close(vote))

    def _close(self, vote: int) -> None:
        def act() -> Room:
            first = workshop_collect.collected(self.room, self.places)
            second = workshop_collect.collected(self.room, self.places, vote) if vote > 1 else None
            return workshop_collect.close(self.room, first, second)

        if self._try(act):
            self.lines.go(next((one.item for one in self.found), ""))
            self.app.messages.tell(told.took_part(self.room.workshop))

    def action_dots(self) -> None:
        """Ask for the dots of one person after another; shown once all are in."""
        if self.is_revealed():
            Dots(self.app, self.room, self._place_dots).ask()

    def _place_dots(self, people: People) -> bool:
        is_placed = self._try(lambda: rooms.place_dots(self.room, people))
        if is_placed:
            self.app.messages.tell(told.all_dots(self.room.workshop.dots))
        return is_placed

    def action_finish(self) -> None:
        """Say what is lacking, else ask what becomes of the answers files."""
        if not self.is_revealed():
            return
        if over := workshop_finish.in_plan_already(self.room, self.app.plan.open_session):
            self.app.messages.wrong(over)
            return
        lacks = workshop_finish.lacking(self.room, self.app.plan.open_session)
        if not lacks.is_nothing:
            said = lacks.said
            self.app.push_screen(TextPage("\n\n".join(said)))
            return
        choices = {
            "delete": _("Write it into the plan, and delete the answers files"),
            "keep": _("Write it into the plan, and keep the answers files"),
        }
        title = _("Write the workshop into the plan")
        ask(self.app, Choose(title, told.copies_may_remain(), choices), self._finish)

    def _finish(self, way: str) -> None:
        plan = self.app.plan
        try:
            found = workshop_finish.finish(
                self.room, plan.open_session, lambda: "" if plan.save() else plan.trouble
            )
        except rooms.Trouble as error:
            self.app.messages.wrong(str(error))
            return
        if not found.trouble:  # else it was said when the plan was saved
            say(self.app, found.effect)
        if not found.is_done:
            return
        self._try(lambda: found.room)
        for words in found.notes:
            self.app.messages.add(words)
        if way == "delete":
            gone = workshop_finish.delete_answers(self.room, self.places)
            self.app.messages.add(told.deleted_words(len(gone)))


def _missing(room: Room) -> str:
    """What was put on the missing list last."""
    *_before, last = room.workshop.missing.values()
    return ended(missing_told(str(last["what"])))


People = list[list[str]]
"""The actions that each person put a dot on, one for each dot."""


class Dots:
    """Asks for dots until all are in; none that were typed are lost on the way."""

    def __init__(self, app: Program, room: Room, place: Callable[[People], bool]) -> None:
        """`place` keeps the dots of all; False where they could not be kept."""
        self._app, self._room, self._place = app, room, place

    def ask(self, people: People | None = None) -> None:
        """Ask for the dots of one more person; what is wrong with them is said at once."""
        found = people or []

        def go(text: str | None) -> None:
            if text:
                self.ask([*found, _dots(text)])
            elif found and text is None:
                self._leave(found)
            elif found:
                self._end(found)

        title = _("Dots of person {n}").format(n=len(found) + 1)
        words = _("Three dots on actions by their numbers, such as 1 1 3. Empty: all are in.")
        ask = AskText(title, words, "", lambda text: self._unfit([*found, _dots(text)]))
        self._app.push_screen(ask, go)

    def _unfit(self, people: People) -> str:
        """Why dots cannot be counted, in words; empty where they can."""
        try:
            rooms.count_dots(self._room, people)
        except rooms.Trouble as error:
            return str(error)
        return ""

    def _leave(self, people: People) -> None:
        """Ask what becomes of the dots that were typed already."""

        def go(way: str | None) -> None:
            if way == "count":
                self._end(people)
            elif way != "drop":
                self.ask(people)

        title = n_("The dots of {n} person", "The dots of {n} people", len(people))
        ways = {
            "on": _("Go on with the next person"),
            "count": _("Count them: all are in"),
            "drop": _("Throw them away"),
        }
        self._app.push_screen(Choose(title.format(n=len(people)), "", ways), go)

    def _end(self, people: People) -> None:
        if not self._place(people):
            self._leave(people)


def _dots(text: str) -> list[str]:
    return text.replace(",", " ").split()
