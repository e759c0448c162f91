"""What a room may agree on, and what it has to say first."""

import pytest

from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.workshop import (
    Agreed,
    Guard,
    Workshop,
    guard,
    join_groups,
    practitioners,
    votes,
)
from tests.workshops import QUESTIONS, TEMPLATE, revealed, room, workshop


def held(*others: str) -> Workshop:
    return revealed(workshop("gap", "topics"), *room("GOAL-09", "yes", *others))


def agreeing(of: Workshop, answer: str, item: str = "GOAL-09", **fields: object) -> Guard | None:
    said = Agreed(answer=answer, reason="Heard since October.").model_copy(update=fields)
    return guard(of, item, said, (QUESTIONS.get(item), TEMPLATE.items.get(item)))


@pytest.mark.parametrize(
    ("others", "answer", "expected"),
    [
        (["no", "no", "yes", "yes", "partly"], "yes", "against votes"),
        (["no", "no", "yes", "yes", "partly"], "partly", None),
        (["yes", "yes", "yes", "not sure", "no"], "yes", "against votes"),
        (["yes", "yes", "yes", "yes", "no"], "yes", None),
        (["partly", "partly", "partly", "yes", "yes"], "yes", "better than theirs"),
        (["no", "no", "no", "no", "yes"], "partly", "better than theirs"),
        (["no", "no", "no", "no", "yes"], "not sure", None),
        (["no", "no", "no", "no", "yes"], "no", None),
    ],
)
def test_a_yes_over_many_doubts_and_one_better_than_theirs_have_to_be_said(
    others: list[str], answer: str, expected: Guard | None
) -> None:
    found = held(*others)
    assert agreeing(found, answer) == expected
    assert agreeing(found, answer, against_votes=True, by_leader=True) is None


def test_facts_topics_and_answers_without_a_reason_are_not_agreed_on() -> None:
    found = held("no", "no", "no")
    assert agreeing(found, "yes", "SEL-03") == "not asked"
    assert agreeing(found, "yes", "INC-10") == "not asked"
    assert agreeing(found, "yes", "T01") == "a topic"
    assert agreeing(found, "no", reason=" ") == "no reason"
    assert agreeing(found, "perhaps") == "no answer"
    assert agreeing(found, "yes", "GOAL-06") == "no answer"
    assert agreeing(found, "weekly", "GOAL-06") is None
    assert agreeing(found, "yes", "CAP-08") is None


def test_groups_are_counted_together_with_or_without_the_leader() -> None:
    groups = votes(held("no", "no", "partly"), "GOAL-09")
    everyone, staff = join_groups(groups), join_groups(groups, but_leader=True)
    assert everyone is not None and everyone.scored == 4  # noqa: PT018
    assert staff is not None and staff.scored == 3  # noqa: PT018
    assert practitioners(groups) == staff
    assert join_groups({"leader": Counts.of(["yes"])}, but_leader=True) is None
    assert practitioners({"user": staff}) is None
