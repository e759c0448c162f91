"""What a person hears when a plan was saved with an older version of its template."""

import pytest

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import template_news, up_to_date
from tests.domain.made import imr

SECOND = "CAP-05: It asks about two weeks as well."


def _template(version: str = "2.0") -> Template:
    template = imr()
    item = template.items["CAP-05"].model_copy(
        update={"changed": {"2.0": "It asks about\n  two weeks as well.", "3.0": "Not yet."}}
    )
    whole = {"1.5": "A first word.", "2.0": "A second word.", "2.1": ""}
    return template.model_copy(
        update={
            "version": version,
            "changed": whole,
            "items": {
                key: item if key == "CAP-05" else one.model_copy(update={"changed": {}})
                for key, one in template.items.items()
            },
        }
    )


def _plan(version: str) -> Plan:
    return Plan(template_version=version).answering("CAP-05", "value", "yes")


def test_what_changed_since_is_said_in_one_line_each() -> None:
    head, *lines = template_news(_plan("1.0"), _template())
    assert "2.0" in head
    assert "1.0" in head
    assert lines == ["A first word.", "A second word.", SECOND]
    assert template_news(_plan("1.5"), _template())[1:] == ("A second word.", SECOND)


def test_a_question_that_was_not_answered_is_not_spoken_of() -> None:
    assert SECOND not in template_news(Plan(template_version="1.0"), _template())


@pytest.mark.parametrize("version", ["2.0", "2", "2.0.0", "3.1", "", "the first", "²"])
def test_nothing_is_said_where_nothing_is_older(version: str) -> None:
    assert template_news(_plan(version), _template()) == ()
    assert up_to_date(_plan(version), _template()).template_version == version


def test_ten_comes_after_nine() -> None:
    assert template_news(_plan("1.10"), _template("2.0"))[1:] == ("A second word.", SECOND)
    assert up_to_date(_plan("9.1"), _template("10.0")).template_version == "10.0"


def test_a_saved_plan_is_of_the_templates_version() -> None:
    plan = up_to_date(_plan("1.0"), _template())
    assert plan == _plan("2.0")
    assert template_news(plan, _template()) == ()
