"""Screens that hear nothing more once they have gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import events, messages
from textual.message import Message

from readiness.tui.focus import KeyHolder

LIFE = (
    events.Compose,
    events.Unmount,
    events.ScreenSuspend,
    events.Callback,
    messages.Prune,
    messages.CloseMessages,
    messages.InvokeLater,
)
"""What comes to a screen before it has its widgets and while it goes, and what others wait for."""


class Present(KeyHolder):
    """A screen that takes part only while it has its widgets.

    Fast hands leave a screen before it came, and what was said to it is still under way when its
    widgets have gone. Answers go on to the program all the same.
    """

    @property
    def is_shown(self) -> bool:
        """Whether the screen has its widgets; not while it goes, or if it went before it came."""
        is_there = self.is_attached and not self._pruning and bool(self.children)
        return is_there and self.app.is_running

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything here while the widgets it is about are not there."""
        return super().check_action(action, parameters) if self.is_shown else False

    def _get_dispatch_methods(self, method_name: str, message: Message) -> Iterable[Any]:
        if self.is_shown or isinstance(message, LIFE):
            return super()._get_dispatch_methods(method_name, message)
        return ()
