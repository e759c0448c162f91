"""A workshop in plain lines: what came in, what lies apart, what the room agrees on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic

from readiness.app.operations import workshop as rooms
from readiness.app.operations import workshop_collect, workshop_finish
from readiness.app.operations.open_plan import keeper_of, templates
from readiness.app.operations.workshop import NotDone, Room
from readiness.app.session import Session
from readiness.describe import reveal as shown
from readiness.describe import workshop as told
from readiness.describe.not_done import why
from readiness.describe.reveal import spoken_time
from readiness.describe.workshop_record import missing_told
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import NO, NOT_SURE, InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.workshop import AGREED, MISSING
from readiness.domain.ratings.questions import answer_meant
from readiness.domain.ratings.view import MOST_MINUTES, TALK_MINUTES, ShownQuestion, Talk
from readiness.domain.ratings.workshop import Agreed
from readiness.i18n.language import N_, _, language
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import number_words
from readiness.line.command_words import WORKSHOP, in_english
from readiness.line.console import Console, Leave, says_yes
from readiness.line.question import not_understood
from readiness.line.typed_answer import takes_offer

ABOUT: Mapping[str, str] = {
    "count": N_("how many answered, and what does not count; count FOLDER looks there"),
    "close": N_("end collecting, so that answers may be shown; close 2 ends the second vote"),
    "reveal": N_("all questions, furthest apart first; reveal GOAL-09 that one"),
    "next": N_("the next question; next split the next one that lies apart"),
    "agree": N_("what the room agrees on: agree GOAL-09 partly; you are asked why"),
    "park": N_("put a question off: park GOAL-09"),
    "timer": N_("starts 4 minutes for a question and then tells what is left; timer 6, timer stop"),
    "missing": N_("what nobody knew, who finds out, and by when"),
    "dots": N_("dots on actions, a line a person, such as 1 1 3"),
    "finish": N_("write the workshop into the plan"),
    "help": N_("these commands"),
    "quit": N_("leave; everything is kept"),
}
"""What can be done, in the order in which it is done."""

WORDS: Mapping[str, str] = {
    **{word: name for spoken in WORKSHOP.values() for name, word in spoken.items()},
    "?": "help",
    "exit": "quit",
    "q": "quit",
}
"""Other words for them, in any language."""


class WorkshopTalk:
    """One sitting at a workshop."""

    def __init__(
        self,
        room: Room,
        console: Console,
        today: Callable[[], date],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Begin at the top of what may be shown; the clock counts seconds."""
        self.room, self.console, self._today, self._clock = room, console, today, clock
        self._talk: Talk | None = None
        self._places: list[Path] = []
        self._at = -1

    def run(self) -> int:
        """Take commands until the person leaves; returns 0, or 2 where a line was not followed."""
        self.console.say(_("Workshop {id}").format(id=self.room.workshop.id) + ".")
        self._here()
        try:
            while True:
                self._take(self.console.line(_("Workshop") + ":").strip())
        except Leave:
            return 2 if self.console.is_stopped else 0

    def _here(self) -> None:
        if self.room.workshop.is_closed:
            self.console.say(told.took_part(self.room.workshop))
            self.console.say(*told.facts_first(rooms.plan_now(self.room).red_facts))
        else:
            self.console.say(told.hidden_told(WORKSHOP.get(language(), {}).get("close", "close")))
        self.console.say(_("help tells the commands."))

    def _take(self, line: str) -> None:
        word, _space, rest = line.removeprefix("/").partition(" ")
        name = WORDS.get(word.casefold(), word.casefold())
        if not line:
            name = "next" if self.room.workshop.is_closed else "help"
        if name not in ABOUT:
            self.console.wrong(_("That is no command here; help tells them."))
            return
        try:
            getattr(self, f"_{name}")(rest.strip())
        except rooms.Trouble as error:
            self.console.wrong(str(error))

    def _help(self, _rest: str) -> None:
        spoken = WORKSHOP.get(language(), {})
        for name, words in ABOUT.items():
            self.console.say(f"{spoken.get(name, name)}: {_(words)}")

    def _quit(self, _rest: str) -> None:
        raise Leave

    def _count(self, rest: str) -> None:
        self._places = [Path(rest)] if rest else self._places
        found = workshop_collect.collected(self.room, self._places)
        self.console.say(told.came_in(self.room.workshop, found.found.by_role))
        many = len(found.found.counted)
        self.console.say(told.files_words(found.read, many, len(found.unread)))
        self.console.say(*(one.words() for one in (*found.unread, *found.remarks)))
        self.console.say(*map(told.told_words, found.found.told))

    def _close(self, rest: str) -> None:
        if rest not in ("", "2"):
            self.console.wrong(_("Type close, or close 2 for the second vote."))
            return
        first = workshop_collect.collected(self.room, self._places)
        second = workshop_collect.collected(self.room, self._places, 2) if rest == "2" else None
        self.room = workshop_collect.close(self.room, first, second)
        self.console.say(told.closed_words(self.room.workshop))

    def _reveal(self, rest: str) -> None:
        found = rooms.revealed(self.room)
        wanted = [one for one in found if not rest or one.item == rest.upper()]
        if not wanted:
            raise NotDone(why("not-asked", item=rest))
        for one in wanted:
            self._say(one)

    def _next(self, rest: str) -> None:
        """The next question, or the next that lies apart; from the end it begins again."""
        found = rooms.revealed(self.room)
        only_apart = in_english(rest, ("split",)) == "split"
        later = [*range(self._at + 1, len(found)), *range(self._at + 1)]
        at = next((n for n in later if not only_apart or found[n].is_apart), None)
        if at is None:
            self.console.say(_("Nothing lies apart."))
            return
        self._at = at
        self._say(found[at])

    def _say(self, one: ShownQuestion) -> None:
        said = shown.all_said(one, self.room.workshop, rooms.plan_now(self.room))
        self.console.say(" ".join(said), *(f"  - {note}" for note in one.notes))

    def _agree(self, rest: str) -> None:
        item, _space, answer = rest.partition(" ")
        item = item.upper()
        if item not in self.room.workshop.asked:
            raise NotDone(why("not-asked", item=item))
        question = self.room.questions.get(item)
        if not answer.strip():
            answer = self.console.line(_("The room says") + ":")
        agreed = Agreed(
            answer=answer_meant(answer, question),
            reason=self.console.line(_("Because") + ":").strip(),
            against=self._number(_("How many do not support it:")),
            look_again=self._day(_("Look again on (Enter: no day):"), AGREED.parts["look_again"]),
        )
        while True:
            self.room, guard = rooms.agree(self.room, item, agreed)
            if guard is None:
                self.console.say(_("Agreed: {item}.").format(item=item))
                return
            said = told.guard_words(guard, item, agreed.answer, question)
            if guard not in rooms.CONFIRMED:
                self.console.wrong(said, _("Nothing was agreed on."))
                return
            self.console.say(said)
            if not says_yes(self.console, _("Agree all the same? yes or no:")):
                self.console.say(_("Nothing was agreed on."))
                return
            agreed = agreed.model_copy(update={rooms.CONFIRMED[guard]: True})

    def _number(self, prompt: str) -> int:
        """How many people; Enter is none."""
        while True:
            found = self._value(prompt, AGREED.parts["against"])
            if not isinstance(found, int | float):
                return 0
            if found == int(found):
                return int(found)
            self.console.wrong(why("no-number", text=number_words(found)))

    def _day(self, prompt: str, part: Part) -> date | None:
        """A day; None for Enter."""
        found = self._value(prompt, part)
        return found if isinstance(found, date) else None

    def _value(self, prompt: str, part: Part) -> Value | None:
        """What is typed for a field; Enter takes what was offered, else it is None, as is no."""
        field, found = FormField(FieldRef(), part), None
        while True:
            text = self.console.line(prompt)
            if found is not None and found.offer is not None and takes_offer(field, text):
                return found.offer
            value = interpret(part, text, self._today())
            if value is None or value == NO:
                return None
            if value == NOT_SURE:
                self.console.wrong(
                    _("Not understood: write {what}.").format(what=kind_of(part).asks(part))
                )
            elif isinstance(value, InvalidValue):
                found = value
                self.console.wrong(*not_understood(field, found, _("Or Enter for none.")))
            else:
                return value

    def _park(self, rest: str) -> None:
        self.room = rooms.park(self.room, rest.upper())
        self.console.say(told.parked_words(rest.upper()))

    def _timer(self, rest: str) -> None:
        """Start the time for a question, tell what is left of it, or stop it."""
        if in_english(rest, ("stop",)) == "stop":
            self._talk = None
            self.console.say(_("The time is stopped."))
            return
        minutes = whole_number(rest, MOST_MINUTES) if rest else TALK_MINUTES
        if not minutes:
            words = _("Type timer, timer and 1 to {most} minutes, or timer stop.")
            self.console.wrong(words.format(most=MOST_MINUTES))
            return
        if rest or self._talk is None:
            self._talk = Talk(self._clock(), minutes)
        self.console.say(spoken_time(self._talk.left(self._clock())))

    def _missing(self, rest: str) -> None:
        what = rest or self.console.line(_("What is missing:"))
        who = self.console.line(_("Who finds out (initials or role):"))
        by = self._day(_("By when") + ":", MISSING.parts["by"])
        self.room = rooms.note_missing(self.room, what, who, by)
        self.console.say(missing_told(what))

    def _dots(self, _rest: str) -> None:
        self.room = rooms.place_dots(self.room, self._dots_of_people())
        for entry, many in sorted(self.room.workshop.dots.items(), key=lambda one: -one[1]):
            self.console.say(told.dots_words(entry, many))

    def _dots_of_people(self) -> list[list[str]]:
        """Everybody's dots; those that cannot be placed are asked for again, and no others."""
        people = list[list[str]]()
        rooms.count_dots(self.room, people)
        with suppress(Leave):  # the end of the input: all are in
            while line := self.console.line(_("One person's dots (Enter: all are in):")).strip():
                one = line.replace(",", " ").split()
                try:
                    rooms.count_dots(self.room, [*people, one])
                except NotDone as error:
                    self.console.wrong(str(error))
                else:
                    people.append(one)
        if self.console.is_stopped:
            raise Leave
        return people

    def _finish(self, _rest: str) -> None:
        session = Session.open(self.room.plan, templates(), self._today)
        keeper = keeper_of(session)
        found = workshop_finish.finish(self.room, session, lambda: keeper.save().trouble)
        if found.lacks is not None:
            self.console.wrong(*found.lacks.said)
            return
        if not found.is_done:
            self.console.wrong(found.trouble or found.effect.said)
            return
        self.room = found.room
        self.console.say(found.effect.said, *found.notes)
        if says_yes(self.console, _("Delete the answers files? yes or no:")):
            gone = workshop_finish.delete_answers(self.room, self._places)
            self.console.say(told.deleted_words(len(gone)), told.copies_may_remain())
