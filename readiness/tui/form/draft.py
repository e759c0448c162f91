"""What a person types into a field, on its way into the plan, and what is said back about it."""

from __future__ import annotations

from readiness.app.operations.answers import put_back
from readiness.app.session import Session
from readiness.describe.identifiers import identifying_told
from readiness.describe.question import note_with, offer_words
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import NO, NOT_SURE, InvalidValue, Value
from readiness.domain.plan.field_ref import NOTE, VALUE, FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.i18n.times import Frame
from readiness.i18n.words import spoken
from readiness.tui.answer_events import Answered, PendingInput
from readiness.tui.form.blocks import Entry
from readiness.tui.form.lines import FieldAnswer as Shown
from readiness.tui.line_text import cleaned
from readiness.tui.program import Program


class Answers:
    """Gives answers to the plan a form was opened on, and knows what it holds right now.

    That plan may be closed, and another one open, when the last letters arrive.
    """

    def __init__(self, app: Program, plan: Plan) -> None:
        """Answer the open plan; `plan` stands in for it once it is closed."""
        self.app, self.session, self.plan = app, app.plan.session, plan

    @property
    def is_open(self) -> bool:
        """Whether the plan is still the one that is open."""
        return self.session is not None and self.session is self.app.plan.session

    @property
    def standing(self) -> PendingInput:
        """What was typed in these fields and is no answer."""
        return self.app.plan.pending

    @property
    def frame(self) -> Frame:
        """What dates are understood by."""
        return Frame(self.app.today()) if self.session is None else self.session.frame

    def held(self, ref: FieldRef) -> Value | None:
        """What the plan holds at a field, with what was typed just now."""
        session: Session | None = self.session if self.is_open else None
        return (session.plan if session is not None else self.plan).value(ref)

    def give(self, ref: FieldRef, value: Value | None, *, goes_on: bool = False) -> None:
        """Give an answer, unless it is what the plan holds; `goes_on` while it is typed."""
        if value != self.held(ref):
            self.app.submission.take_in(Answered(ref, value, goes_on=goes_on, session=self.session))

    def stands(self, field: FormField) -> str:
        """What stands in the box of a field where the box is not."""
        stood = self.standing.text(field.ref)
        if stood and isinstance(interpret(field.part, stood, self.frame), InvalidValue):
            return stood
        return boxed(field.part, self.held(field.ref))

    def meant(self, field: FormField, text: str) -> Value | InvalidValue | None:
        """What the text of a field means. A note says what it says, also where it says "none"."""
        found = interpret(field.part, text, self.frame)
        return text if field.ref.part == NOTE and isinstance(found, str) else found

    def shown(self, entry: Entry, typed: str | None) -> Shown:
        """What a form shows at a field; `typed` is what stands in the box, where that is there."""
        field, value = entry.field, self.held(entry.field.ref)
        if entry.is_choice:
            return Shown(value)
        text = self.stands(field) if typed is None else typed
        words, is_wrong = echo(field, text, value, self.frame)
        return Shown(value, text, entry.example, words, is_wrong)


