"""When an open plan is saved while it is answered: soon, in order, without keys waiting.

The interface's thread makes a draft of the plan at each change, which costs nothing. A thread of
its own writes the latest draft, one at a time. What became of it comes back to the thread of the
keys, for only that one changes the plan.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from readiness.app.keeper import Draft, Keeper, Outcome, Written

PROMISE = 0.5
"""Seconds after which an answer is on disk, for the largest plan too."""

GATHER = 0.15
"""Seconds in which changes are gathered, such as the letters of a word, before they are written."""

LOOK = 2.0
"""Seconds between two looks at whether someone else changed the file, and between two tries to
write what could not be written."""

Post = Callable[[Callable[[], None]], object]
"""Lets something be done on the interface's thread; called from another one."""


class Autosave:
    """Saves one plan as it changes. Every method is called on the interface's thread."""

    def __init__(self, keeper: Keeper, settled: Callable[[Outcome], object], post: Post) -> None:
        """Save what a keeper keeps; `settled` hears what became of it."""
        self._keeper, self._settled, self._post = keeper, settled, post
        # At the end of the program Python waits for what such a thread has under way.
        self._thread = ThreadPoolExecutor(1, "autosave")
        self._lock, self._hurry = threading.Lock(), threading.Event()
        self._next: list[Draft] = []
        """The draft that is written next, if any."""
        self._since = 0.0
        self._done = deque[Written]()
        self._took = 0.0

    def changed(self) -> None:
        """Write the plan soon: so that every change up to now is on disk within PROMISE.

        Where nothing changed, the file is looked at.
        """
        draft = self._keeper.draft()
        with self._lock:
            is_first = not self._next
            if is_first:
                self._since = time.monotonic()
            self._next = [draft]
        if is_first:
            self._thread.submit(self._write)

    def look(self) -> None:
        """See whether someone else changed the file, unless a write that is due will do so."""
        if not self._next:
            self.changed()

    def aside(self, work: Callable[[], object]) -> None:
        """Run `work` on the writing thread, after the draft that is being written there."""
        self._thread.submit(work)

    def rest(self) -> None:
        """Write at once what is not written yet, and wait for it.

        What became of each write is handed to `settled` before this returns.
        """
        self._hurry.set()
        self._thread.submit(bool).result()  # everything before it is done then
        self._hurry.clear()
        for outcome in self._outcomes():
            if outcome is not None:
                self._settled(outcome)

    def close(self) -> None:
        """Write and wait as `rest` does, then end the thread: nothing is saved after it."""
        self.rest()
        self._thread.shutdown()

    def _write(self) -> None:
        """On the other thread: gather, and write the latest draft."""
        self._hurry.wait(max(self._since + gathering(self._took) - time.monotonic(), 0))
        with self._lock:
            draft = self._next.pop()
        began = time.monotonic()
        self._done.append(draft.write())
        self._took = time.monotonic() - began
        with contextlib.suppress(RuntimeError):  # the interface's loop has ended
            self._post(self._settle)

    def _settle(self) -> None:
        for outcome in self._outcomes():
            if outcome is None:
                self.changed()
            else:
                self._settled(outcome)

    def _outcomes(self) -> list[Outcome | None]:
        """What became of the drafts that were written; None where another one has to be."""
        return [self._keeper.settle(self._done.popleft()) for _rest in range(len(self._done))]


def gathering(took: float) -> float:
    """For how many seconds changes are gathered before a write, where a write takes `took` seconds.

    From 0 to GATHER, and short enough that two writes fit into PROMISE: a change that comes while a
    draft is being written waits for that write first.
    """
    return min(GATHER, max(PROMISE / 2 - took, 0))
