"""The rules after the start: on plan, off plan, not recorded, not due, and too few to tell."""

from datetime import date, timedelta

import pytest

from readiness.domain.checklist.follow_up import FollowUp
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.case import Standing, case_of
from readiness.domain.followup.course import RULES, course_of
from readiness.domain.followup.promises import promises
from readiness.domain.followup.scale import settled_of_review
from readiness.domain.plan.plan import Plan
from tests.domain.made import imr, team

TEMPLATE = imr()
AUGUST = date(2027, 8, 16)
FIRST_REVIEW, SECOND_REVIEW = "2027-07-12", "2028-01-10"
PLAN = team("AB", "CD", "EF", "GH")


def at(plan: Plan, rule: str, today: date = AUGUST) -> Standing:
    return next(one for one in course_of(plan, TEMPLATE, today) if one.id == f"FOL-{rule}")


def state(plan: Plan, rule: str, today: date = AUGUST) -> str:
    return at(plan, rule, today).state


def counting(plan: Plan = PLAN, *, first: int = 1, **counts: tuple[float, ...]) -> Plan:
    """A plan in which these counts stand in the months from one of 2027 on, in turn."""
    for name, column in counts.items():
        for number, count in enumerate(column, first):
            plan = plan.entering("monthly", f"2027-{number:02}", {name: count})
    return plan


def test_nothing_stands_before_the_first_day_and_every_rule_after_it() -> None:
    assert course_of(PLAN, TEMPLATE, date(2027, 1, 10)) == ()
    assert [one.id for one in course_of(PLAN, TEMPLATE, AUGUST)] == list(RULES)
    assert all(one.short and one.why and one.action for one in course_of(PLAN, TEMPLATE, AUGUST))


def test_a_template_without_limits_judges_nothing_by_them() -> None:
    template = TEMPLATE.model_copy(
        update={"follow_up": FollowUp(rules=TEMPLATE.follow_up.rules), "thresholds": {
            "feedback_weeks": TEMPLATE.thresholds["feedback_weeks"]}}
    )  # fmt: skip
    plan = counting(started=(1, 1), asked=(9, 9), said_yes=(0, 0), dropped=(1, 1), active=(1, 1))
    plan = plan.entering("barriers", "1", {"raised_on": date(2027, 2, 1)})
    plan = plan.entering("fidelity", FIRST_REVIEW, {"raters": ("NR", "KH")})
    plan = plan.scoring(FIRST_REVIEW, "coping", {"NR": 3, "KH": 1})
    plan = plan.entering("fidelity", FIRST_REVIEW, {"revealed_on": date(2027, 7, 13)})
    assert all(one.kind != "settling" for one in due_of(plan, template, AUGUST))
    found = {one.id: one.state for one in course_of(plan, template, AUGUST)}
    for rule in ("02", "03", "06", "07", "08", "09", "11", "13", "16", "18", "20"):
        assert found[f"FOL-{rule}"] == "not due", rule


def test_check_ins() -> None:
    plan = PLAN.answering("GOAL-07", "value", (date(2027, 3, 1), date(2027, 8, 2)))
    assert state(PLAN, "01") == "not due"
    assert state(plan, "01") == "not recorded"
    held = plan.entering("checkins", "2027-08-03", {"held": "yes", "leader_there": "yes"})
    assert at(held, "01").says == "The last was on 3 August 2027."
    assert state(held, "01") == "on plan"
    missed = held.entering("checkins", "2027-08-03", {"held": "no"})
    assert state(missed, "01") == "amber"
    twice = missed.entering("checkins", "2027-07-05", {"held": "yes", "leader_there": "no"})
    assert state(twice, "01") == "red"


def test_barriers() -> None:
    plan = PLAN.entering("barriers", "1", {"what": "No room", "raised_on": date(2027, 6, 17)})
    assert state(PLAN, "02") == "not due"
    assert state(plan, "02", date(2027, 8, 16)) == "on plan"  # 60 days
    assert state(plan, "02", date(2027, 8, 17)) == "amber"
    assert "No room: open since 17 June 2027" in at(plan, "02", date(2027, 8, 17)).says
    above = plan.entering("barriers", "1", {"with": "level above"})
    assert state(above, "02", date(2027, 8, 17)) == "red"
    solved = above.entering("barriers", "1", {"solved_on": date(2027, 8, 1)})
    assert state(solved, "02", date(2027, 8, 17)) == "on plan"


