"""Undo where a person types: first what is not in the plan, then the plan's own last change."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import ModalScreen
from textual.widget import Widget

from readiness.app.session import Session
from readiness.describe.consequences import consequences
from readiness.domain.versions.changes import changes, summed
from readiness.i18n.language import _
from readiness.tui.walk import TOLD, Walk


class Undoing(Walk):
    """Takes changes back and brings them back, and says which."""

    def action_undo(self) -> None:
        """Take the last change back."""
        if not taken_back(self.focused):
            self._step(lambda session: session.undo(), _("Undone"), _("Nothing to undo"))

    def action_redo(self) -> None:
        """Bring the last undone change back."""
        if not brought_back(self.focused):
            self._step(lambda session: session.redo(), _("Done again"), _("Nothing to redo"))

    def _step(self, step: Callable[[Session], str | None], done: str, nothing: str) -> None:
        if self.session is None or isinstance(self.screen, ModalScreen):
            return
        what: list[str | None] = []
        before, state = self.session.plan, self.session.review
        self.keep(lambda session: what.append(_stepped(session, step)))
        found = changes(before, self.session.plan, self.session.template)
        words = summed(found, TOLD) or what[0]
        did = consequences(state, self.session.review, self.session.template)[:TOLD]
        self.tell("\n".join([f"{done}: {words}", *did]) if what[0] else nothing, 4 + 2 * len(did))


def _stepped(session: Session, step: Callable[[Session], str | None]) -> str | None:
    """Go on to a step that changes something: typing that is refused ends where it began."""
    before, what = session.plan, step(session)
    while what and session.plan == before:
        what = step(session)
    return what


def taken_back(focused: Widget | None) -> bool:
    """Whether the box with the keys took something back that no plan holds.

    In a field of the plan that is what is not understood, in a dialog everything that was typed.
    """
    from readiness.tui.form.form import form_of

    form = form_of(focused)
    return form is not None and form.take_back()


def brought_back(focused: Widget | None) -> bool:
    """Whether a box of a dialog brought something back."""
    from readiness.tui.form.fitted import DialogForm
    from readiness.tui.form.form import form_of

    form = form_of(focused)
    return isinstance(form, DialogForm) and form.bring_back()
