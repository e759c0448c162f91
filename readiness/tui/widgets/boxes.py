"""A line to type in, in a dialog: what is pasted is cleaned, and nothing is dropped."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from readiness.i18n.language import _
from readiness.i18n.pasted import pasted
from readiness.tui.plain import cleaned

STEPS = 200
"""Steps that one box can take back."""


class LineBox(Input):
    """One line. It takes back and brings back what was typed, where no plan does that."""

    _past: tuple[str, ...] = ()
    _future: tuple[str, ...] = ()
    _is_stepping = False

    def on_mount(self) -> None:
        """Start with nothing to take back."""
        self._past = ()
        self._heard = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Be let go: Textual's screens keep what hears them, as long as they are there."""
        self._heard.unsubscribe(self)

    def on_paste(self, event: Paste) -> None:
        """Take in all lines, one after another, not only the first as Textual does."""
        event.stop()
        event.prevent_default()
        self._take_in(event.text)

    def action_paste(self) -> None:
        """The same with what was copied in the program."""
        self._take_in(self.app.clipboard)

    def _take_in(self, text: str) -> None:
        found = pasted(text, on_one_line=True)
        start, end = sorted(self.selection)
        room = self.max_length - len(self.value) + (end - start) if self.max_length else None
        if room is not None and len(found.text) > room:
            words = _("Not pasted: it is {n} characters long, and {room} fit here.")
            _tell(self, words.format(n=len(found.text), room=max(room, 0)))
            return
        self.replace(found.text, start, end)
        _tell(self, found.said)

    def restricted(self) -> None:
        """Say why a key changed nothing."""
        _tell(self, _("No more than {n} characters fit here.").format(n=self.max_length))

    def watch_value(self, old: str, new: str) -> None:
        """Remember what stood here before."""
        if old != new and not self._is_stepping:
            self._past, self._future = (*self._past, old)[-STEPS:], ()

    def take_back(self) -> bool:
        """Take the last change of the box back; whether there was one."""
        if not self._past:
            return False
        *rest, last = self._past
        self._future = (*self._future, self.value)
        self._past = tuple(rest)
        self._step_to(last)
        return True

    def bring_back(self) -> bool:
        """Bring the last change back that was taken back; whether there was one."""
        if not self._future:
            return False
        *rest, last = self._future
        self._past = (*self._past, self.value)
        self._future = tuple(rest)
        self._step_to(last)
        return True

    def _step_to(self, text: str) -> None:
        self._is_stepping = True
        self.value = text
        self._is_stepping = False


def _tell(box: Input, words: str) -> None:
    if words:
        box.app.notify(cleaned(words), timeout=8, markup=False)
