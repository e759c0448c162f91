"""Changes in few words, and a moment in words."""

from datetime import datetime

from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import changes, summed
from readiness.i18n.words import moment_words
from tests.domain.made import imr


def test_the_first_few_changes_are_named_and_the_others_counted() -> None:
    plan = Plan(template="imr")
    for number in range(1, 5):
        plan = plan.noting(f"SEL-0{number}", str(number))
    found = changes(Plan(template="imr"), plan, imr())
    assert summed(found, 2).endswith("added: 2; and 2 more")
    assert summed(found, 4).count("added") == 4
    assert "more" not in summed(found, 4)
    assert summed([], 2) == ""


def test_a_moment_is_told_with_its_time() -> None:
    assert moment_words(datetime(2027, 1, 11, 9, 5)) == "11 January 2027 09:05"  # noqa: DTZ001
