"""The bottom line: the keys that matter here, and when the plan was saved."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from readiness.tui.plain import plain
from readiness.tui.view import View


class Status(Horizontal):
    """One line: keys on the left, saving on the right."""

    DEFAULT_CSS = """
    Status { dock: bottom; height: 1; background: $panel; }
    Status Static { text-wrap: nowrap; text-overflow: ellipsis; }
    Status .keys { width: 1fr; height: 1; }
    Status .saved { width: auto; height: 1; padding: 0 1; }
    Status .trouble { background: $error; color: $text; text-style: bold; width: auto; }
    """

    def __init__(self, keys: str) -> None:
        """Show these keys."""
        super().__init__()
        self._said = keys
        self._keys = Static(plain(f" {keys}"), classes="keys")
        self._saved = Static("", classes="saved")

    def compose(self) -> ComposeResult:
        """Both halves."""
        yield self._keys
        yield self._saved

    def say(self, keys: str) -> None:
        """Show other keys."""
        if keys != self._said:
            self._said = keys
            self._keys.update(plain(f" {keys}"))

    def show(self, view: View) -> None:
        """Say how saving went."""
        self._saved.set_class(bool(view.trouble), "trouble")
        self._saved.update(plain("NOT SAVED: press F9" if view.trouble else view.saved))
