"""How long a question has been talked about: a time that tells, and does nothing."""

from __future__ import annotations

from math import ceil

from readiness.domain.record import Record

TALK_MINUTES = 4
"""Minutes for a question before it is parked; our default, as on the run sheet."""

MOST_MINUTES = 90
"""Minutes at most: a whole workshop."""

_MINUTE = 60


class Talk(Record, kw_only=False):
    """A question that is talked about, by a clock that counts seconds from any beginning."""

    began: float
    """What the clock said."""
    minutes: int = TALK_MINUTES
    """How many there are."""

    def left(self, now: float) -> int:
        """Seconds that are left; below 0 those that it is over."""
        return ceil(self.minutes * _MINUTE - (now - self.began))
