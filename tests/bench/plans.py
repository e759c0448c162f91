"""The plans that the benches open: the worked example, and a large one."""

from datetime import date, timedelta
from pathlib import Path

from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

PRACTITIONERS, ACTIONS, NOTES = 50, 500, 60 * 1024
"""What the large plan has: practitioners, actions, and characters of notes."""

WORDS = "We talked about this in the team and wrote down what each of us will do about it. "


def example(folder: Path) -> Path:
    """The worked example as a file."""
    path = folder / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    return path


def large(folder: Path) -> Path:
    """The worked example with many practitioners, actions and notes."""
    file = PlanFile.open(example(folder), Library(folder))
    plan = file.plan
    for number in range(PRACTITIONERS - len(plan.people)):
        who = f"P{number + 1}"
        plan = plan.with_person(who, "nurse").answering_person(who, "hours_freed", 6)
        plan = plan.answering_person(who, "leaves", "no")
    keys = list(file.template.items)
    each = WORDS * (NOTES // len(keys) // len(WORDS) + 1)
    for key in keys:
        plan = plan.noting(key, each)
    plan = _with_actions(plan, keys)
    path = folder / "large.toml"
    PlanFile.create(path, plan, file.template)
    return path


def _with_actions(plan: Plan, keys: list[str]) -> Plan:
    first = date(2027, 1, 11)
    for number in range(ACTIONS - len(plan.actions)):
        fields = {
            "name": f"Action {number}",
            "actor": f"P{number % 40 + 1}",
            "action": "Do what was agreed, and say when it is done",
            "when": first + timedelta(days=number % 300),
            "item": keys[number % len(keys)],
        }
        plan = plan.entering("actions", plan.new_entry("actions"), fields)
    return plan
