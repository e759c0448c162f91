"""A panel that is only read: what else the plan says about what a person is at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from readiness.tui import current_plan
from readiness.tui.widgets.boxes import Panel, entitle
from readiness.tui.widgets.drawing import Draw, Drawing


@dataclass(frozen=True)
class Shown:
    """What stands in a panel for now."""

    name: str
    """Which panel."""
    title: str
    made: Callable[[], Draw]
    """Reckons what is drawn; called once the person pauses."""
    about: tuple[object, ...]
    """What it is about: while these are the same, nothing is drawn anew."""


class Glances(Horizontal):
    """Panels side by side under a list, as many as the window has room for."""

    DEFAULT_CSS = """
    Glances { height: 2fr; display: none; }
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Hold panels of these names."""
        super().__init__(*(Glance(id=name) for name in names))

    def fill(self, found: Iterable[Shown]) -> None:
        """Show these, and hide the others."""
        by_name = {one.name: one for one in found}
        for glance in self.query(Glance):
            one = by_name.get(glance.id or "")
            glance.display = one is not None
            if one is not None:
                glance.show(one.title, one.made, *one.about)
        self.display = bool(by_name)


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
