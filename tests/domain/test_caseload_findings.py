"""What the arithmetic rests on and cannot be so, and what is less than the practice asks."""

from datetime import date

import pytest

from readiness.describe.state import told_status
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.xrays.finding import Finding
from readiness.domain.xrays.findings import xrays
from readiness.i18n.numerals import pace_words, sessions_words
from tests.domain.made import START, TODAY, imr, team
from tests.domain.test_cohorts import grouped, rounds

TEMPLATE = imr()


def found(plan: Plan, name: str) -> list[Finding]:
    state = review(TEMPLATE, plan, TODAY)
    return [one for one in xrays(plan, TEMPLATE, state, TODAY) if one.id == name]


def status(plan: Plan, item: str) -> str:
    return review(TEMPLATE, plan, TODAY).items[item].status


@pytest.mark.parametrize("part", ["patients", "groups"])
def test_caseloads_in_which_nobody_is_seen_are_not_ready(part: str) -> None:
    plan = team("AA", "BB") if part == "patients" else grouped("AA", "BB")
    assert status(plan, "CAP-03") == "ready"
    one = plan.answering_person("AA", part, 0)
    none = one.answering_person("BB", part, 0)
    assert status(none, "CAP-03") == "partly"
    if part == "patients":
        assert status(one, "CAP-03") == "ready"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("AA", "BB", "CC"), "1 of 2 has fewer leaders than the 2 who lead one together (CC)."),
        (("AA",), "1 of 1 has fewer leaders than the 2 who lead one together (AA)."),
    ],
)
def test_half_groups_and_pairs_of_one_are_said(names: tuple[str, ...], says: str) -> None:
    (one,) = found(grouped(*names), "group-without-leaders")
    assert one.says == f"The numbers do not make whole groups: {says}"
    assert (one.ref.item, one.ref.part) == ("CAP-03", "groups")
    assert status(grouped(*names), "CAP-03") == "partly"
    assert found(grouped("AA", "BB"), "group-without-leaders") == []
    assert status(grouped("AA", "BB"), "CAP-03") == "ready"


def test_it_is_said_from_when_a_group_has_one_leader_and_from_when_none() -> None:
    plan = grouped("AA", "BB").answering_person("BB", "leaves", date(2027, 6, 1))
    (one,) = found(plan, "group-loses-leader")
    assert one.says == (
        "From 31 May 2027 a group of 8 has 1 of 2 leaders: BB leaves, and AA leads it on with "
        "all of its notes."
    )
    assert one.ref.person == "BB"
    gone = plan.answering_person("AA", "leaves", date(2027, 9, 6))
    assert found(gone, "group-loses-leader")[1].says == (
        "From 6 September 2027 a group of 8 has no leader left: AA leaves."
    )
    late = plan.answering_person("BB", "leaves", date(2028, 6, 1))
    assert found(late, "group-loses-leader") == []
    three = grouped("AA", "BB", "CC", leaders=3).answering_person("BB", "leaves", date(2027, 6, 1))
    assert "AA and CC lead it on." in found(three, "group-loses-leader")[0].says
    assert found(plan.model_copy(update={"start": None}), "group-loses-leader") == []


def test_rounds_and_numbers_that_make_parts_of_groups_are_said() -> None:
    plan = rounds(grouped("AA", "BB", "CC", "DD"), (START, 16), (date(2027, 9, 6), 10))
    (one,) = found(plan, "round-of-part-groups")
    assert one.says == "A round of 10 patients makes no whole groups of 8."
    assert (one.ref.table, one.ref.entry) == ("rounds", "2")
    assert found(grouped("AA", "BB"), "part-of-a-group") == []
    half = grouped("AA", "BB").answering_person("BB", "groups", 0.5)
    (one,) = found(half, "part-of-a-group")
    assert one.says.startswith("BB leads 0.5 groups")


def test_more_weeks_than_the_period_has_are_an_error_and_not_ready() -> None:
    plan = team("AB").answering("CAP-05", "value", "yes").answering("CAP-05", "weeks", 60)
    (one,) = found(plan, "weeks-beyond-period")
    assert one.gravity == "error"
    assert one.says == "There are sessions in 60 weeks, it says, and the period has 52."
    assert status(plan, "CAP-05") == "partly"
    assert status(plan.answering("CAP-05", "weeks", 52), "CAP-05") == "ready"
    unset = plan.model_copy(update={"start": None})
    assert found(unset, "weeks-beyond-period")
    assert not found(unset.answering("CAP-05", "weeks", 52), "weeks-beyond-period")


def test_more_hours_than_a_week_has_are_an_error() -> None:
    plan = team("AB", "CD").answering_person("CD", "hours_freed", 45)
    (one,) = found(plan, "hours-beyond-week")
    assert one.says == "CD has 45 hours a week freed, and a full working week has 37.5."
    assert (one.ref.item, one.ref.person) == ("CAP-01", "CD")
    assert found(plan.with_value(number_ref("week_hours"), 45), "hours-beyond-week") == []


def test_one_day_of_training_of_four_is_partly() -> None:
    plan = team("AB")
    for row, day in enumerate((1, 2, 8, 9), 1):
        part = plan.answering_row("SEL-08", str(row), "date", date(2026, 12, day))
        plan = part.answering_row("SEL-08", str(row), "in_working_hours", "yes")
        assert status(plan, "SEL-08") == ("ready" if row == 4 else "partly")
        assert len(found(plan, "training-in-part")) == (row < 4)
    one = plan.without_row("SEL-08", "4").without_row("SEL-08", "3").without_row("SEL-08", "2")
    (said,) = found(one, "training-in-part")
    assert said.says == "The practice has 4 days of training, and 1 has a date."
    assert found(team("AB"), "training-in-part") == []


