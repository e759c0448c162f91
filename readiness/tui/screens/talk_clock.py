"""The time for a question in the room: started and stopped with one key; it tells, and no more."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.screen import Screen
from textual.timer import Timer

from readiness.describe.talk import clock_words
from readiness.domain.ratings.talk import Talk


class TalkClock:
    """A clock that a screen shows while it runs."""

    def __init__(self) -> None:
        """Begin without any time."""
        self.seconds: Callable[[], float] = monotonic
        """Counts seconds from any beginning."""
        self._talk: Talk | None = None
        self._beat: Timer | None = None

    def turn(self, screen: Screen[None], tell: Callable[[], None]) -> None:
        """Start it, and tell each second; or stop it."""
        if self._beat is None:
            self._talk, self._beat = Talk(self.seconds()), screen.set_interval(1, tell)
        else:
            self._beat.stop()
            self._talk = self._beat = None
        tell()

    def before(self, words: str) -> str:
        """The words, with what is left before them while it runs."""
        if self._talk is None:
            return words
        return f"{clock_words(self._talk.left(self.seconds()))}   {words}"
