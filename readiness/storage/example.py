"""The worked example as a plan to read, apart from any file."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from readiness.domain.checklist.template import Template
from readiness.domain.followup.day_one import stand_of
from readiness.domain.plan.date_shift import moved
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import START
from readiness.storage.layers import laid_over
from readiness.storage.milestone_copy import keep_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.plan_reader import PlanReader
from readiness.storage.templates import Library, example_plan_text, shipped_folder
from readiness.storage.toml import parsed

NAME = "example.toml"
MONTH_13 = date(2028, 1, 25)
"""The day on which the example one year on is looked at: two weeks into month 13."""

FOLDER = "readiness-"
"""How the folder of a copy begins."""


def worked_example(library: Library) -> tuple[Template, Plan]:
    """The shipped template of the example and the plan. Raises UnreadableTemplate."""
    text = example_plan_text()
    raw = parsed(text, NAME)
    template = library.load(str(raw["template"]))
    return template, PlanReader(raw, text, NAME, template).plan()


def example_year(library: Library, today: date) -> tuple[Template, Plan, Plan]:
    """The example one year on, with dates moved by whole weeks so that today is in its month 13.

    Returns the template, the plan as it was on its first day, and as it is now.
    """
    text = example_plan_text()
    first = parsed(text, NAME)
    template = library.load(str(first["template"]))
    days = round((today - MONTH_13).days / 7) * 7
    whole = laid_over(first, parsed(example_plan_text("year"), NAME))
    then, now = (
        moved(PlanReader(raw, text, NAME, template).plan(), days) for raw in (first, whole)
    )
    return template, _without_days(then), _without_days(now)


def _without_days(plan: Plan) -> Plan:
    """A copy in which no accepted flag says a date that was not moved with the others."""
    for flag in plan.accepted:
        plan = plan.entering("accepted", flag, {"says": None})
    return plan


def example_year_copy(today: date) -> Path:
    """A new copy of the example one year on, with its first day kept beside it."""
    template, then, now = example_year(Library(), today)
    path = Path(tempfile.mkdtemp(prefix=FOLDER)) / NAME
    file = PlanFile.create(path, then, template)
    start = then.start or today
    stand, copy = stand_of(then, template, start, start), keep_copy(path, start, file.raw)
    file.write(now.entering("milestones", START, {**stand, "copy": copy or None}))
    return path


def example_copy() -> Path:
    """A new copy of the example's plan file, in a folder of its own that the system clears."""
    path = Path(tempfile.mkdtemp(prefix=FOLDER)) / NAME
    path.write_text(example_plan_text(), "utf-8")
    return path


def clear_copy(path: Path) -> bool:
    """Take an untouched copy away with its folder; whether it is gone.

    What somebody else put into the folder stays, and the folder with it.
    """
    if not is_untouched_copy(path):
        return False
    try:
        if [one.name for one in path.parent.iterdir()] != [NAME]:
            return False
        path.unlink()
        path.parent.rmdir()
    except OSError:
        return not path.exists()
    return True


def is_untouched_copy(path: Path) -> bool:
    """Whether a file is a copy of the example that nobody wrote anything in."""
    if path.name != NAME or not path.parent.name.startswith(FOLDER):
        return False
    try:
        text = path.read_text("utf-8")
        shipped = (shipped_folder() / "example").glob("plan*.toml")
        return any(one.read_text("utf-8") == text for one in shipped)
    except (OSError, ValueError):
        return False
