"""The way in: loads the program and runs it on a plan, or from the start screen."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from readiness.app.operations.rating import Passed
    from readiness.app.operations.workshop import Room
    from readiness.domain.ratings.rater_answers import RaterAnswers
    from readiness.tui.app import ReadinessApp

SELDOM = (500_000, 20, 20)
"""Things made before the young are looked through although keys come, and how often the older."""

REST, FEW, OFTEN = 0.5, 2_000, 20
"""Seconds without a key after which garbage is looked for; things made that are too few for it; and
how often the young are looked through before the older are."""

TURN = 0.0005
"""Seconds after which Python lets another thread go on: one of them writes what is painted, and
would wait 5 ms for its turn while the program goes on with what is not seen yet."""

FRAMES = "200"
"""The most pictures a second: what a key does waits for the next, with Textual's own 60 for 17 ms.
Nothing is painted while nothing changes."""


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


class Rated(NamedTuple):
    """What became of one person's sitting on the screens."""

    code: int
    """The exit code."""
    path: Path
    """The person's file."""
    said: RaterAnswers | None
    """What it holds; None where no role was named."""


def run_app(path: Path | None, workshop: Path | None = None) -> int:
    """Run the program, at a workshop of the plan if asked; returns its exit code.

    Raises UnreadablePlan.
    """
    with _program(path) as app:
        if workshop is not None:
            from readiness.tui.plan_files import Workshops

            app.call_later(Workshops(app, app.navigation).open_path, workshop)
        app.call_later(start_waiting_work, app)
        return _code(app)


def run_rating(room: Room, place: Path, said: RaterAnswers | None, vote: int) -> Rated:
    """Ask one person the questions of a workshop; no plan is opened."""
    with _program() as app:
        from readiness.tui.screens.dialogs import Curtain
        from readiness.tui.screens.rating import RatingScreen

        screen = RatingScreen(room, place, said, vote)
        app.call_later(app.push_screen, Curtain())
        app.call_later(app.push_screen, screen, lambda _said: app.exit(0))
        app.call_later(collect_at_rest, app)
        return Rated(_code(app), screen.path, screen.said)


def run_kiosk(room: Room, folder: Path, vote: int) -> tuple[int, Passed]:
    """Ask one person after another on one laptop; returns the exit code, and how many answered."""
    with _program() as app:
        from readiness.tui.screens.rating import Kiosk

        kiosk = Kiosk(app, room, folder, vote)
        app.call_later(kiosk.begin)
        app.call_later(collect_at_rest, app)
        return _code(app), kiosk.passed


def _code(app: ReadinessApp) -> int:
    """Run it; returns its exit code."""
    return app.run() or app.return_code or 0


@contextmanager
def _program(path: Path | None = None) -> Iterator[ReadinessApp]:
    """The program, with a plan or without, loaded and run with what is known of how it is used.

    What is loaded here stays until the end. Looking through it for garbage again and again while
    it is loaded takes a fifth of the time to the first frame, so that waits until the plan is seen.
    """
    usual, turn = gc.get_threshold(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(TURN)
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    try:
        from readiness.app.operations.open_plan import own_memory, templates
        from readiness.app.session import Session
        from readiness.tui.app import ReadinessApp

        library = templates()
        session = Session.open(path, library) if path is not None else None
        yield ReadinessApp(session, library, own_memory())
    finally:
        gc.set_threshold(*usual)
        gc.enable()
        sys.setswitchinterval(turn)


def start_waiting_work(app: ReadinessApp) -> None:
    """Do what waited until the first screen stands."""
    collect_at_rest(app)
    app.run_worker(warm_up(app), group="warm up")


def collect_at_rest(app: ReadinessApp) -> None:
    """Look for garbage again, but only while no key comes, and not at what is loaded.

    Drawing a question makes thousands of things that go by themselves; looking through them as
    often as Python does by default takes a fifth of the time, and looking seldom stops a key for a
    tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
    before = 0

    def look() -> None:
        nonlocal before
        young, middle, old = gc.get_count()
        if app.messages.presses == before and young > FEW:
            gc.collect(2 if old > OFTEN else 1 if middle > OFTEN else 0)
        before = app.messages.presses

    app.set_interval(REST, look)


async def warm_up(app: ReadinessApp) -> None:
    """Load what comes next and make the screens that are kept, a little at a time."""
    from readiness.i18n.date_shapes import shapes
    from readiness.tui.navigation import KEPT

    await asyncio.sleep(SOON)
    for name in NEXT:
        import_module(name)
        await asyncio.sleep(BETWEEN)
    shapes()  # else the first question with a date would put them together
    for name in KEPT:
        while not app.navigation.can_leave:  # noqa: ASYNC110 - no dialog tells that it goes
            await asyncio.sleep(SOON)
        await app.navigation.prepare(name)
        await asyncio.sleep(BETWEEN)
