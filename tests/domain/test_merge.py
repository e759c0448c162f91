"""Two plans that grew from one become one again, and nobody's answer is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.field_ref import FieldRef, number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.versions.changes import changes
from readiness.domain.versions.flat_plan import flatten, leaves_under, patch, unflatten
from readiness.domain.versions.merge import merge
from tests.domain.made import imr, team
from tests.strategies import examples, plans

TEMPLATE = imr()
FEW = examples(0.5)
"""Whole plans take long to make up."""


def outermost(ref: FieldRef) -> FieldRef:
    """The question, practitioner or entry that something belongs to; a single value itself."""
    is_single = not (ref.item or ref.person or ref.entry)
    return ref if is_single else ref.model_copy(update={"part": "", "row": None})


BASE = team("AB", "CD").answering("SEL-01", "value", "yes").noting("SEL-01", "ours")


@FEW
@given(plans(TEMPLATE))
def test_a_plan_taken_apart_and_put_together_is_the_same(plan: Plan) -> None:
    assert unflatten(flatten(plan)) == plan


@FEW
@given(plans(TEMPLATE), plans(TEMPLATE), plans(TEMPLATE))
def test_merging_never_fails_and_what_one_side_changed_alone_is_kept(
    base: Plan, ours: Plan, theirs: Plan
) -> None:
    assert merge(base, ours, ours, TEMPLATE).plan == ours
    assert merge(base, ours, base, TEMPLATE).plan == ours
    assert merge(base, base, theirs, TEMPLATE).plan == theirs
    for one in (merge(base, ours, ours, TEMPLATE), merge(base, base, theirs, TEMPLATE)):
        assert one.conflicts == ()
    both = merge(base, ours, theirs, TEMPLATE)
    assert [one for one in changes(ours, both.plan, TEMPLATE) if not one.words] == []
    assert all(one.words and one.ours != one.theirs for one in both.conflicts if one.ref)
    again = both.choosing_theirs(both.conflicts)
    for conflict in both.conflicts:
        assert leaves_under(conflict.ref, flatten(again)) == leaves_under(
            conflict.ref, flatten(both.theirs)
        )


@pytest.mark.no_cover
@FEW
@given(plans(TEMPLATE), plans(TEMPLATE), st.randoms())
def test_changes_that_do_not_touch_come_together_in_any_order(
    base: Plan, later: Plan, chance: object
) -> None:
    found = {outermost(ref) for ref in (*flatten(base), *flatten(later))}
    tops = sorted(found, key=lambda ref: ref.path)
    mine = [top for top in tops if chance.random() < 0.5]  # type: ignore[attr-defined]
    ours = patch(base, later, mine)
    theirs = patch(base, later, [top for top in tops if top not in mine])
    one, other = merge(base, ours, theirs, TEMPLATE), merge(base, theirs, ours, TEMPLATE)
    assert one.plan == other.plan == later
    assert one.conflicts == other.conflicts == ()


def test_two_fields_of_one_item_and_its_note_do_not_touch() -> None:
    ours = BASE.answering("SEL-10", "champion", "AB").noting("SEL-01", "longer")
    theirs = BASE.answering("SEL-10", "deputy", "CD").answering("SEL-01", "value", "no")
    merged = merge(BASE, ours, theirs, TEMPLATE)
    assert merged.conflicts == ()
    assert merged.plan.answer("SEL-10").parts == {"champion": "AB", "deputy": "CD"}
    assert merged.plan.answer("SEL-01").parts == {"value": "no"}
    assert merged.plan.answer("SEL-01").note == "longer"
    assert len(merged.taken) == 2
    assert any("Yes became No" in one.words for one in merged.taken)


def test_the_same_answer_changed_on_both_sides_is_asked_and_ours_stays_meanwhile() -> None:
    ours, theirs = (BASE.answering("SEL-01", "value", word) for word in ("no", "partly"))
    merged = merge(BASE, ours, theirs, TEMPLATE)
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "Yes",
        "Nothing is written yet",
        "Partly",
    )
    assert "SEL-01" in conflict.where
    assert merged.plan == ours
    assert merged.choosing_theirs([conflict]) == theirs


def test_new_rows_with_the_same_number_are_both_kept() -> None:
    ours = BASE.answering_row("MON-01", "1", "by", "North")
    theirs = BASE.answering_row("MON-01", "1", "by", "South")
    theirs = theirs.entering("actions", "1", {"action": "theirs"})
    ours = ours.entering("actions", "1", {"action": "ours"})
    merged = merge(BASE, ours, theirs, TEMPLATE)
    assert merged.conflicts == ()
    assert merged.plan.answer("MON-01").rows == {"1": {"by": "North"}, "2": {"by": "South"}}
    assert merged.plan.actions == {"1": {"action": "ours"}, "2": {"action": "theirs"}}


def test_a_row_taken_out_on_one_side_and_changed_on_the_other_is_asked() -> None:
    base = BASE.answering_row("MON-01", "1", "by", "North")
    gone = base.without_row("MON-01", "1")
    changed = base.answering_row("MON-01", "1", "by", "South")
    for ours, theirs in ((gone, changed), (changed, gone)):
        merged = merge(base, ours, theirs, TEMPLATE)
        (conflict,) = merged.conflicts
        assert conflict.ref == FieldRef("MON-01", row="1")
        assert merged.plan == ours
        assert merged.choosing_theirs(merged.conflicts) == theirs


def test_a_person_with_a_new_name_keeps_what_the_other_side_said() -> None:
    renamed = BASE.renaming_person("AB", "XY")
    answered = BASE.answering_person("AB", "hours_freed", 9)
    for ours, theirs in ((renamed, answered), (answered, renamed)):
        merged = merge(BASE, ours, theirs, TEMPLATE)
        assert merged.conflicts == ()
        assert sorted(merged.plan.people) == ["CD", "XY"]
        assert merged.plan.people["XY"].parts["hours_freed"] == 9


def test_a_word_for_the_whole_and_a_field_of_it_contradict_each_other() -> None:
    whole = BASE.answering("SEL-10", "value", "no").noting("SEL-10", "mine")
    field = BASE.answering("SEL-10", "champion", "AB")
    merged = merge(BASE, whole, field, TEMPLATE)
    (conflict,) = merged.conflicts
    assert conflict.ref == FieldRef("SEL-10")
    assert "AB" in conflict.theirs
    assert merged.plan == whole
    other = merge(BASE, field, whole, TEMPLATE)
    assert other.plan == field.noting("SEL-10", "mine")


def test_not_applicable_and_its_reason_are_one_answer() -> None:
    ours = BASE.not_applicable("INC-09", "no groups")
    theirs = BASE.not_applicable("INC-09", "later")
    merged = merge(BASE, ours, theirs, TEMPLATE)
    assert merged.plan == ours
    (conflict,) = merged.conflicts
    assert conflict.theirs == "Not applicable (later)"
    assert merged.choosing_theirs([conflict]) == theirs


def test_changes_are_said_in_a_persons_words() -> None:
    after = BASE.answering("CAP-03", "minutes", 60).without_person("CD")
    after = after.with_person("EF", "nurse").entering("closures", "1", {"what": "Summer"})
    after = after.described(months=9).with_value(number_ref("preparation_minutes"), 20)
    said = [one.words for one in changes(BASE, after, TEMPLATE)]
    assert "Length in months: 12 became 9" in said
    assert "EF: added: Role: nurse" in said
    assert "Closure 1: added: What: Summer" in said
    assert any(line.startswith("CD: taken out: ") for line in said)
    assert any("45 min" in line and "60 min" in line for line in said)
    assert len(said) == 6
