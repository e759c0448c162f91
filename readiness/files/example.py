"""The worked example as a plan to read, apart from any file."""

from __future__ import annotations

from readiness.core.asked.template import Template
from readiness.core.said.plan import Plan
from readiness.files.planread import PlanReader
from readiness.files.templates import Library, example_plan_text
from readiness.files.toml import parsed

NAME = "example.toml"


def worked_example(library: Library) -> tuple[Template, Plan]:
    """The shipped template of the example and the plan. Raises UnreadableTemplate."""
    text = example_plan_text()
    raw = parsed(text, NAME)
    template = library.load(str(raw["template"]))
    return template, PlanReader(raw, text, NAME, template).plan()
