"""A number takes its source along: what stands behind one says nothing of another."""

from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.schedule.actions import basis_words
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import Problem, UnreadableTemplate
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

HEAD = 'format = 1\nid = "mine"\nversion = "1.0"\nname = "Mine"\n'


def _at(folder: Path, text: str, extends: str = "imr") -> Path:
    path = folder / "mine.toml"
    path.write_text(f'{HEAD}extends = "{extends}"\n{text}\n', "utf-8")
    return path


def _faults(path: Path) -> list[tuple[str, str]]:
    return [(one.where, one.why) for one in _checked(path) if one.severity == "error"]


def _checked(path: Path) -> list[Problem]:
    return check_template(Library(), str(path))


ALONE = "[practice.numbers]\nacceptance = { value = 0.75 }"
FOUNDED = "[practice.numbers]\nacceptance = { value = 0.55, basis = 'counted here in 2026' }"
WHY = "[items.INC-04]\nwhy = 'Three of four said yes here.'\nsources = []"


def test_a_number_of_ones_own_is_never_told_with_the_source_of_another(tmp_path: Path) -> None:
    template = Library().load(str(_at(tmp_path, ALONE)))
    one = template.practice.numbers["acceptance"]
    assert (one.value, one.basis, one.sources) == (0.75, "", ())
    assert one.label == "Share of those asked who say yes"
    assert basis_words(one, template) == "our default"
    founded = Library().load(str(_at(tmp_path, FOUNDED))).practice.numbers["acceptance"]
    assert (founded.basis, founded.sources) == ("counted here in 2026", ())


def test_a_number_without_a_basis_is_a_fault_and_its_plan_opens_with_a_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _at(tmp_path, ALONE, "five_areas")
    assert [where for where, _why in _faults(path)] == ["practice.numbers.acceptance.value"]
    plan = tmp_path / "plan.toml"
    plan.write_text('format = 1\ntemplate = "mine.toml"\n', "utf-8")
    file = PlanFile.open(plan, Library())
    assert [(one.where, one.severity) for one in file.problems] == [
        ("practice.numbers.acceptance", "remark")
    ]
    assert main(["check", str(plan)]) == 0
    assert "nothing says where this number comes from" in capsys.readouterr().err


@pytest.mark.no_cover
def test_a_question_must_not_tell_what_stood_behind_the_number_that_was_changed(
    tmp_path: Path,
) -> None:
    (fault,) = _faults(_at(tmp_path, FOUNDED))
    assert fault[0] == "practice.numbers.acceptance.value"
    assert "INC-04" in fault[1]
    assert "0.49" in fault[1]
    assert _faults(_at(tmp_path, f"{FOUNDED}\n{WHY}")) == []
    assert _faults(_at(tmp_path, FOUNDED, "five_areas")) == []
    same = FOUNDED.replace("0.55", "0.49")
    assert _faults(_at(tmp_path, same)) == []


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("place", "value", "item"),
    [
        ("thresholds.group_most", 10, "CAP-03"),
        ("practice.numbers.group_size", 6, "CAP-03"),
        ("practice.numbers.planned_sessions", 30, "CAP-05"),
        ("practice.numbers.fidelity_floor_months", 5, "CAP-05"),
        ("practice.numbers.dropout", 0.25, "INC-09"),
        ("practice.numbers.dropout_worst", 0.6, "INC-09"),
    ],
)
def test_every_question_that_tells_of_a_number_is_known(
    tmp_path: Path, place: str, value: float, item: str
) -> None:
    faults = _faults(_at(tmp_path, f'[{place}]\nvalue = {value}\nbasis = "ours"'))
    assert [(where, item in why) for where, why in faults] == [(f"{place}.value", True)]


@pytest.mark.parametrize("code", ["en", "nb"])
def test_a_changed_copy_is_seen_through_as_well(tmp_path: Path, code: str) -> None:
    speak_in(code)
    path = tmp_path / "mine.toml"
    whole = Library().text_for_copy("imr").replace('id = "imr"', 'id = "mine"')
    path.write_text(whole, "utf-8")
    assert _checked(path) == []
    path.write_text(whole.replace("value = 0.49", "value = 0.55"), "utf-8")
    assert [where for where, _why in _faults(path)] == [
        "practice.numbers.acceptance.value",
        "practice.numbers.acceptance.basis",
    ]


@pytest.mark.no_cover
def test_a_copy_of_a_layer_takes_no_source_of_the_number_below(tmp_path: Path) -> None:
    path, copy = _at(tmp_path, ALONE), tmp_path / "copy.toml"
    copy.write_text(Library().text_for_copy(str(path)), "utf-8")
    one = Library().load(str(copy)).practice.numbers["acceptance"]
    assert (one.value, one.basis, one.sources) == (0.75, "", ())


def test_a_copy_with_the_id_of_another_template_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.toml"
    assert main(["templates", "copy", "imr", str(copy)]) == 0
    capsys.readouterr()
    assert main(["templates", "check", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "copy.toml line" in said
    assert "still the id of another template" in said
    copy.write_text(copy.read_text("utf-8").replace('id = "imr"', 'id = "mine"'), "utf-8")
    assert _checked(copy) == []
    own = Library(tmp_path)
    (tmp_path / "mine.toml").write_text(copy.read_text("utf-8"), "utf-8")
    assert [one.where for one in check_template(own, str(copy))] == ["id"]
    assert check_template(own, "mine") == []


def test_a_reference_that_nothing_names_and_one_that_is_never_printed_are_told(
    tmp_path: Path,
) -> None:
    text = """
[references.nobody-2020]
authors = "Nobody N"
title = "Not named"
[references.hidden-2020]
authors = "Hidden H"
title = "Named at an area, and at a number without a value"
[references.proctor-2013]
title = "Cited by the program itself"
[references.shown-2020]
authors = "Shown S"
title = "Named at a question"
[areas.goals]
sources = ["hidden-2020"]
[practice.numbers.acceptance]
sources = ["hidden-2020"]
[items.INC-04]
sources = ["shown-2020"]
"""
    found = _checked(_at(tmp_path, text, "five_areas"))
    assert [(one.where, one.severity) for one in found] == [
        ("references.nobody-2020", "remark"),
        ("references.hidden-2020", "remark"),
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["five_areas", "imr"])
def test_the_templates_that_ship_have_nothing_to_remark(name: str) -> None:
    assert check_template(Library(), name) == []


def test_a_template_without_the_numbers_that_every_plan_needs_is_refused(tmp_path: Path) -> None:
    whole = Library().text_for_copy("five_areas").replace('id = "five_areas"', 'id = "mine"')
    path = tmp_path / "mine.toml"
    path.write_text(whole.replace("[thresholds.small_count]", "[thresholds.small]"), "utf-8")
    with pytest.raises(UnreadableTemplate, match="small_count"):
        Library().load(str(path))
    assert "small_count" in " ".join(why for _where, why in _faults(path))
