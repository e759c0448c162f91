"""The first day with patients is kept when a plan is first opened on it or after."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done
from readiness.app.session import Session
from readiness.domain.followup.case import case_of
from readiness.domain.followup.day_one import is_wanting, stand_of
from readiness.domain.plan.act import Act
from readiness.domain.plan.records import START
from readiness.domain.plan.tables import TABLES, date_of, text_of
from readiness.i18n.language import _
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
