"""One person answers the questions of a workshop, or one after another on one laptop."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.binding import Binding
from textual.widgets import Static

from readiness.app.operations import rating
from readiness.app.operations import workshop as rooms
from readiness.app.operations.rating import Passed
from readiness.app.operations.workshop import Room
from readiness.app.operations.workshop_collect import blank_answers
from readiness.describe.rating import choice_words, nothing_ticked, who_sees_what
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.rater import ROLES, role_words
from readiness.domain.kinds.value import NO, YES
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.i18n.language import N_, _
from readiness.tui.form.blocks import Block, ButtonRow, Entry, FormButton, FormText
from readiness.tui.form.dialog_form import DialogAnswers
from readiness.tui.line_text import plain
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Choose, Curtain
from readiness.tui.screens.form_dialog import FormDialog

BACK, LEAVE = "back", "leave"


class RatingScreen(FormDialog[RaterAnswers]):
    """First who sees what, and the role where it was not named; then the questions."""

    DEFAULT_CSS = """
    RatingScreen > Vertical { width: 100%; max-width: 84; height: 100%; max-height: 100%; }
    RatingScreen DialogForm { max-height: 100%; }
    """
    BINDINGS = [Binding("escape", "leave", N_("Leave; what was answered is kept"))]

    def __init__(self, room: Room, place: Path, said: RaterAnswers | None, vote: int = 1) -> None:
        """Ask someone whose answers are begun, or None; kept in a folder, or in this file."""
        super().__init__(_("Workshop {id}").format(id=room.workshop.id))
        self._room, self._place, self._vote = room, place, vote
        self.said = said
        """What was said so far, as it is kept; None before a role is named."""
        self._at = -1

    @property
    def path(self) -> Path:
        """The file that the person's answers are kept in."""
        return rating.place_of(self._place, self.said) if self.said else self._place

    @property
    def items(self) -> list[str]:
        """What this person is asked."""
        return (
            list(rating.questions_for(self._room, self.said.who, self._vote)) if self.said else []
        )

    @property
    def question(self) -> Question | None:
        """The question that is asked now; None on the first page."""
        return self._room.questions[self.items[self._at]] if self._at >= 0 else None

    def texts(self) -> dict[str, str]:
        """What was said here before."""
        if self.said is None or self._at < 0:
            return {"role": self.said.who if self.said else ""}
        before = self.said.said.get(self.items[self._at])
        show = YES if before is not None and before.show_note else NO
        value, note = (str(before.value), before.note) if before is not None else ("", "")
        return {"answer": value, "note": note, "show": show}

    def blocks(self) -> list[Block]:
        """What is shown: first who sees what, then one question, its answers and the buttons."""
        question = self.question
        if question is None:
            return [*self.fields(), self.wrong_block(), _acts(is_first=True)]
        shown = {YES: _("yes"), NO: _("no")}
        show = _choice("show", _("The room may read it"), shown, is_aside=True)
        asked: list[Block] = [FormText(plain(question.words, "bold")), _answers(question)]
        # Tab leads from the answer to what goes on; more words are for those who have them.
        done: list[Block] = [self.wrong_block(), _acts(is_first=False)]
        if question.is_text:
            return [*asked, show, *done]
        own = _words("note", _("More, in your words"), is_aside=True)
        return [*asked, *done, FormText(plain("")), own, show]

    def fields(self) -> list[Block]:
        """Who sees what, and the role where it was not named."""
        told = [f"- {words}" for words in who_sees_what(self._room.workshop)]
        lines = [FormText(plain(words), has_gap=words is told[-1]) for words in told]
        if self.said is not None:
            return [*lines]
        asked = [role for role in ROLES if role in self._room.workshop.roles] or [*ROLES]
        roles = {role: role_words(role) for role in asked}
        return [*lines, _choice("role", _("You answer as"), roles)]

    def finish(self, way: str) -> None:
        """Keep what is said here, and go on, back or away; or say what is wrong with it."""
        is_done = self._begin(way) if self._at < 0 else self._keep()
        if not is_done or (self._at < 0 and way == LEAVE):
            return
        if way == LEAVE:
            self.dismiss(self.said)
        elif self._at + 1 == len(self.items) and way != BACK:
            self._end()
        else:
            self._at = max(self._at - 1, 0) if way == BACK else self._at + 1
            self._show()

    def _begin(self, way: str) -> bool:
        """Take the role; whether the questions can be asked. Away from here nothing is kept."""
        if way == LEAVE:
            self.dismiss(None)
            return False
        role = self.answers.texts["role"] if self.said is None else self.said.who
        if not role:
            self.say(_("Choose as what you answer."))
            return False
        try:
            self.said = self.said or blank_answers(self._room, role, self._vote)
            if not self.items:
                self.say(_("Nothing is asked of this role."))
        except rooms.Trouble as error:
            self.say(str(error))
            return False
        return bool(self.items)

    def _keep(self) -> bool:
        """Write what is said here into the person's file; whether it is there."""
        after = self._now()
        if after is None:
            self.say(nothing_ticked())
            return False
        return after == self.said or self._write(after)

    def _now(self) -> RaterAnswers | None:
        """The answers with what stands here; None for words without an answer."""
        said, texts, item = self.said, self.answers.texts, self.items[self._at]
        value, note = texts["answer"].strip(), texts.get("note", "").strip()
        if said is None or (note and not value):
            return None
        after = rating.saying(self._room, said, item, value, note=note)
        return rating.releasing(after, item, is_shown=texts["show"] == YES)

    def _write(self, after: RaterAnswers) -> bool:
        try:
            self.said = rating.keep(self._room, self.path, after)
        except rooms.Trouble as error:
            self.say(str(error))
            return False
        return True

    def _end(self) -> None:
        if self.said is not None and self._write(self.said.model_copy(update={"finished": True})):
            self.dismiss(self.said)

    def _show(self) -> None:
        """Show another question, its first field focused."""
        self.wrong = ""
        where = _("Question {n} of {of}").format(n=self._at + 1, of=len(self.items))
        who = role_words(self.said.who) if self.said is not None else ""
        self.query_one(".title", Static).update(plain(f"{where}   {who}"))
        self.answers = DialogAnswers(self.app, self.texts(), self.changed)
        self.form.begin(self.blocks(), self.answers)
        self.form.focus_first()

    def on_unmount(self) -> None:
        """Keep what stands here where the window was closed over it."""
        after = self._now() if self._at >= 0 else None
        if after is not None and after != self.said:
            with suppress(rooms.Trouble):
                self.said = rating.keep(self._room, self.path, after)

    def action_leave(self) -> None:
        """Away, with what was answered kept."""
        self.finish(LEAVE)


