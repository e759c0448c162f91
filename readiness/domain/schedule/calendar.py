"""The calendar of a plan: every date it names, and proposals where it names none.

Proposals are reckoned from the first day with patients and the numbers of the template. A proposal
can be moved, or taken over as an answer; an answer near it takes its place. What dates are read by
that a person types stands here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from readiness.domain.capacity.closures import closure_on, closures_of
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import Value
from readiness.domain.memo import memo
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.inputs import asks_for, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import OPEN, Span, date_of, spans_of, text_of
from readiness.domain.record import Record
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.proposals import Proposal, proposals
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.times import DAY, Frame
from readiness.i18n.words import first_up

Kind = Literal["answered", "proposed", "moved", "reckoned"]
"""Where a date comes from: an answer, a proposal as it is or moved, or another date."""

PERIOD_END = N_("end of the implementation period")

BY_THEN = {
    "leaves",
    "leader_leaves",
    "supervision_until",
    "obstacle_date",
    "successor_trained",
    "eligible_counted_on",
}
"""Inputs whose date is one by which something is so: nobody has to be there on that day."""

BY_NAME = {
    "recruit_date": N_("Asking patients begins"),
    "obstacle_date": N_("To be solved by now"),
    "supervision_until": N_("Supervision ends"),
    "successor_trained": N_("Successor trained by now"),
}
"""What is to be so on a day, by the input of the date.

The first text beside it says whose or what. Elsewhere the name of the question or the row says it.
"""

WEEKEND = 5
"""Saturday, as a weekday's number from 0."""


class Event(Record, kw_only=False):
    """Something that happens on a day."""

    day: date
    what: str
    kind: Kind
    id: str = ""
    """The name of a proposal, by which it can be moved; empty for other dates."""
    item: str = ""
    """The question that the date belongs to, or empty."""
    feed: str = ""
    """The input that taking a proposal over would answer, or empty."""
    action: str = ""
    """The action that is due, or empty."""
    closure: str = ""
    """The closure or holiday that the day falls in, or empty."""
    who: str = ""
    """Whose own the date is, for an action, an absence or a leaving; empty for what is all's."""
    place: str = ""
    """Where the date stands in the file, such as MON-01.rows.1.date, or proposed and its name: what
    it is known by in other calendars, also after its day or its words changed. Of several dates in
    one place the first has number 1: one that is put in between moves the rest."""

    @property
    def closure_words(self) -> str:
        """That the day falls in a closure or holiday, and in which; else empty."""
        return _("within a closure: {what}").format(what=self.closure) if self.closure else ""

    @property
    def words(self) -> str:
        """What happens, with whether it is only proposed and what it falls in."""
        proposed = _("proposed") if self.kind == "proposed" else ""
        marks = [one for one in (proposed, self.closure_words) if one]
        return f"{self.what} ({', '.join(marks)})" if marks else self.what


def events_of(plan: Plan, template: Template) -> list[Event]:
    """All dates of a plan in order."""
    found = [
        *_answered(plan, template),
        *_reckoned(plan),
        *_due(plan),
        *_other_dates(plan, template),
    ]
    found += [_proposed(one, plan) for one in proposals(plan, template)]
    if not found:
        return []
    first, last = min(one.day for one in found), max(one.day for one in found)
    spans = closures_of(plan, template, first, last)
    marked = [_marked(one, spans) for one in found]
    return sorted(marked, key=lambda one: (one.day, one.what))


def next_events(events: Iterable[Event], today: date) -> list[Event]:
    """The dates from a day on."""
    return [event for event in events if event.day >= today]


def _marked(event: Event, spans: list[Span]) -> Event:
    if event.kind == "reckoned" or event.feed in BY_THEN:
        return event
    closure = closure_on(event.day, spans)
    return event.model_copy(update={"closure": closure.what or _("closed")}) if closure else event


def _proposed(proposal: Proposal, plan: Plan) -> Event:
    moved = plan.calendar.get(proposal.id)
    return Event(
        day=moved or _workday(proposal.day),
        what=proposal.what,
        kind="moved" if moved else "proposed",
        id=proposal.id,
        item=proposal.item,
        feed=proposal.feed,
        place=f"proposed.{proposal.id}",
    )


def _workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= WEEKEND else day


def _reckoned(plan: Plan) -> Iterator[Event]:
    if plan.start is not None:
        yield Event(plan.start, _("First day with patients"), "answered", place="start")
        end = plus_months(plan.start, plan.months)
        yield Event(end, first_up(_(PERIOD_END)), "reckoned", place="end")
    for key, fields in plan.closures.items():
        for span in spans_of({key: fields}):
            words = _("Closed: {what}").format(what=span.what or _("no sessions"))
            yield Event(span.first, words, "reckoned", place=f"closures.{key}")
    for key, fields in plan.absences.items():
        for span in spans_of({key: fields}):
            words = _("{who} is away: {what}").format(who=span.who, what=span.what or _("absence"))
            place = f"absences.{key}"
            yield Event(span.first, words, "reckoned", who=span.who, place=place)
    for key, fields in plan.rounds.items():
        day = date_of(fields, "date")
        if day is not None:
            words = _("A round of patients starts")
            yield Event(day, words, "answered", place=f"rounds.{key}.date")


def _due(plan: Plan) -> Iterator[Event]:
    for action in actions_of(plan):
        if action.state == OPEN and action.when is not None:
            who = f"{action.actor}: " if action.actor else ""
            yield Event(
                action.when,
                _("Due: {what}").format(what=f"{who}{action.title}"),
                "answered",
                item=action.item,
                action=action.key,
                who=action.actor,
                place=f"actions.{action.key}.when",
            )


