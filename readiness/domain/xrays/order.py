"""X-rays of dates: in the past, in the wrong order, or on a day when nothing is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.schedule.calendar import Event, events_of
from readiness.domain.xrays.finding import Case, Finding
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import date_words

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


def time_findings(case: Case) -> Iterator[Finding]:
    """Everything that dates say against each other, the start and today."""
    events = events_of(case.plan, case.template)
    yield from _before_start(case)
    yield from _rounds(case)
    yield from _past(case, events)
    yield from _series(case)
    yield from _order(case)
    yield from _closed(events)


def _finding(name: str, gravity: str, says: str, todo: str, ref: FieldRef) -> Finding:
    return Finding(id=name, gravity=gravity, says=says, todo=todo, ref=ref)  # type: ignore[arg-type]


def _before_start(case: Case) -> Iterator[Finding]:
    start = case.plan.start
    if start is None:
        return
    pairs = (
        ("review_date", _("A fidelity review"), "review-before-start"),
        ("feedback_dates", _("The result of a review is heard"), "feedback-before-start"),
        ("decision_date", _("The decision to go on or stop"), "decision-before-start"),
    )
    for feed, what, name in pairs:
        early = [day for day in case.inputs.dates(feed) if day < start]
        if early:
            yield _finding(
                name,
                "error",
                _("{what} lies on {date}, before the start on {start}.").format(
                    what=what, date=date_words(early[0]), start=date_words(start)
                ),
                _("Correct the date, or the first day with patients."),
                case.ref(feed),
            )


def _rounds(case: Case) -> Iterator[Finding]:
    """Rounds of intake before the first day with patients, or when the period is over."""
    start = case.plan.start
    if start is None:
        return
    end = plus_months(start, case.plan.months)
    for key, fields in case.plan.rounds.items():
        day, ref = fields.get("date"), FieldRef(table="rounds", entry=key, part="date")
        if isinstance(day, date) and day < start:
            says = _(
                "A round of patients starts on {date}, before the first day with "
                "patients on {start}."
            ).format(date=date_words(day), start=date_words(start))
            todo = _("Correct the round, or the first day with patients.")
            yield _finding("round-before-start", "error", says, todo, ref)
        elif isinstance(day, date) and day >= end:
            says = _(
                "A round of patients starts on {date}, and the period ends on {end}: "
                "they are not counted in it."
            ).format(date=date_words(day), end=date_words(end))
            todo = _("Correct the round, or the length of the period.")
            yield _finding("round-after-end", "remark", says, todo, ref)


def _is_promise(case: Case, day: date) -> bool:
    """Whether a day of a plan that has begun lies after its start.

    It was promised then, and a record says what came of it: to set it anew would hide that.
    """
    start = case.plan.start
    return start is not None and start <= day and start <= case.today


def _past(case: Case, events: list[Event]) -> Iterator[Finding]:
    for event in events:
        is_past = event.day < case.today and not _is_promise(case, event.day)
        if is_past and event.feed in TO_COME and event.kind == "answered":
            yield _finding(
                "past",
                "warning",
                _("{what} has a date in the past: {date}.").format(
                    what=TO_COME[event.feed], date=date_words(event.day)
                ),
                _("Write what came of it in a note, or set a new date."),
                FieldRef(item=event.item),
            )
    counted = case.inputs.date("eligible_counted_on")
    if counted is not None and counted > case.today:
        yield _finding(
            "counted-in-future",
            "error",
            _("The patients were counted on {date}, which is still to come.").format(
                date=date_words(counted)
            ),
            _("Write the day on which they were counted."),
            case.ref("eligible_counted_on"),
        )


def _series(case: Case) -> Iterator[Finding]:
    for feed, what in SERIES.items():
        days = case.inputs.dates(feed)
        if days and days[-1] < case.today and not _is_promise(case, days[-1]):
            yield _finding(
                "all-past",
                "warning",
                _("All {what} lie in the past; the last was on {date}.").format(
                    what=what, date=date_words(days[-1])
                ),
                _("Set the next dates."),
                case.ref(feed),
            )


def _order(case: Case) -> Iterator[Finding]:
    decided, reviews = case.inputs.date("decision_date"), case.inputs.dates("review_date")
    heard = case.inputs.dates("feedback_dates")
    last = max([*reviews, *heard], default=None)
    if decided is not None and last is not None and decided < last:
        yield _finding(
            "decided-too-early",
            "warning",
            _(
                "It is decided on {date} whether to go on, before the last result is "
                "there on {last}."
            ).format(date=date_words(decided), last=date_words(last)),
            _("Decide after the last review has been heard."),
            case.ref("decision_date"),
        )
    trained, end = case.inputs.date("successor_trained"), case.day("end")
    gone = [
        day
        for said in case.inputs.people.values()
        if isinstance(day := said.get("leaves"), date) and end is not None and day < end
    ]
    if trained is not None and gone and trained > min(gone):
        yield _finding(
            "trained-too-late",
            "warning",
            _("The successor is trained by {date}; the first to leave is gone on {gone}.").format(
                date=date_words(trained), gone=date_words(min(gone))
            ),
            _("Train the successor earlier."),
            case.ref("successor_trained"),
        )


def _closed(events: list[Event]) -> Iterator[Finding]:
    for event in events:
        if event.closure and event.kind == "answered" and event.item and not event.action:
            yield _finding(
                "in-closure",
                "remark",
                _("{what} on {date} falls within a closure: {closure}.").format(
                    what=TO_COME.get(event.feed, event.what),
                    date=date_words(event.day),
                    closure=event.closure,
                ),
                _("Check whether people are there that day."),
                FieldRef(item=event.item),
            )