def _answers(question: Question) -> Block:
    if question.is_text:
        return _words("answer", _("In your words"))
    offers = {one: choice_words(one, question) for one in question.offered}
    return _choice("answer", "", offers)


def _choice(name: str, label: str, offers: dict[str, str], *, is_aside: bool = False) -> Entry:
    field = FormField(FieldRef(part=name), _part(label), is_aside=is_aside)
    return Entry(field, offers, is_compact=is_aside)


def _part(label: str) -> Part:
    """A choice that Enter passes by while nobody has touched it: blank is fine."""
    return Part(kind="choice", label=label, optional=True)


def _words(name: str, label: str, *, is_aside: bool = False) -> Entry:
    part = Part(kind="text", label=label)
    return Entry(FormField(FieldRef(part=name), part, is_aside=is_aside, is_one_line=False))


def _acts(*, is_first: bool) -> ButtonRow:
    on = FormButton("ok", _("Begin (Enter)") if is_first else _("Next (Enter)"))
    leave = FormButton(LEAVE, _("Leave (Esc)"))
    return ButtonRow((on, leave) if is_first else (on, FormButton(BACK, _("Back")), leave))


class Kiosk:
    """Asks one person after another, and counts them."""

    def __init__(self, app: Program, room: Room, folder: Path, vote: int = 1) -> None:
        """Keep the files of all in one folder."""
        self._app, self._room, self._folder, self._vote = app, room, folder, vote
        self.passed = Passed()

    def begin(self) -> None:
        """Draw the curtain before the plans of whoever's computer it is, and ask the first."""
        self._app.push_screen(Curtain())
        self.ask()

    def ask(self) -> None:
        """Ask the next person."""
        screen = RatingScreen(self._room, self._folder, None, self._vote)
        self._app.push_screen(screen, self._seal)

    def _seal(self, said: RaterAnswers | None) -> None:
        if said is not None:
            self.passed = self.passed.after(said)
        if self._app.clipboard:
            self._app.copy_to_clipboard("")  # the next person could paste what this one copied
        words = _("What was answered is kept, and is not shown here again.")
        choices = {"next": _("The next person begins")}
        self._app.push_screen(Choose(_("Sealed: pass it on"), words, choices), self._go_on)

    def _go_on(self, way: str | None) -> None:
        if way is None:
            self._app.exit(0)
        else:
            self.ask()
