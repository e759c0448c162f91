"""Conditions: what holds, what does not, and what nobody knows."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from readiness.describe.finding import next_problem
from readiness.domain.checklist.condition import Condition
from readiness.domain.plan.field_ref import FieldRef, number_ref
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import facts_of
from readiness.domain.rules.judgement import Judgement, Truth
from readiness.domain.rules.review import review
from readiness.storage.templates import Library

TEMPLATE = Library().load("imr")
TODAY = date(2026, 11, 24)
START = date(2027, 1, 11)


def holds(plan: Plan, item: str, **condition: Any) -> Truth:
    judgement = Judgement(plan, TEMPLATE, facts_of(plan, TEMPLATE, TODAY))
    return judgement.holds(Condition.model_validate(condition), FieldRef(item))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"part": "value"},
        {"part": "value", "fact": "end", "is": "yes"},
        {"part": "value", "is": "yes", "above": 3},
        {"all": [{"part": "value", "is": "yes"}], "part": "value"},
        {"is": "yes"},
        {"item": "SEL-01", "not": {"part": "value", "is": "yes"}},
    ],
)
def test_a_condition_is_one_thing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="a condition is either one of"):
        Condition.model_validate(wrong)


def test_a_combination_has_no_subject_and_no_test() -> None:
    both = Condition.model_validate({"any": [{"part": "value", "is": "yes"}]})
    assert (both.subject, both.test) == ("", ("", None))
    assert [one.subject for one in both.children] == ["part"]


def test_what_is_not_known_is_neither_true_nor_false() -> None:
    yes = {"part": "value", "is": "yes"}
    for word, truth in ((None, None), ("yes", True), ("no", False)):
        plan = Plan().answering("SEL-01", "value", word)
        assert holds(plan, "SEL-01", **yes) is truth
        assert holds(plan, "SEL-01", **{"not": yes}) is (None if truth is None else not truth)
        assert holds(plan, "SEL-01", all=[yes, yes]) is truth
        assert holds(plan, "SEL-01", any=[yes, yes]) is truth
    assert holds(Plan(), "SEL-01", fact="end", before="sustain_end") is None
    assert holds(Plan(start=START), "SEL-01", fact="end", before="sustain_end") is True
    assert holds(Plan(start=START), "SEL-01", fact="end", after="start") is True


@pytest.mark.parametrize(
    ("said", "is_blank", "is_given"),
    [("no", True, False), ("not sure", None, False), ("a rule", False, True)],
)
def test_blank_and_given(said: str, is_blank: Truth, is_given: Truth) -> None:
    plan = Plan().answering("CAP-07", "value", said)
    assert holds(plan, "CAP-07", part="value", blank=True) is is_blank
    assert holds(plan, "CAP-07", part="value", given=True) is is_given


def test_a_field_that_an_answered_item_leaves_out_is_blank_and_not_the_answer_no() -> None:
    plan = Plan().answering("SEL-10", "champion", "AB")
    assert holds(plan, "SEL-10", part="deputy", blank=True) is True
    assert holds(plan, "SEL-10", part="deputy", **{"is": "no"}) is None
    assert holds(plan, "SEL-10", part="deputy", same_as="champion") is None
    assert holds(Plan(), "SEL-10", part="deputy", blank=True) is None


def test_the_same_words_are_the_same_whatever_the_capitals() -> None:
    plan = Plan().answering("SEL-10", "champion", "A. B.").answering("SEL-10", "deputy", "a b")
    assert holds(plan, "SEL-10", part="deputy", same_as="champion") is True


@pytest.mark.parametrize(
    ("said", "has_number"),
    [
        ("12 patients have finished", True),
        ("Twelve patients have finished", True),
        ("Half of the team delivers it", True),
        ("It is an ordinary offer", False),
        ("No one waits", False),
        ("no", False),
        ("not sure", False),
    ],
)
def test_a_number_is_found_in_figures_and_in_words(said: str, *, has_number: bool) -> None:
    plan = Plan().answering("GOAL-01", "in_3_years", said)
    assert holds(plan, "GOAL-01", part="in_3_years", numbered=True) is has_number
    assert holds(plan, "GOAL-01", part="in_12_months", numbered=True) is False
    assert holds(Plan(), "GOAL-01", part="in_3_years", numbered=True) is None


def test_goals_are_ready_when_both_are_written_with_at_least_one_number() -> None:
    plan = Plan().answering("GOAL-01", "in_3_years", "An ordinary offer")
    assert review(TEMPLATE, plan, TODAY).items["GOAL-01"].status == "partly"
    plan = plan.answering("GOAL-01", "in_12_months", "Patients have finished")
    assert review(TEMPLATE, plan, TODAY).items["GOAL-01"].status == "partly"
    plan = plan.answering("GOAL-01", "in_12_months", "Five patients have finished")
    assert review(TEMPLATE, plan, TODAY).items["GOAL-01"].status == "ready"


def test_a_word_for_the_whole_item_speaks_for_fields_that_can_say_it() -> None:
    partly = Plan().answering("CAP-10", "value", "partly")
    assert holds(partly, "CAP-10", part="money", **{"is": "partly"}) is True
    named = Plan().answering("GOAL-03", "value", "yes")
    assert holds(named, "GOAL-03", part="leader", given=True) is None
    vacant = Plan().answering("GOAL-03", "value", "no")
    assert holds(vacant, "GOAL-03", part="leader", blank=True) is True


def test_rows_and_lists_are_counted() -> None:
    dates = Plan().answering("GOAL-07", "value", (START, TODAY))
    assert holds(dates, "GOAL-07", count="value", at_least=2) is True
    none = Plan().answering("GOAL-07", "value", "no")
    assert holds(none, "GOAL-07", count="value", at_most=0) is True
    unsure = Plan().answering("GOAL-07", "value", "not sure")
    assert holds(unsure, "GOAL-07", count="value", at_most=0) is None
    rows = Plan().answering_row("MON-01", "1", "by", "N").answering_row("MON-01", "2", "by", "N")
    assert holds(rows, "MON-01", count="rows", above=1) is True
    assert holds(Plan(), "MON-01", count="rows", below=1) is None
    assert holds(Plan().answering("MON-01", "value", "no"), "MON-01", count="rows", below=1) is True


@pytest.mark.parametrize("item", ["INC-05", "CAP-06", "MON-01", "MON-03", "GOAL-04"])
def test_a_row_that_was_only_added_says_nothing(item: str) -> None:
    """Who adds a row and goes on has not said that there is nothing to fill it with."""
    plan = Plan(template="imr", start=START)
    added = plan.answering_row(item, "1", "", None)
    before, after = (review(TEMPLATE, one, TODAY).items[item] for one in (plan, added))
    assert after == before
    assert not after.answered
    assert answer_lines(TEMPLATE, item, added) == []


def test_some_and_every_look_at_each_practitioner_and_each_row() -> None:
    plan = Plan().answering_person("AB", "briefed", "yes").answering_person("CD", "briefed", "no")
    yes = {"part": "briefed", "is": "yes"}
    assert holds(plan, "SEL-05", some_person=yes) is True
    assert holds(plan, "SEL-05", every_person=yes) is False
    assert holds(Plan(), "SEL-05", every_person=yes) is None
    assert holds(Plan().answering("SEL-05", "value", "yes"), "SEL-05", every_person=yes) is True
    by = {"part": "by", "given": True}
    assert holds(Plan(), "MON-01", every_row=by) is None
    assert holds(Plan().answering("MON-01", "value", "no"), "MON-01", some_row=by) is False
    row = Plan().answering_row("MON-01", "1", "date", START)
    assert holds(row, "MON-01", some_row=by) is False


def test_numbers_compare_with_thresholds_and_facts_and_words_do_not() -> None:
    plan = Plan().answering("SEL-04", "value", 2)
    assert holds(plan, "SEL-04", part="value", below="enough_practitioners") is True
    assert holds(plan, "SEL-04", part="value", above="nothing_of_that_name") is None
    assert holds(plan, "SEL-04", part="value", before="end") is None
    assert holds(plan, "SEL-04", part="value", any_of=["yes", "no"]) is False
    own = plan.with_value(number_ref("training_days"), 1)
    assert holds(own, "SEL-04", part="value", above="training_days") is True


def test_a_number_that_was_worked_out_stands_in_until_the_person_gives_one() -> None:
    plan = Plan(start=START).answering_person("AB", "leaves", "no")
    for who in ("CD", "EF"):
        plan = plan.answering_person(who, "leaves", date(2035, 1, 1))
    assert holds(plan, "SEL-04", part="value", at_least=3) is True
    assert holds(plan.answering("SEL-04", "value", 2), "SEL-04", part="value", below=3) is True


def test_a_template_knows_what_is_our_default_and_what_has_a_source() -> None:
    assert TEMPLATE.items["MON-08"].is_our_default
    assert not TEMPLATE.items["SEL-01"].is_our_default
    assert TEMPLATE.number("hours_tight") == 0.85
    assert TEMPLATE.number("review_months") == 6
    with pytest.raises(KeyError):
        TEMPLATE.number("nothing")


def test_nothing_taken_off_is_a_flag_and_freeing_hours_adds_none() -> None:
    plan = Plan().answering_person("AB", "taken_off", "no")
    freed = plan.answering_person("AB", "hours_freed", 4)
    for one in (plan, freed):
        flag = review(TEMPLATE, one, TODAY).items["CAP-02"].flag
        assert flag
        assert flag.severity == "amber"


@pytest.mark.parametrize(
    ("item", "words"), [("MON-07", "how changes are decided"), ("INC-08", "how to decide")]
)
def test_not_decided_is_no_red_flag_but_said(item: str, words: str) -> None:
    state = review(TEMPLATE, Plan().answering(item, "value", "no"), TODAY).items[item]
    assert state.flag
    assert state.flag.severity == "amber"
    assert words in state.flag.says


def test_the_way_through_open_items_and_flags_goes_round() -> None:
    plan = Plan().answering("INC-01", "value", "no").answering("SEL-01", "value", "yes")
    state = review(TEMPLATE, plan, TODAY)
    assert next_problem(state, (), None) == "INC-01"
    assert next_problem(state, (), "INC-01") == "INC-01"
    assert state.next_unanswered() == "SEL-02"
    assert state.next_unanswered("MON-10") == "SEL-02"
    assert next_problem(review(TEMPLATE, Plan(), TODAY), (), None) is None


def test_unanswered_is_neither_no_nor_not_sure() -> None:
    asked = {"part": "leader_agreed", "unanswered": True}
    plan = Plan().answering("SEL-02", "value", "jointly")
    assert holds(Plan(), "SEL-02", **asked) is None
    assert holds(plan, "SEL-02", **asked) is True
    for word in ("no", "not sure", "yes"):
        assert holds(plan.answering("SEL-02", "leader_agreed", word), "SEL-02", **asked) is False
