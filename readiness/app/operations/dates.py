"""The plan's dates: proposed ones moved or taken over as answers, and all as a calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid5

from readiness.app.operations.effect import Effect, done, refused, unchanged
from readiness.app.operations.particulars import give_id
from readiness.app.session import Session
from readiness.domain.kinds.days import typed_day
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.act import Act
from readiness.domain.plan.names import names_in, same_name
from readiness.domain.schedule.calendar import Event, events_of, is_asked_for, taking_over
from readiness.storage.disk import exists, is_same_file, write_whole
from readiness.storage.memory import dates_gone_since, keep_dates


def dated_people(session: Session) -> list[str]:
    """Whose dates a calendar file can be for: the practitioners, and who else has dates."""
    named = (who for one in events_of(session.plan, session.template) for who in names_in(one.who))
    found = dict[str, str]()
    for one in (*session.plan.people, *named):
        found.setdefault(same_name(one), one)
    return list(found.values())


def export_calendar(
    session: Session,
    target: Path,
    *,
    who: str = "",
    is_forced: bool = False,
    now: datetime | None = None,
    memory: Path | None = None,
) -> Effect:
    """Make the calendar file; with `who` without what is other people's own. Raises CannotWrite."""
    from readiness.report.calendar_file import (
        Exported,
        calendar_file,
        calendar_space,
        concerning,
        exported,
    )
    from readiness.report.file_output import made_by_us

    act = Act(kind="make document", what=target.name)
    if is_same_file(target, session.path):
        return refused(session, "the plan itself", act)
    if exists(target) and not is_forced and not made_by_us(target):
        return refused(session, "in the way", act)
    space = calendar_space(give_id(session))
    events = events_of(session.plan, session.template)
    dates = exported(concerning(events, who) if who else events, space)
    # One file is for all, or for one person: what is gone is known for each apart.
    name = str(uuid5(space, who)) if who else str(space)
    held = {one.uid: (one.day, one.what) for one in dates}
    gone = dates_gone_since(name, held, memory)
    cancelled = {uid: Exported(uid, day, what) for uid, (day, what) in gone.items()}
    stamp = now or datetime.now(UTC)
    title = session.plan.plan or session.plan.service or session.path.stem
    write_whole(target, calendar_file(title, dates, cancelled, stamp))
    # Only now: a file that could not be written has told nobody what is gone.
    keep_dates(name, held, memory)
    return unchanged(session, act)


def move(session: Session, event: Event, said: str) -> Effect:
    """Move a proposed date to another day, which a person typed."""
    found = typed_day(said, session.frame)
    day = None if isinstance(found, InvalidValue) else found
    act = Act(kind="move", item=event.item, what=event.what, day=day)
    if not event.id:
        return refused(session, "not proposed", act)
    if isinstance(found, InvalidValue):
        return replace(unchanged(session, act), invalid=found)
    if day is None:
        return refused(session, "no date", act.model_copy(update={"what": said.strip()}))
    return done(session, session.plan.moving(event.id, day), act)


def move_back(session: Session, event: Event) -> Effect:
    """Move a date back to the day that is proposed."""
    act = Act(kind="move back", item=event.item, what=event.what)
    if event.kind != "moved":
        return refused(session, "not moved" if event.id else "not proposed", act)
    return done(session, session.plan.moving(event.id, None), act)


def take_over(session: Session, event: Event) -> Effect:
    """Make an answer of a proposed date, where a question asks for it."""
    act = Act(kind="take over", item=event.item, what=event.what, day=event.day)
    if not event.id:
        return refused(session, "not proposed", act)
    if not is_asked_for(session.template, event):
        return refused(session, "not asked for", act)
    plan = taking_over(session.plan, session.template, event)
    return done(session, plan.moving(event.id, None), act)
