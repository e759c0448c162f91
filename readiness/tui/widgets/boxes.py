"""Boxes to type in: what is pasted is cleaned and said, and what does not fit is never dropped."""

from __future__ import annotations

from textual.events import Paste
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input, TextArea
from textual.widgets.text_area import EditResult

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

    def _on_paste(self, event: Paste) -> None:
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


class TextBox(TextArea):
    """Several lines; Tab leads on, and another text may be put in without losing the place."""

    def __init__(self, text: str) -> None:
        """Show a text."""
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def on_mount(self) -> None:
        """Know what it hears of the screen."""
        self._heard = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Be let go: Textual keeps what watches the colours, and what hears a screen that stays."""
        self._heard.unsubscribe(self)
        watching = getattr(self.app, "__watchers", {}).get("theme", [])
        watching[:] = [one for one in watching if one[0] is not self]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing once it went: a dialog may draw the screen behind it as it was before."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    async def _on_paste(self, event: Paste) -> None:
        """Take in the text as plain text."""
        event.stop()
        event.prevent_default()
        self._take_in(event.text)

    def action_paste(self) -> None:
        """The same with what was copied in the program."""
        self._take_in(self.app.clipboard)

    def _take_in(self, text: str) -> None:
        found = pasted(text)
        result: EditResult | None = self._replace_via_keyboard(found.text, *self.selection)
        if result:
            self.move_cursor(result.end_location)
        _tell(self, found.said)

    def put(self, text: str) -> None:
        """Show another text; the cursor goes to the end of what is different."""
        before = self.text
        self.text = text
        above = text[: _after_change(before, text)].split("\n")
        self.move_cursor((len(above) - 1, len(above[-1])))


def _after_change(before: str, text: str) -> int:
    """Where in a text the end of what is different from before is; at a word if that may be."""
    shared = min(len(before), len(text))
    head = next((n for n in range(shared) if before[n] != text[n]), shared)
    tail = next((n for n in range(shared) if before[-1 - n] != text[-1 - n]), shared)
    end = len(text) - tail
    words = (n for n in range(end, head + 1) if n == 0 or text[n - 1].isspace())
    return next(words, end)


def _tell(box: Input | TextArea, words: str) -> None:
    if words:
        box.app.notify(cleaned(words), timeout=8, markup=False)
