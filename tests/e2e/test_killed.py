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


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("rounds", [1, pytest.param(40, marks=pytest.mark.nightly)])
def test_a_program_that_is_ended_loses_no_completed_answer(
    how: signal.Signals, rounds: int
) -> None:
    assert _bench().rounds(rounds, how, seed=7) == (0, 0)


def test_answers_given_without_a_pause_are_on_disk_half_a_second_later() -> None:
    bench = _bench()
    assert bench.rounds(1, signal.SIGKILL, seed=11, gaps=bench.BURST) == (0, 0)
