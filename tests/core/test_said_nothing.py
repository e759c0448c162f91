"""A text that says nothing makes nothing ready, and stays as it was typed."""

import pytest

from readiness.core.judged.review import review
from readiness.core.said.plan import Plan
from tests.core.made import TODAY, imr


@pytest.mark.parametrize("text", ["no.", "-", "None", " -- ", "No!", "?"])
def test_a_text_that_says_nothing_does_not_count(text: str) -> None:
    plan = Plan(template="imr").answering("CAP-07", "value", text)
    state = review(imr(), plan, TODAY).items["CAP-07"]
    assert state.status != "ready"
    assert state.answered
    assert plan.answer("CAP-07").parts == {"value": text}
    plain = review(imr(), Plan(template="imr").answering("CAP-07", "value", "no"), TODAY)
    assert state.status == plain.items["CAP-07"].status


def test_a_short_text_that_says_something_counts() -> None:
    plan = Plan(template="imr").answering("CAP-07", "value", "no one")
    assert review(imr(), plan, TODAY).items["CAP-07"].status == "ready"


@pytest.mark.parametrize(("deputy", "is_ready"), [("-", False), ("MN", True)])
def test_a_dash_names_nobody(deputy: str, *, is_ready: bool) -> None:
    plan = Plan(template="imr").answering("SEL-10", "champion", "KL")
    plan = plan.answering("SEL-10", "deputy", deputy)
    assert (review(imr(), plan, TODAY).items["SEL-10"].status == "ready") is is_ready
