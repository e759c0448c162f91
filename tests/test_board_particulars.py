"""Who decides on the start and when, by when conditions are met, and what the board is asked."""

from datetime import date
from pathlib import Path

from readiness.describe.board import conditions_by, requests_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.particulars import typed_particular
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.document import plain_words
from readiness.report.outline import outline
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
FILE = """format = 1
plan = "A plan"
template = "imr"
start = 2027-01-11
decider = "the head of department"
meeting = 2026-12-15
conditions_by = 2026-12-31
requests = \"\"\"Approve the start
Free 6 hours a week for AB\"\"\"

[people.AB]
role = "nurse"
"""


def test_they_are_read_from_the_file_and_stay_where_something_else_is_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(FILE, "utf-8")
    file = PlanFile.open(path, Library())
    assert not file.problems
    plan = file.plan
    assert (plan.decider, plan.meeting) == ("the head of department", date(2026, 12, 15))
    assert plan.described(meeting=None).meeting is None


def test_the_plans_own_requests_stand_in_place_of_the_draft_and_say_so_by_silence() -> None:
    plan = Plan(template="imr", start=date(2027, 1, 11), requests="Approve the start\nFree 6 hours")
    found = requests_of(plan, TEMPLATE, review(TEMPLATE, plan, TODAY))
    assert [(one.verb, one.what) for one in found] == [
        ("Approve", "the start"),
        ("Free", "6 hours"),
    ]
    words = str(outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY))
    assert "has not yet edited" not in words
    draft = plan.described(requests="")
    assert "has not yet edited" in str(
        outline(TEMPLATE, draft, review(TEMPLATE, draft, TODAY), TODAY)
    )


def test_conditions_are_met_a_week_before_the_start_unless_the_plan_says_a_day() -> None:
    plan = Plan(template="imr", start=date(2027, 1, 11))
    assert conditions_by(plan) == date(2027, 1, 4)
    assert conditions_by(plan.described(conditions_by=date(2026, 12, 31))) == date(2026, 12, 31)
    assert conditions_by(Plan()) is None


def test_the_cover_says_who_decides_and_when() -> None:
    plan = Plan(template="imr", decider="the head of department", meeting=date(2026, 12, 15))
    made = outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY)
    rows = {plain_words(row[0]): plain_words(row[1]) for row in made.cover[0].rows}  # type: ignore[union-attr]
    assert rows["For decision by"] == "the head of department, 15 December 2026"


def test_a_shared_document_names_no_practitioner_in_the_requests() -> None:
    plan = Plan(template="imr", requests="Free 6 hours a week for AB").with_person("AB", "nurse")
    words = str(outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY, is_shared=True))
    assert "for AB" not in words
    assert "for Practitioner 1" in words


def test_what_is_typed_for_them_is_understood_or_refused_with_what_to_do() -> None:
    assert typed_particular("meeting", "15 Dec 2026", TODAY) == date(2026, 12, 15)
    assert isinstance(typed_particular("meeting", "soon enough", TODAY), InvalidValue)
    assert typed_particular("requests", "Approve it; Free 6 hours", TODAY) == (
        "Approve it\nFree 6 hours"
    )
