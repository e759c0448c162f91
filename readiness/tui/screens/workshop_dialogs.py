"""What is filled in while a workshop's room talks: what it agrees on, and what nobody knew."""

from __future__ import annotations

from datetime import date

from readiness.app.operations import workshop as rooms
from readiness.app.operations.workshop import Room
from readiness.describe import reveal as shown
from readiness.describe import workshop as told
from readiness.describe.act import refusal
from readiness.describe.not_done import why
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret
from readiness.domain.kinds.value import NO, InvalidValue
from readiness.domain.plan.act import Act
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.workshop import AGREED, MISSING
from readiness.domain.ratings.view import ShownQuestion
from readiness.domain.ratings.workshop import Agreed, Guard
from readiness.i18n.language import N_, _
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import first_down, short_date
from readiness.tui.form.blocks import Block, Entry, FormButton
from readiness.tui.screens.form_dialog import FormDialog

ALL_THE_SAME = "all-the-same"
"""What agrees on an answer though something has to be said first."""

DAY = N_("1 Mar 2027; empty for no day")


class WorkshopDialog(FormDialog[Room]):
    """A form over a workshop; returns the workshop as it is afterwards."""

    HEADING = ""

    def __init__(self, room: Room, one: ShownQuestion, today: date) -> None:
        """Ask about a question of a workshop."""
        super().__init__(f"{_(self.HEADING)}: {one.item} {one.question.short}")
        self._room, self._one, self._today = room, one, today

    def _day(self, name: str, part: Part) -> date | None:
        """The day in a field; None where there is none. Raises NotDone for what names no day."""
        text = self.answers.texts[name].strip()
        found = interpret(part, text, self._today)
        if isinstance(found, date) or found in (None, NO):
            return found if isinstance(found, date) else None
        self.form.focus_at(FieldRef(part=name))
        if isinstance(found, InvalidValue):
            raise rooms.NotDone(f"{found.why}; {found.todo}.")
        raise rooms.NotDone(refusal("no date", Act(kind="move", what=text)))


class AgreeDialog(WorkshopDialog):
    """What the room agrees on at a question, why, and how many do not support it."""

    HEADING, OK = N_("Agree"), N_("Agree")
    _guard: Guard | None = None
    _passed: tuple[str, ...] = ()
    """What the room said to guards, one after another: that it agrees all the same."""
    _about = ""
    """The answer about which it said so."""

    def texts(self) -> dict[str, str]:
        """What was agreed on before."""
        before = self._room.workshop.agreed.get(self._one.item)
        if before is None:
            return {"answer": "", "reason": "", "against": "", "again": ""}
        again = short_date(before.look_again) if before.look_again else ""
        return {
            "answer": before.answer,
            "reason": before.reason,
            "against": str(before.against),
            "again": again,
        }

    def changed(self) -> None:
        """Ask anew what has to be said first; of another answer nothing was said yet."""
        self._guard = None
        if self.answers.texts["answer"] != self._about:
            self._about, self._passed = self.answers.texts["answer"], ()
        super().changed()

    def fields(self) -> list[Block]:
        """The answer, why, and how many do not support it."""
        question = self._one.question
        offers = {
            word: shown.answer_words(word, question) for word in shown.offered_words(question)
        }
        part = Part(kind="choice", label=_("The room says"))
        return [
            Entry(FormField(FieldRef(part="answer"), part), offers),
            self.field("reason", _("Because")),
            self.field("against", _("Not with it"), _("a number; 0 and 1 are at most one")),
            self.field("again", _("Look again"), _(DAY)),
        ]

    def more_ways(self) -> list[FormButton]:
        """To agree all the same, where that can be said."""
        confirm = [FormButton(ALL_THE_SAME, _("Agree all the same"))]
        return confirm if self._guard in rooms.CONFIRMED else []

    def finish(self, way: str) -> None:
        """Keep it, or say what has to be said first; nothing is lost."""
        try:
            agreed = self._agreed()
            if way == ALL_THE_SAME and self._guard is not None:
                self._passed = (*self._passed, rooms.CONFIRMED[self._guard])
                agreed = agreed.model_copy(update=dict.fromkeys(self._passed, True))
            after, self._guard = rooms.agree(self._room, self._one.item, agreed)
        except rooms.Trouble as error:
            self.say(str(error))
            return
        if self._guard is None:
            self.dismiss(after)
            return
        one = self._one
        self.say(told.guard_words(self._guard, one.item, agreed.answer, one.question))
        # Away from the buttons: a second Enter of a fast hand must not agree all the same.
        self.form.focus_at(FieldRef(part="reason"))

    def _agreed(self) -> Agreed:
        texts = self.answers.texts
        typed = texts["against"].strip()
        against = whole_number(typed) if typed else 0
        if against is None:
            raise rooms.NotDone(why("no-number", text=typed))
        return Agreed(
            answer=texts["answer"],
            reason=texts["reason"].strip(),
            against=against,
            look_again=self._day("again", AGREED.parts["look_again"]),
        )


class MissingDialog(WorkshopDialog):
    """What nobody knew, who finds out, and by when."""

    HEADING, OK = N_("Missing"), N_("Keep")

    def texts(self) -> dict[str, str]:
        """Nothing yet."""
        return {"what": "", "who": "", "by": ""}

    def fields(self) -> list[Block]:
        """The fields."""
        return [
            self.field("what", _("What is missing")),
            self.field("who", _("Who finds out"), first_down(_("Initials or role"))),
            self.field("by", _("By when"), _("12 Dec 2026")),
        ]

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Keep it, or say what is lacking."""
        texts, item = self.answers.texts, self._one.item
        try:
            by = self._day("by", MISSING.parts["by"])
            self.dismiss(rooms.note_missing(self._room, texts["what"], texts["who"], by, item))
        except rooms.Trouble as error:
            self.say(str(error))
