"""Answers on their way from a field to the open plan."""

from __future__ import annotations

from typing import Any

from textual import on

from readiness.core.said.plan import NOT_APPLICABLE, Value
from readiness.core.wording.language import _
from readiness.session import Session
from readiness.tui.asked import NOTE_PART
from readiness.tui.said import Answered, RowWanted
from readiness.tui.view import ASSUMPTIONS, Target
from readiness.tui.walk import Walk

BREATH = 0.12
"""Seconds without a letter, while a person types, after which the screen shows what follows."""


class Answering(Walk):
    """Takes in what fields say, and asks why where an item does not apply."""

    @on(Answered)
    def _keep_answer(self, event: Answered) -> None:
        event.stop()
        target, value = event.target, event.value
        if self.session is not None and event.goes_on and value != NOT_APPLICABLE:
            self._typed.append(event)
            _answer(self.session, target, value)
            self._show_soon()
            return
        event.arrived()
        if self.session is None:
            self._keep_late(target, value)
        elif target.part == "value" and value == NOT_APPLICABLE and target.row is None:
            self._ask_reason(target)
        else:
            self.keep(lambda session: _answer(session, target, value))

    def _keep_late(self, target: Target, value: Value | None) -> None:
        """Keep an answer that was still under way when its plan was closed."""
        if self.left is not None:
            _answer(self.left, target, value)
            self._troubled(self.safe.save(self.left))

    def _show_soon(self) -> None:
        """Show what follows from a text once a person stops typing: judging it takes time."""
        if self._breath is not None:
            self._breath.stop()
        self._breath = self.set_timer(BREATH, self._refresh)
        self._save_soon()

    def _ask_reason(self, target: Target) -> None:
        """Ask why an item does not apply; who gives up has changed nothing."""
        from readiness.tui.screens.dialogs import AskText

        def keep(reason: str | None) -> None:
            if reason is None:
                self.mutate_reactive(Walk.view)
            else:
                self.keep(lambda session: session.not_applicable(target.item, reason))

        words = _("Why does it not apply here? Without a reason the question stays open.")
        self.push_screen(AskText(_("Not applicable"), words, self._reason(target)), keep)

    def _reason(self, target: Target) -> str:
        return self.open_session.plan.answer(target.item).reason

    @on(RowWanted)
    def _keep_row(self, event: RowWanted) -> None:
        event.stop()
        if self.session is None:
            return
        if event.remove is None:
            self.keep(lambda session: session.add_row(event.item))
        else:
            row = event.remove
            self.keep(lambda session: session.remove_row(event.item, row))


def _answer(session: Session, target: Target, value: Any) -> None:  # noqa: ANN401 - Value or None
    if target.sheet:
        _enter(session, target, value)
    elif target.part == NOTE_PART and target.row is None and target.person is None:
        session.note(target.item, str(value or ""))
    elif target.person is not None:
        session.answer_person(target.person, target.part, value)
    elif target.row is not None:
        session.answer_row(target.item, target.row, target.part, value)
    else:
        session.answer(target.item, target.part, value)


def _enter(session: Session, target: Target, value: Any) -> None:  # noqa: ANN401 - Value or None
    if target.sheet != ASSUMPTIONS:
        session.enter(target.sheet, target.entry, target.part, value)
    else:
        session.assume(target.part, value if isinstance(value, int | float) else None)
