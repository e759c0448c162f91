"""Answers on their way from a field to the open plan."""

from __future__ import annotations

from readiness.app.operations.answers import add_row, remove_row
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import _
from readiness.tui.said import Answered, RowWanted
from readiness.tui.walk import Walk

BREATH = 0.12
"""Seconds without a letter, while a person types, after which the screen shows what follows."""


class Answering(Walk):
    """Takes in what fields say, and asks why where an item does not apply."""

    def take_in(self, said: Answered | RowWanted) -> None:
        """Keep what a field says, in the plan that it was said for."""
        if isinstance(said, Answered):
            self._keep_answer(said)
        else:
            self._keep_row(said)

    def _keep_answer(self, event: Answered) -> None:
        target, value = event.target, event.value
        session = event.session or self.session or self.left
        if session is None or session is not self.session:
            event.arrived()
            self._keep_late(session, lambda one: one.set(target, value))
            return
        if event.goes_on and value != NOT_APPLICABLE:
            self._typed.append(event)
            self.attempt(session, lambda one: one.set(target, value))
            self.safe.changed()
            self._show_soon()
            return
        event.arrived()
        if target.part == "value" and value == NOT_APPLICABLE and target.row is None:
            # Later, so that the reason comes to the program, whatever becomes of the field.
            self.call_later(self._ask_reason, target)
        else:
            self.keep(lambda session: session.set(target, value))

    def _show_soon(self) -> None:
        """Show what follows from a text once a person stops typing: judging it takes time."""
        if self._breath is not None:
            self._breath.stop()
        self._breath = self.set_timer(BREATH, self._refresh)

    def _ask_reason(self, target: FieldRef) -> None:
        """Ask why an item does not apply; who gives up has changed nothing."""
        from readiness.tui.screens.form_dialog import AskText

        if self.session is None or target.item not in self.session.template.items:
            return

        def keep(reason: str | None) -> None:
            if reason is None:
                self.mutate_reactive(Walk.view)
            else:
                self.keep(lambda session: session.not_applicable(target.item, reason))

        words = _("Why does it not apply here? Without a reason the question stays open.")
        self.push_screen(AskText(_("Not applicable"), words, self._reason(target)), keep)

    def _reason(self, target: FieldRef) -> str:
        return self.open_session.plan.answer(target.item).reason

    def _keep_row(self, event: RowWanted) -> None:
        item, row = event.item, event.remove

        def change(session: Session) -> Effect:
            return add_row(session, item) if row is None else remove_row(session, item, row)

        session = event.session or self.session or self.left
        if session is not None and session is self.session:
            self.keep(change)
        else:
            self._keep_late(session, change)
