"""A panel that is only read: what else the plan says about what a person is at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.containers import Horizontal
from textual.timer import Timer

from readiness.tui import current_plan
from readiness.tui.widgets.boxes import entitle
from readiness.tui.widgets.drawing import Draw, Picture


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


class Glance(Picture):
    """Draws what it shows once the person pauses, so that it makes no key slower."""

    DEFAULT_CSS = """
    Glance { height: 1fr; }
    """
    _about: tuple[object, ...] = ()
    _pause: Timer | None = None

    def show(self, title: str, made: Callable[[], Draw], *about: object) -> None:
        """Show under a title what `made` draws; nothing is done while it is `about` the same."""
        entitle(self, title)
        if len(about) == len(self._about) and all(map(_is_same, about, self._about)):
            return
        self._about = about
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(current_plan.BREATH, lambda: self._begin(made()))

    def _begin(self, draw: Draw) -> None:
        self.draw(draw)
        self.scroll_home(animate=False)


def _is_same(one: object, before: object) -> bool:
    # Of a plan or what it comes to, the very same: to compare two of them takes long.
    return one is before or (isinstance(one, str) and one == before)
