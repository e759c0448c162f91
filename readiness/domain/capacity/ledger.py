"""The hours week by week: what is needed against what is freed, for each practitioner and in sum.

From the training before the start to the end of the time the practice should hold. Hours are
expected values: dropout is spread over the programme, a place that falls free is filled again, and
closed weeks take and give nothing. domain/capacity/weeks.py reckons it.
"""

from __future__ import annotations

from datetime import date

from readiness.domain.capacity.capacity import Week, sum_weeks
from readiness.domain.capacity.closures import WEEK
from readiness.domain.record import Record

SLACK = 1e-9
"""Hours may differ by this much before they count as short."""


class PersonWeeks(Record, kw_only=False):
    """One practitioner's weeks."""

    who: str
    needed: tuple[Week, ...]
    """Hours needed, by week and kind of work."""
    freed: tuple[float, ...] | None
    """Hours freed by week; None where nobody has said."""
    patients: tuple[float, ...]
    """Patients expected in each week, those in groups included."""

    def short(self, week: int) -> float:
        """Hours missing in a week; 0 where they suffice or are not known.

        A fidelity review is known months ahead and sessions can make way for it that once, so its
        hours are needed but leave no week short: our default.
        """
        if self.freed is None:
            return 0
        needed = self.needed[week]
        missing = needed.hours - needed.reviews - self.freed[week]
        return missing if missing > SLACK else 0


class Completing(Record, kw_only=False):
    """How many patients are expected to complete, as a range over the dropout that was seen."""

    low: float
    middle: float
    high: float


class Ledger(Record, kw_only=False):
    """All weeks of a plan."""

    first: date
    """The Monday of the first week."""
    start: int
    """Number, from 0, of the week of the first sessions."""
    end: int
    """Number of the first week after the implementation period."""
    closed: frozenset[int]
    """Numbers of the weeks without sessions."""
    people: tuple[PersonWeeks, ...]
    sessions: int
    """Sessions that a patient who starts in the first week can have within the period."""
    sessions_a_week: float
    """How many sessions each patient has in a week."""
    planned_end: date | None
    """When that patient's programme ends if no session is missed.

    None if out of sight, or if the programme's length is not known.
    """
    likely_end: date | None
    """The same with the usual overrun; None where that is not known."""
    worst_end: date | None
    """The same with the worst overrun that was seen; None where that is not known."""
    started: float | None
    """Patients who start within the period; None while the programme's length is not known."""
    left_over: float
    """Patients of the plan's own rounds for whom there is no place when they are to start."""
    completing: Completing | None
    """Of those who start, who complete within the period; None while length or dropout is not
    known."""
    completing_later: Completing | None
    """Of these, who complete by the end of the time the practice should hold."""

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return len(self.people[0].needed) if self.people else 0

    def monday_of(self, week: int) -> date:
        """The Monday of a week."""
        return self.first + week * WEEK

    def needed(self, week: int) -> Week:
        """Everyone's hours needed in a week."""
        return sum_weeks([person.needed[week] for person in self.people])

    def freed(self, week: int) -> float | None:
        """Everyone's hours freed in a week; None where one practitioner's are not known."""
        hours = [person.freed[week] for person in self.people if person.freed is not None]
        return sum(hours) if len(hours) == len(self.people) else None

    def short_weeks(self, who: str | None = None) -> list[int]:
        """The weeks of the period in which somebody's hours (or one practitioner's) are short."""
        people = [person for person in self.people if who in (None, person.who)]
        weeks = range(self.start, self.end)
        return [week for week in weeks if any(person.short(week) for person in people)]

    def short(self, week: int) -> float:
        """Hours missing in a week, over all who are short of any."""
        return sum(person.short(week) for person in self.people)

    def number(self, week: int) -> int:
        """A week as people count it: 1 is the week of the first sessions, before it 0, -1 ..."""
        return week - self.start + 1
