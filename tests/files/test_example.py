"""The worked example is a whole plan that can be read apart from any file."""

from readiness.files.example import worked_example
from readiness.files.templates import Library


def test_the_example_is_read_with_its_template() -> None:
    template, plan = worked_example(Library())
    assert template.id == plan.template
    assert set(plan.answers) <= set(template.items)
    assert {template.items[key].area for key in plan.answers} == set(template.areas)
