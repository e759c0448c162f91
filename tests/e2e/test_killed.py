"""Ended at random moments, the program loses no completed answer and spoils no file."""

import importlib.util
import signal
from pathlib import Path
from types import ModuleType

import pytest


def _bench() -> ModuleType:
    path = Path(__file__).parents[1] / "bench" / "killed.py"
    spec = importlib.util.spec_from_file_location("killed", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("how", "rounds"),
    [
        (signal.SIGKILL, 1),
        *(pytest.param(how, 1, marks=pytest.mark.walk) for how in (signal.SIGHUP, signal.SIGTERM)),
        *(
            pytest.param(how, 40, marks=pytest.mark.nightly)
            for how in (signal.SIGKILL, signal.SIGHUP, signal.SIGTERM)
        ),
    ],
)
def test_a_program_that_is_ended_loses_no_completed_answer(
    how: signal.Signals, rounds: int
) -> None:
    assert _bench().rounds(rounds, how, seed=7) == (0, 0)


@pytest.mark.walk
def test_answers_given_without_a_pause_are_on_disk_half_a_second_later() -> None:
    bench = _bench()
    assert bench.rounds(1, signal.SIGKILL, seed=11, gaps=bench.BURST) == (0, 0)
