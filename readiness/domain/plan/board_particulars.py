"""What a plan says of the decision to start: whose it is, when, on which conditions."""

from __future__ import annotations

from datetime import date

from readiness.domain.plan.room import RoomTables


class BoardParticulars(RoomTables):
    """The fields of a plan that the board page and the cover are made from."""

    decider: str = ""
    """Who decides whether it starts, such as the head of department."""
    meeting: date | None = None
    """The day on which that is decided."""
    conditions_by: date | None = None
    """The day by which conditions of a start are met; a week before the start where none is said,
    which is our default."""
    requests: str = ""
    """What the board is asked, a request a line, in place of the draft from the answers."""
