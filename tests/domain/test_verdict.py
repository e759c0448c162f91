"""The counted sentence of how a plan stands: worked out by hand from the worked example's flags."""

from datetime import date
from pathlib import Path

from readiness.describe.flag import flag_name
from readiness.describe.verdict import flags_counted_told, progress_told, verdict
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import review
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

BEFORE = date(2026, 11, 29)
READY = Path(__file__).parents[1] / "data" / "plans" / "ready-1.0.toml"


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
    red = empty.answering("GOAL-03", "leader", "no").answering("GOAL-03", "deputy", "no")
    said = verdict(red, review(template, red, BEFORE), BEFORE)
    assert said == "One thing is not yet in place; 50 questions are not answered yet"


def _acted(plan: Plan, items: list[str], when: date | None) -> Plan:
    actions = {str(n): {"item": item, "name": "Mend it"} for n, item in enumerate(items, 1)}
    dated = {key: {**one, "when": when} if when else one for key, one in actions.items()}
    return plan.model_copy(update={"actions": dated})


def test_what_is_done_about_flags_is_counted_by_action_and_date(tmp_path: Path) -> None:
    plan, template = _example(tmp_path)
    red = ["CAP-01", "CAP-06", "MON-06"]
    amber = [
        "SEL-05",
        "SEL-07",
        "CAP-02",
        "CAP-05",
        "INC-04",
        "GOAL-05",
        "GOAL-08",
        "MON-02",
        "MON-04",
    ]

    def told(items: list[str], when: date | None = None) -> str:
        acted = _acted(plan, items, when)
        return progress_told(acted, review(template, acted, BEFORE))

    bare = "Nine amber flags remain; nine have no action."
    assert told([]) == f"Three have no action. {bare}"
    assert told(red) == f"Three have an action without a date. {bare}"
    assert told(red, date(2027, 1, 4)) == f"Three have an action with a date. {bare}"
    assert told(amber) == "Three have no action. Nine amber flags remain."
    alone = plan.model_copy(update={"accepted": {}})
    assert flags_counted_told(review(template, alone, BEFORE)) == "Four red flags are open."


def test_without_a_red_flag_the_amber_ones_are_counted() -> None:
    file = PlanFile.open(READY, Library())
    state = review(file.template, file.plan, BEFORE)
    assert verdict(file.plan, state, BEFORE) == "No flag is open"
    flag = Flag(id="SEL-05A", item="SEL-05", severity="amber", says="", why="", action="")
    one = state.model_copy(update={"flags": (flag,)})
    assert verdict(file.plan, one, BEFORE) == "No red flag is open; one amber is"


def test_a_flag_is_called_by_its_colour(tmp_path: Path) -> None:
    plan, template = _example(tmp_path)
    flags = review(template, plan, BEFORE).flags
    assert (flag_name(flags[0]), flag_name(flags[-1])) == ("red flag", "amber flag")
