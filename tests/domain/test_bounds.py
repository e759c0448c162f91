"""How much a plan may hold, asked where it is typed."""

from collections.abc import Callable
from datetime import date

import pytest

from readiness.app.session import Session
from readiness.domain.plan.bounds import excess
from readiness.domain.plan.field_ref import NOTE, ROLE, VALUE, FieldRef
from readiness.domain.plan.plan import Plan

MUCH = "x" * 20_001
NAME = "x" * 201
ACTION = FieldRef(part="name", table="actions", entry="1")


def crowd(session: Session) -> None:
    plan = session.plan
    for number in range(201):
        plan = plan.with_person(f"P{number}", "")
    session.take(plan)


def actions(session: Session) -> None:
    plan = session.plan
    for number in range(501):
        plan = plan.entering("actions", f"new{number}", {"name": "x"})
    session.take(plan)


def rows(session: Session) -> None:
    for number in range(501):
        session.set(FieldRef("MON-01", "by", row=f"{number}"), "x")


DAYS = tuple(date(2027, 1, 1) for _ in range(501))
FAR = date(9000, 2, 1)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda one: one.set(FieldRef("SEL-02", NOTE), MUCH), "the text is 20,001 characters long"),
        (
            lambda one: one.take(one.plan.described(service=MUCH)),
            "the text is 20,001 characters long",
        ),
        (lambda one: one.not_applicable("SEL-02", MUCH), "the text is 20,001 characters long"),
        (
            lambda one: one.set(FieldRef("CAP-07", VALUE), MUCH),
            "the text is 20,001 characters long",
        ),
        (lambda one: one.set(FieldRef("MON-01", "by", row="1"), MUCH), "20,001 characters"),
        (
            lambda one: one.set(ACTION, MUCH),
            "20,001 characters",
        ),
        (lambda one: one.set(FieldRef(part=ROLE, person="AB"), MUCH), "20,001 characters"),
        (lambda one: one.take(one.plan.with_person(NAME, "")), "the text is 201 characters long"),
        (lambda one: one.set(FieldRef("CAP-09", VALUE), DAYS), "there are 501 of them"),
        (lambda one: one.set(FieldRef("CAP-09", VALUE), (FAR,)), "9000-02-01 is too far away"),
        (lambda one: one.take(one.plan.described(meeting=FAR)), "9000-02-01 is too far away"),
        (lambda one: one.take(one.plan.moving("start", FAR)), "9000-02-01 is too far away"),
        (crowd, "there are 205 of them"),
        (actions, "there are 504 of them"),
        (rows, "there are 501 of them"),
    ],
    ids=range(15),
)
def test_what_no_file_may_hold_does_not_come_into_the_plan(
    session: Session, change: Callable[[Session], object], why: str
) -> None:
    session.set(FieldRef("SEL-01", NOTE), "before")
    session.set(FieldRef("SEL-01", NOTE), "undone")
    session.undo()
    before = session.plan
    found = session.attempt(change)
    assert found is not None
    assert why in found.why
    assert found.todo.startswith(("shorten it to 20", "keep ", "write a year"))
    assert session.plan is before
    assert session.redo()


def test_what_fits_is_kept_and_what_was_too_much_before_is_in_nobodys_way(
    session: Session,
) -> None:
    before = session.plan
    assert session.attempt(lambda one: one.set(FieldRef("SEL-02", NOTE), "x" * 20_000)) is None
    assert session.plan.answer("SEL-02").note == "x" * 20_000
    much = before.noting("SEL-01", MUCH).with_person("AB", "").with_person(NAME, "")
    assert excess(much, much.noting("SEL-02", "fits")) is None
    assert excess(Plan(), Plan()) is None
