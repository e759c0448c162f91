"""What fields tell the program, what takes it in, and what was typed there and is no answer.

They stand apart, so that the program starts before any field is needed. Answers and rows are no
messages: those are lost with the screen that they have to pass through.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from readiness.app.operations.answers import add_row, not_applicable, remove_row
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.domain.kinds.value import NOT_APPLICABLE, Value
from readiness.domain.plan.field_ref import ASSUMPTIONS, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.i18n.words import first_up


class Answered:
    """A person gave, changed or took out an answer."""

    def __init__(
        self,
        ref: FieldRef,
        value: Value | None,
        arrived: Callable[[Answered], None] | None = None,
        *,
        goes_on: bool = False,
        session: Session | None = None,
    ) -> None:
        """Say where the answer goes and what it is now; None takes it out.

        `goes_on` where it is typed letter by letter, so that more is to be expected at once;
        `session` is the plan it was given for, which may be closed when it arrives.
        """
        self.session = session
        self.ref, self.value, self._arrived = ref, value, arrived
        self.goes_on = goes_on

    def arrived(self) -> None:
        """Tell the field that its answer has reached the session."""
        if self._arrived is not None:
            self._arrived(self)


class RowWanted:
    """A person wants a row added, or one removed."""

    def __init__(
        self, item: str, remove: str | None = None, session: Session | None = None
    ) -> None:
        """Say which, and in which plan."""
        self.item, self.remove, self.session = item, remove, session


class PeopleWanted(Message):
    """A person wants to see the practitioners."""


class PendingInput:
    """The texts that are not understood, by their fields: in no plan, and gone with the program."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Begin with nothing; `tell` says something in passing."""
        self._tell = tell
        self._texts: dict[FieldRef, str] = {}
        self._untold: dict[FieldRef, str] = {}

    def text(self, ref: FieldRef) -> str:
        """What stands in a field; empty where nothing does that is not in the plan."""
        return self._texts.get(ref, "")

    def put(self, ref: FieldRef, text: str, words: str) -> None:
        """Keep what stands in a field, with the words that say so when the person goes on."""
        self._texts[ref], self._untold[ref] = text, words

    def drop(self, ref: FieldRef) -> None:
        """Forget what stood in a field: it was changed or cleared."""
        self._texts.pop(ref, None)
        self._untold.pop(ref, None)

    def keep_to(self, plan: Plan) -> None:
        """Forget fields that are no longer in the plan: a new row may get a removed row's name."""
        for ref in list(self._texts):
            if not _is_in(plan, ref):
                self.drop(ref)

    def tell(self) -> None:
        """Say once what is not in the plan, when its place is left."""
        if self._untold:
            words = "\n".join(self._untold.values())
            self._untold.clear()
            self._tell(words)


def _is_in(plan: Plan, ref: FieldRef) -> bool:
    if ref.table:
        return ref.table == ASSUMPTIONS or ref.entry in plan.entries(ref.table)
    if ref.person is not None:
        return ref.person in plan.people
    return ref.row is None or ref.row in plan.answer(ref.item).rows


class NavigateTo(Message):
    """A person wants to go to a place of the plan, or of the help; Esc leads back from there."""

    def __init__(self, ref: FieldRef, *, to_list: bool = False, heading: str = "") -> None:
        """Say where; `to_list` to focus the question in its list and not a field.

        `heading` is a part of the program's help, to go there and not into the plan.
        """
        super().__init__()
        self.ref, self.to_list, self.heading = ref, to_list, heading


T = TypeVar("T")
"""What a change returns."""


class TakesChanges(Protocol):
    """The open plan, as far as fields are concerned."""

    session: Session | None
    left: Session | None

    def keep(self, change: Callable[[Session], T]) -> T | None:
        """Apply a change to the session; returns what it did."""

    def keep_typed(self, answered: Answered) -> None:
        """Keep what is typed letter by letter."""

    def keep_late(self, session: Session | None, change: Callable[[Session], T]) -> T | None:
        """Keep a change that was still under way when its plan was closed."""

    def show_again(self) -> None:
        """Show the plan as it is, where a box shows something else."""


Ask = Callable[[str, str, str], Screen[str | None]]
"""From a title, words and a text to begin with, to the dialog that asks for it."""


class Submission:
    """Takes in what fields say, and asks why where an item does not apply."""

    def __init__(
        self, app: App[Any], plan: TakesChanges, ask: Ask, say: Callable[[Effect], object]
    ) -> None:
        """Take in for this plan; `ask` makes the dialog that asks a person for a text.

        `say` says what an act came to.
        """
        self._app, self._plan, self._ask, self._say = app, plan, ask, say

    def take_in(self, said: Answered | RowWanted) -> None:
        """Keep what a field says, in the plan that it was said for."""
        if isinstance(said, Answered):
            self._keep_answer(said)
        else:
            self._keep_row(said)

    def _keep_answer(self, event: Answered) -> None:
        ref, value, plan = event.ref, event.value, self._plan
        session = event.session or plan.session or plan.left
        if session is None or session is not plan.session:
            event.arrived()
            plan.keep_late(session, lambda one: one.set(ref, value))
            return
        if event.goes_on and value != NOT_APPLICABLE:
            plan.keep_typed(event)
            return
        event.arrived()
        if ref.part == "value" and value == NOT_APPLICABLE and ref.row is None:
            # Later, so that the reason comes to the program, whatever becomes of the field.
            self._app.call_later(self._ask_reason, ref)
        else:
            plan.keep(lambda session: session.set(ref, value))

    def _ask_reason(self, ref: FieldRef) -> None:
        """Ask why an item does not apply; who gives up has changed nothing."""
        session = self._plan.session
        if session is None or ref.item not in session.template.items:
            return

        def keep(reason: str | None) -> None:
            if reason is None:
                self._plan.show_again()
            else:
                self._leave_out(ref.item, reason)

        words = _("Why does it not apply here? Without a reason the question stays open.")
        before = session.plan.answer(ref.item).reason
        self._app.push_screen(self._ask(first_up(_("not applicable")), words, before), keep)

    def _leave_out(self, item: str, reason: str) -> None:
        if not self._perform(lambda session: not_applicable(session, item, reason)):
            self._plan.show_again()

    def _perform(self, operate: Callable[[Session], Effect]) -> bool:
        """Carry out an operation and say so; False if it was refused."""
        effect = self._plan.keep(operate)
        if effect is not None:
            self._say(effect)
        return effect is not None and effect.is_done

    def _keep_row(self, event: RowWanted) -> None:
        item, row, plan = event.item, event.remove, self._plan

        def change(session: Session) -> Effect:
            return add_row(session, item) if row is None else remove_row(session, item, row)

        session = event.session or plan.session or plan.left
        if session is not None and session is plan.session:
            self._perform(change)
        else:
            plan.keep_late(session, change)
