"""The ways out where a plan could not be saved, and the end of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import work

from readiness.app.operations.files import reload, save_copy
from readiness.i18n.language import _
from readiness.tui.perform import perform
from readiness.tui.walk import Walk

TURNS = 20
"""Turns that every widget gets, of which a key on its way to the plan takes about six."""


class Saving(Walk):
    """Saves on request, and never ends with something unsaved unless a person says so."""

    def action_save_now(self) -> None:
        """Save; where that fails, offer the ways out."""
        if self.session is None:
            return
        if self.save():
            self.tell(_("Saved in {path}").format(path=self.session.path))
            return
        ways = {
            "again": _("Try again"),
            "copy": _("Save mine under another name"),
            "theirs": _("Open the file as it is on disk (Ctrl+Z brings mine back)"),
        }
        self._ask(_("The plan could not be saved"), ways, self._go)

    @work(group="quit", exclusive=True)
    async def action_quit(self) -> None:  # type: ignore[override]
        """Save and end; asks only if saving failed.

        Keys that were pressed before first reach the fields, and what these say the plan.
        """
        for _turn in range(TURNS):
            await asyncio.sleep(0)
        self.call_later(self._quit)

    def _quit(self) -> None:
        if self.save():
            self.exit(0)
            return
        ways = {
            "copy": _("Save under another name and quit"),
            "quit": _("Quit and lose the changes"),
        }

        def go(choice: str | None) -> None:
            self._go(choice)
            if choice == "quit" or (choice == "copy" and not self.trouble):
                self.exit(0)

        self._ask(_("The plan is not saved"), ways, go)

    def _ask(self, title: str, ways: dict[str, str], go: Callable[[str | None], None]) -> None:
        from readiness.tui.screens.dialogs import Choose

        self.clear_notifications()
        self.push_screen(Choose(title, self.trouble, ways), go)

    def _go(self, choice: str | None) -> None:
        if choice == "again":
            self.action_save_now()
        elif choice == "copy":
            self._save_copy()
        elif choice == "theirs":
            self.safe.rest()
            perform(self, reload)

    def _save_copy(self) -> None:
        self.safe.rest()
        effect = save_copy(self.open_session)
        if not effect.is_done:
            self.wrong(effect.said)
        if self.save():
            self.tell(effect.said)
