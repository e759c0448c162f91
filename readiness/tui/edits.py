"""Changes to the open plan that one key makes, from wherever a person is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import ModalScreen
from textual.widget import Widget

from readiness.app.operations.actions import adopt
from readiness.app.operations.effect import Effect
from readiness.app.operations.particulars import set_particulars, use_form
from readiness.app.operations.versions import redo, undo
from readiness.app.session import Session
from readiness.domain.checklist.template import FULL, SHORT
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import DROPPED
from readiness.domain.schedule.actions import actions_for
from readiness.i18n.language import _
from readiness.i18n.words import short_date
from readiness.tui.commands import FORM, command_key
from readiness.tui.current_plan import TOLD
from readiness.tui.keys import key_words
from readiness.tui.navigation import Navigation
from readiness.tui.program import Program, perform


class Edits:
    """Takes changes back and brings them back, switches the form, adopts actions."""

    def __init__(self, app: Program, navigation: Navigation) -> None:
        """Change the plan of this program; `navigation` leads to what is there already."""
        self._app, self._plan, self._navigation = app, app.plan, navigation

    def undo(self) -> None:
        """Take the last change back: first what is not in the plan, then the plan's own."""
        if not taken_back(self._app.focused):
            self._step(undo)

    def redo(self) -> None:
        """Bring the last undone change back."""
        if not brought_back(self._app.focused):
            self._step(redo)

    def _step(self, step: Callable[[Session], Effect]) -> None:
        if self._plan.session is None or isinstance(self._app.screen, ModalScreen):
            return
        effect = self._plan.keep(step)
        if effect is not None:
            did = effect.consequences[:TOLD] if effect.is_done else []
            self._app.messages.tell("\n".join([effect.said, *did]))

    def switch_form(self) -> None:
        """Ask the short form or the full one."""
        session = self._plan.session
        if session is None:
            return
        after = SHORT if session.plan.form == FULL else FULL
        perform(
            self._app,
            lambda one: use_form(one, after),
            _("{key} switches back.").format(key=key_words(FORM.key)),
        )

    def adopt(self) -> None:
        """Adopt the action for the question that is shown; where there is one, open it."""
        item = self._navigation.item
        if self._plan.session is None or not item:
            return
        view = self._plan.seen
        there = [one for one in actions_for(view.plan, item) if one.state != DROPPED]
        if there:
            self._navigation.lead(FieldRef(table="actions", entry=there[0].key))
        else:
            again = _("{key} again says who and when.").format(key=command_key("adopt"))
            perform(self._app, lambda session: adopt(session, item), again)

    def change_details(self) -> None:
        """Change the plan's particulars."""
        session = self._plan.session
        if session is None:
            return
        from readiness.tui.screens.dialogs import ask
        from readiness.tui.screens.particulars import Details

        plan = session.plan
        said = {
            "plan": plan.plan,
            "service": plan.service,
            "start": short_date(plan.start) if plan.start else "",
            "months": str(plan.months),
            "decider": plan.decider,
            "meeting": short_date(plan.meeting) if plan.meeting else "",
            "conditions_by": short_date(plan.conditions_by) if plan.conditions_by else "",
            "requests": "; ".join(plan.requests.splitlines()),
        }

        def keep(fields: dict[str, Any]) -> None:
            perform(self._app, lambda one: set_particulars(one, fields), is_told=False)

        ask(self._app, Details(said, session.path, self._app.today()), keep)


def taken_back(focused: Widget | None) -> bool:
    """Whether the focused box took something back that no plan holds.

    In a field of the plan that is what is not understood, in a dialog everything that was typed.
    """
    from readiness.tui.form.form import form_of

    form = form_of(focused)
    return form is not None and form.take_back()


def brought_back(focused: Widget | None) -> bool:
    """Whether a box of a dialog brought something back."""
    from readiness.tui.form.dialog_form import DialogForm
    from readiness.tui.form.form import form_of

    form = form_of(focused)
    return isinstance(form, DialogForm) and form.bring_back()
