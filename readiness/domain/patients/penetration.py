"""Penetration: the share of the patients who fit that the practice is likely to reach."""

from __future__ import annotations

from readiness.domain.capacity.ledger import Ledger
from readiness.domain.patients.funnel import NOTHING, PatientFunnel
from readiness.domain.record import Record


class Penetration(Record, kw_only=False):
    """Shares from 0 to 1 of those who meet the criteria."""

    low: float
    middle: float
    high: float
    places: float | None
    """Patients for whom there is a place within the period; None where that is not known."""
    is_held_by_places: bool
    """Whether places, not patients who say yes, are what keeps it down."""


def penetration_of(funnel: PatientFunnel, ledger: Ledger | None) -> Penetration | None:
    """Who is likely to start, of those who fit, as far as there are places for them.

    None where nobody fits, or where it is not known how many of those who say yes start.
    """
    fit, start = funnel.fit, funnel.stage("start")
    if fit <= NOTHING or start is None:
        return None
    places = ledger.started if ledger is not None else None
    low, middle, high = (
        min(number, places if places is not None else number, fit) / fit
        for number in (start.low, start.middle, start.high)
    )
    return Penetration(
        low, middle, high, places, places is not None and places < start.middle - NOTHING
    )
