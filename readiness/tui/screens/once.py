"""Screens over others that are left once, however fast the hands are."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets.option_list import Option
from textual.worker import Worker

from readiness.i18n.language import _
from readiness.tui.screens.present import Present
from readiness.tui.widgets.options import Commands

Said = TypeVar("Said")


class Once(Present, ModalScreen[Said]):
    """A screen that returns what was said, once."""

    def dismiss(self, result: Said | None = None) -> AwaitComplete:
        """Return what was said.

        A second key or click before the screen is gone would take away what lies under it.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Palette(Present, CommandPalette):
    """Textual's palette of commands, steady under fast hands."""

    def __init__(self) -> None:
        """Ask for a command in the language spoken."""
        super().__init__(placeholder=_("Search for commands"))

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, once."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def run_worker(self, *given: Any, **named: Any) -> Worker[Any]:  # noqa: ANN401 - Textual's own
        """Search in the background; a search that is cut off by leaving ends nothing else."""
        return super().run_worker(*given, **{**named, "exit_on_error": False})

    def compose(self) -> ComposeResult:
        """Textual's own widgets, but for the list."""
        for one in super().compose():
            yield Commands() if isinstance(one, CommandList) else one

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # As Textual does, in the language spoken.
        self._stop_no_matches_countdown()

        def say() -> None:
            if search_value:
                words = Content.styled(_("No command is called that."), "not bold")
                none = Option(words, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(none)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say)

    def _action_command_list(self, action: str) -> None:
        # A list that is not drawn has no pages to turn, and Textual trips over them.
        if self.query_one(CommandList).size.height:
            super()._action_command_list(action)
