"""What moves the number of patients who complete."""

from datetime import date

from readiness.describe.patients import asking_told, moves_told, patients_of_each
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import facts_of
from readiness.storage.example import worked_example
from readiness.storage.templates import Library

TEMPLATE, PLAN = worked_example(Library())
TODAY = date(2026, 11, 24)


def test_each_share_is_moved_by_itself_from_end_to_end() -> None:
    """22 fit; 0.49 (0.41 to 0.56) say yes; 0.24 (0.30 to 0.18) of these drop out."""
    assert [*moves_told(PLAN, TEMPLATE)] == [
        "10 more who fit: about 4 more complete.",  # 10 x 0.49 x 0.76 = 3.7
        "If 41% to 56% of those asked say yes: 7 to 9 complete.",  # x 22 x 0.76 = 6.9, 9.4
        "If 30% down to 18% drop out: 8 to 9 complete.",  # 22 x 0.49 x 0.70 = 7.5, x 0.82 = 8.8
    ]
    assert patients_words(PLAN)[1] == "CD: 3 planned, meets 5 who suit, leaves on 1 September 2027"
    assert "AB and GH" in asking_told(PLAN, TEMPLATE)[0]


def patients_words(plan: Plan) -> list[str]:
    return [*patients_of_each(plan, facts_of(plan, TEMPLATE, TODAY))]


def test_nothing_moves_what_nobody_counted() -> None:
    empty = Plan(template=PLAN.template).with_person("AB")
    assert [*moves_told(empty, TEMPLATE)] == []
    assert patients_words(empty) == ["AB: nothing is said yet"]
    assert asking_told(empty, TEMPLATE) == []


def test_a_share_without_ends_moves_nothing() -> None:
    numbers = TEMPLATE.practice.numbers
    known = {key: one for key, one in numbers.items() if key != "acceptance_low"}
    practice = TEMPLATE.practice.model_copy(update={"numbers": known})
    template = TEMPLATE.model_copy(update={"practice": practice})
    told = [*moves_told(PLAN, template)]
    assert told == ["10 more who fit: about 4 more complete."]
