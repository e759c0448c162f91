"""The worked example: how a made-up service answers every question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.storage import example
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library


def worked_example(library: Library) -> tuple[Template, Plan] | str:
    """Its template and its plan, or why they cannot be read."""
    try:
        return example.worked_example(library)
    except ReadinessError as error:
        return str(error)


def example_copy() -> Path:
    """A new copy of the example's plan file, in a folder of its own that the system clears."""
    return example.example_copy()


def example_year_copy(today: date) -> Path:
    """A new copy of the example one year after its start, its dates moved to today."""
    return example.example_year_copy(today)


def clear_example(path: Path) -> bool:
    """Take a copy away with its folder, if nobody wrote anything in it; whether it is gone."""
    return example.clear_copy(path)
