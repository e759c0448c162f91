"""What Textual has no public way for: an end in plain words, and screens that come and go.

The two private names of Textual that the program knows stand here; `tests/test_shape.py` counts
them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich.segment import Segments
from rich.text import Text
from textual import events, messages
from textual.app import App
from textual.message import Message
from textual.screen import Screen

from readiness.describe.fault import FAULT, fault_told
from readiness.i18n.terminal_text import safe

if TYPE_CHECKING:
    Base = Screen[Any]
else:
    Base = object  # Textual looks for styles only in the first of its own bases

LIFE = (
    events.Compose,
    events.Unmount,
    events.ScreenSuspend,
    events.Callback,
    messages.Prune,
    messages.CloseMessages,
    messages.InvokeLater,
)
"""Messages of a screen that is composed or removed, and those that other tasks wait for."""


class FaultApp(App[int]):
    """Ends with plain words where Textual would print the values of everything at hand.

    It has no hook for what nobody caught (its #2818, #5931); those values are answers.
    """

    def _fatal_error(self) -> None:
        self.bell()
        told = Text(safe(fault_told(sys.exception())))
        self.exit(return_code=FAULT, message=Segments(self.console.render(told)))


# Whoever types fast leaves a screen before it is composed. Textual still dispatches what was posted
# to it, although its widgets are removed, and handlers that query them raise. The public hook,
# `check_message_enabled`, is asked when a message is posted: too early to know.
class LiveScreen(Base):
    """A screen that takes part only while it has its widgets."""

    @property
    def is_shown(self) -> bool:
        """Whether the screen has its widgets: not while it is removed, nor if that came first."""
        # Textual does not display what is being taken out, though it still has its place.
        return self.is_attached and self.display and self.app.is_running and bool(self.children)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything here while the widgets it is about are not there."""
        return super().check_action(action, parameters) if self.is_shown else False

    def _get_dispatch_methods(self, method_name: str, message: Message) -> Iterable[Any]:
        if self.is_shown or isinstance(message, LIFE):
            return super()._get_dispatch_methods(method_name, message)
        return ()
