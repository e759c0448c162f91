"""Screens over others that are left once, however fast the hands are."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from readiness.tui.keyboard import Present

Said = TypeVar("Said")


class Overlay(Present, ModalScreen[Said]):
    """A screen that returns what was said, once."""

    def dismiss(self, result: Said | None = None) -> AwaitComplete:
        """Return what was said.

        A second key or click before the screen is gone would take away what lies under it.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
