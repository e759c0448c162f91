"""Names of files as people mistype them, and copies as programs name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage.copies import conflict_copies, whose
from readiness.storage.filenames import near_names, same_names, some_plans
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadablePlan
from readiness.storage.templates import Library

NAMES = Path(__file__).parents[1] / "data" / "pasted" / "names.tsv"
COPIES = [
    line.split("\t") for line in NAMES.read_text("utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize(("is_copy", "name"), COPIES)
def test_copies_are_known_by_the_names_that_programs_give_them(
    tmp_path: Path, is_copy: str, name: str
) -> None:
    template = Library().load("imr")
    plan = Plan(template="imr", template_version=template.version).described(service="North")
    path = tmp_path / "plan.toml"
    PlanFile.create(path, plan, template)
    (tmp_path / name).write_bytes(path.read_bytes())
    assert [one.name for one in conflict_copies(path)] == [name] * (is_copy == "yes")


@pytest.mark.parametrize(
    "name", ["plan - Copy.toml", "Kopi av plan.toml", "plan (002).toml", "plan kopi 2.toml"]
)
def test_a_plan_of_another_service_is_no_copy_whatever_its_name(tmp_path: Path, name: str) -> None:
    template = Library().load("imr")
    plan = Plan(template="imr", template_version=template.version)
    path = tmp_path / "plan.toml"
    PlanFile.create(path, plan.described(service="North"), template)
    PlanFile.create(tmp_path / name, plan.described(service="South"), template)
    assert conflict_copies(path) == []


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("plan (Kari sin motstridende kopi 2026-11-29).toml", "Kari"),
        ("plan (Motstridende kopi fra Kari 2026-11-29).toml", "Kari"),
        ("plan (Kari Nordmann's conflicted copy 2026-11-29).toml", "Kari Nordmann"),
        ("plan (conflicted copy 2026-11-29 101500).toml", ""),
        ("plan (002).toml", ""),
    ],
)
def test_whose_a_copy_is_as_its_name_says(tmp_path: Path, name: str, who: str) -> None:
    assert whose(tmp_path / "plan.toml", tmp_path / name) == who


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("plan", ["plan.toml"]),
        ("Plan.toml", ["plan.toml"]),
        ("PLAN", ["plan.toml"]),
        ("mine.toml", ["mine.toml.txt"]),
        ("mine", ["mine.toml.txt"]),
        ("pln.toml", ["plan.toml"]),
        ("somewhere.toml", []),
    ],
)
def test_a_name_that_is_not_there_leads_to_the_one_that_is(
    tmp_path: Path, typed: str, meant: list[str]
) -> None:
    for name in ("plan.toml", "mine.toml.txt", "notes.txt"):
        (tmp_path / name).touch()
    assert near_names(tmp_path / typed) == meant
    if meant:
        with pytest.raises(UnreadablePlan, match=meant[0]):
            PlanFile.open(tmp_path / typed, Library())


def test_a_folder_is_called_by_its_name_and_its_plans_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.toml").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadablePlan) as raised:
        PlanFile.open(Path(), Library())
    said = f"{tmp_path}: this is a folder; name a file in it, such as plan.toml."
    assert str(raised.value) == said
    assert some_plans(tmp_path / "none") == same_names(tmp_path / "none" / "plan") == []
