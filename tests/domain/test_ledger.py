"""The hours week by week: what a service would find out only in week nine."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.capacity.capacity import rates_of, week_of
from readiness.domain.capacity.closures import closures_of, easter, monday, open_weeks, weeks_within
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import Span
from tests.domain.made import START, imr, team
from tests.strategies import plans

pytestmark = pytest.mark.no_cover

TEMPLATE = imr()


def ledger(plan: Plan) -> Ledger:
    found = ledger_of(plan, TEMPLATE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))],
)
def test_easter_falls_on_its_sunday(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_a_week_is_closed_when_most_of_its_working_days_are() -> None:
    first = date(2027, 1, 4)
    two_days = Span(date(2027, 1, 11), date(2027, 1, 12))
    three_days = Span(date(2027, 1, 20), date(2027, 1, 24))
    assert weeks_within([two_days, three_days], first, 10) == {2}


def test_the_first_week_takes_what_the_formula_says() -> None:
    found = ledger(team("AB", patients=5, hours=8))
    assert found.monday_of(found.start) == date(2027, 1, 11)
    assert found.needed(found.start).hours == pytest.approx(8.08, abs=0.005)
    assert found.short(found.start) == pytest.approx(0.083, abs=0.005)
    assert found.number(found.short_weeks()[0]) == 1


def test_holidays_of_the_template_close_weeks_until_the_plan_names_its_own() -> None:
    found = ledger(team("AB"))
    closed = {found.monday_of(week) for week in found.closed}
    assert {date(2027, 7, 5), date(2027, 7, 26), date(2027, 3, 22), date(2027, 12, 20)} <= closed
    own = team("AB").entering(
        "closures", "1", {"from": date(2027, 2, 15), "until": date(2027, 2, 19)}
    )
    found = ledger(own)
    assert {found.monday_of(week) for week in found.closed} == {date(2027, 2, 15)}
    assert found.needed(min(found.closed)).hours == 0


def test_weeks_that_can_be_held_are_those_of_the_calendar_without_holidays() -> None:
    plan = team("AB")
    # 11 January 2027 to 11 January 2028 makes 52 weeks and one day; 8 of the weeks are holidays.
    assert open_weeks(plan, TEMPLATE, START, date(2028, 1, 11)) == 44
    assert ledger(plan).sessions == 44


def test_training_is_needed_before_the_start_and_free_only_inside_working_hours() -> None:
    plan = team("AB")
    plan = plan.answering_row("SEL-08", "1", "date", date(2026, 12, 1))
    inside = ledger(plan.answering_row("SEL-08", "1", "in_working_hours", "yes"))
    assert inside.needed(0).training == 7.5
    assert inside.short(0) == 0
    outside = ledger(plan.answering_row("SEL-08", "1", "in_working_hours", "no"))
    assert outside.short(0) == 7.5
    assert outside.number(0) == -5


def test_who_leaves_is_gone_with_hours_and_patients() -> None:
    plan = team("AB", "CD").answering_person("CD", "leaves", date(2027, 9, 1))
    found = ledger(plan)
    week = (date(2027, 8, 30) - found.first).days // 7
    before, gone = found.people[1].needed[week - 1], found.people[1].needed[week]
    assert before.sessions > 0
    assert gone.hours == 0
    assert found.freed(week) == 6
    assert found.completing.middle < ledger(team("AB", "CD")).completing.middle


def test_an_absence_takes_weeks_and_the_programme_ends_later() -> None:
    plan = team("AB")
    away = plan.entering(
        "absences",
        "1",
        {"who": "AB", "from": date(2027, 2, 1), "until": date(2027, 3, 14)},
    )
    found = ledger(away)
    week = (date(2027, 2, 8) - found.first).days // 7
    assert found.needed(week).hours == 0
    usual, later = ledger(plan), found
    ended = [
        next(w for w in range(one.start + 1, one.weeks) if one.people[0].patients[w] == 3)
        for one in (usual, later)
    ]
    assert ended[1] - ended[0] == 6


def test_dropout_thins_the_caseload_to_the_share_of_the_template() -> None:
    found = ledger(team("AB", patients=10, hours=40))
    seen = [n for w, n in enumerate(found.people[0].patients) if w in range(found.start, 50) and n]
    assert seen[0] == 10
    last_of_the_programme = found.people[0].patients[(date(2028, 1, 3) - found.first).days // 7]
    assert last_of_the_programme == pytest.approx(10 * (1 - 0.24 * 43 / 44), abs=0.01)


def test_rounds_fill_the_caseloads_one_after_the_other() -> None:
    plan = team("AB", "CD", patients=3)
    plan = plan.entering("rounds", "1", {"date": START, "patients": 2})
    plan = plan.entering("rounds", "2", {"date": date(2027, 4, 5), "patients": 3})
    found = ledger(plan)
    assert [person.patients[found.start] for person in found.people] == [1, 1]
    later = (date(2027, 4, 5) - found.first).days // 7
    # Of the first two, a quarter of the programme has passed, and so a quarter of the dropout.
    two_left = 2 * (1 - 0.24 * 11 / 44)
    assert sum(p.patients[later] for p in found.people) == pytest.approx(3 + two_left)


def test_a_small_first_round_is_followed_by_others_each_quarter() -> None:
    found = ledger(team("AB", "CD", patients=4).answering("INC-04", "value", 2))
    at = [sum(p.patients[found.start + 13 * n + 6] for p in found.people) for n in range(4)]
    assert [round(number) for number in at] == [2, 4, 6, 7]
    assert ledger(team("AB", "CD", patients=4)).people[0].patients[found.start] == 4


def test_groups_take_the_hours_of_the_formula_for_each_leader() -> None:
    plan = team("AB", "CD").answering("CAP-03", "format", "group")
    plan = plan.answering("CAP-03", "groups", 1).answering("CAP-03", "group_size", 8)
    plan = plan.answering("CAP-03", "leaders", 2).answering("CAP-03", "minutes", 90)
    found = ledger(plan)
    assert found.needed(found.start).hours == pytest.approx(2 * 4.17, abs=0.01)
    assert sum(person.patients[found.start] for person in found.people) == 8


def test_the_programme_ends_when_its_sessions_have_been_held() -> None:
    found = ledger(team("AB"))
    # 40 weekly sessions with Easter, summer and autumn weeks left out: 46 calendar weeks.
    assert found.planned_end == START + timedelta(weeks=45, days=4)
    assert found.likely_end is not None
    assert found.worst_end is not None
    assert found.planned_end < found.likely_end < found.worst_end


def test_a_year_of_three_practitioners_with_two_patients_each() -> None:
    """Part B's worked value: 44 weeks of 11.5 hours and four days of training make 596 hours."""
    plan = (
        team("AB", "CD", "EF", patients=2)
        .with_value(number_ref("dropout"), 0)
        .with_value(number_ref("refill"), 1)
    )
    found = ledger(plan)
    weekly = 44 * found.needed(found.start).hours
    training = sum(found.needed(week).training for week in range(found.start))
    assert weekly + training == pytest.approx(596)


