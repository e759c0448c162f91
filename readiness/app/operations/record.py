"""What happened after the start is recorded, and the plan of the first day and later ones kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readiness.app.operations.effect import Effect, done
from readiness.app.session import Session
from readiness.domain.followup.balance import doubts
from readiness.domain.followup.case import case_of
from readiness.domain.followup.day_one import is_wanting, stand_of
from readiness.domain.followup.record_place import RecordPlace, record_place
from readiness.domain.followup.scale import raters_of
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.text import tidied
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.act import Act
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.records import ADVICE, DECLINED, ROW_REASON, SETTLED, START
from readiness.domain.plan.tables import TABLES, date_of, text_of
from readiness.domain.record import Record
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.storage.milestone_copy import keep_copy, open_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import Problem, UnreadablePlan
from readiness.storage.templates import Library

DAYS_A_MONTH = 365.25 / 12


def keep_day_one(session: Session) -> str:
    """Keep the plan as it is, with a copy beside it, if its first day has come and is not kept.

    Returns what was done, as one sentence; empty where there was nothing to do. It is no step that
    undo takes back: a first day that was kept stays.
    """
    plan, start = session.plan, session.plan.start
    if start is None or session.is_read_only or not is_wanting(plan, session.today):
        return ""
    stand = dict(stand_of(plan, session.template, start, session.today))
    digest = keep_copy(session.path, start, session.file.raw)
    if digest:
        stand["copy"] = digest
    session.amend(plan.entering("milestones", START, stand))
    words = _("The plan as it stands is kept as that of its first day, {date}.")
    if session.today != start:
        words = _("The plan as it stands today is kept as that of its first day, {date}.")
    return words.format(date=date_words(start))


def has_begun(session: Session) -> bool:
    """Whether the first day with patients has come: then today is what is looked at first."""
    return case_of(session.plan, session.template, session.today) is not None


def can_keep(session: Session) -> bool:
    """Whether a day after the first has come, so that it can be kept beside that."""
    return session.plan.start is not None and session.plan.start < session.today


def keep_milestone(session: Session) -> Effect:
    """Keep the plan as it stands today, with a copy beside it: this check has been redone.

    One milestone is kept for each month after the start; a second one in a month replaces it.
    Only where a day can be kept.
    """
    plan, today = session.plan, session.today
    start = plan.start or today
    stand = dict(stand_of(plan, session.template, today, today))
    digest = keep_copy(session.path, today, session.file.raw)
    name = f"month-{round((today - start).days / DAYS_A_MONTH)}"
    kept = plan.without_entry("milestones", name)
    kept = kept.entering("milestones", name, {**stand, "copy": digest or None})
    return done(session, kept, Act(kind="record", what=f"{TABLES['milestones'].entry} {name}"))


def first_day(file: PlanFile, library: Library) -> PlanFile:
    """The whole plan as it was on its first day.

    Raises UnreadablePlan where no first day is kept, or its copy is lost, swapped or has faults.
    """
    kept = file.plan.milestones.get(START, {})
    on = date_of(kept, "on")
    if on is None:
        why = _("no first day is kept")
        todo = _("it is kept when the plan is opened after its start")
        raise UnreadablePlan([Problem(file=file.path.name, why=why, todo=todo)])
    return open_copy(file.path, on, text_of(kept, "copy"), library)


class Typed(Record):
    """A record as it was understood, before it is kept."""

    place: RecordPlace
    """Where it stands."""
    values: Mapping[str, Value | None]
    """Its fields by their key; None takes one out."""


def understood(session: Session, words: Sequence[str]) -> Typed | InvalidValue:
    """The record that was typed: its kind, its name, and `key=value` for each field.

    Keys are those of the file; a value is understood as in a field of a form. `key=` takes a
    field out.
    """
    fields = [word for word in words if "=" in word]
    names = [word for word in words if "=" not in word]
    kind, name, row = (*names, "", "", "")[:3]
    plan, template = session.plan, session.template
    place = record_place(plan, template, kind, name, row, session.today)
    if isinstance(place, InvalidValue):
        return place
    found: dict[str, Value | None] = {}
    for field in fields:
        key, _equals, text = field.partition("=")
        part = place.parts.get(key.strip())
        if part is None:
            todo = _("use one of {words}").format(words=", ".join(place.parts))
            why = _('"{key}" is no field of it').format(key=key.strip())
            return InvalidValue(why=why, todo=todo)
        value = None
        if text.strip():
            offers = kind_of(part).offers(part)
            value = interpret(part, text.strip(), session.today, offers, is_numbered=False)
        if isinstance(value, InvalidValue):
            why = f"{key.strip()}: {value.why}"
            return value.model_copy(update={"why": why})
        found[key.strip()] = tidied(value) if isinstance(value, str) else value
    if not found:
        keys = ", ".join(place.parts)
        why = _("nothing was said of it")
        return InvalidValue(
            why=why, todo=_("write key=value, with one of {keys}").format(keys=keys)
        )
    return record_of(session, place, found)


UNFOUNDED = {
    ROW_REASON: (N_("the raters' scores differ"), N_("say why it is settled so: reason=...")),
    ADVICE: (N_("there is no advice to decline"), N_("write the advice as well: advice=...")),
}
"""What is said where a score lacks one of these fields, and what to do."""


def lacking_field(session: Session, place: RecordPlace, found: Mapping[str, Value | None]) -> str:
    """The field without which a score is not kept so; empty where none is lacking.

    That is the reason where scores that differ are settled, and the advice that is declined.
    """
    if place.row is None:
        return ""
    row = {**session.plan.scores.get(place.entry, {}).get(place.row, {}), **found}
    raters = raters_of(session.plan.fidelity.get(place.entry, {}))
    scores = {score for who in raters if (score := as_number(row.get(who))) is not None}
    is_settled, is_declined = (found.get(name) is not None for name in (SETTLED, DECLINED))
    if is_settled and len(scores) > 1 and row.get(ROW_REASON) is None:
        return ROW_REASON
    return ADVICE if is_declined and row.get(ADVICE) is None else ""


def record_of(
    session: Session, place: RecordPlace, found: Mapping[str, Value | None]
) -> Typed | InvalidValue:
    """The record of these fields, or which of them it lacks."""
    lacking = lacking_field(session, place, found)
    if not lacking:
        return Typed(place=place, values=found)
    why, todo = UNFOUNDED[lacking]
    return InvalidValue(why=_(why), todo=_(todo))


def record(session: Session, typed: Typed) -> Effect:
    """Keep a record, as one step back."""
    plan = session.plan
    for key, value in typed.values.items():
        plan = plan.with_value(typed.place.ref(key), value)
    return done(session, plan, Act(kind="record", what=typed.place.what))


def doubted(session: Session, place: RecordPlace) -> list[str]:
    """What does not fit in a record that was kept, a sentence each: asked about, never refused."""
    return list(doubts(session.plan, place.table, place.entry)) if place.table != "people" else []
