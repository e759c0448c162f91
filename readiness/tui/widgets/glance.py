"""A panel that is only read: what else the plan says about what a person is at."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.timer import Timer

from readiness.tui import current_plan
from readiness.tui.widgets.boxes import Panel, entitle
from readiness.tui.widgets.drawing import Draw, Drawing


class Glance(Panel):
    """Draws what it shows once the person pauses, so that it makes no key slower."""

    DEFAULT_CSS = """
    Glance { height: 1fr; padding: 0 1; }
    """
    _about: tuple[object, ...] = ()
    _pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """What is drawn."""
        yield Drawing()

    def show(self, title: str, made: Callable[[], Draw], *about: object) -> None:
        """Show under a title what `made` draws; nothing is done while it is `about` the same."""
        entitle(self, title)
        is_same = len(about) == len(self._about) and all(
            one is before for one, before in zip(about, self._about, strict=True)
        )
        if is_same:
            return
        self._about = about
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(current_plan.BREATH, lambda: self._draw(made))

    def _draw(self, made: Callable[[], Draw]) -> None:
        self.query_one(Drawing).show(made())
        self.scroll_home(animate=False)