class FieldDraft:
    """The text of the field that the box is at.

    What is no answer leaves the plan as it was before: 10 is no answer on the way to 100. Once the
    person goes elsewhere, what stands there is what the plan goes back to.
    """

    def __init__(self, answers: Answers, field: FormField) -> None:
        """Begin with what stands in the field."""
        self._answers, self.field = answers, field
        self.text = answers.stands(field)
        if field.is_one_line:
            self.text = " ".join(self.text.split("\n"))
        self._settled: Value | None = None
        self._whole = ("", "")
        self.settle()

    @property
    def meant(self) -> Value | InvalidValue | None:
        """What the text says; an InvalidValue where it is no answer."""
        return self._answers.meant(self.field, cleaned(self.text))

    @property
    def is_answer(self) -> bool:
        """Whether the text is understood, or empty."""
        return not isinstance(self.meant, InvalidValue)

    def typed(self, text: str) -> None:
        """Keep what is typed so far."""
        self.text = text
        is_text, found = kind_of(self.field.part).is_text, self.meant
        if not isinstance(found, InvalidValue):
            self._answers.give(self.field.ref, found, goes_on=is_text)
        elif not is_text:
            self._go_back()
        if not is_text:
            self._keep_standing(found)

    def take_offer(self) -> bool:
        """Take what was probably meant into the plan and the box; whether anything was offered.

        What was typed beside it goes into the question's note.
        """
        found, ref = self.meant, self.field.ref
        if not isinstance(found, InvalidValue) or found.offer is None:
            return False
        self._answers.give(ref, found.offer)
        if found.rest and ref.item:
            note = FieldRef(ref.item, NOTE)
            before = self._answers.held(note)
            whole = note_with(before if isinstance(before, str) else "", found.rest)
            self._answers.give(note, whole)
        self.hold_plan()
        return True

    def settle(self) -> None:
        """Check what was typed, if it is an answer.

        A word that answered the question as a whole has to give way to a field, and comes back
        with what the field held before.
        """
        if not self.is_answer:
            return
        session, ref = self._answers.session, self.field.ref
        self._settled, self._whole = self._answers.held(ref), ("", "")
        if session is not None and ref.item and VALUE not in session.template.items[ref.item].parts:
            said = session.plan.answer(ref.item)
            self._whole = (said.word, said.reason)

    def _go_back(self) -> None:
        ref, app = self.field.ref, self._answers.app
        if self._answers.held(ref) == self._settled:
            return
        self._answers.give(ref, self._settled)
        word, reason = self._whole
        if word:
            app.plan.keep(lambda session: put_back(session, ref.item, word, reason))

    def _keep_standing(self, found: Value | InvalidValue | None) -> None:
        standing = self._answers.standing
        if not self._answers.is_open:
            return
        if isinstance(found, InvalidValue):
            words = _("Not in the plan ({place}): {why}.")
            told = words.format(place=self.field.place, why=found.why)
            standing.put(self.field.ref, self.text, told)
        else:
            standing.drop(self.field.ref)

    def catch_up(self) -> bool:
        """Hold what the plan holds, unless the text says so or is no answer; whether it changed."""
        found, held = self.meant, self._answers.held(self.field.ref)
        if isinstance(found, InvalidValue):
            self._settled = held
            return False
        return found != held and self.hold_plan()

    def hold_plan(self) -> bool:
        """Hold what the plan holds; whether that is another text."""
        before, ref = self.text, self.field.ref
        self._answers.standing.drop(ref)
        self.text, self._settled = self._answers.stands(self.field), self._answers.held(ref)
        return self.text != before


def boxed(part: Part, value: Value | None) -> str:
    """A value of the plan as it stands in its box."""
    return cleaned(kind_of(part).boxed(value))


def echo(field: FormField, text: str, held: Value | None, frame: Frame) -> tuple[str, bool]:
    """What is said back about the text of a box, and whether it is no answer.

    `held` is what the plan holds.
    """
    part = field.part
    found = interpret(part, text, frame)
    if not isinstance(found, InvalidValue):
        said = kind_of(part).echo(part, text, found, field.no_label)
        return said or (identifying_told(text, frame.today) if kind_of(part).is_text else ""), False
    if found.offer is not None:
        return f"{found.why}; {offer_words(field, found)}{_kept(part, held)}", True
    return f"{found.why}; {found.todo}{_kept(part, held)}", True


def _kept(part: Part, held: Value | None) -> str:
    if kind_of(part).is_text:
        return _(" (the plan keeps what fitted)")
    if held is None:
        return _(" (there is no answer yet)")
    is_word = held in (NO, NOT_SURE)
    return _(" (the plan keeps {kept})").format(kept=boxed(part, held) if is_word else spoken(held))