@pytest.mark.parametrize(
    ("by", "inside"),
    [
        ("AB", True),
        ("ab", True),
        ("AB and the regional centre", True),
        ("A.B.", False),
        ("an external rater", False),
        ("regional centre", False),
        ("ABC", False),
    ],
)
def test_a_practitioner_does_not_review_the_own_work(by: str, *, inside: bool) -> None:
    plan = team("AB", "AN").answering("MON-01", "after", "regional centre")
    for row, day in (("1", date(2027, 7, 12)), ("2", date(2028, 1, 10))):
        plan = plan.answering_row("MON-01", row, "date", day)
        plan = plan.answering_row("MON-01", row, "by", by)
    assert status(plan, "MON-01") == ("partly" if inside else "ready")
    said = [one.says for one in found(plan, "reviewer-from-inside")]
    assert said == ["AB reviews fidelity and is one of the practitioners."] * inside


@pytest.mark.parametrize(
    ("often", "until", "ready"),
    [
        (("weekly",), (date(2028, 2, 1),), True),
        (("every two weeks",), (date(2028, 2, 1),), True),
        (("monthly",), (date(2028, 2, 1),), False),
        (("weekly", "monthly"), (date(2028, 2, 1), date(2028, 2, 1)), True),
        (("weekly", "monthly"), (date(2027, 6, 1), date(2028, 2, 1)), False),
        ((None,), (date(2028, 2, 1),), True),
        (("not sure",), (date(2028, 2, 1),), True),
    ],
)
def test_supervision_more_seldom_than_the_practice_asks_is_partly(
    often: tuple[str | None, ...], until: tuple[date, ...], *, ready: bool
) -> None:
    plan = team("AB").answering("CAP-06", "after", "regional centre")
    for row, (how, day) in enumerate(zip(often, until, strict=True), 1):
        plan = plan.answering_row("CAP-06", str(row), "supervisor", "regional centre")
        plan = plan.answering_row("CAP-06", str(row), "until", day)
        plan = plan.answering_row("CAP-06", str(row), "how_often", how)
    assert (status(plan, "CAP-06") == "ready") is ready
    assert bool(found(plan, "supervision-too-seldom")) is not ready
    if not ready:
        (one,) = found(plan, "supervision-too-seldom")
        assert one.says == (
            "There is supervision more seldom than every 2 weeks, as the practice asks."
        )


def test_it_goes_on_only_by_a_rule_that_is_there() -> None:
    plan = team("AB").answering("GOAL-02", "value", "continues if MON-06 met")
    assert status(plan, "GOAL-02") == "partly"
    none = plan.answering("MON-06", "value", "no")
    for open_rule in (plan, none, plan.answering("MON-06", "value", "TBD")):
        assert status(open_rule, "GOAL-02") == "partly"
        (one,) = found(open_rule, "goes-on-by-no-rule")
        assert one.ref.item == "MON-06"
    ruled = plan.answering("MON-06", "value", "Go on if 6 of 10")
    assert status(ruled, "GOAL-02") == "ready"
    assert found(ruled, "goes-on-by-no-rule") == []
    assert status(none.answering("GOAL-02", "value", "continues"), "GOAL-02") == "ready"


def test_nobody_who_meets_the_criteria_is_not_ready() -> None:
    plan = Plan(template="imr", start=START).answering("INC-03", "method", "counted")
    plan = plan.answering("INC-03", "counted_on", date(2026, 11, 1))
    assert status(plan.answering("INC-03", "eligible", 0), "INC-03") == "partly"
    assert status(plan.answering("INC-03", "eligible", 1), "INC-03") == "ready"


def test_a_question_that_raises_a_flag_is_not_unanswered() -> None:
    plan = team("AB", "CD", "EF", patients=3, hours=5.5)
    state = review(TEMPLATE, plan, TODAY)
    flagged = [one for one in state.items.values() if one.flag is not None]
    assert flagged
    assert all(told_status(one) != "unanswered" for one in flagged)
    bare = plan.answering_person("AB", "hours_freed", None)
    state = review(TEMPLATE, bare, TODAY)
    one = state.items["CAP-01"]
    assert (one.answered, one.flag is not None) == (False, True)
    assert told_status(one) == "partly"
    area = state.areas["monitoring"]
    assert told_status(area) == "unanswered"
    assert told_status(area.model_copy(update={"flags": (one.flag,), "status": "open"})) == "open"


@pytest.mark.parametrize(
    ("rate", "pace", "sessions"),
    [
        (1, "weekly", "12 weekly sessions"),
        (3, "three times a week", "12 sessions (three a week)"),
        (2, "two times a week", "12 sessions (two a week)"),
        (1.5, "1.5 times a week", "12 sessions (1.5 a week)"),
        (0.5, "every 2 weeks", "12 sessions (every 2 weeks)"),
        (0.333, "every 3 weeks", "12 sessions (every 3 weeks)"),
        (0.4, "0.4 times a week", "12 sessions (0.4 times a week)"),
    ],
)
def test_words_follow_the_number_of_sessions_a_week(rate: float, pace: str, sessions: str) -> None:
    assert pace_words(rate) == pace
    assert sessions_words(12, rate) == sessions
