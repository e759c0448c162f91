"""X-rays of dates: in the past, in the wrong order, or on a day when nothing is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import date_of
from readiness.domain.schedule.calendar import Event, events_of
from readiness.domain.xrays.finding import CheckContext, Finding
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, Words, _

TO_COME = Words(
    {
        "review_date": N_("The fidelity review"),
        "obstacle_date": N_("The obstacle"),
        "decision_date": N_("The decision"),
        "successor_trained": N_("The training of the successor"),
        "results_date": N_("The next look at the results"),
    }
)
"""Single dates that are meant to lie ahead, by the input they feed."""

SERIES = Words(
    {
        "capacity_check_dates": N_("checks of the hours"),
        "checkin_dates": N_("check-ins"),
        "feedback_dates": N_("meetings about the results"),
        "recheck_dates": N_("dates for redoing this check"),
    }
)
"""Lists of dates of which at least one should lie ahead."""


def time_findings(case: CheckContext) -> Iterator[Finding]:
    """Everything that dates say against each other, the start and today."""
    events = events_of(case.plan, case.template)
    yield from _before_start(case)
    yield from _rounds(case)
    yield from _past(case, events)
    yield from _series(case)
    yield from _order(case)
    yield from _closed(case, events)


def _before_start(case: CheckContext) -> Iterator[Finding]:
    start = case.plan.start
    if start is None:
        return
    pairs = (
        ("review_date", _("A fidelity review"), "review-before-start"),
        ("feedback_dates", _("The result of a review is heard"), "feedback-before-start"),
        ("decision_date", _("The decision to go on or stop"), "decision-before-start"),
    )
    says = _("{what} lies on {date}, before the start on {start}.")
    todo = _("Correct the date, or the first day with patients.")
    for feed, what, name in pairs:
        early = [day for day in case.inputs.dates(feed) if day < start]
        if early:
            values = {"what": what, "date": early[0], "start": start}
            yield case.finding(name, "error", says, todo, feed, **values)


def _rounds(case: CheckContext) -> Iterator[Finding]:
    """Rounds of intake before the first day with patients, or when the period is over."""
    start = case.plan.start
    if start is None:
        return
    end = plus_months(start, case.plan.months)
    for key, fields in case.plan.rounds.items():
        day, ref = date_of(fields, "date"), FieldRef(table="rounds", entry=key, part="date")
        values = {"date": day, "start": start, "end": end}
        if day is not None and day < start:
            says = _(
                "A round of patients starts on {date}, before the first day with "
                "patients on {start}."
            )
            todo = _("Correct the round, or the first day with patients.")
            yield case.finding("round-before-start", "error", says, todo, ref, **values)
        elif day is not None and day >= end:
            says = _(
                "A round of patients starts on {date}, and the period ends on {end}: "
                "they are not counted in it."
            )
            todo = _("Correct the round, or the length of the period.")
            yield case.finding("round-after-end", "remark", says, todo, ref, **values)


def _is_promise(case: CheckContext, day: date) -> bool:
    """Whether a day of a plan that has begun lies after its start.

    It was promised then, and a record says what came of it: to set it anew would hide that.
    """
    start = case.plan.start
    return start is not None and start <= day and start <= case.today


def _past(case: CheckContext, events: list[Event]) -> Iterator[Finding]:
    says = _("{what} has a date in the past: {date}.")
    todo = _("Write what came of it in a note, or set a new date.")
    for event in events:
        is_past = event.day < case.today and not _is_promise(case, event.day)
        if is_past and event.feed in TO_COME and event.kind == "answered":
            what, where = TO_COME[event.feed], FieldRef(item=event.item)
            yield case.finding("past", "warning", says, todo, where, what=what, date=event.day)
    counted, feed = case.inputs.date("eligible_counted_on"), "eligible_counted_on"
    if counted is not None and counted > case.today:
        says = _("The patients were counted on {date}, which is still to come.")
        todo = _("Write the day on which they were counted.")
        yield case.finding("counted-in-future", "error", says, todo, feed, date=counted)


def _series(case: CheckContext) -> Iterator[Finding]:
    says, todo = _("All {what} lie in the past; the last was on {date}."), _("Set the next dates.")
    for feed, what in SERIES.items():
        days = case.inputs.dates(feed)
        if days and days[-1] < case.today and not _is_promise(case, days[-1]):
            yield case.finding("all-past", "warning", says, todo, feed, what=what, date=days[-1])


def _order(case: CheckContext) -> Iterator[Finding]:
    decided, reviews = case.inputs.date("decision_date"), case.inputs.dates("review_date")
    heard = case.inputs.dates("feedback_dates")
    last = max([*reviews, *heard], default=None)
    if decided is not None and last is not None and decided < last:
        says = _(
            "It is decided on {date} whether to go on, before the last result is there on {last}."
        )
        todo = _("Decide after the last review has been heard.")
        days = {"date": decided, "last": last}
        yield case.finding("decided-too-early", "warning", says, todo, "decision_date", **days)
    trained, end = case.inputs.date("successor_trained"), case.day("end")
    gone = [
        day
        for said in case.inputs.people.values()
        if isinstance(day := said.get("leaves"), date) and end is not None and day < end
    ]
    if trained is not None and gone and trained > min(gone):
        says = _("The successor is trained by {date}; the first to leave is gone on {gone}.")
        todo = _("Train the successor earlier.")
        days = {"date": trained, "gone": min(gone)}
        yield case.finding("trained-too-late", "warning", says, todo, "successor_trained", **days)


def _closed(case: CheckContext, events: list[Event]) -> Iterator[Finding]:
    says = _("{what} on {date} falls within a closure: {closure}.")
    todo = _("Check whether people are there that day.")
    for event in events:
        if event.closure and event.kind == "answered" and event.item and not event.action:
            what = TO_COME.get(event.feed, event.what)
            values = {"what": what, "date": event.day, "closure": event.closure}
            yield case.finding("in-closure", "remark", says, todo, FieldRef(event.item), **values)
