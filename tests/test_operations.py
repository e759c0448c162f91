"""What is done to a plan comes out the same, whoever asks for it."""

from collections.abc import Callable
from datetime import date

import pytest

from readiness.app.operations.accept import accept, withdraw
from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.describe import act as told
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.values import LONGEST_TEXT
from readiness.domain.rules.flags import Flag


@pytest.fixture(autouse=True)
def _nothing_adopted_yet(session: Session) -> None:
    """The worked example without actions and acceptances, and one question more to be solved."""
    bare = session.plan.model_copy(update={"actions": {}, "accepted": {}})
    session.take(bare.answering("SEL-01", "value", "no"), "made bare")


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
    assert withdraw(session, flag).said == "INC-01 is no longer accepted."
    assert withdraw(session, flag).refusal == "not accepted"
    assert session.undo() == "INC-01 no longer accepted"
    assert session.undo() == "INC-01 accepted"
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
    assert remove_entry(session, "actions", "1").said == "Removed: action 1."
    assert [session.undo() for _step in range(5)] == [
        "action 1 removed",
        "action 1 dropped",
        "action 1 to do again",
        "action 1 done",
        "action for SEL-01 adopted",
    ]
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


def test_every_act_has_a_label_a_sentence_and_every_refusal_its_words() -> None:
    assert told.LABELS.keys() == told.SENTENCES.keys()
