"""The way in."""

import gc
import importlib.util
import sys
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage.problems import UnreadablePlan
from readiness.tui import launch
from readiness.tui.app import ReadinessApp
from readiness.tui.launch import run_app
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


async def test_once_the_plan_is_seen_garbage_is_collected_and_the_next_screens_are_loaded(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(launch, "SOON", 0.001)
    monkeypatch.setattr(launch, "BETWEEN", 0.001)
    monkeypatch.setattr(launch, "import_module", loaded.append)
    usual = gc.get_threshold()
    try:
        async with at(session, state) as person:
            launch.seen(person.app)
            while len(loaded) < len(launch.NEXT):
                await person.pilot.pause(0.01)
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
    assert loaded == list(launch.NEXT)
    assert all(importlib.util.find_spec(name) for name in loaded)
