"""The counted sentence of how a plan stands: worked out by hand from the worked example's flags."""

from datetime import date
from pathlib import Path

from readiness.describe.verdict import flags_counted_told, progress_told, verdict
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

BEFORE = date(2026, 11, 29)


def _example(tmp_path: Path) -> tuple[Plan, Template]:
    path = tmp_path / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    file = PlanFile.open(path, Library())
    return file.plan, file.template


def test_the_worked_example_says_what_is_not_in_place(tmp_path: Path) -> None:
    plan, template = _example(tmp_path)
    state = review(template, plan, BEFORE)
    assert (
        verdict(plan, state, BEFORE)
        == "Three things are not yet in place for a start on 11 January 2027"
    )
    assert flags_counted_told(state) == "Three red flags are open and one is accepted."
    assert progress_told(plan, state) == (
        "One has an action with a date, one an action without a date, one has no action. "
        "Nine amber flags remain; eight have no action."
    )


def test_after_the_start_nothing_is_said_of_a_start(tmp_path: Path) -> None:
    plan, template = _example(tmp_path)
    after = date(2027, 3, 1)
    assert verdict(plan, review(template, plan, after), after).endswith("not yet in place")


def test_what_nobody_answered_is_never_told_as_fine(tmp_path: Path) -> None:
    _plan, template = _example(tmp_path)
    empty = Plan()
    assert verdict(empty, review(template, empty, BEFORE), BEFORE) == "Nothing is answered yet"
    assert flags_counted_told(review(template, empty, BEFORE)) == ""
    one = empty.answering("SEL-01", "value", "yes")
    said = verdict(one, review(template, one, BEFORE), BEFORE)
    assert said.startswith("No red flag is open; ")
    assert said.endswith("questions are not answered yet")
