"""Nothing is waited for in a test of the screens that a person would not notice either."""

import asyncio
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual._compositor import Compositor
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from readiness.tui import current_plan

SOON, LONGEST, CALM = 0.02, 20.0, 3
"""Seconds: what is to happen within these is waited for, and how long a test waits at most before
it fails; turns of the loop in which nothing happens."""


async def until_quiet(_shortest: float = 0, _longest: float = 1) -> None:
    """Wait until nothing is under way and nothing is to come soon.

    Textual's own waits until the process has hardly worked for 20 ms. On a machine that others use
    as well it has hardly worked because it was not let, and what was asked for is yet to come.

    A test fails where that takes too long: its program never comes to rest. One that has ended may:
    until its screens are taken down, at the end of the test, their timer of 1/120 s goes on.
    """
    loop, app = asyncio.get_running_loop(), active_app.get(None)
    end, calm = loop.time() + LONGEST, 0
    while calm < CALM and (app is None or app.is_running):
        await asyncio.sleep(0)
        now = loop.time()
        soon = [
            one.when()
            for one in loop._scheduled  # type: ignore[attr-defined]
            if not one.cancelled() and one.when() < now + SOON
        ]
        if now > end:
            pytest.fail(f"never quiet: {[*loop._ready, *soon]}")  # type: ignore[attr-defined]
        if loop._ready or soon:  # type: ignore[attr-defined]
            calm = 0
        else:
            calm += 1
        if soon and not loop._ready:  # type: ignore[attr-defined]
            await asyncio.sleep(max(0.0, min(soon) - now))


wait_for_screen = Pilot._wait_for_screen
"""Textual's own wait: until every widget of the screen has taken in a message of its own."""


async def until_screen_is_quiet(_pilot: Pilot[Any], _timeout: float = 0) -> bool:
    """Wait until nothing is under way: then no widget has a message that it has not taken in."""
    await until_quiet()
    return True


_paint = Compositor.render_update
_parse_rules = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def parsed_once(sheet: Stylesheet, *said: Any, **named: Any) -> list[RuleSet]:
    """The rules of a style sheet: the same for every program that this process starts."""
    variables, colours = vars(sheet).get("colours", (None, frozenset()))
    if variables is not sheet._variables:
        variables, colours = sheet._variables, frozenset(sheet._variables.items())
        vars(sheet)["colours"] = variables, colours
    key = (colours, said, frozenset(named.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, *said, **named)
    return _parsed[key]


def unpainted(compositor: Compositor, **how: Any) -> Any:
    """Nothing for a terminal that is not there: what a test looks at is drawn when it looks."""
    if how.get("full"):
        return _paint(compositor, **how)
    compositor._dirty_regions.clear()
    return None


def be_quick() -> None:
    """Wait for what is to happen and no longer, and show at once what was typed."""
    Stylesheet._parse_rules = parsed_once  # type: ignore[method-assign]
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]  # the same, and no call
    Compositor.render_update = unpainted  # type: ignore[assignment]
    textual.app.wait_for_idle = until_quiet
    textual.pilot.wait_for_idle = until_quiet
    Pilot._wait_for_screen = until_screen_is_quiet  # type: ignore[method-assign]
    current_plan.BREATH = 0.001
