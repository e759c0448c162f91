"""What is known of one practice stays with it: IMR judges as before, another counts its own."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from readiness.describe.patients import beyond_words, completing_words, places_words
from readiness.describe.summary import hours_told, patients_told
from readiness.domain.capacity.capacity import EVIDENCE, NUMBERS, known_number, number_of, uncounted
from readiness.domain.capacity.input_gaps import lacking
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.scenarios import ways_to_fit
from readiness.domain.capacity.what_if import in_groups
from readiness.domain.checklist.condition import Condition
from readiness.domain.checklist.template import Template
from readiness.domain.patients.funnel import eligible_needed, funnel_of, penetration_of
from readiness.domain.patients.funnel_words import funnel_alt, uncounted_words
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.domain.schedule.proposals import proposals
from readiness.storage.example import worked_example
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import TODAY, imr, team
from tests.strategies import DAYS, plans

DATA = Path(__file__).parent.parent / "data"
FIRST = tomllib.loads((DATA / "templates" / "imr-1.0.toml").read_text("utf-8"))
IMR = imr()
ANY = Library().load("five_areas")


def _first() -> Template:
    """IMR with the numbers, and the one condition, that it had in version 1.0."""
    numbers = {
        name: IMR.practice.numbers[name].model_copy(
            update={"value": tuple(value) if isinstance(value, list) else value}
        )
        for name, value in FIRST["numbers"].items()
    }
    # Limits that questions compare with since then are not of the first version: they stay.
    thresholds = dict(IMR.thresholds)
    for name, value in FIRST["thresholds"].items():
        thresholds[name] = thresholds[name].model_copy(update={"value": value})
    items = dict(IMR.items)
    for key, ready in FIRST["ready"].items():
        items[key] = items[key].model_copy(update={"ready": Condition.as_read(ready)})
    practice = IMR.practice.model_copy(update={"numbers": {**IMR.practice.numbers, **numbers}})
    limits = {**IMR.thresholds, **thresholds}
    return IMR.model_copy(update={"practice": practice, "thresholds": limits, "items": items})


def _same(plan: Plan, today: date) -> bool:
    first, now = (review(one, plan, today) for one in (_first(), IMR))
    funnels = [funnel_of(plan, one) for one in (_first(), IMR)]
    return (
        first.items == now.items
        and first.areas == now.areas
        and first.flags == now.flags
        and first.facts == now.facts
        and funnels[0] == funnels[1]
    )


@pytest.mark.parametrize("name", ["B", "C", "D_after", "D_within", "F"])
def test_imr_judges_the_services_of_the_study_as_before(name: str) -> None:
    plan = PlanFile.open(DATA / "services" / f"{name}.toml", Library()).plan
    assert _same(plan, date(2009, 12, 1))


def test_imr_judges_the_worked_example_as_before() -> None:
    _template, plan = worked_example(Library())
    assert _same(plan, TODAY)


@pytest.mark.no_cover
@given(plans(IMR), DAYS)
def test_imr_judges_any_plan_as_before(plan: Plan, today: date) -> None:
    assert _same(plan, today)


def _whole(plan: Plan) -> Plan:
    """A service with practitioners whose patients are counted."""
    plan = plan.answering("INC-03", "eligible", 40).answering("INC-03", "method", "counted")
    return plan.answering("INC-04", "value", 30)


def _judged(plan: Plan) -> Review:
    return review(ANY, plan, TODAY)


def _ledger(plan: Plan) -> Ledger:
    ledger = _judged(plan).facts.ledger
    assert ledger is not None
    return ledger


def test_another_practice_has_no_number_of_imr() -> None:
    assert uncounted(EVIDENCE, Plan(), ANY) == EVIDENCE
    assert uncounted(NUMBERS, Plan(), ANY) == ()
    assert uncounted(EVIDENCE, Plan(), IMR) == ()
    assert all(ANY.practice.numbers[name].is_our_default for name in NUMBERS)
    with pytest.raises(KeyError):
        number_of("acceptance", Plan(), ANY)


def test_a_limit_that_nobody_measured_is_no_number_to_reckon_with() -> None:
    nowhere = dict(ANY.thresholds) | {"small_count": ANY.practice.numbers["acceptance"]}
    with pytest.raises(KeyError):
        ANY.model_copy(update={"thresholds": nowhere}).limit("small_count")
    assert ANY.limit("small_count") == 5


def test_without_the_shares_there_is_no_funnel_and_no_amber_flag() -> None:
    plan = _whole(team("AB", "CD"))
    state = _judged(plan)
    assert funnel_of(plan, ANY) is None
    assert state.items["INC-04"].flag is None
    assert state.items["INC-04"].status == "ready"
    # The same plan with IMR: 30 are asked to start, and of 40 about 19 say yes.
    assert review(IMR, plan, TODAY).items["INC-04"].flag is not None
    assert eligible_needed(8, plan, ANY) is None
    names = ("likely_yes", "likely_completers", "completers", "weeks_programme", "likely_end")
    assert not [name for name in names if state.facts.of(name) is not None]


def test_more_than_meet_the_criteria_is_red_for_any_practice() -> None:
    plan = team("AB").answering("INC-03", "eligible", 10).answering("INC-04", "value", 11)
    flag = _judged(plan).items["INC-04"].flag
    assert flag is not None
    assert flag.severity == "red"


def test_what_is_missing_is_named_once_the_patients_are_counted() -> None:
    plan = team("AB", "CD")
    assert list(patients_told(plan, ANY, _judged(plan))) == []
    plan = _whole(plan)
    (said,) = patients_told(plan, ANY, _judged(plan))
    for name in ("acceptance", "start_share", "dropout"):
        assert ANY.practice.numbers[name].label in said
    assert "count your own" in said
    estimated = team("AB").answering("INC-03", "population", 50)
    words = uncounted_words(estimated, ANY)
    assert ANY.practice.numbers["eligible_share"].label in words
    assert _judged(estimated).facts.of("eligible_estimated") is None
    assert uncounted_words(plan, IMR) == ""


def test_a_number_that_a_service_counts_itself_is_reckoned_with() -> None:
    plan = _whole(team("AB", "CD")).with_value(number_ref("acceptance"), 0.5)
    state = _judged(plan)
    assert state.facts.of("likely_yes") == 20
    assert state.items["INC-04"].flag is not None
    funnel = funnel_of(plan, ANY)
    assert funnel is not None
    assert [(one.name, one.low, one.middle, one.high) for one in funnel.stages] == [
        ("fit", 40, 40, 40),
        ("agree", 20, 20, 20),
    ]
    assert funnel.worst is None
    assert "worst" not in funnel_alt(funnel)
    assert penetration_of(funnel, None) is None
    plan = plan.with_value(number_ref("start_share"), 0.9).with_value(number_ref("dropout"), 0.25)
    funnel = funnel_of(plan, ANY)
    assert funnel is not None
    assert [one.middle for one in funnel.stages] == [40, 20, 18, 15]
    # 8 complete of 8 / (0.5 x 0.75) = 21.3 who fit.
    assert eligible_needed(8, plan, ANY) == (22, None)
    assert list(patients_told(plan, ANY, _judged(plan)))[1:] == []


def test_the_hours_of_a_programme_without_a_length_are_reckoned_and_nobody_is_said_to_be_done() -> (
    None
):
    plan = team("AB", patients=3, hours=6)
    state, ledger = _judged(plan), _ledger(plan)
    # 3 sessions of 45 minutes with 30 to prepare and 10 of notes, and an hour of supervision.
    assert state.facts.of("hours_needed", "AB") == pytest.approx(3 * 85 / 60 + 1)
    usual = [week for week in range(ledger.start, ledger.weeks) if week not in ledger.closed]
    assert {round(ledger.needed(week).hours, 2) for week in usual} == {5.25}
    assert (ledger.planned_end, ledger.likely_end, ledger.worst_end) == (None, None, None)
    assert (ledger.started, ledger.completing, ledger.completing_later) == (None, None, None)
    assert "count how many sessions" in places_words(ledger)
    assert beyond_words(state.facts) == ""
    assert any("count how many sessions" in line for line in hours_told(plan, ANY, state))


def test_with_a_length_and_no_dropout_it_has_an_end_and_no_number_of_those_who_complete() -> None:
    plan = team("AB", patients=3, hours=6).with_value(number_ref("planned_sessions"), 20)
    ledger = _ledger(plan)
    assert ledger.planned_end is not None
    assert ledger.likely_end is None
    # Done before summer, again in the late autumn, and a third time begun: three places each.
    assert ledger.started == 9
    assert ledger.completing is None
    assert "count how many drop out" in places_words(ledger)
    assert completing_words(ledger.completing) == "an unknown number"


def test_a_programme_of_no_sessions_has_no_length_either() -> None:
    plan = team("AB").with_value(number_ref("planned_sessions"), 0)
    assert review(IMR, plan, TODAY).facts.ledger is not None


def test_weekly_sessions_are_ready_where_nobody_knows_how_many_the_programme_has() -> None:
    plan = team("AB").answering("CAP-05", "value", "yes")
    assert _judged(plan).items["CAP-05"].flag is None
    short = plan.with_value(number_ref("planned_sessions"), 60)
    assert _judged(short).items["CAP-05"].flag is not None


def test_groups_wait_for_their_size_and_have_no_largest() -> None:
    plan = Plan(template="five_areas", start=date(2027, 1, 11)).with_person("AB").with_person("CD")
    plan = plan.answering("CAP-03", "format", "group").answering("CAP-03", "minutes", 90)
    plan = plan.answering("CAP-03", "groups", 1).answering("CAP-03", "leaders", 2)
    state = _judged(plan)
    assert state.facts.ledger is None
    assert state.facts.of("hours_needed", "AB") is None
    assert state.facts.of("patients_planned") is None
    missing = [one for one in lacking(plan, ANY) if one.stops]
    assert [(one.ref.item, one.ref.part) for one in missing] == [("CAP-03", "group_size")]
    plan = plan.answering("CAP-03", "group_size", 15)
    state = _judged(plan)
    assert state.facts.of("patients_planned") == 15
    assert state.items["CAP-03"].flag is None
    assert state.items["CAP-03"].status == "ready"
    assert review(IMR, plan, TODAY).items["CAP-03"].flag is not None
    assert known_number("group_size", plan, ANY) == 15


def test_nothing_is_proposed_that_rests_on_a_missing_number() -> None:
    plan = team("AB", "CD", hours=3)
    assert in_groups(plan, ANY) is None
    assert in_groups(plan, IMR) is not None
    assert ways_to_fit(plan, ANY)
    names = [one.id for one in proposals(plan, ANY)]
    assert not [name for name in names if name.startswith("fidelity-review")]
    assert "re-check-3" in names