def _other_dates(plan: Plan, template: Template) -> Iterator[Event]:
    """When what was agreed on or accepted is looked at again; by when what is missing is found."""
    names = {f"agreed.{key}": (key, fields) for key, fields in plan.agreed.items()}
    names |= {f"accepted.{flag}": (flag[:-1], fields) for flag, fields in plan.accepted.items()}
    for entry, (key, fields) in names.items():
        day = date_of(fields, "look_again")
        if day is not None:
            asked = key if key in template.items else ""
            words, place = _("Look again: {item}").format(item=key), f"{entry}.look_again"
            yield Event(day, words, "answered", item=asked, place=place)
    for key, fields in plan.missing.items():
        day, what = date_of(fields, "by"), text_of(fields, "what")
        if day is not None:
            who = text_of(fields, "who")
            about = f"{what} ({who})" if who else what
            said = _("Found out by now: {what}").format(what=about)
            item = text_of(fields, "item")
            asked = item if item in template.items else ""
            place = f"missing.{key}.by"
            yield Event(day, said, "answered", item=asked, who=who, place=place)


def _answered(plan: Plan, template: Template) -> Iterator[Event]:
    for key, item in template.items.items():
        answer = plan.answer(key)
        about = _first_text(item.parts, answer.parts)
        for day, what, feed, at in _days(item.parts, answer.parts, item.short):
            words, place = _named(feed, about, what), f"{key}.{at}"
            yield Event(day, words, "answered", item=key, feed=feed, place=place)
        for row, fields in answer.rows.items():
            about = _first_text(item.row_parts, fields)
            name = f"{item.row_name.capitalize()}{f': {about}' if about else ''}"
            for day, what, feed, at in _days(item.row_parts, fields, name):
                words, place = _named(feed, about, what), f"{key}.rows.{row}.{at}"
                yield Event(day, words, "answered", item=key, feed=feed, place=place)
        for who, person in plan.people.items():
            for name, part in item.person_parts.items():
                leaves = date_of(person.parts, name)
                if leaves is not None:
                    what = f"{who}: {(part.label or item.short).lower()}"
                    place = f"people.{who}.{name}"
                    feed = part.feeds
                    yield Event(leaves, what, "answered", item=key, feed=feed, who=who, place=place)


def _first_text(parts: Mapping[str, Part], given: Mapping[str, Value]) -> str:
    texts = (name for name, part in parts.items() if kind_of(part).is_text)
    return next((text_of(given, name) for name in texts if text_of(given, name)), "")


def _named(feed: str, about: str, what: str) -> str:
    """What happens on a day, in words of its own where it has some."""
    if feed not in BY_NAME:
        return what
    return ": ".join(filter(None, [_(BY_NAME[feed]), about]))


def _days(
    parts: Mapping[str, Part], given: Mapping[str, Value], short: str
) -> Iterator[tuple[date, str, str, str]]:
    """Each day, what it is, the input that it feeds, and the field with its number in a list."""
    is_only_one = sum(kind_of(part).holds_dates for part in parts.values()) == 1
    for name, part in parts.items():
        said = given.get(name)
        is_end = "until" in part.label.lower()
        says_more = bool(part.label) and (not is_only_one or is_end)
        what = f"{short}: {part.label.lower()}" if says_more else short
        if isinstance(said, date):
            yield said, what, part.feeds, name
        elif isinstance(said, tuple):
            for number, day in enumerate(said, 1):
                if isinstance(day, date):
                    yield day, what, part.feeds, f"{name}.{number}"


def is_asked_for(template: Template, event: Event) -> bool:
    """Whether a question asks for the date that is proposed, so that it can become an answer."""
    ref = input_ref(template, event.feed)
    if ref is None:
        return False
    item = template.items[ref.item]
    return asks_for(item.parts, event.feed) or asks_for(item.row_parts, event.feed)


def taking_over(plan: Plan, template: Template, event: Event) -> Plan:
    """A copy in which a proposal has become an answer; unchanged if no question asks for it."""
    ref = input_ref(template, event.feed)
    if ref is None or not is_asked_for(template, event):
        return plan
    item = template.items[ref.item]
    if not asks_for(item.parts, event.feed):
        row = next_number(plan.answer(ref.item).rows)
        answered = plan.answering(ref.item, "value", None)
        return answered.answering_row(ref.item, row, ref.part, event.day)
    part = item.parts[ref.part]
    if not kind_of(part).is_many:
        return plan.answering(ref.item, ref.part, event.day)
    said = plan.answer(ref.item).parts.get(ref.part)
    held = [day for day in said if isinstance(day, date)] if isinstance(said, tuple) else []
    return plan.answering(ref.item, ref.part, tuple(sorted({*held, event.day})))


MONTHS_BEHIND = 24
"""Months behind the period for which closures are known to a rhythm that goes on beyond it."""


def frame_of(plan: Plan, template: Template, today: date) -> Frame:
    """The frame of a plan's fields; the period is from its first day to the day before its end."""
    return _of(plan, template)._replace(today=today)


@memo
def _of(plan: Plan, template: Template) -> Frame:
    if plan.start is None:
        return Frame(date.min)
    end = plus_months(plan.start, plan.months)
    spans = closures_of(plan, template, plan.start, plus_months(end, MONTHS_BEHIND))
    closed = tuple((span.first, span.last) for span in spans)
    return Frame(date.min, start=plan.start, end=end - DAY, closed=closed)