def test_month_rows() -> None:
    plan = counting(asked=(1, 1, 1, 1, 1, 1))  # January to June
    assert state(PLAN, "03", date(2027, 1, 20)) == "not due"
    assert state(plan, "03", date(2027, 8, 10)) == "on plan"
    assert state(plan, "03", date(2027, 8, 11)) == "not recorded"
    assert at(plan, "03", date(2027, 8, 11)).says == "July 2027 is not counted."
    assert at(plan, "03", date(2027, 9, 20)).says == "2 of 8 months are not counted."
    assert state(plan, "03", date(2027, 9, 20)) == "amber"


def test_supervision() -> None:
    assert state(PLAN, "04") == "not recorded"
    plan = counting(supervision_booked=(4, 4), supervision_held=(3, 3))
    assert state(plan, "04") == "on plan"  # 6 of 8 is three in four
    less = counting(supervision_booked=(4, 4), supervision_held=(3, 2))
    assert state(less, "04") == "amber"
    assert "5 of 8 were held" in at(less, "04").says
    once = counting(supervision_booked=(4,), supervision_held=(1,))
    assert state(once, "04") == "on plan"
    none = counting(first=5, supervision_booked=(4, 4), supervision_held=(0, 0))
    assert state(none, "04") == "red"
    summer = counting(first=7, supervision_booked=(4,), supervision_held=(0,))
    assert state(summer, "04") != "red"
    until = plan.answering_row("CAP-06", "1", "until", date(2027, 6, 30))
    assert state(until, "04") == "red"
    assert "ended on 30 June 2027" in at(until, "04").says
    on = until.answering_row("CAP-06", "2", "until", date(2028, 1, 31))
    assert state(on, "04") == "on plan"


def test_hours() -> None:
    assert state(PLAN, "05") == "not recorded"
    # 24 h a week are freed; February and May 2027 have four and five open weeks in most of them.
    low = counting(first=4, hours_used=(50, 50))
    assert state(low, "05") == "amber"
    assert state(counting(first=4, hours_used=(50, 90)), "05") == "on plan"
    no = PLAN.entering("checkins", "2027-07-05", {"hours_held": "no"})
    assert state(no, "05") == "too few"
    twice = no.entering("checkins", "2027-08-02", {"hours_held": "no"})
    assert state(twice, "05") == "amber"
    yes = no.entering("checkins", "2027-08-02", {"hours_held": "yes"})
    assert state(yes, "05") == "on plan"
    # Four with three patients each need 4 x 5.25 = 21 h a week, as in the worked values.
    spring = date(2027, 3, 15)
    then = PLAN.entering("milestones", "start", {"hours_freed": 24})
    less = then.answering_person("AB", "hours_freed", 2)
    assert state(less, "05", spring) == "red"
    assert at(less, "05", spring).says.startswith(
        "20 hours a week are freed, 24 were on the first day, and 20."
    )
    enough = then.answering_person("AB", "hours_freed", 5)
    assert state(enough, "05", spring) == "not recorded"
    unknown = Plan(template="imr", start=PLAN.start).with_person("AB")
    unknown = unknown.answering_person("AB", "hours_freed", 2)
    unknown = unknown.entering("milestones", "start", {"hours_freed": 24})
    assert state(unknown, "05", spring) == "not recorded"


def starting(planned: int, started: int) -> Plan:
    plan = PLAN.entering("rounds", "1", {"date": date(2027, 1, 11), "patients": planned})
    return counting(plan, started=(started,))


@pytest.mark.parametrize(
    ("planned", "started", "told"),
    [
        (12, 6, "red"), (12, 5, "red"), (9, 4, "amber"), (6, 2, "amber"), (3, 0, "too few"),
        (4, 4, "on plan"), (8, 6, "amber"), (8, 7, "on plan"),
    ],
)  # fmt: skip
def test_starts(planned: int, started: int, told: str) -> None:
    assert state(starting(planned, started), "06") == told


