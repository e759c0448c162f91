"""The bottom line: the keys that matter here, and when the plan was saved."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from readiness.core.wording.language import _
from readiness.tui.plain import plain
from readiness.tui.view import View
from readiness.tui.widgets.words import Words


class Status(Horizontal):
    """One line: keys on the left, saving on the right."""

    DEFAULT_CSS = """
    Status { dock: bottom; height: 1; background: $panel; }
    Status Static { text-wrap: nowrap; text-overflow: ellipsis; }
    Status .keys { width: 1fr; height: 1; }
    Status .saved { width: 14; height: 1; padding: 0 1; text-align: right; }
    Status .saved.trouble { width: 22; background: $error; color: $text; text-style: bold; }
    """

    def __init__(self, keys: str) -> None:
        """Show these keys."""
        super().__init__()
        self._keys = Words(plain(f" {keys}"), classes="keys")
        self._saved = Words("", classes="saved")

    def compose(self) -> ComposeResult:
        """Both halves."""
        yield self._keys
        yield self._saved

    def say(self, keys: str) -> None:
        """Show other keys."""
        self._keys.say(plain(f" {keys}"), moves=False)

    def show(self, view: View) -> None:
        """Say how saving went."""
        self._saved.set_class(bool(view.trouble), "trouble")
        words = _("NOT SAVED: press F9") if view.trouble else view.saved
        self._saved.say(plain(words), moves=False)