def test_nothing_is_reckoned_without_a_start_or_a_caseload() -> None:
    plan = team("AB")
    assert ledger_of(plan.described(start=None), TEMPLATE) is None
    bare = Plan(template="imr", start=START).with_person("AB")
    assert ledger_of(bare, TEMPLATE) is None


@given(plans(TEMPLATE))
def test_the_sums_of_a_ledger_are_the_sums_of_its_parts(plan: Plan) -> None:
    found = ledger_of(plan, TEMPLATE)
    if found is None:
        return
    for week in range(0, found.weeks, 7):
        total = found.needed(week)
        assert total.hours == pytest.approx(sum(p.needed[week].hours for p in found.people))
        kinds = (
            total.sessions + total.preparation + total.notes + total.travel + total.supervision
        ) + (total.monitoring + total.training + total.reviews)
        assert total.hours == pytest.approx(kinds)
        assert all(number >= 0 for p in found.people for number in p.patients)
        if week in found.closed:
            assert total.hours == pytest.approx(total.training)
    assert found.completing.low <= found.completing.middle <= found.completing.high


@given(st.integers(1, 6), st.integers(0, 12), st.integers(0, 8))
def test_more_hours_never_make_a_week_short(patients: int, hours: int, more: int) -> None:
    less = ledger(team("AB", patients=patients, hours=hours))
    richer = ledger(team("AB", patients=patients, hours=hours + more))
    assert set(richer.short_weeks()) <= set(less.short_weeks())


def test_the_full_week_is_the_formula_for_any_caseload() -> None:
    for patients in (1, 2, 3, 5, 8):
        found = ledger(team("AB", patients=patients, hours=20))
        expected = week_of(patients, 0, rates_of(Plan(), TEMPLATE)).hours
        assert found.needed(found.start).hours == pytest.approx(expected)


def test_own_closures_are_used_in_the_order_of_their_days() -> None:
    plan = team("AB")
    plan = plan.entering("closures", "b", {"from": date(2027, 5, 3), "until": date(2027, 5, 7)})
    plan = plan.entering("closures", "a", {"from": date(2027, 2, 1), "until": date(2027, 2, 5)})
    plan = plan.entering("closures", "c", {"from": date(2027, 3, 5), "until": date(2027, 3, 1)})
    found = closures_of(plan, TEMPLATE, START, date(2028, 1, 1))
    assert [monday(span.first) for span in found] == [date(2027, 2, 1), date(2027, 5, 3)]
