"""Today: what is late, due, soon or suggested, from what was promised and what was recorded."""

from datetime import date

from readiness.domain.followup.agenda import all_due, due_of
from readiness.domain.followup.case import case_of
from readiness.domain.followup.due import Due, grouped, met
from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from tests.domain.made import START, imr, team

TEMPLATE = imr()
AUGUST = date(2027, 8, 16)


def of(plan: Plan, today: date, kind: str, within: int = 28) -> list[Due]:
    return [one for one in due_of(plan, TEMPLATE, today, within) if one.kind == kind]


def states(found: list[Due]) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.state) for one in found]


def with_checkins(*days: date) -> Plan:
    return team("AB").answering("GOAL-07", "value", days)


def test_nothing_is_due_before_the_first_day_or_without_one() -> None:
    assert due_of(team("AB"), TEMPLATE, date(2027, 1, 10)) == []
    assert due_of(Plan(template="imr"), TEMPLATE, AUGUST) == []


def test_a_date_is_due_on_its_day_and_late_from_the_next() -> None:
    plan = with_checkins(date(2027, 3, 1))
    assert states(of(plan, date(2027, 2, 15), "check-in"))[0] == ("2027-03-01", "soon")
    assert ("2027-03-01", "now") in states(of(plan, date(2027, 3, 1), "check-in"))
    late = [one for one in of(plan, date(2027, 3, 4), "check-in") if one.state == "late"]
    assert [(one.day, one.days) for one in late] == [(date(2027, 3, 1), 3)]


def test_a_date_that_nobody_chose_is_suggested_and_never_late() -> None:
    for today in (date(2027, 3, 1), date(2027, 9, 30), date(2029, 1, 1)):
        assert all(one.state != "late" for one in due_of(team("AB"), TEMPLATE, today))
    assert {one.kind for one in due_of(team("AB"), TEMPLATE, date(2027, 7, 20))} >= {
        "review", "re-check", "check-in", "month row",
    }  # fmt: skip


def test_a_record_meets_the_nearest_date_within_half_the_interval() -> None:
    plan = with_checkins(date(2027, 3, 1), date(2027, 4, 5))
    plan = plan.entering("checkins", "2027-03-08", {"held": "yes"})
    late = [one for one in of(plan, date(2027, 4, 6), "check-in") if one.state == "late"]
    assert [one.day for one in late] == [date(2027, 4, 5)]
    far = plan.without_entry("checkins", "2027-03-08").entering("checkins", "2027-03-18", {})
    late = [one for one in of(far, date(2027, 4, 6), "check-in") if one.state == "late"]
    assert [one.day for one in late] == [date(2027, 3, 1), date(2027, 4, 5)]


def test_one_record_meets_one_date() -> None:
    days = [date(2027, 3, 1), date(2027, 3, 8)]
    assert met(days, [date(2027, 3, 4)], 14) == {date(2027, 3, 1): date(2027, 3, 4)}
    assert met(days, [date(2027, 3, 4), date(2027, 3, 5)], 14).keys() == set(days)
    assert met(days, [date(2027, 4, 4)], 14) == {}


def test_a_review_meets_its_date_within_75_days_and_has_then_to_be_told() -> None:
    plan = team("AB").answering_row("MON-01", "1", "date", date(2027, 7, 12))
    assert states(of(plan, AUGUST, "review"))[0] == ("2027-07-12", "late")
    plan = plan.entering("fidelity", "2027-07-12", {"raters": ("NR", "KH")})
    assert [one for one in of(plan, AUGUST, "review") if one.state == "late"] == []
    told = of(plan, AUGUST, "review told")
    assert [(one.day, one.state, one.days) for one in told] == [(date(2027, 8, 9), "late", 7)]
    assert told[0].what == "Review of 12 July 2027 is told"
    agreed = plan.answering("MON-02", "value", (date(2027, 8, 23),))
    assert states(of(agreed, AUGUST, "review told")) == [("2027-08-23", "soon")]
    done = plan.entering("fidelity", "2027-07-12", {"told_on": date(2027, 8, 20)})
    assert of(done, AUGUST, "review told") == []


