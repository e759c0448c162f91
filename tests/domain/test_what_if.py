"""What if: what is shown is what is taken over, and the smallest change that fits is found."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.app.session import Session
from readiness.describe.what_if import outcome
from readiness.domain.capacity import what_if
from readiness.domain.capacity.capacity import Rates, Week, week_of
from readiness.domain.capacity.scenarios import Question, fit_of, ledger_for, variant, ways_to_fit
from readiness.domain.capacity.what_if import Variant, away, fewer, in_groups, leaves, one_more
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.storage.templates import Library
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()


def fits(plan: Plan) -> bool:
    ledger = ledger_for(plan, TEMPLATE)
    assert ledger is not None
    return fit_of(ledger).fits


def test_one_person_leaves_in_week_nine() -> None:
    variant = leaves(team("AB", "CD"), TEMPLATE, "CD", 9)
    assert variant.plan.people["CD"].parts["leaves"] == date(2027, 3, 8)
    flag = review(TEMPLATE, variant.plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    assert "CD leaves on 8 March 2027" in flag.says


def test_six_weeks_away_are_six_weeks_without_sessions() -> None:
    plan = team("AB")
    before, after = ledger_for(plan, TEMPLATE), ledger_for(away(plan, "AB", 2).plan, TEMPLATE)
    assert before is not None
    assert after is not None
    held = [sum(week.sessions > 0 for week in one.people[0].needed[:40]) for one in (before, after)]
    assert held[0] - held[1] == 6


def test_groups_hold_all_patients_with_leaders_in_turn() -> None:
    variant = in_groups(team("AB", "CD", "EF", patients=4), TEMPLATE)
    assert variant is not None
    # Twelve patients make two groups of up to eight; two leaders each are four seats for three.
    led = [person.parts["groups"] for person in variant.plan.people.values()]
    assert led == [2, 1, 1]
    assert variant.plan.answer("CAP-03").parts["format"] == "group"
    assert in_groups(variant.plan, TEMPLATE) is None


def test_one_more_practitioner_takes_an_even_share() -> None:
    variant = one_more(team("AB", "CD", patients=6), TEMPLATE)
    assert variant is not None
    new = next(reversed(variant.plan.people))
    inputs = gathered(variant.plan, TEMPLATE)
    assert inputs.person_number(new, "patients") == 4
    total = sum(inputs.person_number(who, "patients") or 0 for who in variant.plan.people)
    assert total == 12


def test_fewer_patients_are_taken_from_who_has_fewest_hours() -> None:
    plan = team("AB", "CD", patients=4, hours=8).answering_person("CD", "hours_freed", 4)
    variant = fewer(plan, TEMPLATE, 6)
    assert variant is not None
    inputs = gathered(variant.plan, TEMPLATE)
    assert [inputs.person_number(who, "patients") for who in ("AB", "CD")] == [4, 2]
    assert fewer(plan, TEMPLATE, 8) is None


@settings(max_examples=50, deadline=None)
@given(
    hours=st.lists(st.sampled_from([None, 0, 4, 7.5, 30]), min_size=1, max_size=5),
    patients=st.integers(1, 30),
)
def test_each_patient_goes_to_whoever_has_most_hours_left(
    hours: list[float | None], patients: int
) -> None:
    names = [f"P{at}" for at in range(len(hours))]
    plan = team(*names, patients=patients + 1)
    for who, freed in zip(names, hours, strict=True):
        plan = plan.answering_person(who, "hours_freed", freed)
    variant = fewer(plan, TEMPLATE, patients)
    assert variant is not None
    known = any(hours)
    each = {
        who: 0 for who, freed in zip(names, hours, strict=True) if freed is not None or not known
    }
    for _patient in range(patients):
        # n patients take (n x 85 + 60) / 60 hours: the one more leaves most hours to this one.
        left = {
            who: (hours[names.index(who)] or 0) - (number + 1) * 85 / 60 if known else 0
            for who, number in each.items()
        }
        most = max(left.values())
        level = [who for who in each if left[who] >= most - 1e-9]
        each[min(level, key=lambda who: (each[who], names.index(who)))] += 1
    inputs = gathered(variant.plan, TEMPLATE)
    assert {who: inputs.person_number(who, "patients") for who in names} == {
        who: each.get(who, 0) for who in names
    }


def test_sharing_out_the_largest_caseloads_takes_one_reckoning_for_each_number_of_patients(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[float]()

    def counted(patients: float, groups: float, rates: Rates) -> Week:
        asked.append(patients)
        return week_of(patients, groups, rates)

    monkeypatch.setattr(what_if, "week_of", counted)
    plan = team(*(f"P{at}" for at in range(200)), patients=100, hours=4)
    variant = fewer(plan, TEMPLATE, 19_000)
    assert variant is not None
    inputs = gathered(variant.plan, TEMPLATE)
    assert {inputs.person_number(who, "patients") for who in plan.people} == {95}
    assert len(asked) == len(set(asked))


def test_what_would_make_it_fit_names_the_smallest_changes() -> None:
    # Three patients need 5.25 hours; CD has 4: one and a half more, or one patient less.
    plan = team("AB", "CD", patients=3).answering_person("CD", "hours_freed", 4)
    words = [way.words for way in ways_to_fit(plan, TEMPLATE)]
    assert words[0] == "1.5 h more a week for CD"
    assert words[1].startswith("5 patients instead of 6 (AB 3, CD 2)")
    assert any("more practitioner" in one for one in words)
    assert ways_to_fit(team("AB", hours=6), TEMPLATE) == []


@given(st.integers(1, 8), st.integers(0, 12), st.integers(1, 4))
def test_every_way_that_is_named_does_fit(patients: int, hours: int, people: int) -> None:
    plan = team(*["AB", "CD", "EF", "GH"][:people], patients=patients, hours=hours)
    ways = ways_to_fit(plan, TEMPLATE)
    assert bool(ways) or fits(plan)
    for way in ways:
        assert fits(way.plan), way.words


@pytest.mark.parametrize("which", range(5))
def test_a_what_if_that_is_taken_over_gives_what_it_showed(which: int, session: Session) -> None:
    plan, template = session.plan, session.template
    variants: list[Variant | None] = [
        leaves(plan, template, "AB", 9),
        away(plan, "AB", 9),
        in_groups(plan, template),
        one_more(plan, template),
        fewer(plan, template, 6),
    ]
    variant = variants[which]
    assert variant is not None
    shown = review(template, variant.plan, session.today)
    before = session.plan
    session.take(variant.plan)
    session.save()
    again = Session.open(session.path, Library(), lambda: TODAY)
    assert again.plan == variant.plan
    assert again.review.facts.ledger == shown.facts.ledger
    assert again.review.flags == shown.flags
    session.undo()
    assert session.plan == before


def changed(before: Plan, after: Plan) -> dict[str, object]:
    """What is different, by the place where it is said; None where something was taken out."""

    def said(plan: Plan) -> dict[str, object]:
        answers = {f"{k}.{p}": v for k, one in plan.answers.items() for p, v in one.parts.items()}
        people = {f"{w}.{p}": v for w, one in plan.people.items() for p, v in one.parts.items()}
        absences = {f"absence.{p}": v for one in plan.absences.values() for p, v in one.items()}
        return {**answers, **people, **absences}

    old, new = said(before), said(after)
    return {name: new.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}


def test_groups_instead_say_all_that_they_change() -> None:
    plan = team("AB", "CD", "EF", patients=4)
    variant = in_groups(plan, TEMPLATE)
    assert variant is not None
    assert variant.words == (
        "2 groups of up to 8 instead of single patients: sessions of 90 minutes, 2 leaders, "
        "groups led by each: AB 2, CD 1, EF 1"
    )
    assert changed(plan, variant.plan) == {
        "CAP-03.format": "group",
        "CAP-03.group_size": 8,
        "CAP-03.leaders": 2,
        "CAP-03.minutes": 90,
        "CAP-03.patients": None,
        "AB.groups": 2,
        "CD.groups": 1,
        "EF.groups": 1,
    }


def test_groups_that_are_planned_already_stay() -> None:
    plan = team("AB", "CD", patients=3).answering("CAP-03", "format", "both")
    plan = plan.answering("CAP-03", "groups", 1).answering("CAP-03", "group_size", 8)
    variant = in_groups(plan, TEMPLATE)
    assert variant is not None
    # AB and CD lead one together, and now one more that holds their six patients.
    assert [person.parts["groups"] for person in variant.plan.people.values()] == [2, 2]
    assert review(TEMPLATE, variant.plan, TODAY).facts.of("patients_planned") == 16
    assert variant.words.startswith("one group of up to 8 instead of single patients")


def test_fewer_patients_than_a_group_has_make_a_group_of_so_many() -> None:
    variant = in_groups(team("AB", "CD", patients=3), TEMPLATE)
    assert variant is not None
    assert variant.words.startswith("one group of up to 6 instead")
    assert variant.plan.answer("CAP-03").parts["group_size"] == 6


def test_one_more_says_who_has_how_many_and_what_the_new_one_has() -> None:
    plan = team("AB", "CD", patients=6)
    variant = one_more(plan, TEMPLATE)
    assert variant is not None
    # Four patients take 4 * 85 / 60 + 1 = 6.7 hours, and with some slack 8.
    assert variant.words == (
        "one more practitioner, New 1, with 8 hours a week and no plans to leave; the patients "
        "shared out anew (AB 4, CD 4, New 1 4)"
    )
    assert changed(plan, variant.plan) == {
        "AB.patients": 4,
        "CD.patients": 4,
        "New 1.patients": 4,
        "New 1.hours_freed": 8,
        "New 1.leaves": "no",
    }


def test_what_makes_it_fit_with_more_people_says_the_same() -> None:
    plan = team("AB", patients=8, hours=8)
    ways = [way for way in ways_to_fit(plan, TEMPLATE) if "more practitioner" in way.words]
    assert len(ways) == 1
    assert ways[0].words == (
        "1 more practitioner with no plans to leave (New 1 8 hours a week), the patients shared "
        "out anew (AB 4, New 1 4)"
    )


def test_leaving_being_away_more_hours_and_fewer_patients_change_what_they_say() -> None:
    plan = team("AB", "CD", patients=4, hours=5)
    gone = leaves(plan, TEMPLATE, "CD", 9)
    assert changed(plan, gone.plan) == {"CD.leaves": date(2027, 3, 8)}
    off = away(plan, "AB", 2)
    assert {k: v for k, v in changed(plan, off.plan).items() if k != "absence.what"} == {
        "absence.who": "AB",
        "absence.from": date(2027, 1, 18),
        "absence.until": date(2027, 2, 26),
    }
    less = fewer(plan, TEMPLATE, 5)
    assert less is not None
    assert less.words == "5 patients instead of 8 (AB 3, CD 2)"
    assert changed(plan, less.plan) == {"AB.patients": 3, "CD.patients": 2}
    hours = ways_to_fit(plan, TEMPLATE)[0]
    assert hours.words == "2 h more a week for AB, 2 h more a week for CD"
    assert changed(plan, hours.plan) == {"AB.hours_freed": 7, "CD.hours_freed": 7}


def test_what_is_typed_about_a_what_if_is_a_listed_practitioner_a_week_or_a_number() -> None:
    plan, asked = team("AB", "nurse 2"), Question(who="AB", week=9)
    assert asked.typed("leaves", "nurse 2 12", plan) == Question(who="nurse 2", week=12)
    assert asked.typed("leaves", "ab, 12", plan) == Question(who="AB", week=12)
    assert asked.typed("away", "nurse 2", plan) == Question(who="nurse 2", week=9)
    assert asked.typed("away", "12", plan) == Question(who="AB", week=12)
    assert asked.typed("fewer", "5", plan) == Question(who="AB", week=9, patients=5)
    for kind, text in (
        ("leaves", ""),
        ("leaves", "XY 12"),
        ("leaves", "AB soon"),
        ("leaves", "AB 261"),
        ("away", "AB 0"),
        ("fewer", "AB 5"),
        ("fewer", "AB"),
    ):
        assert asked.typed(kind, text, plan) is None, (kind, text)


def test_a_what_if_goes_a_step_on_within_its_bounds() -> None:
    plan = team("AB", "CD")
    assert Question().next_person(plan).who == "CD"
    assert Question(who="CD").next_person(plan).who == "AB"
    assert Question().next_person(Plan()) == Question()
    assert Question(week=260).stepped("leaves", 1, 0).week == 260
    assert Question(week=1).stepped("away", -1, 0).week == 1
    # Of 12 patients one fewer is asked about first; none at all is the least.
    assert Question().stepped("fewer", -1, 12).patients == 10
    assert Question(patients=11).stepped("fewer", 1, 12).patients == 11
    assert Question(patients=0).stepped("fewer", -1, 12).patients == 0
    assert Question().stepped("groups", 1, 12) == Question()


def test_a_what_if_that_cannot_be_asked_is_none() -> None:
    assert variant("leaves", Question(), Plan(), TEMPLATE, 0) is None
    assert variant("fewer", Question(), team("AB", patients=1), TEMPLATE, 1) is None
    begun = team("AB", patients=3)
    assert variant("away", Question(), begun.described(start=None), TEMPLATE, 3) is None
    found = variant("fewer", Question(), begun, TEMPLATE, 3)
    assert found is not None
    assert found.words == "2 patients instead of 3 (AB 2)"


def test_what_a_plan_comes_to_is_told_in_parts() -> None:
    told = outcome(ledger_for(team("AB", patients=1, hours=8), TEMPLATE))
    assert told.fits
    assert told.weeks == "fits in every week"
    assert told.hours.endswith(" h in all")
    assert told.through.endswith(" complete in the period if every place is filled")
    assert told.words == f"{told.weeks}; {told.hours}; {told.through}"
    assert outcome(None).words == "cannot be reckoned"
