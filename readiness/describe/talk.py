"""What is said of the time for a question."""

from __future__ import annotations

from readiness.i18n.language import _, n_
from readiness.i18n.words import listed

_MINUTE = 60


def clock_words(left: int) -> str:
    """The seconds that are left, or over, as a clock shows them: 3:40 left."""
    minutes, seconds = divmod(abs(left), _MINUTE)
    words = _("{time} left") if left >= 0 else _("{time} over")
    return words.format(time=f"{minutes}:{seconds:02}")


def spoken_time(left: int) -> str:
    """The same in a sentence: 3 minutes and 40 seconds are left."""
    minutes, seconds = divmod(abs(left), _MINUTE)
    parts = [n_("{n} minute", "{n} minutes", minutes).format(n=minutes)] if minutes else []
    if seconds or not minutes:
        parts.append(n_("{n} second", "{n} seconds", seconds).format(n=seconds))
    words = _("Time left: {time}.") if left >= 0 else _("Over the time by {time}: agree, or park.")
    return words.format(time=listed(parts))