def test_what_is_said_of_starts() -> None:
    assert at(starting(9, 4), "06").says == (
        "4 started; 9 were planned by now. That few happens by chance 1 time in 18."
    )
    assert state(PLAN, "06") == "not recorded"
    assert state(counting(started=(1,)), "06") == "not due"
    # 12 by the end of the year, evenly: 181 of 365 days up to the end of June, so 5.6, or 6.
    line = counting(started=(1,) * 6).entering("milestones", "start", {"starts": 12})
    assert at(line, "06").says.startswith("6 started; 6 by now, if starts are spread evenly")
    first = counting(started=(1,) * 6).answering("INC-04", "value", 12)
    assert "6 by now" in at(first, "06").says


def test_starts_are_not_missed_in_months_that_nobody_counted_or_that_are_not_over() -> None:
    plan = PLAN.entering("rounds", "1", {"date": date(2027, 3, 1), "patients": 12})
    plan = plan.entering("rounds", "2", {"date": date(2027, 8, 2), "patients": 12})
    uncounted = counting(plan, first=6, started=(1, 1))
    assert at(uncounted, "06").says == (
        "2 started; 0 were planned by now. What was planned in months that say no starts is left "
        "out."
    )
    assert state(uncounted, "06") == "too few"
    august = counting(counting(plan, first=8, started=(0,)), started=(1, 1, 10, 0, 0, 0, 0))
    assert state(august, "06") == "on plan"
    assert state(august, "06", date(2027, 9, 1)) == "red"


def test_a_service_with_thousands_of_patients_is_judged() -> None:
    found = at(starting(5_000, 100), "06")
    assert found.state == "red"
    assert found.says.endswith("by chance 1 time in 1,000.")
    plan = counting(started=(10_000,), dropped=(9_000,), asked=(10_000,), said_yes=(0,))
    assert (state(plan, "07"), state(plan, "08")) == ("amber", "red")


@pytest.mark.parametrize(
    ("yes", "asked", "told"),
    [(0, 6, "amber"), (1, 10, "amber"), (1, 8, "on plan"), (0, 4, "too few")],
)
def test_saying_yes(yes: int, asked: int, told: str) -> None:
    assert state(counting(asked=(asked,), said_yes=(yes,)), "07") == told


@pytest.mark.parametrize(
    ("dropped", "started", "told"),
    [
        (3, 3, "amber"), (4, 5, "amber"), (6, 8, "amber"), (6, 10, "amber"), (7, 12, "amber"),
        (3, 5, "on plan"), (5, 8, "on plan"), (2, 2, "too few"), (10, 12, "red"),
    ],
)  # fmt: skip
def test_dropout(dropped: int, started: int, told: str) -> None:
    assert state(counting(started=(started,), dropped=(dropped,)), "08") == told


def test_nothing_is_said_of_patients_where_nobody_counted() -> None:
    assert state(PLAN, "07") == state(PLAN, "08") == state(PLAN, "09") == "not recorded"


def test_places_in_use() -> None:
    assert state(counting(active=(5, 5, 5)), "09") == "amber"  # of twelve
    assert state(counting(active=(5, 5, 6)), "09") == "on plan"
    assert state(counting(active=(5, 5)), "09") == "too few"


def reviewed(plan: Plan = PLAN, review: str = FIRST_REVIEW, **fields: object) -> Plan:
    held = {"raters": ("NR", "KH"), "scale": "imr_fidelity", **fields}
    return plan.entering("fidelity", review, held)  # type: ignore[arg-type]


def test_reviews_are_held() -> None:
    plan = PLAN.answering_row("MON-01", "1", "date", date(2027, 7, 12))
    assert state(PLAN, "10") == "not due"
    day = date(2027, 7, 12)
    for days, told in ((30, "not recorded"), (31, "amber"), (90, "amber"), (91, "red")):
        assert state(plan, "10", day + timedelta(days=days)) == told
    assert state(reviewed(plan), "10") == "on plan"
    assert state(PLAN, "10", date(2028, 1, 11)) == "red"
    assert "ended without" in at(PLAN, "10", date(2028, 1, 11)).says


def test_scores_are_settled() -> None:
    plan = reviewed(revealed_on=date(2027, 8, 9)).scoring(
        FIRST_REVIEW, "coping", {"NR": 3, "KH": 1}
    )
    assert state(reviewed(), "11") == "not due"
    assert state(plan, "11", date(2027, 8, 16)) == "not recorded"
    assert state(plan, "11", date(2027, 8, 17)) == "amber"
    assert state(plan.scoring(FIRST_REVIEW, "coping", {"settled": 2}), "11") == "on plan"


