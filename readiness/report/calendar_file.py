"""The plan's dates as a calendar file (RFC 5545), for the calendars that people use.

A date keeps its id when its day or its words change, so that a file that is imported again moves
the entry instead of adding a second. Some calendars do not take changes in over their own: a
calendar of its own, that can be emptied before the next import, is what we advise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from readiness.domain.plan.names import names_in, same_name
from readiness.domain.record import Record
from readiness.domain.schedule.calendar import Event
from readiness.i18n.language import N_, _

PRODUCER = "-//readiness//plan dates//EN"
"""Who made a calendar file; also how one of ours is known again."""

BEGIN = "BEGIN:VCALENDAR"

_COUNTED_FROM = datetime(2025, 1, 1, tzinfo=UTC)
_AHEAD, _DAY_BEFORE = timedelta(days=-7), timedelta(days=-1)
_GRAVE = ("review_date", "decision_date")
"""What is also called to mind the day before: others travel for it, or it cannot be moved."""

CANCELLED = N_("No longer in the plan")


class Exported(Record, kw_only=False):
    """A date as it stands in a calendar file."""

    uid: str
    """Its id in every calendar."""
    day: date
    what: str
    is_proposed: bool = False
    """Whether nobody chose the date yet: then it is tentative."""
    is_grave: bool = False
    """Whether it is called to mind the day before as well."""


def calendar_space(plan_id: str) -> UUID:
    """Within which the dates of a plan have their ids; also for an id that was edited by hand."""
    try:
        return UUID(plan_id)
    except ValueError:
        return uuid5(NAMESPACE_OID, plan_id)


def exported(events: Iterable[Event], space: UUID) -> list[Exported]:
    """The dates of a plan with the ids by which calendars know them."""
    return [
        Exported(
            uid=str(uuid5(space, one.place)),
            day=one.day,
            what=" ".join(one.what.split()),
            is_proposed=one.kind == "proposed",
            is_grave=one.feed in _GRAVE or one.id in ("fidelity-review", "decision"),
        )
        for one in events
    ]


def concerning(events: Iterable[Event], who: str) -> list[Event]:
    """Everybody's dates and those of one person, without what is others' own."""
    wanted = same_name(who)
    return [
        one
        for one in events
        if not one.who or wanted in map(same_name, (one.who, *names_in(one.who)))
    ]


def calendar_file(
    name: str, dates: Iterable[Exported], gone: Mapping[str, Exported], now: datetime
) -> bytes:
    """The dates as an iCalendar file; `gone` are dates of earlier files, marked as cancelled."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCER)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for one in dates:
        calendar.add_component(_entry(one, name, now))
    for one in gone.values():
        entry = _entry(one, name, now, is_gone=True)
        calendar.add_component(entry)
    raw: bytes = calendar.to_ical()
    return raw


def _entry(one: Exported, name: str, now: datetime, *, is_gone: bool = False):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a component of icalendar
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", one.uid)
    # Calendars take the entry with the higher number; minutes grow without being remembered.
    entry.add("sequence", int((now - _COUNTED_FROM).total_seconds() // 60))
    entry.add("dtstamp", now)
    entry.add("dtstart", one.day)
    entry.add("dtend", one.day + timedelta(days=1))
    entry.add("summary", one.what)
    entry.add("description", _(CANCELLED) if is_gone else name)
    entry.add("transp", "TRANSPARENT")
    if is_gone:
        entry.add("status", "CANCELLED")
        return entry
    entry.add("status", "TENTATIVE" if one.is_proposed else "CONFIRMED")
    for before in (_AHEAD, _DAY_BEFORE) if one.is_grave else (_AHEAD,):
        entry.add_component(_alarm(one.what, before))
    return entry


def _alarm(what: str, before: timedelta):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a component of icalendar
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", what)
    alarm.add("trigger", before)
    return alarm
