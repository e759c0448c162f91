"""Rounds are cohorts, groups are one thing each, and weeks count by their working days."""

from datetime import date, timedelta

import pytest

from readiness.domain.capacity.closures import open_weeks, period_weeks
from readiness.domain.capacity.groups import groups_of
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.scenarios import fit_of
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from tests.domain.made import START, TODAY, imr, team

pytestmark = pytest.mark.no_cover

TEMPLATE = imr()


def ledger(plan: Plan) -> Ledger:
    found = ledger_of(plan, TEMPLATE)
    assert found is not None
    return found


def short(plan: Plan, sessions: float = 6) -> Plan:
    """A programme of so many weekly sessions without overrun."""
    return plan.with_value(number_ref("planned_sessions"), sessions).with_value(
        number_ref("overrun_slack"), 1
    )


def rounds(plan: Plan, *each: tuple[date, float]) -> Plan:
    for number, (day, patients) in enumerate(each, 1):
        plan = plan.entering("rounds", str(number), {"date": day, "patients": patients})
    return plan


def grouped(*names: str, groups: float = 1, leaders: int = 2, hours: float = 5) -> Plan:
    plan = team(*names, hours=hours).answering("CAP-03", "patients", None)
    for part, value in {
        "format": "group",
        "minutes": 90,
        "group_size": 8,
        "leaders": leaders,
        "groups": groups,
    }.items():
        plan = plan.answering("CAP-03", part, value)
    return plan


def at(found: Ledger, day: date) -> int:
    return (day - found.first).days // 7


def test_three_rounds_one_after_the_other_are_three_cohorts() -> None:
    plan = team("AA", "BB", patients=4, hours=8).model_copy(update={"start": date(2027, 1, 4)})
    plan = rounds(short(plan), (date(2027, 1, 4), 8), (date(2027, 4, 12), 8), (date(2027, 9, 6), 8))
    found = ledger(plan)
    # A round needs 85 minutes for each of 8, 7.68 ... 6.4 patients and two hours of supervision:
    # 43.2 * 85 / 60 + 12 = 73.2. The autumn break in the third takes no session.
    assert fit_of(found).needed == pytest.approx(3 * 73.2)
    assert found.started == 24
    assert found.left_over == 0
    seen = [found.needed(week).sessions > 0 for week in range(found.start, found.end)]
    assert sum(seen) == 18


def test_a_place_is_free_again_only_when_its_cohort_is_done() -> None:
    # C1 is away for six weeks, so C1's three are not done when the next six are to start.
    plan = short(team("C1", "C2", "C3", patients=4, hours=9), 24)
    plan = plan.answering_person("C2", "patients", 2).model_copy(update={"start": date(2027, 2, 1)})
    plan = plan.entering(
        "absences", "1", {"who": "C1", "from": date(2027, 4, 7), "until": date(2027, 5, 18)}
    )
    for key, first, last in (
        ("1", date(2027, 3, 22), date(2027, 3, 30)),
        ("2", date(2027, 7, 5), date(2027, 8, 8)),
    ):
        plan = plan.entering("closures", key, {"from": first, "until": last})
    plan = rounds(plan, (date(2027, 2, 1), 6), (date(2027, 8, 30), 6))
    found = ledger(plan)
    assert found.left_over == 0
    assert found.started == 12
    first = [person.patients[found.start] for person in found.people]
    assert first == [3, 1, 2]
    done = at(found, date(2027, 8, 30))
    # Free then: one with C1, two with C2 and four with C3, who has most and takes three.
    assert [person.patients[done] for person in found.people][1:] == [2, 3]
    assert ledger(rounds(plan, (date(2027, 2, 1), 6), (date(2027, 8, 23), 6))).left_over == 2


def test_a_leaver_has_no_place_in_a_later_round() -> None:
    plan = short(team("AA", "BB", patients=4, hours=8)).answering_person(
        "BB", "leaves", date(2027, 3, 1)
    )
    found = ledger(rounds(plan, (date(2027, 4, 5), 6)))
    assert found.left_over == 2
    assert found.people[1].patients[at(found, date(2027, 4, 5))] == 0


