"""What is done to a plan comes out the same, whoever asks for it."""

from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest

from readiness.app.operations import decisions
from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.app.operations.answers import add_row, clear_answers, put_back, remove_row
from readiness.app.operations.dates import move, move_back, take_over
from readiness.app.operations.decisions import accept, accept_standing, look_again, withdraw
from readiness.app.operations.effect import Effect
from readiness.app.operations.people import (
    add_person,
    remove_person,
    rename_person,
    set_role,
    unfit_name,
)
from readiness.app.session import Session
from readiness.describe import act as told
from readiness.domain.capacity.what_if import fewer
from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.plan.act import Kind, Refusal
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.calendar import Event, events_of, is_asked_for


@pytest.fixture(autouse=True)
def _nothing_adopted_yet(session: Session) -> None:
    """The worked example without actions and acceptances, and one question more to be solved."""
    bare = session.plan.model_copy(update={"actions": {}, "accepted": {}})
    session.take(bare.answering("SEL-01", "value", "no"))


@pytest.fixture
def flag(session: Session) -> Flag:
    """A red flag: there are no written criteria."""
    session.set(FieldRef("INC-01", "value"), "no")
    found = session.review.items["INC-01"].flag
    assert found is not None
    return found


def test_a_flag_is_accepted_once_with_reason_name_and_day_and_withdrawn(
    session: Session, flag: Flag
) -> None:
    before = session.plan
    effect = accept(session, flag, " in March ", " TL ")
    assert effect.said == "INC-01 is accepted by TL."
    kept = session.plan.accepted["INC-01R"]
    assert (kept["reason"], kept["by"], kept["on"]) == ("in March", "TL", date(2026, 11, 24))
    assert withdraw(session, flag.id).said == "INC-01 is no longer accepted."
    assert withdraw(session, flag.id).refusal == "not accepted"
    assert session.undo()
    assert session.undo()
    assert session.plan == before


@pytest.mark.parametrize(("reason", "by"), [("", "TL"), ("in March", " ")])
def test_nothing_is_accepted_without_both(
    session: Session, flag: Flag, reason: str, by: str
) -> None:
    effect = accept(session, flag, reason, by)
    assert effect.said == "Nothing is accepted without a reason and a name."
    assert not effect.is_done
    assert not session.plan.accepted


def test_a_flag_that_is_no_longer_up_is_not_accepted(session: Session, flag: Flag) -> None:
    session.set(FieldRef("INC-01", "value"), "yes")
    assert accept(session, flag, "in March", "TL").refusal == "no flag"
    assert not session.plan.accepted


def test_an_action_is_adopted_done_dropped_and_taken_up_again(session: Session) -> None:
    effect = adopt(session, "SEL-01")
    assert effect.said == "Action 1, for SEL-01, is in the action plan: Selection criteria."
    assert session.plan.actions["1"]["item"] == "SEL-01"
    assert finish(session, "1").said == "Done: action 1."
    assert session.plan.actions["1"]["done_on"] == date(2026, 11, 24)
    assert reopen(session, "1").said == "To do again: action 1."
    assert "done_on" not in session.plan.actions["1"]
    assert drop(session, "1", " no money ").said == "Dropped: action 1."
    assert session.plan.actions["1"]["reason"] == "no money"
    assert drop(session, "1", " ").is_done
    assert "reason" not in session.plan.actions["1"]
    session.undo()
    assert remove_entry(session, "actions", "1").said == "Removed: action 1."
    assert all(session.undo() for _step in range(5))
    assert not session.plan.actions


def test_a_question_gets_one_action_and_one_in_place_none(session: Session) -> None:
    adopt(session, "SEL-01")
    assert adopt(session, "SEL-01").said == "SEL-01 has an action already: 1."
    drop(session, "1", "no money")
    assert adopt(session, "SEL-01").act.entry == "2"
    session.set(FieldRef("INC-01", "value"), "yes")
    assert adopt(session, "INC-01").said == "INC-01 is in place: it needs no action."
    assert list(session.plan.actions) == ["1", "2"]


