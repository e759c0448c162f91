"""Dates that a plan should have, reckoned from its start and the numbers of the template."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readiness.domain.capacity.capacity import number_of
from readiness.domain.capacity.closures import WEEK, closures_of, monday, weeks_within
from readiness.domain.capacity.rhythm import months_of
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import gathered, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.dates import plus_months
from readiness.i18n.language import _

MOST = 60
"""Proposals of one kind, at the most."""

TELL_WEEKS = 4
"""Weeks before the start in which the other staff are told; our default."""


class Proposal(Record, kw_only=False):
    """A date the program proposes."""

    id: str
    """Its name in the file's calendar table, e.g. fidelity-review-6."""
    day: date
    what: str
    feed: str = ""
    """The input that answers it, or empty where no question asks for it."""
    item: str = ""
    """The question that asks for it, or empty."""


def proposals(plan: Plan, template: Template) -> list[Proposal]:
    """Dates that the program proposes from the start and the answers; none without a start.

    Where a date of that sort was answered, none is proposed near it.
    """
    if plan.start is None:
        return []
    maker = _Maker(plan, template, plan.start)
    return [*maker.before(), *maker.meetings(), *maker.reviews(), *maker.rounds(), *maker.end()]


class _Maker:
    """Makes the proposals of one plan."""

    def __init__(self, plan: Plan, template: Template, start: date) -> None:
        self._plan, self._template, self._start = plan, template, start
        self._inputs = gathered(plan, template)
        self._end = plus_months(start, plan.months)

    def _months(self, name: str) -> tuple[float, ...]:
        return months_of(name, self._plan, self._template, self._plan.months)

    def _number(self, name: str) -> float:
        return number_of(name, self._plan, self._template)

    def _of(self, feed: str, name: str, what: str, day: date, reach: timedelta) -> list[Proposal]:
        """A proposal, unless a date within reach answers it already."""
        answered = self._inputs.dates(feed)
        if any(abs(day - one) <= reach for one in answered):
            return []
        ref = input_ref(self._template, feed) if feed else None
        return [Proposal(name, day, what, feed if ref else "", ref.item if ref else "")]

    def before(self) -> Iterator[Proposal]:
        if not self._inputs.dates("training_date"):
            for number, day in enumerate(self._training_days(), 1):
                what = _("Training day {n}").format(n=number)
                yield from self._of("training_date", f"training-{number}", what, day, WEEK)
        if not self._inputs.dates("briefing_date"):
            day = self._start - TELL_WEEKS * WEEK
            what = _("Other staff are told")
            yield from self._of("briefing_date", "staff-told", what, day, WEEK)
        what = _("Supervision starts")
        yield from self._of("", "supervision-starts", what, self._start, WEEK)

    def _training_days(self) -> list[date]:
        """Tuesdays and Wednesdays of the last open weeks before the start, in order."""
        wanted = min(int(self._number("training_days")), MOST)
        first, days = monday(self._start) - MOST * WEEK, list[date]()
        spans = closures_of(self._plan, self._template, first, self._start)
        closed = weeks_within(spans, first, MOST)
        for week in range(MOST - 1, -1, -1):
            if week not in closed and len(days) < wanted:
                tuesday = first + week * WEEK + timedelta(days=1)
                days += [tuesday + timedelta(days=1), tuesday]
        return sorted(days[:wanted])

    def meetings(self) -> Iterator[Proposal]:
        gap = max(int(self._number("checkin_weeks")), 1) * WEEK
        day, number = self._start + gap, 1
        while day <= self._end and number <= MOST:
            name, what = f"check-in-{number}", _("Check-in of leader and practitioners")
            yield from self._of("checkin_dates", name, what, day, gap / 2)
            day, number = day + gap, number + 1
        for name, feed, number_name, what in (
            ("hours-check", "capacity_check_dates", "hours_check_months", _("Check of the hours")),
            ("re-check", "recheck_dates", "recheck_months", _("This check is redone")),
        ):
            yield from self._monthly(name, feed, number_name, what)

    def _monthly(self, name: str, feed: str, number: str, what: str) -> Iterator[Proposal]:
        for month in self._months(number):
            day = plus_months(self._start, month)
            yield from self._of(feed, f"{name}-{month:g}", what, day, timedelta(days=45))

    def review_days(self) -> list[tuple[str, date, bool]]:
        """The fidelity reviews, answered and proposed: name, day, whether it is proposed."""
        found = [(f"{n}", day, False) for n, day in enumerate(self._inputs.dates("review_date"), 1)]
        for month in self._months("review_months"):
            day = plus_months(self._start, month)
            near = timedelta(days=75)
            if all(abs(day - one) > near for _, one, _ in found):
                found.append((f"{month:g}", day, True))
        return sorted(found, key=lambda one: one[1])

    def reviews(self) -> Iterator[Proposal]:
        weeks = max(self._template.limit("feedback_weeks") - 1, 0)
        ref, heard = input_ref(self._template, "review_date"), self._inputs.dates("feedback_dates")
        for name, day, is_proposed in self.review_days():
            if is_proposed:
                yield Proposal(
                    f"fidelity-review-{name}",
                    day,
                    _("Fidelity review"),
                    "review_date" if ref else "",
                    ref.item if ref else "",
                )
            reviewed = self._plan.calendar.get(f"fidelity-review-{name}", day)
            if not any(day <= one <= reviewed + 12 * WEEK for one in heard):
                feedback = reviewed + timedelta(days=round(weeks * 7))
                yield from self._of(
                    "feedback_dates",
                    f"feedback-{name}",
                    _("Result of the fidelity review is heard"),
                    feedback,
                    timedelta(0),
                )

    def rounds(self) -> Iterator[Proposal]:
        for month in self._months("outcome_months"):
            day, what = plus_months(self._start, month), _("Round of patient outcomes")
            yield Proposal(f"outcome-round-{month:g}", day, what)

    def end(self) -> Iterator[Proposal]:
        if self._inputs.date("decision_date") is None:
            reviews = [day for _, day, _ in self.review_days()]
            weeks = self._template.limit("feedback_weeks") + 1
            last = max([self._end, *reviews]) + timedelta(days=round(weeks * 7))
            what = _("Decision to go on, adjust or stop")
            yield from self._of("decision_date", "decision", what, last, timedelta(0))
