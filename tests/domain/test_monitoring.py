"""Monitoring as one page tells it."""

from datetime import date

from readiness.describe.monitoring import (
    MonitoringRule,
    decision_told,
    hours_a_week,
    limits_told,
    measured,
    rules,
)
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from tests.domain.made import TODAY, imr, team

SCALE, EACH = "The IMR Fidelity Scale (13 items, 1 to 5)", "each practitioner"


def told(plan: Plan) -> list[tuple[str, str, str, str]]:
    state = review(imr(), plan, TODAY)
    return [(one.what, one.who, one.when, one.minutes) for one in measured(plan, imr(), state)]


def test_what_is_measured_with_who_when_and_minutes() -> None:
    plan = team("AB", "CD")
    plan = plan.answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_row("MON-01", "1", "by", "Northside")
    plan = plan.answering_row("MON-03", "1", "measure", "Illness management")
    plan = plan.answering_row("MON-03", "1", "instrument", "IMR Scales")
    plan = plan.answering_row("MON-03", "2", "patients_see", "yes")
    plan = plan.answering("MON-04", "minutes", 20).answering("MON-04", "weeks", 4)
    plan = plan.answering("MON-04", "who", EACH)
    plan = plan.answering("MON-08", "value", ("asked",))
    assert told(plan) == [
        (
            SCALE,
            "Northside",
            "12 July 2027",
            "a visit of a day",
        ),
        (
            "Illness management: IMR Scales",
            EACH,
            "every 4 weeks",
            "20 min a patient",
        ),
        ("not named yet", EACH, "every 4 weeks", "20 min a patient"),
        ("Counts: Patients asked", EACH, "every month", ""),
    ]
    hours = hours_a_week(review(imr(), plan, TODAY))
    assert hours == 6 * 20 / 60 / 4


def test_what_is_open_stands_there_empty() -> None:
    plan = Plan(template="imr").answering_row("MON-01", "1", "by", "Northside")
    assert told(plan) == [
        (SCALE, "Northside", "", "a visit of a day"),
        ("Outcomes of patients", "", "", ""),
        ("Counts", "", "every month", ""),
    ]
    assert told(Plan(template="imr"))[0] == (
        SCALE,
        "",
        "",
        "",
    )
    assert hours_a_week(review(imr(), plan, TODAY)) is None
    answered = plan.answering("MON-04", "minutes", 20).answering("MON-04", "weeks", 4)
    assert hours_a_week(review(imr(), answered, TODAY)) is None


def test_a_rule_is_open_until_it_is_one() -> None:
    plan = Plan(template="imr").answering("MON-06", "value", "no")
    plan = plan.answering("MON-06", "decided_on", date(2028, 2, 1))
    found = {one.name: one for one in rules(plan, imr())}
    assert found["Go on, adjust or stop"] == MonitoringRule(
        "Go on, adjust or stop",
        imr().items["MON-06"].no_label or "No",
        is_open=True,
        ref=FieldRef(item="MON-06", part="value"),
    )
    assert found["Decided on"].words == "1 February 2028"
    assert not found["Decided on"].is_open
    assert found["Who decides"].words == ""


def test_how_it_is_decided_is_told_as_far_as_it_was_said() -> None:
    plan = Plan(template="imr")
    assert decision_told(plan, imr()) == ["Nothing is said about it yet."]
    plan = plan.answering("MON-06", "decided_on", date(2028, 2, 1))
    (line,) = decision_told(plan, imr())
    assert "1 February 2028" in line


def test_each_limit_is_told_with_where_it_comes_from() -> None:
    told = limits_told(imr())
    assert len(told) == len(imr().follow_up.numbers)
    (waits,) = (one for one in told if one.startswith("A barrier has waited long after"))
    assert "60 days" in waits
    assert "our default" in waits


def test_a_template_without_monitoring_tells_nothing() -> None:
    template = imr()
    other = template.model_copy(
        update={"items": {key: one for key, one in template.items.items() if "MON" not in key}}
    )
    plan = Plan(template="imr")
    state = review(template, plan, TODAY)
    assert not list(measured(plan, other, state))
    assert not list(rules(plan, other))
    assert decision_told(plan, other) == []