@pytest.mark.parametrize(
    ("word", "reason"), [("not applicable", ""), ("not applicable", "No groups."), ("no", "")]
)
def test_the_word_for_a_whole_question_is_put_back_as_the_file_had_it(
    session: Session, word: str, reason: str
) -> None:
    put_back(session, "CAP-03", word, reason)
    answer = session.plan.answer("CAP-03")
    assert (answer.word, answer.reason) == (word, reason)


@pytest.mark.parametrize(
    "operate",
    [
        lambda session: finish(session, "7"),
        lambda session: drop(session, "7", "late"),
        lambda session: reopen(session, "7"),
        lambda session: remove_entry(session, "closures", "7"),
    ],
)
def test_an_entry_that_is_gone_is_not_made_anew(
    session: Session, operate: Callable[[Session], Effect]
) -> None:
    before = session.plan
    assert operate(session).refusal == "no entry"
    assert session.plan == before


def test_what_a_plan_cannot_hold_is_not_kept_and_said(session: Session) -> None:
    adopt(session, "SEL-01")
    before = session.plan
    effect = drop(session, "1", "x" * (LONGEST_TEXT + 1))
    assert effect.said.startswith("Not kept: ")
    assert session.plan == before


def test_what_an_act_did_is_told(session: Session) -> None:
    assert adopt(session, "SEL-01").consequences == []


def test_a_practitioner_is_added_renamed_given_a_role_and_removed(session: Session) -> None:
    before = session.plan
    assert add_person(session, " XY ", "nurse").said == "Added: XY."
    assert session.plan.people["XY"].role == "nurse"
    assert rename_person(session, "XY", "xy").said == "XY is now xy."
    assert set_role(session, "xy", "psychologist").said == "Role of xy: psychologist."
    assert set_role(session, "xy", "").said == "Role of xy: none."
    assert remove_person(session, "xy").said == "Removed: xy, with all that was said about them."
    assert session.undo()
    session.undo()
    assert session.undo()
    assert session.undo()
    assert session.plan == before


def test_a_name_is_short_there_and_nobody_elses(session: Session) -> None:
    before, (first, second, *_rest) = session.plan, session.plan.people
    assert add_person(session, " ").refusal == "no name"
    taken = f"{second.lower()} is in the list already; choose others, such as {second.lower()}2."
    assert rename_person(session, first, second.lower()).said == taken
    assert unfit_name(session.plan, second.lower(), first) == taken
    assert unfit_name(session.plan, first, first) == ""
    too_long = "Too long for initials or a role: at most 20 characters."
    assert add_person(session, "x" * 21).said == too_long
    assert rename_person(session, "AB", "AC, AD").said == (
        "AC, AD is more than one practitioner; give one name."
    )
    assert session.plan == before


def test_several_practitioners_in_one_line_are_listed_each_and_are_one_step_back(
    session: Session,
) -> None:
    before = session.plan
    assert add_person(session, "XA, XB og XC", "nurse").said == "Added: XA, XB and XC."
    assert [session.plan.people[who].role for who in ("XA", "XB", "XC")] == ["nurse"] * 3
    session.undo()
    assert session.plan == before
    assert add_person(session, "XD, AB").said.startswith("AB is in the list already")
    assert session.plan == before
    assert session.plan is before


def test_rows_are_added_and_removed_and_all_answers_taken_out(session: Session) -> None:
    before = session.plan
    assert add_row(session, "MON-01").is_done
    assert remove_row(session, "MON-01", "3").said == "Removed: review 3."
    assert session.plan == before
    assert session.undo()
    assert session.undo()
    assert clear_answers(session, "CAP-01").said == "Taken out: all answers of CAP-01."
    assert not session.review.items["CAP-01"].answered
    assert clear_answers(session, "CAP-01").said == "There is no answer of CAP-01 to take out."
    assert session.undo()
    assert session.plan == before


