"""What a flag rests on is the plan's own values, told so that nothing is lost in rounding."""

from datetime import timedelta

import pytest

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import facts_of
from readiness.domain.rules.review import review
from readiness.i18n.inside_words import is_inside
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()


def rests_on(plan: Plan, item: str) -> dict[str, str]:
    flag = review(TEMPLATE, plan, TODAY).items[item].flag
    assert flag is not None
    return {one.name: one.words for one in flag.inputs}


def test_a_limit_that_the_sentence_names_is_none_of_the_plans_own_values() -> None:
    found = rests_on(team("AB").answering("SEL-04", "value", 1), "SEL-04")
    assert "1" in found.values()
    assert TEMPLATE.items["SEL-04"].short not in found


def test_a_field_called_who_is_not_taken_for_the_practitioner() -> None:
    found = rests_on(team("AB").answering_row("INC-05", "1", "how", "a leaflet"), "INC-05")
    assert "Everyone" not in found.values()


def test_a_share_of_hours_is_told_as_per_cent() -> None:
    # Two patients take AB 3.8 hours a week, as in test_summary; 3.9 hours are freed.
    found = rests_on(team("AB", patients=2, hours=3.9), "CAP-01")
    (share,) = [words for name, words in found.items() if name.startswith("share of the freed")]
    assert share.endswith("%")
    assert 90 < int(share.removesuffix("%")) <= 100


def reviewed(by: str) -> float:
    plan = team("AA").answering_row("MON-01", "1", "by", by)
    found = facts_of(plan, TEMPLATE, TODAY).of("reviews_by_own")
    assert isinstance(found, int | float)
    return found


@pytest.mark.parametrize(
    "by",
    ["our own team", "Our own team, in June", "internal", "internt", "vi selv", "Egenvurdering",
     "self-assessment by AA", "AA", "AA and Northside"],
)  # fmt: skip
def test_who_reviews_from_inside_is_known_by_words_and_by_name(by: str) -> None:
    assert reviewed(by) == 1


@pytest.mark.parametrize(
    "by",
    ["Northside", "Northside (not AA)", "not our own team", "ikke vi selv", "Internal audit, trust",
     "the university", "noen utenom AA", "uten AA", ""],
)  # fmt: skip
def test_who_reviews_from_outside_is_not_taken_for_one_of_us(by: str) -> None:
    assert reviewed(by) == 0


def test_a_text_without_words_is_nobody_from_inside() -> None:
    assert not is_inside("--")


def test_a_count_that_cannot_be_true_is_not_in_place() -> None:
    def status(**said: object) -> str:
        plan = team("AB", patients=1)
        fields = {"eligible": 20, "method": "counted", "counted_on": TODAY, **said}
        for part, value in fields.items():
            plan = plan.answering("INC-03", part, value)  # type: ignore[arg-type]
        return review(TEMPLATE, plan, TODAY).items["INC-03"].status

    assert status() == "ready"
    assert status(population=30) == "ready"
    assert status(population=10) != "ready"
    assert status(counted_on=TODAY + timedelta(days=1)) != "ready"


def test_a_goal_of_no_patients_is_no_goal() -> None:
    def status(patients: int | None) -> str:
        plan = Plan().answering("GOAL-01", "in_12_months", "a new group starts, 8 in it")
        plan = plan.answering("GOAL-01", "in_3_years", "it goes on")
        plan = plan.answering("GOAL-01", "patients", patients)
        return review(TEMPLATE, plan, TODAY).items["GOAL-01"].status

    assert (status(None), status(12)) == ("ready", "ready")
    assert status(0) != "ready"
