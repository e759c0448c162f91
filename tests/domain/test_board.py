"""What the board is asked and what it takes: nothing is told that the plan does not hold."""

from datetime import date
from pathlib import Path

from readiness.describe.board import (
    drafted_requests,
    hours_to_free,
    misses_told,
    takes_told,
    unknowns,
)
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import START, TODAY, imr, team

READY = Path(__file__).parents[1] / "data" / "plans" / "ready-1.0.toml"


def asked(plan: Plan) -> list[str]:
    state = review(imr(), plan, TODAY)
    return [f"{one.verb} {one.what}" for one in drafted_requests(plan, imr(), state)]


def unknown(plan: Plan) -> list[str]:
    return unknowns(plan, imr(), review(imr(), plan, TODAY))


def takes(plan: Plan) -> dict[str, str]:
    return dict(takes_told(plan, imr(), review(imr(), plan, TODAY)))


def test_of_an_empty_plan_only_a_first_day_is_asked_and_nothing_is_stated() -> None:
    assert asked(Plan(template="imr")) == ["Say when a first day with patients is to be set."]
    nothing = "Not stated yet: hours, training, supervision, patients and money."
    assert takes(Plan(template="imr")) == {"": nothing}
    assert unknown(Plan(template="imr"))[:2] == [
        "Who the practitioners are",
        "How many hours a week are freed for each practitioner",
    ]
    assert len(unknown(Plan(template="imr"))) == 9


def test_what_is_answered_or_flagged_is_not_called_unknown() -> None:
    plan = team("AB")  # with hours, format and patients
    assert "Who the practitioners are" not in unknown(plan)
    assert not any(one.startswith("How many hours") for one in unknown(plan))
    assert "How many patients meet the criteria" in unknown(plan)
    # That nobody counted is a flag, and told as that.
    assert "How many patients meet the criteria" not in unknown(
        plan.answering("INC-03", "eligible", "no")
    )
    assert "What it costs" not in unknown(plan.answering("CAP-10", "cost", 52000))


def test_a_ready_plan_asks_for_its_start_without_conditions_and_decides_by_its_rule() -> None:
    file = PlanFile.open(READY, Library())
    state = review(file.template, file.plan, TODAY)
    found = [one.what for one in drafted_requests(file.plan, file.template, state)]
    assert found[0] == "a start on 11 January 2027."
    assert found[-1].endswith("whether to go on, by the rule in this plan.")


def test_hours_are_not_told_before_everyones_are_known() -> None:
    whole = team("AB")
    assert takes(whole)["Hours"] == "6 a week, 0.16 of a full post (6 today)"
    assert takes(whole.with_value(number_ref("week_hours"), 0))["Hours"] == "6 a week (6 today)"
    in_part = whole.with_person("CD", "nurse")
    assert hours_to_free(review(imr(), in_part, TODAY)) is None
    assert takes(in_part)[""].startswith("Not stated yet: hours, ")
    told = {"Hours", "Training", "Supervision", "Patients", "Money"}
    assert set(takes(in_part)) < told | {""}
    assert not any(one.startswith("Free") for one in asked(in_part))


def test_training_without_hours_is_told_in_days_and_a_cost_that_is_not_known_as_that() -> None:
    plan = Plan(template="imr", start=START).with_person("AB", "nurse")
    for row, day in (("1", date(2026, 12, 1)), ("2", date(2026, 12, 2))):
        plan = plan.answering_row("SEL-08", row, "date", day)
    told = takes(plan.answering("CAP-10", "cost", "no"))
    assert told["Training"] == "1 person, 2 days each"
    assert told["Money"] == "not known"


def test_what_a_board_would_ask_for_and_not_find_is_told() -> None:
    def misses(plan: Plan) -> list[str]:
        return misses_told(plan, imr(), review(imr(), plan, TODAY))

    decider, day, draft, unanswered = misses(Plan(template="imr"))
    assert decider == "Who decides on the start is not named (F10)."
    assert day == "The day on which it is decided is not set (F10)."
    assert draft == "What the board is asked is a draft that nobody has edited (F10)."
    assert "Who the practitioners are" in unanswered
    plan = Plan(template="imr").answering("MON-06", "value", "no")
    plan = plan.described(decider="The board", meeting=date(2026, 12, 1), requests="Start in May")
    (flag,) = (one for one in review(imr(), plan, TODAY).flags if one.item == "MON-06")
    assert f"Nothing is done about this yet: {flag.says}" in misses(plan)
    acted = plan.entering("actions", "1", {"name": "Write the rule", "item": "MON-06"})
    assert "No day is set for this: Write the rule." in misses(acted)
    dated = plan.entering(
        "actions", "1", {"name": "Write it", "item": "MON-06", "when": date(2026, 12, 7)}
    )
    assert not any("Write it" in one or flag.says in one for one in misses(dated))
    assert decider not in misses(dated)


def test_a_plan_that_is_ready_misses_only_who_decides_when_and_on_what() -> None:
    file = PlanFile.open(READY, Library())
    told = misses_told(file.plan, file.template, review(file.template, file.plan, TODAY))
    assert [one for one in told if "(F10)" not in one] == []