def test_reviews_are_told() -> None:
    assert state(PLAN, "12") == "not due"
    for day, told in (
        (date(2027, 8, 9), "not recorded"), (date(2027, 8, 10), "amber"),
        (date(2027, 9, 6), "amber"), (date(2027, 9, 7), "red"),
    ):  # fmt: skip
        assert state(reviewed(), "12", day) == told
    assert state(reviewed(told_on=date(2027, 8, 9)), "12") == "on plan"


def test_advice_is_adopted_or_declined() -> None:
    plan = reviewed().scoring(FIRST_REVIEW, "coping", {"advice": "Role play"})
    assert state(reviewed(), "13") == "not due"
    assert state(plan, "13", date(2027, 8, 23)) == "not recorded"
    assert state(plan, "13", date(2027, 8, 24)) == "amber"
    declined = plan.scoring(FIRST_REVIEW, "coping", {"declined": "No time this spring"})
    assert state(declined, "13", date(2027, 9, 30)) == "on plan"
    adopted = plan.entering("actions", "1", {"from": "fidelity.2027-07-12.coping"})
    assert state(adopted, "13", date(2027, 9, 30)) == "on plan"


def scored(plan: Plan, review: str, *scores: float) -> Plan:
    """A review in which both raters gave the criteria of the scale these scores, in turn."""
    for key, score in zip(TEMPLATE.fidelity["imr_fidelity"].items, scores, strict=False):
        plan = plan.scoring(review, key, {"NR": score, "KH": score})
    return plan


def test_the_band() -> None:
    assert state(PLAN, "14") == state(reviewed(), "14") == "not due"
    for score, told in ((4, "on plan"), (3, "amber"), (2, "red")):
        assert state(scored(reviewed(), FIRST_REVIEW, *[score] * 13), "14") == told
    # The worked example: 46 points on 13 criteria are 3.54, moderate.
    plan = scored(reviewed(), FIRST_REVIEW, 5, 4, 5, 4, 2, 4, 4, 4, 4, 3, 2, 2, 3)
    assert at(plan, "14").says == "The review of 12 July 2027: 3.54, moderate."
    assert state(plan, "14") == "amber"
    few = scored(reviewed(), FIRST_REVIEW, *[4] * 10)
    assert state(few, "14") == "not due"  # three are missing, and two may be
    own = scored(reviewed(own_staff="yes"), FIRST_REVIEW, *[5] * 13)
    assert state(own, "14") == "too few"
    assert state(reviewed(scale="of our own"), "14") == "not due"


def test_a_lower_total_counts_only_beyond_what_raters_differ_by() -> None:
    later = date(2028, 2, 1)
    plan = scored(reviewed(), FIRST_REVIEW, *[5] * 13)
    plan = reviewed(plan, SECOND_REVIEW)
    assert state(scored(plan, SECOND_REVIEW, *[5] * 10, 4, 4), "14", later) == "on plan"
    fallen = scored(plan, SECOND_REVIEW, *[5] * 7, *[4] * 6)
    assert state(fallen, "14", later) == "red"  # 4.54 after 5, more than 0.2
    assert "lower than 5 before" in at(fallen, "14", later).says
    other = fallen.entering("fidelity", FIRST_REVIEW, {"scale_version": "older"})
    assert state(other, "14", later) == "on plan"


def test_a_check_of_the_core_has_no_band() -> None:
    scale = TEMPLATE.fidelity["core"].model_copy(
        update={"items": TEMPLATE.fidelity["imr_fidelity"].items, "total": "mean"}
    )
    template = TEMPLATE.model_copy(update={"fidelity": {"core": scale}})
    plan = scored(reviewed(scale="core"), FIRST_REVIEW, *[2] * 13)
    found = {one.id: one.state for one in course_of(plan, template, AUGUST)}
    assert found["FOL-14"] == "on plan"


