"""What the first day promised, and what became of it: kept, slipped, dropped, or still ahead."""

from __future__ import annotations

from datetime import date
from typing import Literal

from readiness.domain.followup.agenda import REVIEW_REACH
from readiness.domain.followup.case import Case
from readiness.domain.followup.due import met
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.records import NOT_YET, START
from readiness.domain.plan.tables import date_of
from readiness.domain.record import Record
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import date_words, number_words

Outcome = Literal["kept", "slipped", "dropped", "overdue", "ahead"]
"""Kept to the week; later, or less, than promised; no longer planned; past; or still to come."""

OUTCOMES = Words(
    {
        "kept": N_("kept"),
        "slipped": N_("slipped"),
        "dropped": N_("dropped"),
        "overdue": N_("not done yet"),
        "ahead": N_("still ahead"),
    }
)
"""What became of a promise, in words."""

KEPT_DAYS = 7
"""Days by which a promise may be late and is kept all the same; our default."""


class Promise(Record, kw_only=False):
    """Something that the plan promised on its first day."""

    what: str
    """What was promised, in words."""
    planned: str
    """For when, or how much, in words."""
    now: str
    """When it was done, or for when it is planned now; empty where it is planned no more."""
    outcome: Outcome
    days: int | None = None
    """Days later than promised, below 0 earlier; None where it is no date, or dropped."""


def promises(case: Case) -> list[Promise]:
    """Every promise of the first day; none where that day was not kept."""
    then = case.plan.milestones.get(START)
    if then is None:
        return []
    found = [*_reviews(case, then.get("reviews"))]
    decision = date_of(then, "decision")
    if decision is not None:
        made = [day for day, one in case.dated("decisions") if one.get("decision") != NOT_YET]
        now = case.inputs.date("decision_date")
        what = _("Decision on going on")
        found.append(_dated(case, what, decision, (made[0] if made else None, now)))
    supervised = date_of(then, "supervision_until")
    if supervised is not None:
        found.append(_until(case, supervised))
    hours, freed = as_number(then.get("hours_freed")), case.hours_freed
    if hours is not None:
        outcome: Outcome = "dropped" if freed is None else "kept" if freed >= hours else "slipped"
        said = "" if freed is None else number_words(freed)
        found.append(Promise(_("Hours freed a week"), number_words(hours), said, outcome))
    return found


def _reviews(case: Case, planned: object) -> list[Promise]:
    days = [day for day in planned if isinstance(day, date)] if isinstance(planned, tuple) else []
    records = [day for day, _fields in case.dated("fidelity")]
    done = met(days, records, REVIEW_REACH)
    left = [day for day in case.inputs.dates("review_date") if day not in done.values()]
    found = []
    for number, day in enumerate(days):
        ahead = [one for one in left if one == day] or left[number : number + 1]
        now = ahead[0] if ahead and day not in done else None
        found.append(_dated(case, _("Fidelity review"), day, (done.get(day), now)))
    return found


def _dated(
    case: Case, what: str, planned: date, became: tuple[date | None, date | None]
) -> Promise:
    """A promise of a day: done on a day, or planned for one now."""
    done, now = became
    day = done or now
    if day is None:
        return Promise(what, date_words(planned), "", "dropped")
    days = (day - planned).days
    is_late = days > KEPT_DAYS
    ahead: Outcome = "ahead" if day >= case.today else "overdue"
    outcome: Outcome = "slipped" if is_late else "kept" if done else ahead
    return Promise(what, date_words(planned), date_words(day), outcome, days)


def _until(case: Case, planned: date) -> Promise:
    """Supervision until a day: longer is kept, shorter has slipped."""
    what, booked = _("Supervision until"), case.inputs.dates("supervision_until")
    if not booked:
        return Promise(what, date_words(planned), "", "dropped")
    last = booked[-1]
    outcome: Outcome = "slipped" if last < planned else "kept"
    if outcome == "kept" and planned >= case.today:
        outcome = "ahead"
    return Promise(what, date_words(planned), date_words(last), outcome)
