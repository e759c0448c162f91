"""The ways out where a plan could not be saved, and the end of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from readiness.app.operations.files import reload, save_copy
from readiness.i18n.language import _
from readiness.tui.commands import command_key
from readiness.tui.program import Program, perform

TURNS = 20
"""Turns that every widget gets, of which a key on its way to the plan takes about six."""


class SaveCommands:
    """Saves on request, and never ends with something unsaved unless a person says so."""

    def __init__(self, app: Program) -> None:
        """Save the plan of this program, and end it."""
        self._app, self._plan, self._messages = app, app.plan, app.messages

    def save_now(self) -> None:
        """Save the plan; where that fails, offer to try again, another name, or the file there."""
        if self._plan.session is None:
            return
        if self._plan.save():
            self._messages.tell(_("Saved in {path}").format(path=self._plan.session.path))
            return
        ways = {
            "again": _("Try again"),
            "copy": _("Save mine under another name"),
            "theirs": _("Open the file as it is on disk ({key} brings mine back)").format(
                key=command_key("undo")
            ),
        }
        self._ask(_("The plan could not be saved"), ways, self._go)

    def quit(self) -> None:
        """Save and end the program; asks only if saving failed."""
        self._app.run_worker(self._quit_later(), group="quit", exclusive=True)

    async def _quit_later(self) -> None:
        # Keys that were pressed before first reach the fields, and what these say the plan.
        for _turn in range(TURNS):
            await asyncio.sleep(0)
        self._app.call_later(self._quit)

    def _quit(self) -> None:
        if self._plan.save():
            self._app.exit(0)
            return
        ways = {
            "copy": _("Save under another name and quit"),
            "quit": _("Quit and lose the changes"),
        }

        def go(choice: str) -> None:
            self._go(choice)
            if choice == "quit" or not self._plan.trouble:
                self._app.exit(0)

        self._ask(_("The plan is not saved"), ways, go)

    def _ask(self, title: str, ways: dict[str, str], go: Callable[[str], None]) -> None:
        from readiness.tui.screens.dialogs import Choose, ask

        self._messages.clear()
        ask(self._app, Choose(title, self._plan.trouble, ways), go)

    def _go(self, choice: str) -> None:
        if choice == "again":
            self.save_now()
        elif choice == "copy":
            self._save_copy()
        elif choice == "theirs":
            self._plan.safe.rest()
            perform(self._app, reload)

    def _save_copy(self) -> None:
        self._plan.safe.rest()
        effect = save_copy(self._plan.open_session)
        if not effect.is_done:
            self._messages.wrong(effect.said)
        if self._plan.save():
            self._messages.tell(effect.said)