def test_rounds_of_groups_are_groups() -> None:
    plan = short(grouped("AA", "BB", "CC", "DD"))
    found = ledger(rounds(plan, (START, 8), (date(2027, 2, 15), 8)))
    week = found.start
    assert [person.patients[week] for person in found.people] == [4, 4, 0, 0]
    later = at(found, date(2027, 2, 15))
    # The first group has had five of six sessions; the second one has begun with CC and DD.
    seen = [person.patients[later] for person in found.people]
    assert seen == pytest.approx([4 * (1 - 0.24 * 5 / 6)] * 2 + [4, 4])
    assert found.started == 16
    assert ledger(rounds(plan, (START, 24))).left_over == 8


def test_a_round_that_fills_no_whole_group_has_one_that_is_not_full() -> None:
    found = ledger(rounds(short(grouped("AA", "BB", "CC", "DD")), (START, 10)))
    assert [person.patients[found.start] for person in found.people] == [4, 4, 1, 1]
    assert found.left_over == 0


def test_with_both_formats_a_round_fills_whole_groups_first_then_individual_places() -> None:
    plan = short(grouped("AA", "BB")).answering("CAP-03", "format", "both")
    plan = plan.answering("CAP-03", "patients", 2)
    found = ledger(rounds(plan, (START, 11)))
    assert [person.patients[found.start] for person in found.people] == [6, 5]
    assert ledger(rounds(plan, (START, 3))).people[1].patients[found.start] == 1
    # Five are no whole group: four have individual places, and one is left for a group.
    assert sum(p.patients[found.start] for p in ledger(rounds(plan, (START, 5))).people) == 5


def test_a_leader_who_leaves_does_not_split_the_group() -> None:
    plan = grouped("AA", "BB", "CC", "DD").answering_person("BB", "leaves", date(2027, 6, 1))
    found = ledger(plan)
    before, after = at(found, date(2027, 5, 24)), at(found, date(2027, 5, 31))
    held = [week for week in range(found.start, after) if week not in found.closed]
    left = 8 * (1 - 0.24 * len(held) / 44)
    assert [person.patients[after] for person in found.people] == pytest.approx(
        [left, 0, left / 2, left / 2]
    )
    # (90 + 60 + 10 for each patient + 60) / 60
    assert found.people[0].needed[after].hours == pytest.approx((210 + 10 * left) / 60)
    assert found.people[1].needed[before].hours > 0
    assert found.people[1].needed[after].hours == 0
    assert found.started == 16
    state = review(TEMPLATE, plan, TODAY)
    assert state.facts.of("hours_needed", "AA") == pytest.approx(4.83, abs=0.005)
    assert state.facts.of("hours_needed", "CC") == pytest.approx(4.17, abs=0.005)
    assert state.facts.of("hours_share", "AA") == pytest.approx(0.97, abs=0.005)
    flag = state.items["CAP-01"].flag
    assert flag is not None
    assert (flag.severity, flag.person) == ("amber", "AA")


def test_a_group_ends_with_the_last_of_its_leaders() -> None:
    plan = grouped("AA", "BB").answering_person("AA", "leaves", date(2027, 6, 1))
    plan = plan.answering_person("BB", "leaves", date(2027, 9, 6))
    found = ledger(plan)
    assert sum(p.patients[at(found, date(2027, 8, 30))] for p in found.people) > 5
    assert sum(p.patients[at(found, date(2027, 9, 6))] for p in found.people) == 0
    facts = review(TEMPLATE, plan, TODAY).facts
    # AA never leads alone; BB does, from June on.
    assert facts.of("hours_needed", "AA") == pytest.approx(4.17, abs=0.005)
    assert facts.of("hours_needed", "BB") == pytest.approx(4.83, abs=0.005)


