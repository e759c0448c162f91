"""What an earlier version of a template offered and said: still read, shown and answered for."""

from pathlib import Path

import pytest

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import kind_of, validate
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.storage.templates import Library
from tests.domain.made import TODAY

pytestmark = pytest.mark.no_cover

PART = Part(
    kind="choice",
    options={"weekly": "Every week", "against it": "Against it"},
    earlier=("against it",),
)
MANY = Part(kind="choices", options={"a": "A", "b": "B"}, earlier=("a",))
TEXT = """
format = 1
id = "mine"
extends = "five_areas"
version = "2"
name = "Mine"
[[items.SEL-01.rules]]
flag = "red"
when = { part = "value", is = "no" }
says = "Nothing says whom you look for."
earlier = ["There are fewer than {enough_practitioners} criteria."]
"""


def test_an_earlier_answer_is_read_and_no_longer_offered() -> None:
    assert validate(PART, "Against it") == "against it"
    assert list(kind_of(PART).offers(PART, "", is_item=True)) == [
        "weekly",
        "not sure",
        "not applicable",
    ]
    wrong = validate(PART, "maybe")
    assert isinstance(wrong, InvalidValue)
    assert "against it" not in wrong.todo


@pytest.mark.parametrize(
    ("part", "held", "words"),
    [
        (PART, "against it", ["weekly", "not sure", "not applicable", "against it"]),
        (PART, "weekly", ["weekly", "not sure", "not applicable"]),
        (MANY, ("a",), ["b", "a"]),
        (MANY, ("b",), ["b"]),
    ],
)
def test_where_a_plan_holds_it_it_is_shown_last(part: Part, held: Value, words: list[str]) -> None:
    assert list(kind_of(part).offers(part, "", is_item=True, held=held)) == words


@pytest.fixture
def template(tmp_path: Path) -> Template:
    (tmp_path / "mine.toml").write_text(TEXT, "utf-8")
    return Library().load(str(tmp_path / "mine.toml"))


@pytest.mark.parametrize(
    ("says", "still"),
    [
        ("Nothing says whom you look for.", True),
        ("There are fewer than 3 criteria.", True),
        ("There are fewer than 4 criteria.", False),
        ("", True),
    ],
)
def test_who_accepted_a_flag_in_earlier_words_still_answers_for_it(
    template: Template, says: str, *, still: bool
) -> None:
    plan = Plan().answering("SEL-01", "value", "no")
    plan = accepting(plan, "SEL-01R", says, "We know them all", "the leader", TODAY)
    flag = review(template, plan, TODAY).items["SEL-01"].flag
    assert flag is not None
    assert flag.is_accepted is still
    assert flag.recorded == "Nothing says whom you look for."
