"""Lays out and paints what is not shown yet, which is most of the work of showing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from textual._compositor import Compositor
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

TIMES = 2
"""A second time, for whether there is a scrollbar is known only after the first."""


def rehearsal(part: Widget, size: Size) -> Iterator[Callable[[], None]]:
    """The steps that lay out and paint a part of a screen at a size, as it will be shown.

    Nothing is shown yet. Textual keeps what came of it in each widget, as long as neither size nor
    words change.
    """
    compositor = Compositor()
    for _ in range(TIMES):
        yield partial(_lay_out, compositor, part, size)
    yield partial(_paint, compositor, part)


def _paint(compositor: Compositor, part: Widget) -> None:
    if part.is_attached:
        with _in_place(compositor, part):
            compositor.render_full_update()


@contextmanager
def _in_place(compositor: Compositor, part: Widget) -> Iterator[None]:
    """Widgets ask their screen where they are."""
    screen = part.screen
    shown, screen._compositor = screen._compositor, compositor
    try:
        yield
    finally:
        screen._compositor = shown


def _lay_out(compositor: Compositor, part: Widget, size: Size) -> None:
    if not part.is_attached:
        return
    with _in_place(compositor, part):
        compositor.reflow(part, size)
        for widget, place in compositor.layers:
            widget._size_updated(
                place.region.size, place.virtual_size, place.container_size, layout=False
            )


def screen_rehearsal(screen: Screen[object], size: Size) -> Iterator[Callable[[], None]]:
    """The steps that lay out and paint a screen that is not in front, as it will be shown."""
    for _ in range(TIMES):
        yield partial(_lay_out_screen, screen, size)
    yield partial(_paint_screen, screen)


def _lay_out_screen(screen: Screen[object], size: Size) -> None:
    """Do as Textual's own timer does, which stands still for a screen that is not in front.

    What hears of its size here may want to be laid out once more, as it would there.
    """
    if screen.is_running and not screen.is_current:
        screen._refresh_layout(size)
        screen._layout_required = screen._scroll_required = False
        screen._dirty_widgets.clear()


def _paint_screen(screen: Screen[object]) -> None:
    if screen.is_running and not screen.is_current:
        screen._compositor.render_full_update()