def test_scores_that_are_two_points_apart_have_to_be_settled_within_a_week() -> None:
    plan = team("AB").entering(
        "fidelity", "2027-07-12", {"raters": ("NR", "KH"), "revealed_on": date(2027, 7, 13)}
    )
    plan = plan.scoring("2027-07-12", "coping", {"NR": 3, "KH": 1})
    plan = plan.scoring("2027-07-12", "handouts", {"NR": 5, "KH": 4})
    found = of(plan, AUGUST, "settling")
    assert states(found) == [("2027-07-20", "late")]
    assert found[0].what == "1 score of the review of 12 July 2027 is settled"
    assert of(plan.scoring("2027-07-12", "coping", {"settled": 2}), AUGUST, "settling") == []


def test_a_month_is_to_be_counted_ten_days_after_its_end() -> None:
    plan = team("AB").answering("MON-08", "value", ("asked", "started"))
    plan = plan.entering("monthly", "2027-01", {"asked": 4})
    assert states(of(plan, date(2027, 3, 5), "month row")) == [("2027-03-10", "now")]
    assert states(of(plan, date(2027, 3, 11), "month row")) == [("2027-03-10", "late")]
    assert of(plan, date(2027, 3, 5), "month row")[0].what == "Counts of February 2027"
    assert states(of(team("AB"), date(2027, 3, 11), "month row"))[0][1] == "suggested"


def test_results_are_told_within_four_weeks() -> None:
    plan = team("AB").entering("results", "2027-07-12", {"measured": 7})
    assert states(of(plan, AUGUST, "results told")) == [("2027-08-09", "late")]
    told = plan.entering("results", "2027-07-12", {"told_on": date(2027, 7, 26)})
    assert of(told, AUGUST, "results told") == []
    assert all(one.day != date(2027, 7, 12) for one in of(told, AUGUST, "results"))


def test_a_check_of_the_hours_is_met_by_asking_about_them_and_a_recheck_by_its_milestone() -> None:
    plan = team("AB").answering("CAP-09", "value", (date(2027, 6, 14),))
    plan = plan.answering("MON-10", "value", (date(2027, 7, 12),))
    late = [one.kind for one in due_of(plan, TEMPLATE, AUGUST) if one.state == "late"]
    assert late == ["hours check", "re-check"]
    plan = plan.entering("checkins", "2027-07-05", {"hours_held": "partly"})
    plan = plan.entering("milestones", "month-6", {"on": date(2027, 7, 20)})
    assert [one for one in due_of(plan, TEMPLATE, AUGUST) if one.state == "late"] == []


def test_a_decision_is_due_until_it_is_made_and_not_yet_moves_it() -> None:
    plan = team("AB").answering("MON-06", "decided_on", date(2028, 2, 14))
    after = date(2028, 3, 1)
    assert states(of(plan, after, "decision")) == [("2028-02-14", "late")]
    later = plan.entering(
        "decisions", "2028-02-20", {"decision": "not yet", "until": date(2028, 4, 3)}
    )
    assert states(of(later, after, "decision", 60)) == [("2028-04-03", "soon")]
    made = plan.entering("decisions", "2028-02-20", {"decision": "go on"})
    assert of(made, after, "decision") == []
    again = plan.entering(
        "decisions", "2028-02-20", {"decision": "go on", "next": date(2028, 8, 14)}
    )
    assert states(of(again, date(2028, 8, 15), "decision")) == [("2028-08-14", "late")]


def test_after_a_decision_to_stop_nothing_is_due() -> None:
    plan = with_checkins(date(2027, 3, 1)).entering("decisions", "2027-06-01", {"decision": "stop"})
    assert due_of(plan, TEMPLATE, AUGUST) == []


