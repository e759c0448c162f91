"""Small counts that leave the service: nothing hidden can be solved from all that is shown."""

import itertools
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.followup import suppression
from readiness.domain.followup.case import Case, case_of
from readiness.domain.followup.suppression import Sum, hidden, sealed_months, sealed_result
from readiness.domain.plan.plan import Plan
from tests.domain.made import imr, team
from tests.strategies import examples

TEMPLATE = imr()
MEASURED = Sum(("measured",), ("improved", "unchanged", "worse"))


def could_be(
    key: str, counts: Mapping[str, int], away: frozenset[str], sums: Sequence[Sum], most: int
) -> set[int]:
    """Every value of a hidden count that fits all that is shown, tried one by one."""
    names = sorted(away)
    found = set[int]()
    for values in itertools.product(range(most + 1), repeat=len(names)):
        guess = {**counts, **dict(zip(names, values, strict=True))}
        if all(sum(s * guess[name] for name, s in one.signs.items()) == 0 for one in sums):
            found.add(guess[key])
    return found


@examples(0.5)
@given(st.tuples(*[st.integers(0, 7)] * 3))
def test_no_hidden_result_can_be_solved(parts: tuple[int, int, int]) -> None:
    improved, unchanged, worse = parts
    counts = {"improved": improved, "unchanged": unchanged, "worse": worse, "measured": sum(parts)}
    away = hidden(counts, [MEASURED], 5)
    assert {key for key, count in counts.items() if 0 < count < 5} <= away
    assert all(len(could_be(key, counts, away, [MEASURED], 22)) > 1 for key in away)


@examples(0.5)
@given(st.lists(st.tuples(*[st.integers(0, 6)] * 2), min_size=2, max_size=2), st.integers(0, 9))
def test_no_hidden_count_can_be_solved_from_sums_over_months(
    flows: list[tuple[int, int]], before: int
) -> None:
    counts, sums = {"before": before + 12}, list[Sum]()
    last = "before"
    for number, (started, dropped) in enumerate(flows):
        active, began, left = f"active {number}", f"started {number}", f"dropped {number}"
        counts |= {began: started, left: dropped, active: counts[last] + started - dropped}
        sums.append(Sum((last, began), (active, left)))
        last = active
    counts["started"] = sum(started for started, _dropped in flows)
    sums.append(Sum(("started",), ("started 0", "started 1")))
    away = hidden(counts, sums, 5)
    assert all(_has_another(key, counts, away, sums) for key in away)


def _has_another(
    key: str, counts: Mapping[str, int], away: frozenset[str], sums: Sequence[Sum]
) -> bool:
    """Whether some other value of a hidden count fits, with every hidden count up to two off."""
    names = sorted(away)
    for steps in itertools.product((0, 1, -1, 2, -2), repeat=len(names)):
        guess = {**counts, **{n: counts[n] + s for n, s in zip(names, steps, strict=True)}}
        fits = all(sum(s * guess[n] for n, s in one.signs.items()) == 0 for one in sums)
        if fits and guess[key] != counts[key] and min(guess.values()) >= 0:
            return True
    return False


def test_a_small_count_takes_another_with_it() -> None:
    counts = {"improved": 8, "unchanged": 6, "worse": 2, "measured": 16}
    assert hidden(counts, [MEASURED], 5) == {"worse", "unchanged"}
    assert (
        hidden({"improved": 8, "unchanged": 6, "worse": 7, "measured": 21}, [MEASURED], 5) == set()
    )
    assert hidden({"worse": 2}, [MEASURED], 5) == {"worse"}
    two = {"improved": 1, "unchanged": 2, "worse": 9, "measured": 12}
    assert hidden(two, [MEASURED], 5) == {"improved", "unchanged"}
    zero = {"improved": 4, "unchanged": 0, "worse": 0, "measured": 4}
    assert hidden(zero, [MEASURED], 5) == {"improved", "measured"}


def test_what_takes_too_long_to_see_through_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suppression, "MOST_TRIES", 0)
    counts = {"improved": 8, "unchanged": 6, "worse": 2, "measured": 16}
    assert hidden(counts, [MEASURED], 5) == set(counts)


def test_sums_that_do_not_fit_tie_nothing() -> None:
    counts = {"improved": 8, "unchanged": 6, "worse": 2, "measured": 17}
    assert hidden(counts, [MEASURED], 5) == {"worse"}


def test_results_leave_without_what_is_small() -> None:
    fields = {"due": 18, "measured": 16, "improved": 8, "unchanged": 6, "worse": 2, "told_on": "x"}
    assert sealed_result(fields, 5) == {
        "due": 18, "measured": 16, "improved": 8, "unchanged": None, "worse": None,
    }  # fmt: skip


def _case(plan: Plan) -> Case:
    case = case_of(plan, TEMPLATE, date(2028, 1, 1))
    assert case is not None
    return case


def test_months_with_small_counts_become_quarters() -> None:
    plan = team("AB")
    for month, (started, dropped, active) in enumerate(
        [(9, 0, 9), (8, 0, 17), (7, 0, 24), (3, 0, 27), (2, 1, 28), (2, 0, 30)], 1
    ):
        fields = {"started": started, "dropped": dropped, "active": active, "asked": 20}
        plan = plan.entering("monthly", f"2027-{month:02}", fields)  # type: ignore[arg-type]
    rows, whole = sealed_months(_case(plan), 5)
    assert [(one.first, one.last) for one in rows] == [
        ("2027-01", "2027-03"), ("2027-04", "2027-06"),
    ]  # fmt: skip
    assert rows[0].counts["started"] == 24
    assert rows[1].counts["dropped"] is None
    assert whole["asked"] == 120
    # The one who dropped out can be told neither from the sum nor from who is active.
    assert whole["dropped"] is None
    assert (rows[1].counts["started"], rows[1].counts["active"]) == (7, None)


def test_months_without_small_counts_stay_months() -> None:
    plan = team("AB")
    for month in (1, 2):
        plan = plan.entering("monthly", f"2027-{month:02}", {"asked": 20 + month, "started": 0})
    rows, whole = sealed_months(_case(plan), 5)
    assert [one.counts["asked"] for one in rows] == [21, 22]
    assert (whole["asked"], whole["started"]) == (43, 0)