def test_scores_of_another_scale_are_added_up_or_not_at_all() -> None:
    scale = TEMPLATE.fidelity["imr_fidelity"].model_copy(update={"total": "sum", "bands": ()})
    template = TEMPLATE.model_copy(update={"fidelity": {"imr_fidelity": scale}})
    plan = scored(reviewed(), FIRST_REVIEW, *[4] * 13)
    found = {one.id: one.says for one in course_of(plan, template, AUGUST)}
    assert found["FOL-14"] == "The review of 12 July 2027: 52."
    unscaled = reviewed(scale="").scoring(FIRST_REVIEW, "coping", {"NR": 3, "KH": 3})
    assert settled_of_review(unscaled, template, FIRST_REVIEW).scores == {"coping": 3}


def test_results_are_told() -> None:
    plan = PLAN.entering("results", FIRST_REVIEW, {"measured": 7})
    assert state(PLAN, "15") == "not due"
    assert state(plan, "15", date(2027, 8, 9)) == "not recorded"
    assert state(plan, "15", date(2027, 8, 10)) == "amber"
    two = plan.entering("results", "2027-08-01", {"measured": 7})
    assert state(two, "15") == "red"
    told = plan.entering("results", FIRST_REVIEW, {"told_on": date(2027, 7, 26)})
    assert state(told, "15") == "on plan"


def test_what_is_measured_is_used() -> None:
    assert state(counting(asked=(1, 1)), "16") == "not due"
    assert state(counting(asked=(1, 1, 1)), "16") == "amber"
    seen = counting(asked=(1, 1, 1)).entering("monthly", "2027-03", {"seen_on": date(2027, 4, 5)})
    assert state(seen, "16") == "on plan"
    rounds = PLAN
    for month in (3, 5, 7):
        rounds = rounds.entering("results", f"2027-0{month}-01", {"measured": 7})
    assert state(rounds, "16") == "amber"
    changed = rounds.entering("results", "2027-07-01", {"changed": "Slower pace"})
    assert state(changed, "16") == "on plan"


def adapting(**fields: object) -> Plan:
    return PLAN.entering("adaptations", "1", {"what": "Homework", **fields})  # type: ignore[arg-type]


def test_the_core_is_kept() -> None:
    assert state(PLAN, "17") == "not due"
    assert state(adapting(core_kept="yes"), "17") == "on plan"
    assert state(adapting(core_kept="no"), "17") == "red"
    assert state(adapting(core_kept="no", outcome="drop"), "17") == "not due"
    assert state(adapting(decided_by="no"), "17") == "red"
    unsure = adapting(core_kept="not sure", look_again=date(2027, 8, 16))
    assert state(unsure, "17", date(2027, 8, 16)) == "on plan"
    assert state(unsure, "17", date(2027, 8, 17)) == "amber"


def test_people() -> None:
    assert state(Plan(template="imr", start=PLAN.start), "18") == "not due"
    assert state(PLAN, "18") == "on plan"
    left = PLAN.answering_person("CD", "left", date(2027, 6, 1))
    assert state(left, "18", date(2027, 7, 31)) == "on plan"
    assert state(left, "18", date(2027, 8, 1)) == "amber"
    new = left.with_person("IJ").answering_person("IJ", "joined", date(2027, 6, 1))
    assert state(new, "18", date(2027, 8, 1)) == "amber"
    trained = new.answering_person("IJ", "trained_on", date(2027, 7, 20))
    assert state(trained, "18", date(2027, 8, 1)) == "on plan"
    two = left.answering_person("EF", "left", date(2027, 7, 30))
    assert state(two, "18") == "amber"
    one = two.answering_person("GH", "trained", "no")
    assert state(one, "18") == "red"
    later = PLAN.answering_person("AB", "joined", date(2027, 9, 1))
    assert at(later, "18").says == "3 trained practitioners are there."


def test_the_decision() -> None:
    plan = PLAN.answering("MON-06", "decided_on", date(2028, 2, 14))
    plan = plan.answering("MON-06", "at_least_patients", 6)
    assert state(PLAN, "19") == state(plan, "19", date(2028, 2, 14)) == "not due"
    after = date(2028, 2, 15)
    assert state(plan, "19", after) == "red"
    made = plan.entering("decisions", "2028-02-14", {"decision": "go on", "measured": 6})
    assert state(made, "19", after) == "on plan"
    few = plan.entering("decisions", "2028-02-14", {"decision": "go on", "measured": 5})
    assert state(few, "19", after) == "amber"
    put_off = {"decision": "not yet", "until": date(2028, 4, 3)}
    later = plan.entering("decisions", "2028-02-14", put_off)
    assert state(later, "19", date(2028, 4, 3)) == "not due"
    assert state(later, "19", date(2028, 4, 4)) == "red"
    twice = later.entering("decisions", "2028-04-03", put_off)
    assert state(twice, "19", date(2028, 4, 4)) == "amber"


