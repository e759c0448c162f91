"""Where the keys go: the one place that says so, for every screen.

Textual's own `Widget.focus` comes later than it is called, and asks neither then nor afterwards
whether the widget is still there and shown. Keys that go to a widget that was taken out reach no
binding of the screen or the program either: the keyboard is dead. So screens give the keys with
`give_keys`, at once; a screen refuses to give them to what cannot take them; and the program looks
once more before each key. A screen without its widgets takes no part at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual import events, messages
from textual.app import App
from textual.events import Event, Key, Paste, ScreenResume
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

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
"""What comes to a screen before it has its widgets and while it goes, and what others wait for."""


def takes_keys(widget: Widget) -> bool:
    """Whether a key that goes to a widget arrives: it is there, shown, and not switched off.

    What is being taken out is not displayed any more, though it still has its place.
    """
    line = [one for one in widget.ancestors_with_self if isinstance(one, Widget)]
    return widget.is_attached and widget.focusable and all(one.display for one in line)


def give_keys(widget: Widget | None, *, scrolls: bool = True) -> None:
    """Give the keys to a widget at once, and bring it into view once its place is known.

    Where it cannot take them, or is None, they stay where they are.
    """
    if widget is None or not takes_keys(widget):
        return
    screen = widget.screen
    screen.set_focus(widget, scroll_visible=False)
    if scrolls:
        screen.call_after_refresh(_bring_in, widget)


def _bring_in(widget: Widget) -> None:
    is_held = takes_keys(widget) and widget is widget.screen.focused
    if is_held and not widget.screen.can_view_entire(widget):
        widget.scroll_visible(animate=False)


# Fast hands leave a screen before it came. Textual hands it what was posted before its widgets
# went, and its handlers then trip over them; `check_message_enabled` is asked too early to know.
class Present(Base):
    """A screen that takes part, and keys, only while it has its widgets; answers go on."""

    _is_watched = False

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

    @property
    def keys_home(self) -> Widget | None:
        """Where the keys are when they are nowhere else."""
        return next((one for one in self.focus_chain if takes_keys(one)), None)

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - as Textual calls it
        from_app_focus: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Put the keys on a widget; on one that cannot take them they are not put."""
        if widget is not None and not takes_keys(widget):
            self.settle_keys()
            return
        super().set_focus(widget, scroll_visible, from_app_focus)
        if widget is None:
            self.call_next(self._check_keys)

    def settle_keys(self) -> None:
        """Put the keys where they can be taken, unless they are there already."""
        if self.focused is None or not takes_keys(self.focused):
            super().set_focus(self.keys_home, scroll_visible=False)

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Look at what went while another screen was in front, and again with each layout."""
        if not self._is_watched:
            self._is_watched = True
            self.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._check_keys())
        self._check_keys()

    def _check_keys(self) -> None:
        # While another window has the keys, none has the focus, and Textual brings it back.
        if self.is_current and self.app.app_focus:
            self.settle_keys()


def settle_keys(app: App[Any], event: Event) -> None:
    """Before a key comes, let the screen in front put the keys where they can be taken."""
    if isinstance(event, Key | Paste) and not event.is_forwarded and app.screen_stack:
        app.app_focus = True
        if isinstance(app.screen, Present):
            app.screen.settle_keys()
