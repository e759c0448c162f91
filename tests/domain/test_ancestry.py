"""Two versions of a plan and what they grew from: found where it is certain, else not."""

from readiness.domain.plan.plan import Plan
from readiness.domain.versions.merge import last_common, merge, shared
from tests.domain.made import imr

FIRST = Plan(template="imr").noting("SEL-01", "first").noting("SEL-02", "first")
SECOND = FIRST.noting("SEL-03", "second")


def test_the_latest_version_that_both_hold_is_the_common_one() -> None:
    ours, theirs = SECOND.noting("SEL-04", "ours"), SECOND.noting("SEL-05", "theirs")
    assert last_common(ours, theirs, [FIRST, SECOND]) == 1


def test_a_version_from_after_the_parting_is_passed_over() -> None:
    theirs = FIRST.noting("SEL-05", "theirs")
    assert last_common(SECOND, theirs, [FIRST, SECOND]) == 0


def test_a_version_that_one_side_fell_behind_is_passed_over() -> None:
    changed = FIRST.noting("SEL-01", "second")
    theirs = FIRST.noting("SEL-05", "theirs")
    assert last_common(changed, theirs, [FIRST, changed]) == 0
    assert last_common(theirs, changed, [FIRST, changed]) == 0


def test_an_answer_that_both_changed_since_is_asked_not_taken() -> None:
    ours = FIRST.noting("SEL-01", "ours").noting("SEL-04", "ours")
    theirs = FIRST.noting("SEL-01", "theirs").noting("SEL-04", "ours")
    assert last_common(ours, theirs, [FIRST, ours]) == 0
    merged = merge(FIRST, ours, theirs, imr())
    assert [(one.ours, one.theirs) for one in merged.conflicts] == [("ours", "theirs")]
    assert last_common(theirs, ours, [FIRST, ours]) == 0


def test_the_copy_may_be_our_own_last_version() -> None:
    """Syncthing keeps theirs under the plan's name and puts ours, as it was saved, beside it."""
    theirs_in_place = FIRST.noting("SEL-01", "theirs")
    place = last_common(theirs_in_place, SECOND, [FIRST, SECOND])
    assert place == 0
    merged = merge(FIRST, theirs_in_place, SECOND, imr())
    assert merged.plan.answer("SEL-03").note == "second"
    assert merged.plan.answer("SEL-01").note == "theirs"


def test_without_a_version_that_both_hold_none_is_known() -> None:
    assert last_common(FIRST, Plan(template="imr"), [FIRST]) is None
    assert last_common(FIRST, FIRST, []) is None
    assert last_common(FIRST, SECOND, [Plan(template="imr", service="only a name")]) is None


def test_without_a_common_version_both_sides_are_kept_and_differences_are_asked() -> None:
    ours, theirs = FIRST.noting("SEL-04", "ours"), FIRST.noting("SEL-05", "theirs")
    ours, theirs = ours.noting("SEL-06", "here"), theirs.noting("SEL-06", "there")
    merged = merge(shared(ours, theirs), ours, theirs, imr())
    assert [merged.plan.answer(f"SEL-0{n}").note for n in (4, 5, 6)] == ["ours", "theirs", "here"]
    assert [(one.base, one.ours, one.theirs) for one in merged.conflicts] == [("", "here", "there")]


def test_rows_of_one_number_are_one_where_they_share_an_answer_and_else_two() -> None:
    ours = Plan(template="imr").answering_row("MON-01", "1", "by", "AB")
    ours = ours.answering_row("MON-01", "1", "date", "2027-02-01")
    other = ours.answering_row("MON-01", "1", "date", "2027-03-01")
    merged = merge(shared(ours, other), ours, other, imr())
    assert list(merged.plan.answer("MON-01").rows) == ["1"]
    assert len(merged.conflicts) == 1
    other = other.answering_row("MON-01", "1", "by", "CD")
    merged = merge(shared(ours, other), ours, other, imr())
    assert list(merged.plan.answer("MON-01").rows) == ["1", "2"]
    assert not merged.conflicts


def test_a_practitioner_of_the_same_name_is_the_same() -> None:
    ours = Plan(template="imr").with_person("AB", "nurse")
    theirs = Plan(template="imr").with_person("AB", "psychologist")
    merged = merge(shared(ours, theirs), ours, theirs, imr())
    assert list(merged.plan.people) == ["AB"]
    assert [(one.ours, one.theirs) for one in merged.conflicts] == [("nurse", "psychologist")]
