"""The keyboard: each key waits for those before it, and goes to a widget that can take it.

For every screen this module alone says in which order keys are dispatched, and what has the focus.

Textual's own `Widget.focus` takes effect later than it is called, and checks neither then nor
afterwards whether the widget is still mounted and displayed. Keys that are sent to a removed widget
reach no binding of the screen or the program either: the keyboard is dead. So screens focus with
`give_keys`, at once; a screen refuses to focus what cannot take keys; and the program checks once
more before each key. A screen without its widgets is left out of all this.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from textual.app import App, ScreenStackError
from textual.events import Event, InputEvent, Key, MouseEvent, MouseMove, Paste, ScreenResume
from textual.widget import Widget
from textual.widgets import Input, TextArea

from readiness.tui.textual_gaps import LiveScreen

LONGEST_WAIT, LONGEST_WORK, QUIET = 0.5, 10.0, 3
"""How long a key is held back: seconds at most while messages of earlier keys are queued; seconds
at most in all, as a screen that is being made may take longer; and how many turns of the loop in
a row have to find no message, as a handler may post its next one a turn later."""

LONGEST_KEY = 0.5
"""Seconds that later keys wait at most for the handlers of one key: one that waits for what only
a later key brings about, such as the answer to a dialog, would block the keyboard."""

TURN = 0.005
"""Seconds of a turn of the loop that count towards LONGEST_WAIT at most: a longer turn was work, as
on a slow machine, and not waiting."""


def takes_keys(widget: Widget) -> bool:
    """Whether a key that goes to a widget arrives: it is there, shown, and not switched off.

    What is being taken out is not displayed any more, though it still has its place.
    """
    line = [one for one in widget.ancestors_with_self if isinstance(one, Widget)]
    return widget.is_attached and widget.focusable and all(one.display for one in line)


def give_keys(widget: Widget | None, *, scrolls: bool = True) -> None:
    """Focus a widget at once, and bring it into view once its place is known.

    Where it cannot take keys, or is None, the focus stays where it is.
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


class Present(LiveScreen):
    """A screen that has the focus only on what can take keys; answers go on."""

    _is_watched = False

    @property
    def keys_home(self) -> Widget | None:
        """The widget that is focused when no other is."""
        return next((one for one in self.focus_chain if takes_keys(one)), None)

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - as Textual calls it
        from_app_focus: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Focus a widget; where it cannot take the focus, that stays where it is."""
        if widget is not None and not takes_keys(widget):
            self.settle_keys()
            return
        super().set_focus(widget, scroll_visible, from_app_focus)
        if widget is None:
            self.call_next(self._check_keys)

    def settle_keys(self) -> None:
        """Focus a widget that can take keys, unless the focused one can."""
        if self.focused is None or not takes_keys(self.focused):
            super().set_focus(self.keys_home, scroll_visible=False)

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Check the focus: its widget may have been removed. Check it with each layout, too."""
        if not self._is_watched:
            self._is_watched = True
            self.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._check_keys())
        self._check_keys()

    def _check_keys(self) -> None:
        # While another window has the keys, none has the focus, and Textual brings it back.
        if self.is_current and self.app.app_focus:
            self.settle_keys()


def settle_keys(app: App[Any], event: Event) -> None:
    """Before a key is dispatched, let the screen in front focus a widget that can take it."""
    if isinstance(event, Key | Paste) and not event.is_forwarded and app.screen_stack:
        app.app_focus = True
        if isinstance(app.screen, Present):
            app.screen.settle_keys()


def small_letter(app: App[Any], event: Event) -> Event:
    """The key of the small letter, where a capital is no key itself and nobody types a text.

    Caps Lock may be on.
    """
    letter = (event.character or "").lower() if isinstance(event, Key) else ""
    if not isinstance(event, Key) or letter == event.character or not app.screen_stack:
        return event
    known = app.screen.active_bindings
    if isinstance(app.focused, Input | TextArea) or event.key in known or letter not in known:
        return event
    return Key(letter, letter)


Hear = Callable[[Event], Coroutine[Any, Any, None]]


class KeyQueue:
    """Lets each key wait until those before it have done what they do.

    Textual hands a key to what is focused when it comes: over a slow link, where a Tab and the
    words after it come at once, these would stand in the field before. What is pasted waits as a
    key does, and the mouse never overtakes a key that waits.
    """

    def __init__(self, app: App[Any], hear: Hear, coming: asyncio.Lock) -> None:
        """Hand each event to `hear` in its turn; none while `coming` is held."""
        self._app, self._hear, self._coming = app, hear, coming
        self._waiting: deque[Event] = deque()
        self._late = set[asyncio.Task[None]]()
        """What keys do that nothing waits for any more."""

    @property
    def waiting(self) -> list[Event]:
        """Keys that were pressed and are not dispatched yet."""
        return list(self._waiting)

    async def take(self, event: Event) -> None:
        """Dispatch a key or click, or hold it back until those before it are done."""
        if not event.is_forwarded and self._has_to_wait(event):
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self._app.run_worker(self._pass_in_order(), group="keys")
        else:
            await self._pass(event)

    def _has_to_wait(self, event: Event) -> bool:
        if self._waiting:
            return isinstance(event, Key | Paste | MouseEvent)
        return isinstance(event, Key | Paste) and self._is_busy()

    async def _pass(self, event: Event) -> None:
        if isinstance(event, InputEvent) and self._is_on_nothing(event):
            return
        try:
            await self._done(self._hear(event), event)
        except ScreenStackError:
            # A key that is dispatched while the program ends finds no screen any more.
            if self._app.is_running:
                raise

    async def _done(self, work: Coroutine[Any, Any, None], event: Event) -> None:
        """Wait for a key's handlers, LONGEST_KEY at most: else no later key would be dispatched."""
        if not isinstance(event, Key):
            await work
            return
        task = asyncio.create_task(work)
        await asyncio.wait({task}, timeout=LONGEST_KEY)
        if task.done():
            task.result()
        else:
            self._late.add(task)
            task.add_done_callback(self._late.discard)

    def _is_on_nothing(self, event: InputEvent) -> bool:
        """Whether it is a click on a widget that was just removed.

        Textual still finds it at that place and raises (its #6643). It may have been removed while
        the click was held back.
        """
        if not self._app.screen_stack:
            return True
        if not isinstance(event, MouseEvent):
            return False
        widget, _rest = self._app.screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and widget.parent is None

    async def _pass_in_order(self) -> None:
        while self._waiting and self._app.is_running:
            if not isinstance(self._waiting[0], MouseMove):
                await self._until_quiet()
            await self._pass(self._waiting[0])
            self._waiting.popleft()

    async def _until_quiet(self) -> None:
        before = time.monotonic()
        last, waited, quiet = before + LONGEST_WORK, 0.0, 0
        while quiet < QUIET and waited < LONGEST_WAIT and before < last:
            now = time.monotonic()
            waited = 0.0 if self._is_making() else waited + min(now - before, TURN)
            before = now
            quiet = 0 if self._is_busy() else quiet + 1
            await asyncio.sleep(0)

    def _is_busy(self) -> bool:
        """Whether messages that earlier keys caused are still queued."""
        if self._is_making():
            return True
        under = self._app.focused.ancestors_with_self if self._app.focused else [self._app.screen]
        return any(one.message_queue_size for one in under)

    def _is_making(self) -> bool:
        """Whether another screen is coming."""
        return self._coming.locked() or not self._app.screen_stack
