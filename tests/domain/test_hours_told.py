"""The hours and the patients in sentences, as screens, ask and the document say them."""

from readiness.app.session import Session
from readiness.describe.area import areas_words
from readiness.describe.hours import (
    MOST_NAMES,
    all_told,
    first_short_told,
    missing_told,
    short_at_worst_told,
    suffice_told,
    unreckoned_told,
    week_hours,
)
from readiness.describe.patients import stages_told
from readiness.describe.question import no_example_told
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.patients.funnel import funnel_of
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import Facts
from readiness.domain.rules.review import review
from readiness.i18n.words import date_words, number_words
from tests.domain.made import START, TODAY, imr, team

NAMES = ("AB", "CD", "EF", "GH", "IJ", "KL")


def facts(plan: Plan) -> tuple[Facts, Ledger]:
    found = review(imr(), plan, TODAY).facts
    assert found.ledger is not None
    return found, found.ledger


def test_hours_that_lack_something_cannot_be_worked_out() -> None:
    assert unreckoned_told() == "The hours cannot be worked out yet"


def test_hours_that_suffice_lack_in_no_week() -> None:
    found, ledger = facts(team("AB", hours=40))
    assert missing_told(found) == first_short_told(ledger) == ""
    assert suffice_told() == "The hours suffice in every week of the period"
    assert short_at_worst_told(ledger, ledger.people[0]) == ""


def test_missing_hours_are_counted_in_weeks_from_the_first_one() -> None:
    found, ledger = facts(team("AB", hours=1))
    weeks = ledger.short_weeks()
    worst = number_words(max(ledger.short(week) for week in weeks))
    first = date_words(ledger.monday_of(weeks[0]))
    assert missing_told(found) == (
        f"Hours are missing in {len(weeks)} weeks, from {first}: {worst} h at worst."
    )
    (person,) = ledger.people
    assert (
        short_at_worst_told(ledger, person)
        == f"AB: {worst} h short at worst, in {len(weeks)} weeks"
    )


def test_the_first_short_week_names_a_few_and_counts_the_others() -> None:
    one = facts(team("AB", hours=1))[1]
    assert first_short_told(one).startswith(f"First short: week 1 ({date_words(START)}), ")
    assert first_short_told(one).endswith(" h, AB.")
    all_six = facts(team(*NAMES, hours=1))[1]
    assert week_hours(all_six, all_six.short_weeks()[0]).who == NAMES
    named = ", ".join(NAMES[:MOST_NAMES])
    assert first_short_told(all_six).endswith(f" h, {named} and {len(NAMES) - MOST_NAMES} more.")


def test_all_together_are_told_where_there_are_several_and_it_is_known() -> None:
    assert all_told(facts(team("AB"))[0]) == ""
    assert all_told(review(imr(), Plan(template="imr"), TODAY).facts) == ""
    said = all_told(facts(team("AB", "CD", hours=6))[0])
    assert said.startswith("all together need ")
    assert said.endswith(" of a full post), freed 12")
    unknown = team("AB", "CD").answering_person("CD", "hours_freed", None)
    assert "freed" not in all_told(facts(unknown)[0])


def test_patients_are_told_from_those_who_fit_to_those_who_complete(session: Session) -> None:
    funnel = funnel_of(session.plan, session.template)
    assert funnel is not None
    fit = round(funnel.stages[0].middle)
    said = stages_told(funnel, 12)
    assert said.startswith(f"{fit} fit, 12 are wanted, about ")
    assert said.endswith(" complete if there is time.")
    assert "wanted" not in stages_told(funnel, None)


def test_areas_are_counted_and_a_question_may_have_no_example() -> None:
    assert [areas_words(count) for count in (5, 6)] == ["The five areas", "The six areas"]
    assert no_example_told() == "There is no worked example of this question."
