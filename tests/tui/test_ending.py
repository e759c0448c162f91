"""The system ends the program: it is told, on whichever system."""

import asyncio
import signal
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest

from readiness.tui import shutdown


async def test_a_window_that_is_closed_waits_until_the_plan_is_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closing: list[Callable[[], None]] = []
    monkeypatch.setattr(shutdown, "on_close", closing.append)
    monkeypatch.setattr(shutdown, "SIGNALS", ())
    done: list[str] = []
    shutdown.when_ended(asyncio.get_running_loop(), lambda: done.append("saved"))
    (close,) = closing
    await asyncio.to_thread(close)
    assert done == ["saved"]


async def test_a_loop_without_signals_hears_of_them_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop, handlers, done = asyncio.get_running_loop(), dict[Any, Any](), asyncio.Event()

    # As on Windows.
    monkeypatch.setattr(loop, "add_signal_handler", Mock(side_effect=NotImplementedError))
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    shutdown.when_ended(loop, done.set)
    handlers[signal.SIGTERM](signal.SIGTERM, None)
    await asyncio.wait_for(done.wait(), 30)


def test_outside_the_main_thread_nothing_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    closing: list[Callable[[], None]] = []
    monkeypatch.setattr(shutdown, "on_close", closing.append)
    loop = asyncio.new_event_loop()

    def elsewhere(*_given: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(loop, "add_signal_handler", elsewhere)
    shutdown.when_ended(loop, lambda: None)
    loop.close()
    assert closing == []
