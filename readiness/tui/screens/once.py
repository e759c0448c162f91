"""Screens over others that are left once, however fast the hands are."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import ModalScreen
from textual.worker import Worker

from readiness.core.wording.language import _
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
