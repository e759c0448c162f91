"""Plans to walk through."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.tui.person import TODAY, now


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the program remembers."""
    return tmp_path / "state"


@pytest.fixture
def empty(tmp_path: Path) -> Session:
    """A plan without an answer."""
    template = Library().load("imr")
    plan = Plan(template="imr", template_version=template.version).described(
        start=date(2027, 1, 11)
    )
    file = PlanFile.create(tmp_path / "plan.toml", plan, template)
    return Session(file, lambda: TODAY, now)
