"""Wording that every front end shares, and what becomes of answers at the edges."""

from datetime import date

from readiness.describe.consequences import consequences
from readiness.describe.summary import hours_told
from readiness.domain.capacity.input_gaps import lacking
from readiness.domain.capacity.scenarios import ledger_for
from readiness.domain.patients.funnel import funnel_of, penetration_of
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import cited_words
from readiness.domain.versions.changes import changes
from readiness.domain.versions.merge import merge
from tests.domain.made import START, TODAY, imr, team

TEMPLATE = imr()


def told(plan: Plan) -> list[str]:
    return list(hours_told(plan, TEMPLATE, review(TEMPLATE, plan, TODAY)))


def test_hours_that_suffice_are_told_without_ways_to_fit() -> None:
    words = told(team("AB", patients=2, hours=8))
    assert words[0] == "AB needs 3.8 h a week, 8 freed"
    assert not any("fit" in line or "short" in line for line in words[1:2])
    assert not any(line.startswith("What would") for line in words)


def test_hours_that_nobody_said_are_not_told_and_a_programme_without_end_has_no_date() -> None:
    plan = team("AB").answering_person("AB", "hours_freed", None)
    assert told(plan.with_value(number_ref("planned_sessions"), 9000)) == []


def test_places_are_told_and_that_they_are_more_than_the_patients() -> None:
    plan = team("AB", "CD", patients=3)
    (places,) = [line for line in told(plan) if line.startswith("Places: ")]
    assert "for patients within the period; if every place is filled, " in places
    assert "more places" not in places
    more = " ".join(told(plan.answering("INC-03", "eligible", 2)))
    assert "There are more places than patients who meet the criteria (2); " in more
    # Nobody has counted: 10 in the target group are an estimate of 8 who fit.
    guessed = plan.answering("INC-03", "eligible", "no").answering("INC-03", "population", 2)
    assert "who meet the criteria (1); " in " ".join(told(guessed))
    enough = plan.answering("INC-03", "eligible", 200)
    assert "more places" not in " ".join(told(enough))


def test_sources_are_cited_by_the_name_that_people_know_them_by() -> None:
    assert cited_words(("samhsa-2004", "samhsa-2009"), TEMPLATE) == "SAMHSA 2004; SAMHSA 2009"
    assert cited_words(("wiltsey-stirman-2019",), TEMPLATE) == "Wiltsey Stirman 2019"
    assert cited_words(("orjasaeter-2023", "egeland-2019"), TEMPLATE) == (
        "\u00d8rjas\u00e6ter 2023; Egeland 2019"
    )
    assert cited_words(("forskrift-2016",), TEMPLATE).startswith("Norwegian Ministry of Health")
    assert cited_words((), TEMPLATE) == "our default"


def test_penetration_is_held_down_by_places_and_unknown_where_nobody_fits() -> None:
    plan = team("AB", patients=2).answering("INC-03", "eligible", 40)
    funnel = funnel_of(plan, TEMPLATE)
    assert funnel is not None
    without = penetration_of(funnel, None)
    assert without is not None
    assert (without.places, without.is_held_by_places) == (None, False)
    held = penetration_of(funnel, ledger_for(plan, TEMPLATE))
    assert held is not None
    assert held.is_held_by_places
    nobody = plan.answering("INC-03", "eligible", 0)
    none = funnel_of(nobody, TEMPLATE)
    assert none is not None
    assert penetration_of(none, None) is None


def test_what_hours_still_lack_is_named_with_its_place() -> None:
    bare = Plan(template="imr")
    found = lacking(bare, TEMPLATE)
    assert [one.stops for one in found] == [True, True, True]
    assert {one.ref.item or one.ref.table or one.ref.part for one in found} == {
        "start",
        "people",
        "CAP-03",
    }
    plan = team("AB", "CD").answering_person("CD", "hours_freed", None)
    (one,) = lacking(plan, TEMPLATE)
    assert "CD" in one.words
    assert (one.stops, one.ref.person) == (False, "CD")


def test_a_caseload_that_was_said_before_anybody_is_listed_is_not_asked_for_again() -> None:
    plan = Plan(template="imr").described(start=START).answering("CAP-03", "format", "both")
    (_people, load) = lacking(plan, TEMPLATE)
    assert load.words == ("How many patients or groups each practitioner has is not said (CAP-03).")
    plan = plan.answering("CAP-03", "patients", 2)
    (people,) = lacking(plan, TEMPLATE)
    assert (people.ref.table, people.stops) == ("people", True)


def test_a_flag_that_says_something_else_is_told_as_changed() -> None:
    before = team("AB", "CD").answering_person("CD", "leaves", date(2027, 9, 1))
    after = before.answering_person("CD", "leaves", date(2027, 3, 1))
    said = consequences(review(TEMPLATE, before, TODAY), review(TEMPLATE, after, TODAY), TEMPLATE)
    assert any(line.startswith("Red flag changed: SEL-03 When people leave.") for line in said)


def test_training_after_the_time_that_is_reckoned_takes_no_hours() -> None:
    plan = team("AB").answering_row("SEL-08", "1", "date", date(2040, 1, 1))
    plan = plan.with_value(number_ref("training_days"), 1)
    ledger = ledger_for(plan, TEMPLATE)
    assert ledger is not None
    assert ledger.monday_of(0) == START
    assert all(ledger.needed(week).training == 0 for week in range(ledger.weeks))


def test_an_answer_to_a_question_that_is_gone_is_still_told() -> None:
    before, after = Plan(), Plan().answering("OLD-01", "value", "yes")
    (one,) = changes(before, after, TEMPLATE)
    assert (one.kind, one.after) == ("added", "Yes")


def test_a_file_that_contradicts_itself_is_merged_as_it_stands() -> None:
    base = Plan().answering("MON-01", "value", "no").answering_row("MON-01", "1", "by", "us")
    ours = base.noting("MON-01", "ours")
    theirs = base.answering_row("MON-01", "1", "by", "them")
    assert merge(base, ours, theirs, TEMPLATE).plan.answer("MON-01").rows["1"] == {"by": "them"}


def test_without_numbers_nothing_is_told_of_hours() -> None:
    assert told(Plan(template="imr", start=START)) == []
