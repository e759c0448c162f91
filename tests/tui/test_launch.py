"""The way in."""

import asyncio
import gc
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest

from readiness.app.session import Session
from readiness.storage.problems import UnreadablePlan
from readiness.tui import launch
from readiness.tui.app import ReadinessApp
from readiness.tui.launch import run_app
from readiness.tui.navigation import KEPT
from readiness.tui.screens.hours import HoursScreen
from readiness.tui.screens.map import MapScreen
from tests.tui.person import at


@pytest.mark.parametrize("has_plan", [True, False])
def test_the_program_is_run_on_the_plan_and_garbage_is_collected_afterwards(
    example: Path, monkeypatch: pytest.MonkeyPatch, *, has_plan: bool
) -> None:
    opened: list[Path | None] = []

    def run(app: ReadinessApp) -> int:
        opened.append(app.first.path if app.first else None)
        assert not gc.isenabled()
        assert sys.getswitchinterval() < turn
        return 3

    usual, turn = gc.get_threshold(), sys.getswitchinterval()
    monkeypatch.setattr(ReadinessApp, "run", run)
    assert run_app(example if has_plan else None) == 3
    assert opened == [example if has_plan else None]
    assert gc.isenabled()
    assert gc.get_threshold() == usual
    assert sys.getswitchinterval() == turn


def test_a_file_that_cannot_be_read_never_reaches_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("format = \n")
    with pytest.raises(UnreadablePlan, match=r"bad\.toml line 1"):
        run_app(path)
    assert gc.isenabled()


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What waits until nobody is kept waiting comes at once; garbage is looked for as before."""
    for name in ("SOON", "BETWEEN"):
        monkeypatch.setattr(launch, name, 0.001)
    usual = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


@pytest.mark.usefixtures("_at_once")
async def test_once_the_plan_is_seen_the_next_screens_are_loaded(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(launch, "import_module", loaded.append)
    async with at(session, state) as person:
        launch.start_waiting_work(person.app)
        await person.settle()
    assert loaded == list(launch.NEXT)
    assert all(importlib.util.find_spec(name) for name in loaded)


@pytest.mark.usefixtures("_at_once")
async def test_screens_that_are_kept_are_made_unseen_and_work_when_they_are_wanted(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        app = person.app
        app.offers_tour = True
        app.messages.tell("Said on the map.")
        await person.press("down")
        launch.start_waiting_work(app)
        await person.settle()
        assert all(map(app.is_screen_installed, KEPT))
        assert [type(one) for one in app.screen_stack] == [MapScreen]
        assert app.offers_tour, "nobody left the map"
        person.sees("Said on the map.")
        await person.press("h")
        assert isinstance(app.screen, HoursScreen)
        person.sees("Each practitioner, in a full week")
        await person.press("2")
        person.sees("What if")
        await person.press("escape", "3")
        assert app.focused is app.screen.query_one("#items")


@pytest.mark.usefixtures("_at_once")
async def test_garbage_goes_while_no_key_comes(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "REST", 0.1)

    class Ring:
        def __init__(self) -> None:
            self.itself = self

    async with at(session, state) as person:
        launch.collect_at_rest(person.app)
        rings = [Ring() for _ in range(launch.FEW)]
        gone = ref(rings[0])
        rings.clear()
        async with asyncio.timeout(30):
            while gone() is not None:
                await person.pilot.pause(0.01)