def test_a_leader_who_is_away_leaves_the_group_to_the_other() -> None:
    plan = short(grouped("AA", "BB"), 20)
    span = {"from": date(2027, 2, 1), "until": date(2027, 2, 12)}
    one = ledger(plan.entering("absences", "1", {"who": "BB", **span}))
    week = at(one, date(2027, 2, 1))
    usual = ledger(plan)
    # Three sessions are held before, so 8 - 8 * 0.24 * 3 / 20 are left, all with AA that week.
    left = 8 * (1 - 0.24 * 3 / 20)
    assert one.people[0].patients[week] == pytest.approx(left)
    assert one.people[0].needed[week].hours == pytest.approx((210 + 10 * left) / 60)
    assert one.people[1].needed[week].hours == 0
    assert one.people[0].patients[week + 2] == usual.people[0].patients[week + 2]
    both = plan.entering("absences", "1", {"who": "BB", **span})
    both = both.entering("absences", "2", {"who": "AA", **span})
    found = ledger(both)
    assert sum(p.patients[week] for p in found.people) == pytest.approx(left)
    assert found.needed(week).hours == 0
    assert sum(p.patients[week + 2] for p in found.people) == pytest.approx(left)


@pytest.mark.parametrize(
    ("names", "groups", "leaders", "made"),
    [
        (("AA", "BB", "CC", "DD"), 1, 2, [("AA", "BB"), ("CC", "DD")]),
        (("AA", "BB", "CC"), 1, 2, [("AA", "BB"), ("CC",)]),
        (("AA",), 1, 2, [("AA",)]),
        (("AA", "BB", "CC"), 2, 3, [("AA", "BB", "CC"), ("AA", "BB", "CC")]),
        (("AA", "BB"), 1, 1, [("AA",), ("BB",)]),
    ],
)
def test_groups_are_led_by_different_people(
    names: tuple[str, ...], groups: int, leaders: int, made: list[tuple[str, ...]]
) -> None:
    plan = grouped(*names, groups=groups, leaders=leaders)
    found = groups_of(plan, TEMPLATE)
    assert [group.leaders for group in found] == made
    facts = review(TEMPLATE, plan, TODAY).facts
    assert facts.of("patients_planned") == 8 * len(made)
    assert facts.of("leaders_missing") == sum(leaders - len(one) for one in made)


def test_how_many_lead_a_group_is_what_the_template_says_where_the_plan_does_not() -> None:
    plan = grouped("AA", "BB").answering("CAP-03", "leaders", None)
    assert review(TEMPLATE, plan, TODAY).facts.of("patients_planned") == 8
    alone = plan.with_value(number_ref("group_leaders"), 1).with_value(number_ref("group_size"), 6)
    assert review(TEMPLATE, alone, TODAY).facts.of("patients_planned") == 16
    unsaid = alone.answering("CAP-03", "group_size", None)
    assert review(TEMPLATE, unsaid, TODAY).facts.of("patients_planned") == 12


def test_groups_start_in_the_usual_rounds_too() -> None:
    plan = short(grouped("AA", "BB", "CC", "DD"), 30).answering("INC-04", "value", 8)
    found = ledger(plan)
    assert sum(p.patients[found.start] for p in found.people) == 8
    assert sum(p.patients[found.start + 13] for p in found.people) > 14


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        (date(2027, 1, 11), date(2028, 1, 11), 52),  # and one day
        (date(2027, 5, 3), date(2028, 5, 3), 52),  # and two days
        (date(2027, 1, 15), date(2028, 1, 15), 52),  # Friday to Friday: one day first, no third
        (date(2027, 1, 13), date(2027, 7, 13), 26),  # Wednesday counts; Monday alone does not
        (date(2027, 1, 14), date(2027, 7, 15), 26),  # Thursday does not; Monday to Wednesday do
    ],
)
def test_a_week_of_the_period_has_most_of_its_working_days_in_it(
    first: date, last: date, weeks: int
) -> None:
    assert period_weeks(first, last) == weeks
    empty = Plan(template="imr").entering("closures", "1", {"from": first, "until": first})
    if first.weekday() != 2:
        assert open_weeks(empty, TEMPLATE, first, last) == weeks