PROMISED = PLAN.entering(
    "milestones",
    "start",
    {
        "reviews": (date(2027, 7, 12), date(2028, 1, 10)),
        "decision": date(2028, 2, 14),
        "supervision_until": date(2028, 1, 31),
        "hours_freed": 24,
    },
)


def promised(plan: Plan, today: date = AUGUST) -> list[tuple[str, str, int | None]]:
    case = case_of(plan, TEMPLATE, today)
    assert case is not None
    return [(one.what, one.outcome, one.days) for one in promises(case)]


def test_promises_are_kept_slipped_dropped_or_ahead() -> None:
    assert promised(PLAN) == []
    assert promised(PROMISED.entering("milestones", "start", {"hours_freed": None}))[:4] == [
        ("Fidelity review", "dropped", None),
        ("Fidelity review", "dropped", None),
        ("Decision on going on", "dropped", None),
        ("Supervision until", "dropped", None),
    ]
    plan = PROMISED.answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_row("MON-01", "2", "date", date(2028, 3, 13))
    plan = plan.answering("MON-06", "decided_on", date(2028, 2, 14))
    plan = plan.answering_row("CAP-06", "1", "until", date(2028, 1, 31))
    plan = reviewed(plan, "2027-07-15")
    assert promised(plan) == [
        ("Fidelity review", "kept", 3),
        ("Fidelity review", "slipped", 63),
        ("Decision on going on", "ahead", 0),
        ("Supervision until", "ahead", None),
        ("Hours freed a week", "kept", None),
    ]
    late = reviewed(plan.without_entry("fidelity", "2027-07-15"), "2027-08-10")
    assert promised(late)[0] == ("Fidelity review", "slipped", 29)
    short = plan.answering_row("CAP-06", "1", "until", date(2027, 6, 30))
    assert promised(short)[3] == ("Supervision until", "slipped", None)
    assert promised(plan, date(2028, 3, 1))[3] == ("Supervision until", "kept", None)
    made = plan.entering("decisions", "2028-02-14", {"decision": "go on"})
    assert promised(made, date(2028, 3, 1))[2] == ("Decision on going on", "kept", 0)
    less = plan.answering_person("AB", "left", date(2027, 8, 1))
    assert promised(less)[4] == ("Hours freed a week", "slipped", None)
    none = less
    for who in PLAN.people:
        none = none.answering_person(who, "hours_freed", None)
    assert promised(none)[4] == ("Hours freed a week", "dropped", None)


def test_dates_of_the_first_day_that_move_far() -> None:
    assert state(PLAN, "20") == "not due"
    plan = PROMISED.answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_row("MON-01", "2", "date", date(2028, 4, 9))
    assert state(plan, "20") == "on plan"  # 90 days
    far = plan.answering_row("MON-01", "2", "date", date(2028, 4, 10))
    assert at(far, "20").says == "Fidelity review: 91 days later than on the first day."
    assert state(far, "20") == "amber"


def test_an_action_or_an_acceptance_shows() -> None:
    plan = starting(9, 4).entering("actions", "3", {"name": "Ask anew", "from": "FOL-06"})
    assert at(plan, "06").answered_by == "3"
    done = plan.entering("actions", "3", {"state": "done"})
    assert at(done, "06").answered_by == ""
    says = at(plan, "06").says
    accepted = plan.entering("accepted", "FOL-06A", {"reason": "Few", "by": "leader", "says": says})
    found = at(accepted, "06")
    assert found.acceptance is not None
    assert found.acceptance.still_holds
    changed = counting(accepted, first=2, started=(1,))
    assert at(changed, "06").acceptance is not None
    assert not at(changed, "06").acceptance.still_holds  # type: ignore[union-attr]


def test_our_defaults_are_called_that() -> None:
    found = at(starting(9, 4), "06").defaults
    assert "Starts are judged from so many planned by now: 4 patients" in found
    assert at(starting(9, 4), "06").flag == "FOL-06A"
