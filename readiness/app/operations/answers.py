"""The answers of a question as a whole: its rows, and taking all of them out."""

from __future__ import annotations

from readiness.app.operations.effect import Effect, done, refused, try_change
from readiness.app.session import Session
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.plan.act import Act
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.field_ref import VALUE, FieldRef


def add_row(session: Session, item: str) -> Effect:
    """Begin a row in a question that has several."""
    row = next_number(session.plan.answer(item).rows)
    # A row takes the place of a word that answered the question as a whole.
    plan = session.plan.answering(item, VALUE, None).answering_row(item, row, "", None)
    return done(session, plan, Act(kind="add row", item=item, entry=row))


def remove_row(session: Session, item: str, row: str) -> Effect:
    """Take a row out of a question."""
    name = session.template.items[item].row_name
    act = Act(kind="remove row", item=item, entry=row, what=name)
    return done(session, session.plan.without_row(item, row), act)


def clear_answers(session: Session, item: str) -> Effect:
    """Take out all answers of a question, those of the practitioners with them; its note stays."""
    plan = session.plan.without(item)
    for who in plan.people:
        for part in session.template.items[item].person_parts:
            plan = plan.answering_person(who, part, None)
    act = Act(kind="clear", item=item)
    if plan == session.plan:
        return refused(session, "nothing to clear", act)
    return done(session, plan, act)


def not_applicable(session: Session, item: str, reason: str) -> Effect:
    """Say that a question does not apply, and why; without a reason it stays as it is."""
    reason = reason.strip()
    act = Act(kind="not applicable", item=item, what=reason)
    if not reason:
        return refused(session, "no reason to leave out", act)
    return try_change(session, lambda one: one.not_applicable(item, reason), act)


def put_back(session: Session, item: str, word: str, reason: str) -> None:
    """Let a word answer a question as a whole again, as it did before one of its fields was begun.

    Nothing is said of it. A question that does not apply stays so without a reason here: the plan's
    file may have given none.
    """
    if word == NOT_APPLICABLE:
        session.not_applicable(item, reason)
    else:
        session.set(FieldRef(item, VALUE), word)
