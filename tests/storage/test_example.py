"""The worked example is a whole plan that can be read apart from any file."""

import shutil
from pathlib import Path

from readiness.storage.example import NAME, example_copy, is_untouched_copy, worked_example
from readiness.storage.templates import Library


def test_the_example_is_read_with_its_template() -> None:
    template, plan = worked_example(Library())
    assert template.id == plan.template
    assert set(plan.answers) <= set(template.items)
    assert {template.items[key].area for key in plan.answers} == set(template.areas)


def test_a_copy_is_told_from_a_plan_as_long_as_nothing_is_written_in_it(tmp_path: Path) -> None:
    copy, plan = example_copy(), tmp_path / NAME
    shutil.copy(copy, plan)
    assert is_untouched_copy(copy)
    assert not is_untouched_copy(plan)
    assert not is_untouched_copy(copy.with_name("plan.toml"))
    copy.write_text("".join(reversed(copy.read_text("utf-8"))), "utf-8")
    assert not is_untouched_copy(copy)
    copy.unlink()
    assert not is_untouched_copy(copy)
