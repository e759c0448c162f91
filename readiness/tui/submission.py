"""What fields say goes to the plan that it was said for."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from readiness.app.operations.answers import add_row, not_applicable, remove_row
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import _
from readiness.i18n.words import first_up
from readiness.tui.answer_events import Answered, RowWanted
from readiness.tui.program import Program, perform

Ask = Callable[[str, str, str], Screen[str | None]]
"""From a title, words and a text to begin with, to the dialog that asks for it."""


class Submission:
    """Takes in what fields say, and asks why where an item does not apply."""

    def __init__(self, app: Program, ask: Ask) -> None:
        """Take in for the plan of this program; `ask` makes the dialog that asks for a text."""
        self._app, self._plan, self._ask = app, app.plan, ask

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
        if not perform(self._app, lambda session: not_applicable(session, item, reason)):
            self._plan.show_again()

    def _keep_row(self, event: RowWanted) -> None:
        item, row, plan = event.item, event.remove, self._plan

        def change(session: Session) -> Effect:
            return add_row(session, item) if row is None else remove_row(session, item, row)

        session = event.session or plan.session or plan.left
        if session is not None and session is plan.session:
            perform(self._app, change)
        else:
            plan.keep_late(session, change)
