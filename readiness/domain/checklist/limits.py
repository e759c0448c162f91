"""The numbers that the program reckons with: what stands behind each, and how large it may be.

Whatever a template says of a number, or a plan in its place, stays within these; so no sum leaves
the calendar, and no count takes longer than a person waits. The limits are ours, wider than any
service known to us; a template may set narrower ones for what it asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from readiness.domain.record import Record
from readiness.i18n.language import N_
from readiness.i18n.words import SHARE, YES_OR_NO


class Assumption(Record):
    """A number the program reckons with: a default of the practice, or a threshold of the rules.

    Where `sources` is empty it is our default, and is shown as that. Where `value` is left out
    nobody has measured it for this practice: each service counts its own, and until it has,
    nothing is reckoned from it and no flag is raised.
    """

    label: str
    """What it is, in words that fit a table."""
    value: float | int | tuple[int, ...] | None = None
    """The number, or a list of months; None where the practice has none."""
    unit: str = ""
    """Its unit, e.g. minutes or share."""
    basis: str = ""
    """Where it comes from, in a few words."""
    sources: tuple[str, ...] = ()
    """Ids in the reference list; none means our default."""
    follows: str = ""
    """For a limit that is said for the usual period: the number of the practice that it grows and
    shrinks with where a plan's period is longer or shorter; `period_months` for a time."""

    @property
    def is_our_default(self) -> bool:
        """Whether no source stands behind it."""
        return not self.sources

    @property
    def number(self) -> float | None:
        """The value as one number (the first of a list); None where there is none."""
        value = self.value[0] if isinstance(self.value, tuple) else self.value
        return None if value is None else float(value)


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of a plan's dates, both within."""


class Limit(NamedTuple):
    """The least and the largest a number may be, both within."""

    low: float
    high: float
    why: str
    """The reason, to be translated."""


ANY = Limit(-1_000_000, 1_000_000, N_("no plan counts further than a million"))
"""Any number of which nothing is known."""

_MINUTES = Limit(0, 24 * 60, N_("a day has 1,440 minutes"))
_HOURS = Limit(0, 24, N_("a day has 24 hours"))
_OF_A_WEEK = Limit(0, 7 * 24, N_("a week has 168 hours"))
_MONTHS = Limit(0, 60, N_("a plan is for 60 months at most"))
_WEEKS = Limit(0, 260, N_("a plan is for 260 weeks at most"))
_EVERY = Limit(1, 260, N_("at least once in 260 weeks, and at most once a week"))
_PART = Limit(0, 1, N_("a share is a part of 1, such as 0.8 for 80%"))
_YES_OR_NO = Limit(0, 1, N_("1 is yes, and 0 is no"))
_DAYS = Limit(0, 100, N_("more days than anyone trains or reviews"))
_TIMES = Limit(1, 10, N_("1 is as long as planned, and 10 is ten times as long"))
_PATIENTS = Limit(0, 1000, N_("more patients than one practitioner can see"))
_GROUPS = Limit(0, 100, N_("more groups than one practitioner can lead"))
_COUNT = Limit(0, 1_000_000, N_("it is a number from 0 to a million"))

_UNITS = {SHARE: _PART, YES_OR_NO: _YES_OR_NO}

LIMITS: Mapping[str, Limit] = {
    **dict.fromkeys(("preparation_minutes", "group_preparation_minutes"), _MINUTES),
    **dict.fromkeys(("notes_minutes", "travel_minutes", "supervision_minutes"), _MINUTES),
    **dict.fromkeys(
        ("session_minutes", "group_session_minutes"),
        Limit(1, _MINUTES.high, N_("a session lasts from one minute to a day")),
    ),
    "monitoring_minutes": _MINUTES,
    "sessions_a_week": Limit(0.05, 50, N_("a session in 20 weeks at least, and 50 a week at most")),
    "planned_sessions": Limit(1, 1000, N_("a programme has from 1 to 1,000 sessions")),
    "group_size": Limit(1, 100, N_("a group has from 1 to 100 patients")),
    "group_leaders": Limit(1, 10, N_("a group has from 1 to 10 leaders")),
    "overrun_slack": _TIMES,
    "overrun_worst": _TIMES,
    "training_days": _DAYS,
    "review_days": _DAYS,
    "training_day_hours": _HOURS,
    "review_hours": Limit(0, 100, N_("more hours than a review takes")),
    "week_hours": Limit(1, _OF_A_WEEK.high, N_("a week has from 1 to 168 hours")),
    "hours_freed": _OF_A_WEEK,
    "refill": _YES_OR_NO,
    "period_months": Limit(1, 60, _MONTHS.why),
    **dict.fromkeys(
        ("fidelity_floor_months", "sustain_months", "hours_check_months", "review_months"), _MONTHS
    ),
    **dict.fromkeys(("recheck_months", "outcome_months", "count_fresh_months"), _MONTHS),
    **dict.fromkeys(("check_soon_months", "first_review_by", "last_review_from"), _MONTHS),
    **dict.fromkeys(("support_first_weeks", "feedback_weeks", "weeks_deliverable"), _WEEKS),
    **dict.fromkeys(("round_weeks", "checkin_weeks", "monitoring_weeks"), _EVERY),
    **dict.fromkeys(("eligible_share", "start_share", "acceptance", "dropout"), _PART),
    **dict.fromkeys(("acceptance_low", "acceptance_high"), _PART),
    **dict.fromkeys(("dropout_low", "dropout_high", "dropout_worst"), _PART),
    **dict.fromkeys(("patients_each", "patients"), _PATIENTS),
    **dict.fromkeys(("groups_each", "groups"), _GROUPS),
    **dict.fromkeys(("population", "eligible", "first_round", "suitable_patients"), _COUNT),
    "staying": _COUNT,
}
"""The limits of what the program reckons with, by the name of a number, a threshold or an input."""


def limit_of(name: str, unit: str = "") -> Limit:
    """The limit of a number by its name, else by its unit, else that of any number."""
    return LIMITS.get(name) or _UNITS.get(unit) or ANY


def amount_limit(name: str, unit: str = "") -> Limit:
    """The limit of a number of the practice, or a threshold: never below 0."""
    found = limit_of(name, unit)
    return _COUNT if found is ANY else found


def is_in_reach(day: date) -> bool:
    """Whether a date is one that a plan can hold."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
