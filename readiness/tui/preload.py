"""Loading, once the first screen stands, what a person is likely to want next."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from textual.app import App

SOON, BETWEEN = 0.3, 0.05
"""Seconds after the first screen, and between two steps, so that no key has to wait long."""

NEXT = (
    "readiness.tui.form.question",
    "readiness.tui.screens.area",
    "readiness.storage.plan_writer",
    "readiness.tui.screens.hours",
    "readiness.tui.screens.actions",
    "readiness.tui.screens.flags",
    "readiness.tui.screens.calendar",
    "readiness.tui.screens.patients",
)
"""Modules, those that are wanted soonest first."""


def warm_up(app: App[int]) -> None:
    """Load what comes next, a little at a time."""
    app.set_timer(SOON, lambda: _step(app, iter(NEXT)))


def _step(app: App[int], left: Iterator[str]) -> None:
    name = next(left, None)
    if name is not None:
        import_module(name)
        app.set_timer(BETWEEN, lambda: _step(app, left))
