"""From a gap to an action, and flags that someone answers for."""

from datetime import date

import pytest

from readiness.describe.action import proposal_details
from readiness.describe.finding import next_problem
from readiness.domain.checklist.limits import Assumption
from readiness.domain.plan.acceptance import accepting, withdrawing
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import (
    actions_for,
    actions_of,
    adopting,
    basis_words,
    dropping,
    finishing,
    gaps,
    reopening,
)
from readiness.domain.xrays.findings import xrays
from readiness.storage.templates import Library
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()


def adopted(plan: Plan, item: str) -> Plan:
    return adopting(plan, item, TEMPLATE, review(TEMPLATE, plan, TODAY))


def test_an_adopted_action_comes_from_the_flag_with_its_reason_and_source() -> None:
    plan = team("AB", "CD").answering("GOAL-02", "value", "waiting")
    action = actions_of(adopted(plan, "GOAL-02"))[0]
    asked = TEMPLATE.items["GOAL-02"]
    assert action.action == asked.if_not
    assert "47%" in action.justification
    assert "Egeland 2019; Bond 2014" in action.justification
    assert (action.target, action.outcome) == ("senior management", "sustainability")
    assert action.item == "GOAL-02"


def test_what_is_missing_is_said_and_an_open_item_proposes_its_own_words() -> None:
    action = actions_of(adopted(team("AB"), "SEL-01"))[0]
    assert action.missing == ("Who does it", "By when", "How much, how often")
    assert action.action == TEMPLATE.items["SEL-01"].if_not
    assert "our default" in actions_of(adopted(team("AB"), "INC-02"))[0].justification


def test_actions_are_sorted_by_date_and_the_done_and_dropped_stand_last() -> None:
    plan = Plan(template="imr")
    plan = plan.entering("actions", "a", {"name": "undated"})
    plan = plan.entering("actions", "b", {"name": "late", "when": date(2027, 5, 1)})
    plan = plan.entering("actions", "c", {"name": "early", "when": date(2027, 1, 1)})
    plan = plan.entering("actions", "d", {"name": "done", "when": date(2026, 1, 1)})
    plan = finishing(plan, "d", TODAY)
    plan = dropping(plan.entering("actions", "e", {"name": "dropped"}), "e", "no money")
    assert [one.name for one in actions_of(plan)] == ["early", "late", "undated", "done", "dropped"]
    again = reopening(plan, "d")
    assert actions_of(again)[0].name == "done"
    assert actions_of(again)[0].done_on is None


def test_gaps_are_those_without_an_action_gravest_first() -> None:
    plan = team("AB", "CD", hours=8).answering("GOAL-02", "value", "waiting")
    plan = plan.answering("CAP-07", "value", "no")
    state = review(TEMPLATE, plan, TODAY)
    assert gaps(plan, state)[0] == "GOAL-02"
    assert gaps(plan, state)[1] == "CAP-07"
    plan = adopted(plan, "GOAL-02")
    assert "GOAL-02" not in gaps(plan, state)
    assert [one.item for one in actions_for(plan, "GOAL-02")] == ["GOAL-02"]
    assert "GOAL-02" in gaps(dropping(plan, "1", "later"), state)


def test_an_accepted_flag_stays_visible_and_red() -> None:
    plan = team("AB", "CD").answering_person("CD", "leaves", date(2027, 9, 1))
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "CD trains the successor first", "leader", TODAY)
    state = review(TEMPLATE, plan, TODAY)
    accepted = state.items["SEL-03"].flag
    assert accepted is not None
    assert accepted.is_accepted
    assert state.items["SEL-03"].status == "red"
    assert state.areas["selection"].status == "red"
    assert next_problem(state, (), None) != "SEL-03"


def test_a_fact_that_changes_ends_the_acceptance() -> None:
    plan = team("AB", "CD").answering_person("CD", "leaves", date(2027, 9, 1))
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    plan = accepting(plan, flag.id, flag.says, "CD trains the successor first", "leader", TODAY)
    sooner = plan.answering_person("CD", "leaves", date(2027, 3, 1))
    state = review(TEMPLATE, sooner, TODAY)
    again = state.items["SEL-03"].flag
    assert again is not None
    assert not again.is_accepted
    assert again.acceptance is not None
    assert "1 September 2027" in again.acceptance.says
    found = {one.id for one in xrays(sooner, TEMPLATE, state, TODAY)}
    assert "accepted-before" in found
    assert withdrawing(plan, flag.id).accepted == {}


def test_an_acceptance_without_a_name_or_a_reason_is_none() -> None:
    plan = team("AB").answering_person("AB", "leaves", date(2027, 9, 1))
    for fields in ({"by": "leader"}, {"reason": "so be it"}, {"by": "leader", "reason": "no"}):
        half = plan.entering("accepted", "SEL-03R", fields)
        state = review(TEMPLATE, half, TODAY)
        flag = state.items["SEL-03"].flag
        assert flag is not None
        assert not flag.is_accepted
        assert "accepted-by-nobody" in {one.id for one in xrays(half, TEMPLATE, state, TODAY)}


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("", "our default"),
        ("our default; ask them", "our default; ask them"),
        ("a guess", "our default: a guess"),
    ],
)
def test_a_number_without_a_source_is_told_as_our_default(basis: str, said: str) -> None:
    one = Assumption(label="Sessions", value=1, basis=basis)
    assert basis_words(one, Library().load("imr")) == said


def test_a_number_with_a_source_names_it() -> None:
    template = Library().load("imr")
    one = next(one for one in template.practice.numbers.values() if one.sources and one.basis)
    assert basis_words(one, template).startswith(f"{one.basis} (")


def test_what_would_be_adopted_is_shown_with_its_question_and_without_who_and_when() -> None:
    plan = team("AB")
    found = proposal_details("SEL-01", TEMPLATE, review(TEMPLATE, plan, TODAY))
    asked = TEMPLATE.items["SEL-01"]
    assert asked.if_not in [one.text for one in found]
    assert found[-1].text == f"SEL-01 {asked.question}"
    assert not {"Who does it", "By when"} & {one.label for one in found}