def test_days_before_the_start_closed_days_and_absences_count_together_once() -> None:
    # The week of Wednesday 13 January has three days left, and Thursday and Friday are closed.
    plan = team("AA").model_copy(update={"start": date(2027, 1, 13)})
    plan = plan.entering(
        "closures", "1", {"from": date(2027, 1, 14), "until": date(2027, 1, 15)}
    ).entering("closures", "2", {"from": date(2027, 2, 1), "until": date(2027, 2, 2)})
    found = ledger(plan)
    assert found.needed(found.start).hours == 0
    # 53 weeks have three days or more of the year that ends on Thursday 13 January 2028.
    assert found.sessions == 53 - 1
    # Two closed days and one away are three, wherever they lie; the same two days are but two.
    third = {"who": "AA", "from": date(2027, 2, 3), "until": date(2027, 2, 3)}
    same = {"who": "AA", "from": date(2027, 2, 1), "until": date(2027, 2, 2)}
    week = at(found, date(2027, 2, 1))
    assert ledger(plan.entering("absences", "1", third)).needed(week).hours == 0
    assert ledger(plan.entering("absences", "1", same)).needed(week).hours > 0


def test_only_weeks_of_the_period_are_told_as_short() -> None:
    plan = team("AA", patients=3, hours=6)
    for row, day in (("1", date(2026, 12, 15)), ("2", date(2026, 12, 16))):
        plan = plan.answering_row("SEL-08", row, "date", day)
        plan = plan.answering_row("SEL-08", row, "in_working_hours", "no")
    assert ledger(plan).short(0) == 15
    assert review(TEMPLATE, plan, TODAY).facts.of("first_short_week") is None
    more = plan.answering_person("AA", "patients", 4)
    facts = review(TEMPLATE, more, TODAY).facts
    assert facts.of("first_short_week") == 1
    assert facts.of("short_weeks") == fit_of(ledger(more)).short_weeks


def test_training_is_reckoned_with_all_days_that_the_practice_has() -> None:
    plan = team("AA").answering_row("SEL-08", "1", "date", date(2026, 12, 1))
    plan = plan.answering_row("SEL-08", "1", "in_working_hours", "yes")
    # The same day once more is still one day.
    found = ledger(plan.answering_row("SEL-08", "2", "date", date(2026, 12, 1)))
    by_week = {
        found.monday_of(w): found.needed(w).training
        for w in range(found.weeks)
        if found.needed(w).training
    }
    # One day has a date; of the three others two lie in the last open week before the start.
    assert by_week == {
        date(2026, 11, 30): 7.5,
        date(2026, 12, 14): 7.5,
        date(2027, 1, 4): 15,
    }


def test_completers_are_a_range_around_their_middle_and_the_worst_end_is_no_better() -> None:
    # Sixteen take the programme once or twice; 60, 70 and 82 of 100 stay, whatever is called what.
    plan = short(team("AA", "BB", patients=8, hours=20)).with_value(number_ref("dropout"), 0.4)
    found = ledger(
        plan.with_value(number_ref("refill"), 0).with_value(number_ref("overrun_worst"), 0.5)
    )
    one = found.completing
    assert (one.low, one.middle, one.high) == pytest.approx((16 * 0.6, 16 * 0.6, 16 * 0.82))
    assert found.planned_end == found.likely_end == found.worst_end


def test_every_round_of_its_own_counts_however_many_a_plan_names() -> None:
    # Two rounds of one patient in each of 52 weeks; no holidays, as the one closure lies later.
    plan = short(team("AA", "BB", patients=8, hours=20))
    plan = plan.entering("closures", "1", {"from": date(2030, 1, 7), "until": date(2030, 1, 8)})
    found = ledger(rounds(plan, *((START + timedelta(weeks=at // 2), 1) for at in range(104))))
    assert found.started == 104
    assert found.left_over == 0
