"""What must hold for every plan, whatever it says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import RANK, review
from readiness.storage.templates import Library
from tests.strategies import DAYS, plans

pytestmark = pytest.mark.no_cover

TEMPLATE = Library().load("imr")
PLANS = plans(TEMPLATE)
YNP_ITEMS = [
    key
    for key, item in TEMPLATE.items.items()
    if list(item.parts) == ["value"] and item.parts["value"].kind == "ynp"
]


@given(PLANS, DAYS)
def test_review_never_raises_and_an_area_is_never_better_than_its_worst_item(
    plan: Plan, today: date
) -> None:
    state = review(TEMPLATE, plan, today)
    for key, area in state.areas.items():
        worst = max(RANK[state.items[item].status] for item, _ in TEMPLATE.items_of(key))
        assert RANK[area.status] == worst


@given(PLANS, DAYS, st.sampled_from(YNP_ITEMS))
def test_a_worse_answer_never_gives_a_better_status(plan: Plan, today: date, key: str) -> None:
    ranks = [
        RANK[review(TEMPLATE, plan.answering(key, "value", word), today).items[key].status]
        for word in ("yes", "partly", "no")
    ]
    assert ranks == sorted(ranks)


@pytest.mark.walk
@given(PLANS, DAYS, st.sampled_from(list(TEMPLATE.items)))
def test_removing_an_answer_never_makes_its_item_ready(plan: Plan, today: date, key: str) -> None:
    before = review(TEMPLATE, plan, today).items[key]
    after = review(TEMPLATE, plan.without(key), today).items[key]
    assert not (
        after.status == "ready"
        and before.status != "ready"
        and not TEMPLATE.items[key].person_parts
    )


@pytest.mark.walk
@given(PLANS, DAYS, st.sampled_from(list(TEMPLATE.items)))
def test_removing_an_answer_never_makes_an_area_ready(plan: Plan, today: date, key: str) -> None:
    area = TEMPLATE.items[key].area
    before = review(TEMPLATE, plan, today).areas[area].status
    bare = plan.without(key)
    for who in plan.people:
        for name in TEMPLATE.items[key].person_parts:
            bare = bare.answering_person(who, name, None)
    after = review(TEMPLATE, bare, today).areas[area].status
    assert after != "ready" or before == "ready"


@pytest.mark.walk
@given(PLANS, DAYS, st.randoms())
def test_the_order_of_answers_and_people_changes_no_status(
    plan: Plan, today: date, random: object
) -> None:
    keys, names = list(plan.answers), list(plan.people)
    random.shuffle(keys)  # type: ignore[attr-defined]
    random.shuffle(names)  # type: ignore[attr-defined]
    shuffled = plan.model_copy(
        update={
            "answers": {key: plan.answers[key] for key in keys},
            "people": {name: plan.people[name] for name in names},
        }
    )
    first, second = review(TEMPLATE, plan, today), review(TEMPLATE, shuffled, today)
    assert first.items.keys() == second.items.keys()
    for key, item in first.items.items():
        assert second.items[key].status == item.status
        assert (second.items[key].flag is None) == (item.flag is None)


@given(PLANS, DAYS, st.floats(0, 40), st.floats(0, 20))
def test_adding_hours_never_adds_a_flag_about_hours(
    plan: Plan, today: date, hours: float, more: float
) -> None:
    for who in plan.people:
        plan = plan.answering_person(who, "hours_freed", hours)
    richer = plan
    for who in plan.people:
        richer = richer.answering_person(who, "hours_freed", hours + more)
    rank = RANK[review(TEMPLATE, plan, today).items["CAP-01"].status]
    assert RANK[review(TEMPLATE, richer, today).items["CAP-01"].status] <= rank
