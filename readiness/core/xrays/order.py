"""X-rays of dates: in the past, in the wrong order, or on a day when nothing is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.core.said.texts import Spot
from readiness.core.schedule.calendar import Event, events_of
from readiness.core.wording.words import date_words
from readiness.core.xrays.finding import Case, Finding

TO_COME = {
    "review_date": "The fidelity review",
    "obstacle_date": "The obstacle",
    "decision_date": "The decision",
    "successor_trained": "The training of the successor",
    "results_date": "The next look at the results",
}
"""Single dates that are meant to lie ahead, by the input they feed."""

SERIES = {
    "capacity_check_dates": "checks of the hours",
    "checkin_dates": "check-ins",
    "feedback_dates": "meetings about the results",
    "recheck_dates": "dates for redoing this check",
}
"""Lists of dates of which at least one should lie ahead."""


def time_findings(case: Case) -> Iterator[Finding]:
    """Everything that dates say against each other, the start and today."""
    events = events_of(case.plan, case.template)
    yield from _before_start(case)
    yield from _past(case, events)
    yield from _series(case)
    yield from _order(case)
    yield from _closed(events)


def _finding(name: str, gravity: str, says: str, todo: str, spot: Spot) -> Finding:
    return Finding(id=name, gravity=gravity, says=says, todo=todo, spot=spot)  # type: ignore[arg-type]


def _before_start(case: Case) -> Iterator[Finding]:
    start = case.plan.start
    if start is None:
        return
    pairs = (
        ("review_date", "A fidelity review", "review-before-start"),
        ("feedback_dates", "The result of a review is heard", "feedback-before-start"),
        ("decision_date", "The decision to go on or stop", "decision-before-start"),
    )
    for feed, what, name in pairs:
        early = [day for day in case.inputs.dates(feed) if day < start]
        if early:
            yield _finding(
                name,
                "error",
                f"{what} lies on {date_words(early[0])}, before the start on {date_words(start)}.",
                "Correct the date, or the first day with patients.",
                case.spot(feed),
            )
    for key, fields in case.plan.rounds.items():
        day = fields.get("date")
        if isinstance(day, date) and day < start:
            yield _finding(
                "round-before-start",
                "error",
                f"A round of patients starts on {date_words(day)}, before the first day with "
                f"patients on {date_words(start)}.",
                "Correct the round, or the first day with patients.",
                Spot(sheet="rounds", entry=key, part="date"),
            )


def _past(case: Case, events: list[Event]) -> Iterator[Finding]:
    for event in events:
        if event.day < case.today and event.feed in TO_COME and event.kind == "answered":
            yield _finding(
                "past",
                "warning",
                f"{TO_COME[event.feed]} has a date in the past: {date_words(event.day)}.",
                "Write what came of it in a note, or set a new date.",
                Spot(item=event.item),
            )
    counted = case.inputs.date("eligible_counted_on")
    if counted is not None and counted > case.today:
        yield _finding(
            "counted-in-future",
            "error",
            f"The patients were counted on {date_words(counted)}, which is still to come.",
            "Write the day on which they were counted.",
            case.spot("eligible_counted_on"),
        )


def _series(case: Case) -> Iterator[Finding]:
    for feed, what in SERIES.items():
        days = case.inputs.dates(feed)
        if days and days[-1] < case.today:
            yield _finding(
                "all-past",
                "warning",
                f"All {what} lie in the past; the last was on {date_words(days[-1])}.",
                "Set the next dates.",
                case.spot(feed),
            )


def _order(case: Case) -> Iterator[Finding]:
    decided, reviews = case.inputs.date("decision_date"), case.inputs.dates("review_date")
    heard = case.inputs.dates("feedback_dates")
    last = max([*reviews, *heard], default=None)
    if decided is not None and last is not None and decided < last:
        yield _finding(
            "decided-too-early",
            "warning",
            f"It is decided on {date_words(decided)} whether to go on, before the last result is "
            f"there on {date_words(last)}.",
            "Decide after the last review has been heard.",
            case.spot("decision_date"),
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
            f"The successor is trained by {date_words(trained)}; the first to leave is gone on "
            f"{date_words(min(gone))}.",
            "Train the successor earlier.",
            case.spot("successor_trained"),
        )


def _closed(events: list[Event]) -> Iterator[Finding]:
    for event in events:
        if event.closure and event.kind == "answered" and event.item and not event.action:
            yield _finding(
                "in-closure",
                "remark",
                f"{event.what}: {date_words(event.day)} falls in: {event.closure}.",
                "Check whether people are there that day.",
                Spot(item=event.item),
            )
