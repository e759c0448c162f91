"""The two bottom lines: what was said in passing; the keys here, and how saving went."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Click

from readiness.i18n.language import _
from readiness.tui.plain import plain
from readiness.tui.view import View
from readiness.tui.widgets.key_line import key_at
from readiness.tui.widgets.message_line import MessageLine
from readiness.tui.widgets.words import SteadyText

SAVED, NOT_SAVED = 14, 22
"""Columns for how saving went, and where it went wrong."""


def fitting(keys: str, room: int) -> str:
    """Whole keys that fit in so many columns; the last, which leads away, always stays."""
    *others, last = keys.split("  ")
    while others and len("  ".join([*others, last])) > room:
        others.pop()
    return "  ".join([*others, last])


class Status(Vertical):
    """Two lines: the message; keys on the left, saving on the right."""

    DEFAULT_CSS = """
    Status { dock: bottom; height: auto; }
    Status Horizontal { height: 1; background: $panel; color: $panel-foreground; }
    Status Horizontal Static { text-wrap: nowrap; text-overflow: ellipsis; }
    Status .keys { width: 1fr; height: 1; }
    Status .saved { width: 14; height: 1; padding: 0 1; text-align: right; }
    Status .saved.trouble { width: 22; background: $trouble-background;
        color: $trouble-foreground; text-style: bold; }
    """

    def __init__(self, keys: str, more: str = "") -> None:
        """Show these keys, or more of them where they fit."""
        super().__init__()
        self._choices = (more, keys)
        self._keys = SteadyText(classes="keys")
        self._saved = SteadyText("", classes="saved")
        self._put()

    def compose(self) -> ComposeResult:
        """The message, and under it both halves."""
        yield MessageLine()
        with Horizontal():
            yield self._keys
            yield self._saved

    def say(self, keys: str, more: str = "") -> None:
        """Show other keys, or more of them where they fit."""
        self._choices = (more, keys)
        self._put()

    def on_resize(self) -> None:
        """Choose anew what fits."""
        self._put()

    def _put(self) -> None:
        more, keys = self._choices
        saved = NOT_SAVED if self._saved.has_class("trouble") else SAVED
        room = self.app.size.width - saved - 1  # the line begins with a space
        fits = more and len(f"{more} ") <= room
        self._keys.say(plain(f" {more if fits else fitting(keys, room)}"), moves=False)

    def on_click(self, event: Click) -> None:
        """Do what the key does that was clicked; in what was not saved, save."""
        if not self._keys.region.y == self._saved.region.y == event.screen_y:
            return
        place = event.screen_x - self._keys.region.x
        if self._saved.region.contains(event.screen_x, event.screen_y):
            key = "f9" if self._saved.has_class("trouble") else ""
        else:
            key = key_at(str(self._keys.render()), place)
        if key:
            self.app.simulate_key(key)

    def show(self, view: View) -> None:
        """Say how saving went."""
        self._saved.set_class(bool(view.trouble), "trouble")
        words = _("NOT SAVED: press F9") if view.trouble else view.saved
        self._saved.say(plain(words), moves=False)
        self._put()
