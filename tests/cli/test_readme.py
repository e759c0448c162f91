"""What the README and the pages it leads to say is what the program does."""

import re
from pathlib import Path

import pytest

from readiness.domain.capacity.capacity import NUMBERS
from readiness.domain.plan.plan import Plan
from readiness.i18n.typed_dates import typed_date
from readiness.storage.plan_file import PlanFile
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library
from tests.conftest import TODAY

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text("utf-8")


def toml(name: str) -> str:
    """The file that a page shows."""
    (found,) = re.findall(r"```toml\n(.*?)```", page(name), re.DOTALL)
    return str(found)


THEME, PLAN, TEMPLATE = toml("documents"), toml("plan-file"), toml("templates")


def opened(folder: Path, text: str) -> Plan:
    path = folder / "plan.toml"
    path.write_text(text, "utf-8")
    file = PlanFile.open(path, Library())
    assert not file.problems
    return file.plan


def test_its_plan_is_a_plan(tmp_path: Path) -> None:
    plan = opened(tmp_path, PLAN)
    assert plan.service == "Riverside community team"
    assert plan.answer("INC-06").reason
    assert plan.people["AB"].parts["leaves"] == "no"


def test_its_short_template_is_a_template(tmp_path: Path) -> None:
    (tmp_path / "our_imr.toml").write_text(TEMPLATE, "utf-8")
    library = Library(tmp_path)
    assert check_template(library, "our_imr") == []
    ours = library.load("our_imr")
    assert ours.number("hours_tight") == 0.75
    assert ours.practice.short == "IMR"


def test_its_practice_of_ones_own_is_a_template_without_a_fault(tmp_path: Path) -> None:
    (tmp_path / "our_practice.toml").write_text(toml("own-practice"), "utf-8")
    library = Library(tmp_path)
    assert check_template(library, "our_practice") == []
    ours = library.load("our_practice")
    assert ours.extends == "five_areas"
    assert ours.number("acceptance") == 0.6
    assert ours.number("dropout") is None


def test_its_assumption_is_a_number_of_the_practice() -> None:
    named = re.findall(r"`([a-z_]+) = 20`", page("plan-file"))
    assert named
    assert set(named) <= set(NUMBERS)


@pytest.mark.parametrize("typed", ["11.1.2027", "11 Jan 2027", "in 3 months"])
def test_its_dates_are_understood(typed: str) -> None:
    assert f"`{typed}`" in README
    assert typed_date(typed, TODAY)


def test_its_two_commands_stand_on_lines_that_can_be_copied() -> None:
    demo, tests, *_ = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert demo.endswith("readiness demo")
    assert "requirements/dev.txt" in tests
    assert "grep -F -- '-m pytest' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert README.count("-m pytest") == 1


def test_its_pictures_and_files_are_there() -> None:
    for name in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / name).is_file(), name


def test_its_theme_can_be_read(tmp_path: Path) -> None:
    from readiness.report.theme import load_theme

    path = tmp_path / "theme.toml"
    path.write_text("".join(line for line in THEME.splitlines(keepends=True) if "logo" not in line))
    assert load_theme(path).organisation == "Riverside Health Trust"
