"""The worked example as a plan to read, apart from any file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_reader import PlanReader
from readiness.storage.templates import Library, example_plan_text, shipped_folder
from readiness.storage.toml import parsed

NAME = "example.toml"
FOLDER = "readiness-"
"""How the folder of a copy begins."""


def worked_example(library: Library) -> tuple[Template, Plan]:
    """The shipped template of the example and the plan. Raises UnreadableTemplate."""
    text = example_plan_text()
    raw = parsed(text, NAME)
    template = library.load(str(raw["template"]))
    return template, PlanReader(raw, text, NAME, template).plan()


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
