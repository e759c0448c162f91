"""Whether the keyboard lives: what every walk asks after each of its steps."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from readiness.tui.app import ReadinessApp
from readiness.tui.screens.dialogs import TooSmall
from tests.tui.seen import rows_of

LONGEST = 20.0
"""Seconds in which a key is taken, on the slowest machine."""

TURNS, MOMENT = 400, 1.0
"""Turns of the loop that what is under way may take before a key would come, and seconds that a
screen has at most to change; nothing waits longer than it has to."""

WAYS_OUT = {"f2", "escape"}
"""Keys one of which changes every screen but those that a person has no need to leave."""


def dead(app: App[Any]) -> str:
    """Why a key would arrive nowhere; empty while the keyboard lives.

    What has the focus is in place, shown with all that it stands in, running and not switched off;
    its screen is the one in front; and from there F2 or Esc still reaches what they are bound to.
    """
    screen, focused = app.screen, app.screen.focused
    if not (screen.is_running and screen.is_attached and screen.is_current):
        return f"{screen} is in front and not running"
    if focused is None:
        unheld = screen.focus_chain if app.app_focus else []
        wrong = f"nothing has the keys, though {unheld[0]} could" if unheld else ""
    else:
        wrong = _misplaced(focused, screen)
    if wrong or isinstance(screen, TooSmall):
        return wrong  # the notice goes when the window grows, and by no key
    if not any(one.enabled for key, one in screen.active_bindings.items() if key in WAYS_OUT):
        return f"neither F2 nor Esc does anything from {focused}"
    return ""


def _misplaced(focused: Widget, screen: Screen[Any]) -> str:
    line = [one for one in focused.ancestors_with_self if isinstance(one, Widget)]
    if not focused.is_attached or line[-1] is not screen:
        return f"{focused} has the keys and is on no screen, or on another one"
    gone = [one for one in line if not (one.is_running and one.display)]
    if gone or not focused.focusable:
        return f"{focused} has the keys; gone, hidden or switched off: {gone or focused}"
    return ""


async def lives(app: App[Any]) -> None:
    """Fail unless the keyboard lives as soon as what is under way is done."""
    for _ in range(TURNS):
        if not app.is_running or not app.screen_stack or not dead(app):
            return
        await asyncio.sleep(0)
    raise AssertionError(dead(app))


def picture(app: App[Any]) -> str:
    """What the screen shows now, but for the bottom line, which tells of saving by itself."""
    if not app.screen_stack:
        return ""
    strips = rows_of(app.screen)
    return "\n".join([repr(app.screen), *(strip.text for strip in strips[:-1])])


async def taken(app: ReadinessApp) -> None:
    """Wait until every key has been taken; one that never is means a dead keyboard."""
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST
    while app.is_running and app.key_queue.waiting:
        assert loop.time() < end, f"keys that nothing takes: {list(app.key_queue.waiting)[:3]}"
        await asyncio.sleep(0)


async def changes(app: App[Any], before: str, seconds: float = MOMENT) -> bool:
    """Whether the screen shows something else than before, at once or within these seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        if not app.is_running or picture(app) != before:
            return True
        await asyncio.sleep(0)
    return False
