"""Words on the screen that are drawn anew only when they change."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class SteadyText(Static):
    """A text that costs nothing while it stays as it is."""

    _said: Content | None = None

    def say(self, words: Content, *, moves: bool = True) -> None:
        """Show these words; `moves` where they may take more or less room than those before."""
        if words != self._said:
            self._said = words
            self.update(words, layout=moves)
