"""The scales of fidelity in templates: names and numbers, and no instrument's text."""

from pathlib import Path

import pytest

from readiness.domain.checklist.follow_up import FollowUp
from readiness.domain.followup.scale import scales_of
from readiness.storage.languages import speak_in
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

FAULTY = """
format = 1
id = "mine"
extends = "five_areas"
version = "1"
name = "Mine"

[fidelity.mine]
name = "Mine"
version = "1"
low = 5
high = 1
bands = ["nothing"]
sources = ["nobody"]

[fidelity.mine.items.first]
number = 1
label = "A sentence that was copied from the scale itself, word by word"

[fidelity.mine.items.second]
number = 1
label = "Second"
high = 300
low = 0

[fidelity.mine.items.settled]
number = 3
label = "Third"
"""


def test_what_is_wrong_with_a_scale_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FAULTY, "utf-8")
    words = [one.words() for one in check_template(Library(), str(path))]
    for said in (
        "the lowest score is not below the highest",
        '"nothing" is not a known threshold',
        '"nobody" is not a known source',
        "the scale's own text stays in the scale",
        "the criterion first has the same number",
        "write a whole number from 0 to 100",
        "is the name of something else",
    ):
        assert [one for one in words if said in one], said


def test_a_scale_has_only_so_many_criteria(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    items = "".join(
        f'[fidelity.mine.items.c{n}]\nnumber = {n}\nlabel = "C"\n' for n in range(1, 62)
    )
    path.write_text(FAULTY.split("low = 5", maxsplit=1)[0] + items, "utf-8")
    words = " ".join(one.words() for one in check_template(Library(), str(path)))
    assert "there are 61 of them; keep 60" in words


@pytest.mark.parametrize(
    "wrong", ["fidelity = 3", "fidelity.mine = 3", "fidelity.mine.items.a = 3"]
)
def test_a_scale_that_is_no_table_is_told(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"{FAULTY.split('[fidelity', maxsplit=1)[0]}{wrong}\n", "utf-8")
    assert check_template(Library(), str(path))


def test_the_scale_of_imr_names_thirteen_criteria_in_their_order() -> None:
    scales = scales_of(Library().load("imr"))
    assert list(scales) == ["imr_fidelity"]
    items = scales["imr_fidelity"].items
    assert [one.number for one in items.values()] == list(range(1, 14))
    assert items["goals_followed"].number == 7


def test_a_practice_without_a_scale_checks_its_own_core() -> None:
    template = Library().load("five_areas")
    assert dict(scales_of(template)) == {}
    practice = template.practice.model_copy(update={"components": ("Home visits", "x" * 60)})
    scale = scales_of(template.model_copy(update={"practice": practice}))["core"]
    assert [one.label for one in scale.items.values()] == ["Home visits", "x" * 40]
    assert scale.total == "none"
    assert dict(scales_of(template.model_copy(update={"fidelity": {}}))) == {}


def test_every_rule_after_the_start_is_in_both_templates_and_languages() -> None:
    for name in ("five_areas", "imr"):
        for language in ("en", "nb"):
            speak_in(language)
            follow_up = Library().load(name).follow_up
            assert list(follow_up.rules) == [f"FOL-{number:02}" for number in range(1, 21)]
            assert all(rule.short and rule.why and rule.action for rule in follow_up.rules.values())
            assert follow_up.number("chance_alarm") == 0.05
    assert FollowUp().number("chance_alarm") is None
