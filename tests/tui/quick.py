"""Nothing is waited for in a test of the screens that a person would not notice either."""

from textual import _wait

from readiness.tui import answering


def be_quick() -> None:
    """Wait for quiet in smaller steps than Textual's 20 ms, and show at once what was typed."""
    _wait.SLEEP_GRANULARITY, _wait.SLEEP_IDLE = 0.004, 0.0004
    answering.BREATH = 0.001
