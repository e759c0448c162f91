"""The heading of each chart says what it shows; worked out by hand from few people."""

from datetime import date

import pytest

from readiness.describe.charts import (
    answers_told,
    finish_told,
    funnel_told,
    goal_told,
    person_weeks_told,
    timeline_told,
    weeks_told,
)
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.patients.funnel import FunnelStage, PatientFunnel
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.i18n.words import number_words
from readiness.storage.languages import speak_in
from tests.domain.made import START, imr, team

TEMPLATE = imr()
END = date(2028, 1, 11)


def hours(**freed: float | None) -> Ledger:
    """The ledger of a team with these hours freed; each has five patients and needs 8.1 a week."""
    plan = team(*freed, patients=5, hours=9)
    for who, one in freed.items():
        plan = plan.answering_person(who, "hours_freed", one)
    found = ledger_of(plan, TEMPLATE)
    assert found is not None
    return found


def test_who_is_short_is_named_from_when_to_when() -> None:
    said = weeks_told(hours(AB=9, CD=7))
    assert said.startswith("CD is short of hours from 11 January 2027 (1.1 a week) to ")
    assert person_weeks_told(hours(AB=9, CD=7), "AB") == "AB has enough in every week"
    assert weeks_told(hours(AB=6, CD=7)).startswith("AB is short of hours from ")
    assert weeks_told(hours(AB=6, CD=7)).endswith("; 1 other is short too")
    # 8.08 hours are needed in the first week, and 8.04 in the next one, after some dropped out.
    once = person_weeks_told(hours(AB=8.05), "AB")
    assert once.startswith("AB is short of hours in the week of 11 January 2027: ")


def test_nobody_is_said_to_have_enough_whose_hours_are_not_known() -> None:
    assert weeks_told(hours(AB=9)) == "Everyone has enough hours in every week"
    assert weeks_told(hours(AB=9, CD=None)) == "The hours freed are not known for everyone"
    told = person_weeks_told(hours(AB=9, CD=None), "CD")
    assert told == "The hours freed for CD are not known"


def test_a_shared_heading_names_nobody() -> None:
    short = len(hours(AB=20, CD=7).short_weeks())
    together = weeks_told(hours(AB=20, CD=7), is_shared=True)
    assert together == f"Together the hours suffice, but somebody is short in {short} weeks"
    assert weeks_told(hours(AB=7, CD=7), is_shared=True) == f"Somebody is short in {short} weeks"


def test_questions_are_counted_by_what_is_ready_and_what_has_a_flag() -> None:
    state = review(TEMPLATE, Plan(), START)
    all_ = len(TEMPLATE.items)
    assert answers_told(state).startswith(f"0 of {all_} questions are ready")
    red = Plan().answering("GOAL-03", "leader", "no")
    assert "has a red flag" in answers_told(review(TEMPLATE, red, START))


@pytest.mark.parametrize(
    ("likely", "days", "said"),
    [
        (END, [END], "within the period"),
        (END, [END, date(2028, 3, 1)], "just in time, and after the end if things go badly"),
        (date(2028, 2, 1), [date(2028, 2, 1)], "after the period ends"),
        (None, [END], "within the period"),
    ],
)
def test_when_the_first_patients_finish(likely: date | None, days: list[date], said: str) -> None:
    assert finish_told(likely, days, END) == f"The first patients finish {said}"


def test_the_funnel_says_how_many_complete_of_those_who_fit() -> None:
    fit, done = FunnelStage("fit", 22, 22, 22), FunnelStage("complete", 6, 8, 10)
    whole = PatientFunnel(stages=(fit, done), is_estimate=False, worst=None)
    told = funnel_told(whole, 12, number_words)
    assert told == "Of 22 who fit about 8 are likely to complete; 12 are wanted"
    assert funnel_told(whole, None, number_words).endswith("8 are likely to complete")
    # No share is known of those who say yes.
    alone = PatientFunnel(stages=(fit,), is_estimate=False, worst=None)
    assert funnel_told(alone, None, number_words) == "22 meet the criteria"


def test_the_timeline_says_what_deviates() -> None:
    gap = date(2027, 6, 30)
    assert timeline_told(gap, START, 0) == "Supervision stops on 30 June 2027"
    assert timeline_told(START, START, 2) == (
        "No supervision is booked; 2 dates fall in a closed period"
    )
    assert timeline_told(None, START, 0).startswith("Supervision lasts to the end")
    # What nobody was asked is neither booked nor missing.
    assert timeline_told(None, START, 0, is_known=False) == (
        "Nobody has said until when supervision is booked"
    )
    speak_in("nb")
    assert timeline_told(gap, START, 1) == (
        "Veiledningen slutter 30. juni 2027; 1 dato faller i en stengt periode"
    )


def test_a_goal_is_held_against_what_allows_the_fewest() -> None:
    told = goal_told(12, "Hours freed", 8)
    assert told == "The goal is 12 patients; hours freed about 8"
