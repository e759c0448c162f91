"""What a person types into a field, on its way into the plan."""

from __future__ import annotations

from datetime import date

from readiness.app.session import Session
from readiness.domain.plan.field_ref import VALUE, FieldRef
from readiness.domain.plan.plan import NOT_APPLICABLE, Plan, Value
from readiness.domain.plan.values import Misfit
from readiness.i18n.language import _
from readiness.tui.form.echo import boxed, echo, hint, meant
from readiness.tui.form.fields import FormField
from readiness.tui.form.lines import Answered as Shown
from readiness.tui.form.lines import Entry
from readiness.tui.plain import cleaned
from readiness.tui.said import Answered
from readiness.tui.standing import Standing
from readiness.tui.walk import Walk


class Answers:
    """Gives answers to the plan a form was opened on, and knows what it holds right now.

    That plan may be closed, and another one open, when the last letters arrive.
    """

    def __init__(self, app: Walk, plan: Plan) -> None:
        """Answer the open plan; `plan` stands in for it once it is closed."""
        self.app, self.session, self.plan = app, app.session, plan

    @property
    def is_open(self) -> bool:
        """Whether the plan is still the one that is open."""
        return self.session is not None and self.session is self.app.session

    @property
    def standing(self) -> Standing:
        """What was typed in these fields and is no answer."""
        return self.app.standing

    @property
    def today(self) -> date:
        """The day by which dates are understood."""
        return self.app.today()

    def held(self, ref: FieldRef) -> Value | None:
        """What the plan holds at a field, with what was typed just now."""
        session: Session | None = self.session if self.is_open else None
        return (session.plan if session is not None else self.plan).value(ref)

    def give(self, ref: FieldRef, value: Value | None, *, goes_on: bool = False) -> None:
        """Give an answer, unless it is what the plan holds; `goes_on` while it is typed."""
        if value != self.held(ref):
            self.app.take_in(Answered(ref, value, goes_on=goes_on, session=self.session))

    def stands(self, field: FormField) -> str:
        """What stands in the box of a field where the pen is not."""
        stood = self.standing.text(field.ref)
        if field.part.kind != "text" and isinstance(meant(field.part, stood, self.today), Misfit):
            return stood
        return boxed(field.part, self.held(field.ref))

    def shown(self, entry: Entry, typed: str | None) -> Shown:
        """What a form shows at a field; `typed` is what stands in the pen, where that is there."""
        field, value = entry.field, self.held(entry.field.ref)
        if entry.is_choice:
            return Shown(value)
        text = self.stands(field) if typed is None else typed
        words, is_wrong = echo(field.part, text, value, field.no_label, self.today)
        return Shown(value, text, hint(field.part), words, is_wrong)


class Draft:
    """The text of the field that the pen is at.

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
    def meant(self) -> Value | Misfit | None:
        """What the text says; a Misfit where it is no answer."""
        return meant(self.field.part, cleaned(self.text), self._answers.today)

    @property
    def is_answer(self) -> bool:
        """Whether the text is understood, or empty."""
        return not isinstance(self.meant, Misfit)

    def typed(self, text: str) -> None:
        """Keep what is typed so far."""
        self.text = text
        is_text, found = self.field.part.kind == "text", self.meant
        if not isinstance(found, Misfit):
            self._answers.give(self.field.ref, found, goes_on=is_text)
        elif not is_text:
            self._go_back()
        if not is_text:
            self._keep_standing(found)

    def settle(self) -> None:
        """Stand by what was typed, if it is an answer.

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
        if word == NOT_APPLICABLE:
            app.keep(lambda session: session.not_applicable(ref.item, reason))
        elif word:
            app.keep(lambda session: session.set(FieldRef(ref.item, VALUE), word))

    def _keep_standing(self, found: Value | Misfit | None) -> None:
        standing = self._answers.standing
        if not self._answers.is_open:
            return
        if isinstance(found, Misfit):
            words = _('Not in the plan: "{text}" ({place}): {why}.')
            place = self.field.place
            told = words.format(text=self.text.strip(), place=place, why=found.why)
            standing.put(self.field.ref, self.text, told)
        else:
            standing.drop(self.field.ref)

    def catch_up(self) -> bool:
        """Hold what the plan holds, unless the text says so or is no answer; whether it changed."""
        found, held = self.meant, self._answers.held(self.field.ref)
        if isinstance(found, Misfit):
            self._settled = held
            return False
        return found != held and self.hold_plan()

    def hold_plan(self) -> bool:
        """Hold what the plan holds; whether that is another text."""
        before, held = self.text, self._answers.held(self.field.ref)
        self.text, self._settled = boxed(self.field.part, held), held
        self._answers.standing.drop(self.field.ref)
        return self.text != before
