"""Keys that come faster than what they do."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Any

from textual import work
from textual.app import ScreenStackError
from textual.events import Event, Key

from readiness.tui.walk import Walk

LONGEST_WAIT, QUIET = 0.5, 3
"""Seconds that a key waits at most for those before it; turns in which nothing is under way."""


class InOrder(Walk):
    """Lets each key wait until those before it have done what they do.

    Textual hands a key to what is focused when it comes: over a slow link, where a Tab and the
    words after it come at once, these would stand in the field before.
    """

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - passed on
        """Begin with no key under way."""
        super().__init__(*given)
        self._keys: deque[Key] = deque()
        self._going = asyncio.Lock()
        """Held while another question comes onto the screen."""

    async def on_event(self, event: Event) -> None:
        """Take a key, or keep it back for a moment."""
        if isinstance(event, Key) and not event.is_forwarded and (self._keys or self._is_busy()):
            self._keys.append(event)
            if len(self._keys) == 1:
                self._pass_keys()
        else:
            await self._pass(event)

    async def _pass(self, event: Event) -> None:
        try:
            await super().on_event(event)
        except ScreenStackError:
            # A key that is under way while the program ends finds no screen any more.
            if self.is_running:
                raise

    @work(group="keys")
    async def _pass_keys(self) -> None:
        while self._keys and self.is_running:
            end, quiet = time.monotonic() + LONGEST_WAIT, 0
            while quiet < QUIET and time.monotonic() < end:
                quiet = 0 if self._is_busy() else quiet + 1
                await asyncio.sleep(0)
            await self._pass(self._keys[0])
            self._keys.popleft()

    def _is_busy(self) -> bool:
        """Whether something that was said before is still on its way."""
        if self._going.locked() or not self.screen_stack:
            return True
        under = self.focused.ancestors_with_self if self.focused else [self.screen]
        return any(one.message_queue_size for one in under)
