"""Today: what the calendar promises, less what the records show was done.

A record meets the nearest date of its kind within reach that no other record meets. What meets no
record is late from the next day on. A date that nobody chose is suggested, and never late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from readiness.domain.capacity.capacity import number_of
from readiness.domain.checklist.template import Template
from readiness.domain.followup.case import Case, case_of, last_of
from readiness.domain.followup.due import WORDS, Due, DueKind, DueState, met
from readiness.domain.followup.scale import gaps_open
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import NOT_YET, START, STOP
from readiness.domain.plan.tables import OPEN, date_of, text_of
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.calendar import Event
from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _, n_
from readiness.i18n.words import month_and_year, number_words, with_values

SOON_DAYS = 28
"""Days ahead that Today shows unless another number is asked for; our default."""

REVIEW_REACH, OTHER_REACH = 75, 45
"""Days by which a record may miss the date that it meets; our default, as for proposals."""

_FEEDS: Mapping[str, DueKind] = {
    "checkin_dates": "check-in",
    "review_date": "review",
    "capacity_check_dates": "hours check",
    "recheck_dates": "re-check",
    "decision_date": "decision",
}
_PROPOSED: Mapping[str, DueKind] = {
    "check-in": "check-in",
    "fidelity-review": "review",
    "hours-check": "hours check",
    "re-check": "re-check",
    "outcome-round": "results",
    "decision": "decision",
}
_BASELINE = "outcome-round-0"


def due_of(plan: Plan, template: Template, today: date, within: int = SOON_DAYS) -> list[Due]:
    """What is late, due today or soon, and what is suggested; late first, each by its day.

    Nothing before the start. After a decision to stop only what was decided then is left.
    """
    case = case_of(plan, template, today)
    if case is None:
        return []
    found = [one for one in all_due(case) if _shows(one, within)]
    order: tuple[DueState, ...] = ("late", "now", "soon", "suggested")
    return sorted(found, key=lambda one: (order.index(one.state), one.day, one.kind))


def _shows(one: Due, within: int) -> bool:
    if one.state == "soon":
        return -one.days <= within
    if one.state == "suggested":
        return -within <= one.days <= OTHER_REACH
    return one.state != "met"


def all_due(case: Case) -> list[Due]:
    """Everything that the plan and its records make due, met or not, whatever its day."""
    if is_stopped(case):
        return []
    events = case.events
    return [
        *_dates(case, events),
        *_month_rows(case),
        *_after_reviews(case),
        *_after_results(case),
        *_decisions(case, events),
        *_rest(case),
    ]


def is_stopped(case: Case) -> bool:
    """Whether the last decision was to stop."""
    decided = case.dated("decisions")
    return bool(decided) and decided[-1][1].get("decision") == STOP


def reach_of(case: Case, kind: DueKind) -> int:
    """Days by which a record of a kind may miss the date that it meets."""
    if kind == "check-in":
        weeks = number_of("checkin_weeks", case.plan, case.template)
        return max(round(weeks * 7 / 2), 1)
    return REVIEW_REACH if kind == "review" else OTHER_REACH


def records_of(case: Case, kind: DueKind) -> list[date]:
    """The days on which something of a kind was recorded, whatever came of it."""
    if kind == "check-in":
        return [day for day, _fields in case.dated("checkins")]
    if kind == "hours check":
        return [day for day, fields in case.dated("checkins") if "hours_held" in fields]
    if kind == "re-check":
        kept = (date_of(one, "on") for key, one in case.plan.milestones.items() if key != START)
        return sorted(day for day in kept if day is not None)
    table = {"review": "fidelity", "results": "results"}[kind]
    return [day for day, _fields in case.dated(table)]


def chosen_dates(events: Iterable[Event], kind: DueKind) -> list[date]:
    """The dates of a kind that somebody chose, in order."""
    return sorted(one.day for one in events if kind_of(one) == kind and one.kind != "proposed")


def kind_of(event: Event) -> DueKind | None:
    """What kind of record meets a date of the calendar; None where none does."""
    if event.id and event.id != _BASELINE:
        return _PROPOSED.get(event.id.rstrip("0123456789.").rstrip("-"))
    return _FEEDS.get(event.feed)


def _dates(case: Case, events: Sequence[Event]) -> Iterator[Due]:
    kinds: tuple[DueKind, ...] = ("check-in", "review", "results", "hours check", "re-check")
    for kind in kinds:
        of_kind = [one for one in events if kind_of(one) == kind and one.day >= case.start]
        # A date that was chosen is met before one that is only proposed.
        chosen = [one.day for one in of_kind if one.kind != "proposed"]
        records, reach = records_of(case, kind), reach_of(case, kind)
        done = met(chosen, records, reach)
        left = [record for record in records if record not in done.values()]
        done |= met([one.day for one in of_kind if one.day not in chosen], left, reach)
        for event in of_kind:
            is_met = event.day in done
            table = {"review": "fidelity", "results": "results", "re-check": "milestones"}
            day = done.get(event.day, event.day)
            entry = f"month-{_month_number(case, day)}" if kind == "re-check" else day.isoformat()
            ref = FieldRef(table=table.get(kind, "checkins"), entry=entry)
            yield _unless(is_met, _of(event, _one(case, kind, event.day, WORDS[kind], ref)))


def _one(case: Case, kind: DueKind, day: date, what: str, ref: FieldRef) -> Due:
    state: DueState = "late" if day < case.today else "now" if day == case.today else "soon"
    return Due(kind, day, state, what, ref, (case.today - day).days)


def _of(event: Event, one: Due) -> Due:
    """What is due by a date of the calendar: suggested only, where nobody chose the date."""
    state = "suggested" if event.kind == "proposed" else one.state
    return one.model_copy(update={"id": event.id, "state": state})


def _unless(is_met: bool, one: Due) -> Due:  # noqa: FBT001 - read as a sentence
    return one.model_copy(update={"state": "met"}) if is_met else one


def _month_number(case: Case, day: date) -> int:
    """Whole months from the start to a day, rounded."""
    return round((day - case.start).days / (365.25 / 12))


def _month_rows(case: Case) -> Iterator[Due]:
    """A row for each month that is over: late where somebody chose to count, else suggested."""
    counts = case.inputs.plan.get("monthly_counts")
    is_chosen = isinstance(counts, tuple) or bool(case.months)
    grace = timedelta(days=round(case.limit("month_row_days") or 0))
    recorded = {one.key for one in case.months}
    for month in case.months_over:
        what = _("Counts of {month}").format(month=month_and_year(last_of(month)))
        ref = FieldRef(table="monthly", entry=month)
        due = last_of(month) + grace
        one = _unless(month in recorded, _one(case, "month row", due, what, ref))
        if one.state == "soon":
            one = one.model_copy(update={"state": "now"})
        if one.state != "met" and not is_chosen:
            one = one.model_copy(update={"state": "suggested"})
        yield one


def _after_reviews(case: Case) -> Iterator[Due]:
    weeks = case.template.limit("feedback_weeks")
    heard = case.inputs.dates("feedback_dates")
    for day, fields in case.dated("fidelity"):
        ref = FieldRef(table="fidelity", entry=day.isoformat(), part="told_on")
        agreed = [one for one in heard if one >= day]
        told_by = agreed[0] if agreed else plus_weeks(day, weeks)
        what = with_values(_("Review of {date} is told"), date=day)
        yield _unless("told_on" in fields, _one(case, "review told", told_by, what, ref))
        revealed, gaps = date_of(fields, "revealed_on"), gaps_open(case, day.isoformat())
        if revealed is not None and gaps:
            by = revealed + timedelta(days=round(case.limit("settle_days") or 0))
            words = n_(
                "{n} score of the review of {date} is settled",
                "{n} scores of the review of {date} are settled",
                len(gaps),
            )
            what = with_values(words, n=len(gaps), date=day)
            yield _one(case, "settling", by, what, ref.model_copy(update={"part": "settled_on"}))


def _after_results(case: Case) -> Iterator[Due]:
    weeks = case.template.limit("feedback_weeks")
    for day, fields in case.dated("results"):
        ref = FieldRef(table="results", entry=day.isoformat(), part="told_on")
        what = with_values(_("Results of {date} are told"), date=day)
        one = _one(case, "results told", plus_weeks(day, weeks), what, ref)
        yield _unless("told_on" in fields, one)


def _decisions(case: Case, events: Sequence[Event]) -> Iterator[Due]:
    """The decision that was agreed, and those that earlier decisions promise."""
    made = case.dated("decisions")
    settled = [day for day, one in made if one.get("decision") not in (None, NOT_YET)]
    for event in events:
        if kind_of(event) != "decision":
            continue
        # A later decision meets it too, and so does one that was made somewhat early.
        is_met = any((event.day - day).days <= OTHER_REACH for day in settled)
        put_off = [date_of(one, "until") for _day, one in made if one.get("decision") == NOT_YET]
        until = max((day for day in put_off if day is not None), default=event.day)
        day = max(event.day, until)
        ref = FieldRef(table="decisions", entry=case.today.isoformat())
        yield _unless(is_met, _of(event, _one(case, "decision", day, WORDS["decision"], ref)))
    following = date_of(made[-1][1], "next") if made else None
    if following is not None:
        ref = FieldRef(table="decisions", entry=case.today.isoformat())
        yield _one(case, "decision", following, WORDS["decision"], ref)


def _rest(case: Case) -> Iterator[Due]:
    for action in actions_of(case.plan):
        if action.state == OPEN and action.when is not None:
            who = f"{action.actor}: " if action.actor else ""
            ref = FieldRef(table="actions", entry=action.key)
            yield _one(case, "action", action.when, f"{who}{action.title}", ref)
    for key, fields in case.plan.adaptations.items():
        again = date_of(fields, "look_again")
        if again is not None and "outcome" not in fields:
            what = _("Look again at: {what}").format(what=text_of(fields, "what") or key)
            ref = FieldRef(table="adaptations", entry=key, part="outcome")
            yield _one(case, "look again", again, what, ref)
    yield from _accepted(case)
    yield from _agreed(case)
    yield from _leavers(case)


def _accepted(case: Case) -> Iterator[Due]:
    """Accepted flags on the day on which they are looked at again, as long as they are up."""
    for flag, fields in case.plan.accepted.items():
        again, key = date_of(fields, "look_again"), flag[:-1]
        is_item = key in case.template.items
        if again is None or (is_item and flag not in case.flags_up):
            continue
        asked = case.template.items.get(key) or case.template.follow_up.rules.get(key)
        name = f"{key} {asked.short}" if asked is not None else key
        what = _("Look again at the accepted flag: {name}").format(name=name)
        ref = FieldRef(item=key) if is_item else FieldRef(table="accepted", entry=flag)
        yield _one(case, "look again", again, what, ref)


def _agreed(case: Case) -> Iterator[Due]:
    """What a workshop agreed on, on the day on which it is looked at again."""
    for key, fields in case.plan.agreed.items():
        again = date_of(fields, "look_again")
        if again is None:
            continue
        item = case.template.items.get(key)
        name = f"{key} {item.short}" if item is not None else key
        what = _("Look again at what the room agreed on: {name}").format(name=name)
        ref = FieldRef(table="agreed", entry=key, part="look_again")
        yield _one(case, "look again", again, what, ref)


def _leavers(case: Case) -> Iterator[Due]:
    """What falls with those who left a short time ago."""
    shown = case.limit("leaver_days") or 0
    for who, person in case.plan.people.items():
        left = date_of(person.parts, "left")
        if left is None or not 0 <= (case.today - left).days <= shown:
            continue
        falls = list(_falls(case, who))
        words = _("{who} left on {date}: {falls} to place") if falls else _("{who} left on {date}")
        what = with_values(words, who=who, date=left, falls=falls)
        days = (case.today - left).days
        yield Due("leaver", left, "now", what, FieldRef(person=who, part="left"), days)


def _falls(case: Case, who: str) -> Iterator[str]:
    said = case.inputs.people[who]
    hours = case.inputs.person_number(who, "hours_freed")
    patients = said.get("patients", case.inputs.plan.get("patients_each"))
    if hours:
        yield _("{n} h a week").format(n=number_words(hours))
    if isinstance(patients, int | float) and patients:
        yield n_("{n} patient", "{n} patients", int(patients)).format(n=number_words(patients))
