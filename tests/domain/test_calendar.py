"""The calendar: what is proposed, what was answered, and what falls in a holiday."""

from datetime import date

import pytest
from hypothesis import given

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.calendar import Event, events_of, next_events, taking_over
from tests.domain.made import START, TODAY, imr, team
from tests.strategies import plans

TEMPLATE = imr()


def named(plan: Plan, name: str) -> Event:
    return next(event for event in events_of(plan, TEMPLATE) if event.id == name)


def test_reviews_outcomes_rechecks_and_the_decision_are_proposed_from_the_start() -> None:
    plan = team("AB")
    days = {event.id: event.day for event in events_of(plan, TEMPLATE) if event.id}
    assert days["fidelity-review-6"] == date(2027, 7, 12)  # the 11th is a Sunday
    assert days["fidelity-review-12"] == date(2028, 1, 11)
    assert days["outcome-round-0"] == START
    assert [days[f"re-check-{month}"] for month in (3, 6, 12)] == [
        date(2027, 4, 12), date(2027, 7, 12), date(2028, 1, 11),
    ]  # fmt: skip
    assert (days["feedback-6"] - date(2027, 7, 11)).days <= 28
    assert days["decision"] > days["feedback-12"]
    assert days["training-1"] < START
    assert days["supervision-starts"] == START


def test_a_date_in_the_summer_holidays_says_so() -> None:
    assert named(team("AB"), "fidelity-review-6").closure == "Summer holidays"
    assert "within a closure: Summer holidays" in named(team("AB"), "fidelity-review-6").words


def test_an_answer_takes_the_place_of_the_proposal_near_it_and_leaves_the_other() -> None:
    plan = team("AB").answering_row("MON-01", "1", "date", date(2027, 6, 14))
    ids = {event.id for event in events_of(plan, TEMPLATE)}
    assert "fidelity-review-6" not in ids
    assert "fidelity-review-12" in ids


def test_a_proposal_is_moved_and_moved_back() -> None:
    plan = team("AB").moving("outcome-round-6", date(2027, 8, 16))
    moved = named(plan, "outcome-round-6")
    assert (moved.day, moved.kind) == (date(2027, 8, 16), "moved")
    assert named(plan.moving("outcome-round-6", None), "outcome-round-6").kind == "proposed"


def test_proposals_that_are_taken_over_are_answers_and_make_the_items_ready() -> None:
    plan = team("AB")
    for name in ("fidelity-review-6", "fidelity-review-12", "re-check-3", "re-check-6", "decision"):
        plan = taking_over(plan, TEMPLATE, named(plan, name))
    assert [row["date"] for row in plan.answer("MON-01").rows.values()] == [
        date(2027, 7, 12), date(2028, 1, 11),
    ]  # fmt: skip
    assert plan.answer("MON-10").parts["value"] == (date(2027, 4, 12), date(2027, 7, 12))
    plan = taking_over(plan, TEMPLATE, named(plan, "re-check-12"))
    assert review(TEMPLATE, plan, TODAY).items["MON-10"].status == "ready"
    assert plan.answer("MON-06").parts["decided_on"] > date(2028, 1, 11)  # type: ignore[operator]


def test_what_no_question_asks_for_cannot_be_taken_over() -> None:
    plan = team("AB")
    assert taking_over(plan, TEMPLATE, named(plan, "outcome-round-6")) == plan


def test_answered_dates_rounds_absences_closures_and_due_actions_are_in_it() -> None:
    plan = team("AB").answering_person("AB", "leaves", date(2029, 1, 1))
    plan = plan.answering_row("GOAL-04", "1", "obstacle", "no room")
    plan = plan.answering_row("GOAL-04", "1", "date", date(2027, 1, 4))
    plan = plan.entering("rounds", "1", {"date": START, "patients": 2})
    away = {"who": "AB", "from": date(2027, 5, 3), "until": date(2027, 5, 14), "what": "leave"}
    plan = plan.entering("absences", "1", away)
    closed = {"from": date(2027, 7, 1), "until": date(2027, 7, 31), "what": "summer"}
    plan = plan.entering("closures", "1", closed)
    plan = plan.entering("actions", "1", {"name": "Find a room", "when": date(2027, 1, 7)})
    said = {event.words for event in events_of(plan, TEMPLATE)}
    assert {
        "AB: leaves the role",
        "To be solved by now: no room",
        "A round of patients starts",
        "AB is away: leave",
        "Closed: summer",
        "Due: Find a room",
    } <= said


def test_who_leaves_at_christmas_does_not_have_to_be_there() -> None:
    plan = team("AB").answering_person("AB", "leaves", date(2027, 12, 31))
    plan = plan.answering("MON-06", "decided_on", date(2027, 12, 31))
    said = {event.item: event.closure for event in events_of(plan, TEMPLATE) if not event.id}
    assert said["SEL-03"] == ""
    assert said["MON-06"] == "Christmas and New Year"


def test_nothing_is_proposed_without_a_start() -> None:
    assert events_of(Plan(template="imr"), TEMPLATE) == []


@pytest.mark.walk
@pytest.mark.no_cover
@given(plans(TEMPLATE))
def test_events_are_in_order_and_the_next_ones_are_not_past(plan: Plan) -> None:
    events = events_of(plan, TEMPLATE)
    days = [event.day for event in events]
    assert days == sorted(days)
    assert all(event.day >= TODAY for event in next_events(events, TODAY))
    ids = [event.id for event in events if event.id]
    assert len(ids) == len(set(ids))


def test_what_is_past_is_left_out_and_today_is_not() -> None:
    plan = team("AB").entering("rounds", "1", {"date": date(2027, 2, 1), "patients": 2})
    plan = plan.entering("actions", "1", {"name": "Book", "when": date(2027, 3, 1)})
    events = events_of(plan, TEMPLATE)
    assert [one.day for one in events] == sorted(one.day for one in events)
    assert date(2027, 2, 1) in [one.day for one in events]
    coming = next_events(events, date(2027, 3, 1))
    assert any(one.day == date(2027, 3, 1) and "Book" in one.words for one in coming)
    assert min(one.day for one in coming) == date(2027, 3, 1)


def test_an_accepted_flag_stands_on_the_day_on_which_it_is_looked_at_again() -> None:
    again = {"reason": "known", "by": "TL", "look_again": date(2027, 8, 2)}
    plan = team("AB").entering("accepted", "CAP-06R", again)
    plan = plan.entering("accepted", "FOL-04A", {**again, "look_again": date(2027, 9, 6)})
    found = [one for one in events_of(plan, TEMPLATE) if one.words.startswith("Look again")]
    assert [(one.day, one.words, one.item) for one in found] == [
        (date(2027, 8, 2), "Look again: CAP-06", "CAP-06"),
        (date(2027, 9, 6), "Look again: FOL-04", ""),
    ]