def _event(session: Session, kind: str, feed: str = "") -> Event:
    events = events_of(session.plan, session.template)
    return next(one for one in events if one.kind == kind and feed in one.feed)


def test_a_proposed_date_is_moved_and_moved_back(session: Session) -> None:
    before, event = session.plan, _event(session, "proposed")
    assert move(session, event, "20 Apr 2027").said == f"{event.what} moved to 20 April 2027."
    moved = _event(session, "moved")
    assert (moved.id, moved.day) == (event.id, date(2027, 4, 20))
    assert move_back(session, moved).said == f"{event.what} moved back."
    assert session.plan == before
    assert session.undo()
    assert session.undo()


def test_a_proposed_date_becomes_an_answer_and_is_no_longer_moved(session: Session) -> None:
    session.set(FieldRef("MON-10", "value"), None)
    event = next(
        one for one in events_of(session.plan, session.template)
        if one.item == "MON-10" and one.id and is_asked_for(session.template, one)
    )  # fmt: skip
    move(session, event, "20 Apr 2027")
    moved = _event(session, "moved")
    effect = take_over(session, moved)
    assert effect.said == f"20 April 2027 now answers MON-10: {event.what}."
    assert session.plan.answer("MON-10").parts["value"] == (date(2027, 4, 20),)
    assert not session.plan.calendar


def test_a_date_that_cannot_be_moved_or_taken_over_stays(session: Session) -> None:
    before, proposed = session.plan, _event(session, "proposed")
    answered = _event(session, "answered")
    unasked = next(
        one for one in events_of(session.plan, session.template)
        if one.id and not is_asked_for(session.template, one)
    )  # fmt: skip
    assert [
        effect.refusal
        for effect in (
            move(session, answered, "1 May 2027"),
            move_back(session, answered),
            take_over(session, answered),
            move(session, proposed, "soon"),
            move_back(session, proposed),
            take_over(session, unasked),
        )
    ] == ["not proposed"] * 3 + ["no date", "not moved", "not asked for"]
    assert move(session, proposed, "soon").said.startswith('"soon" is not a date; write ')
    assert move(session, proposed, "1 May 9999").said.startswith("Not kept: ")
    assert session.plan is before


def test_what_could_be_becomes_the_plan_in_one_step(session: Session) -> None:
    before = session.plan
    variant = fewer(before, session.template, 5)
    assert variant is not None
    assert decisions.take_variant(session, variant).said == f"Taken over: {variant.words}."
    assert session.plan == variant.plan
    assert session.undo()
    assert session.plan == before


def test_every_act_has_a_sentence_and_every_refusal_its_words() -> None:
    assert set(get_args(Kind)) == told.SENTENCES.keys()
    assert set(get_args(Refusal)) == told.REFUSALS.keys()


def test_only_what_is_off_plan_is_answered_for_and_only_what_is_accepted_looked_at_again(
    session: Session,
) -> None:
    assert accept_standing(session, "FOL-01", " ", "TL").refusal == "no reason"
    assert accept_standing(session, "FOL-01", "It was closed.", "TL").refusal == "no flag"
    assert look_again(session, session.review.flags[0].id, "1 May").refusal == "not accepted"
    accept(session, session.review.flags[0], "In March.", "TL")
    (flag,) = session.plan.accepted
    before = session.plan
    assert not look_again(session, flag, "soon").is_done
    assert session.plan is before
    said = look_again(session, flag, "1 May 2027").said
    assert said == f"Recorded: {flag}: look again on 1 May 2027."
    assert session.plan.accepted[flag]["look_again"] == date(2027, 5, 1)
    assert "no day to look again" in look_again(session, flag, " ").said
    assert "look_again" not in session.plan.accepted[flag]
