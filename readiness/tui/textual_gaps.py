"""What Textual has no public way for: all of its private names that the program overrides, two.

Both go as soon as Textual has a way of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from rich.segment import Segments
from rich.text import Text
from textual import events, messages
from textual.app import App
from textual.message import Message

from readiness.describe.fault import FAULT, fault_told
from readiness.i18n.showable import safe
from readiness.tui.focus import KeyHolder


class FaultApp(App[int]):
    """Ends with plain words where Textual would print the values of everything at hand.

    Textual prints a traceback with all locals, so with answers, and offers no hook for what nobody
    caught (its #2818 and #5931); it calls this while the exception is being handled.
    """

    def _fatal_error(self) -> None:
        self.bell()
        told = Text(safe(fault_told(sys.exception())))
        self.exit(return_code=FAULT, message=Segments(self.console.render(told)))


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


# Fast hands leave a screen before it came. Textual hands it what was posted before its widgets
# went, and its handlers then trip over them; `check_message_enabled` is asked too early to know.
class Present(KeyHolder):
    """A screen that takes part only while it has its widgets; answers go on all the same."""

    @property
    def is_shown(self) -> bool:
        """Whether the screen has its widgets; not while it goes, or if it went before it came."""
        # Textual does not display what is being taken out, though it still has its place.
        is_there = self.is_attached and self.display and self.app.is_running
        return is_there and bool(self.children)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything here while the widgets it is about are not there."""
        return super().check_action(action, parameters) if self.is_shown else False

    def _get_dispatch_methods(self, method_name: str, message: Message) -> Iterable[Any]:
        if self.is_shown or isinstance(message, LIFE):
            return super()._get_dispatch_methods(method_name, message)
        return ()