def test_actions_and_adaptations_come_up_on_their_day() -> None:
    plan = team("AB").entering("actions", "1", {"name": "Book it", "when": date(2027, 8, 1)})
    plan = plan.entering("actions", "2", {"name": "Tell", "actor": "AB", "when": date(2027, 8, 30)})
    over = {"name": "Ask", "when": date(2027, 8, 1)}
    plan = plan.entering("actions", "3", {**over, "state": "done"})
    plan = plan.entering("adaptations", "1", {"what": "Slower", "look_again": date(2027, 8, 16)})
    assert [one.what for one in of(plan, AUGUST, "action")] == ["Book it", "AB: Tell"]
    assert states(of(plan, AUGUST, "look again")) == [("2027-08-16", "now")]
    looked = plan.entering("adaptations", "1", {"outcome": "keep"})
    assert of(looked, AUGUST, "look again") == []


def test_what_the_room_agreed_on_comes_up_on_the_day_on_which_it_is_looked_at_again() -> None:
    agreed = {"answer": "partly", "look_again": date(2027, 8, 2)}
    plan = team("AB").entering("agreed", "GOAL-01", agreed)
    (one,) = of(plan, AUGUST, "look again")
    assert (one.state, one.days) == ("late", 14)
    assert one.ref == FieldRef(table="agreed", entry="GOAL-01", part="look_again")
    short = TEMPLATE.items["GOAL-01"].short
    assert one.what == f"Look again at what the room agreed on: GOAL-01 {short}"
    later = plan.entering("agreed", "GOAL-01", {"look_again": date(2028, 3, 1)})
    assert of(later, AUGUST, "look again") == []
    for_good = team("AB").entering("agreed", "GOAL-01", {"answer": "partly"})
    assert of(for_good, AUGUST, "look again") == []


def test_an_accepted_flag_comes_up_on_the_day_on_which_it_is_looked_at_again() -> None:
    raised = team("AB").answering("INC-01", "value", "no")
    kept = accepting(raised, "INC-01R", "", "as agreed", "TL", date(2027, 7, 1))
    plan = kept.entering("accepted", "INC-01R", {"look_again": date(2027, 8, 2)})
    plan = plan.entering("accepted", "FOL-03A", {"look_again": date(2027, 8, 30)})
    one, other = of(plan, AUGUST, "look again")
    assert (one.state, one.days, one.ref) == ("late", 14, FieldRef(item="INC-01"))
    assert one.what == f"Look again at the accepted flag: INC-01 {TEMPLATE.items['INC-01'].short}"
    assert (other.state, other.what.split(": ")[1]) == ("soon", "FOL-03 Month rows")
    again = accepting(plan, "INC-01R", "", "still so", "TL", AUGUST)
    assert [found.state for found in of(again, AUGUST, "look again")] == ["soon"]
    early = accepting(plan, "INC-01R", "", "still so", "TL", date(2027, 8, 1))
    assert early.accepted["INC-01R"]["look_again"] == date(2027, 8, 2)
    gone = plan.answering("INC-01", "value", "yes")
    assert [found.state for found in of(gone, AUGUST, "look again")] == ["soon"]


def test_who_left_is_shown_with_what_falls() -> None:
    plan = team("AB", "CD", hours=4).answering_person("CD", "left", date(2027, 8, 15))
    assert [one.what for one in of(plan, AUGUST, "leaver")] == [
        "CD left on 15 August 2027: 4 h a week and 3 patients to place"
    ]
    assert of(plan, date(2027, 12, 1), "leaver") == []
    bare = Plan(template="imr", start=START).answering_person("CD", "left", date(2027, 8, 15))
    assert of(bare, AUGUST, "leaver")[0].what == "CD left on 15 August 2027"
    assert of(plan, date(2027, 8, 14), "leaver") == []


def test_many_late_ones_of_a_kind_are_one_line() -> None:
    plan = with_checkins(date(2027, 3, 1), date(2027, 4, 5), date(2027, 5, 3))
    found = [(one.day, many) for one, many in grouped(due_of(plan, TEMPLATE, AUGUST)) if many > 1]
    assert found == [(date(2027, 5, 3), 3)]


def test_everything_due_has_where_it_is_recorded() -> None:
    case = case_of(with_checkins(date(2027, 3, 1)), TEMPLATE, AUGUST)
    assert case is not None
    assert all(one.ref.table for one in all_due(case))
    assert case.start == START
