"""What a change did, in sentences; and where a flag can be put right."""

from datetime import date

from readiness.describe.consequences import consequences
from readiness.domain.checklist.template import FULL, SHORT
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from tests.domain.made import START, TODAY, imr, team

TEMPLATE = imr()


def judged(plan: Plan) -> Review:
    return review(TEMPLATE, plan, TODAY)


def did(before: Plan, after: Plan, shown: str = "") -> list[str]:
    return consequences(judged(before), judged(after), TEMPLATE, shown)


def test_nothing_changed_says_nothing() -> None:
    assert did(team("AB"), team("AB")) == []


def test_a_flag_is_raised_eased_changed_and_cleared() -> None:
    plenty, tight, short = (team("AB", patients=3, hours=h) for h in (9, 6, 1))
    raised = did(plenty, short)[0]
    assert raised.startswith("Red flag raised: CAP-01 Hours freed. AB needs")
    assert did(plenty, tight)[0].startswith("Amber flag raised: CAP-01 Hours freed. AB needs")
    assert did(short, tight)[0].startswith("Flag now amber: CAP-01 Hours freed. AB needs")
    assert did(tight, short)[0].startswith("Flag now red: CAP-01 Hours freed. AB needs")
    assert did(short, plenty)[0] == "Flag cleared: CAP-01 Hours freed."
    worse = team("AB", patients=5, hours=1)
    assert did(short, worse)[1].startswith("Red flag changed: CAP-01 Hours freed. AB needs")
    tighter = team("AB", patients=3, hours=5.5)
    assert did(tight, tighter)[1].startswith("Amber flag changed: CAP-01 Hours freed. AB needs")


def test_the_sentence_of_the_flag_that_is_shown_is_left_out() -> None:
    said = did(team("AB", hours=9), team("AB", hours=1), "CAP-01")
    assert said[0] == "Red flag raised: CAP-01 Hours freed."


def test_a_flag_that_names_its_question_is_not_named_twice() -> None:
    partly = team("AB").answering("CAP-10", "room", "partly")
    (raised,) = (line for line in did(team("AB"), partly) if "CAP-10" in line)
    assert raised == "Amber flag raised: CAP-10. Room and money: only partly in place."


def test_hours_left_and_hours_missing_are_said_for_each_practitioner() -> None:
    said = did(team("AB", hours=9), team("AB", hours=6))
    (one,) = (words for words in said if words.startswith("Hours a week for AB: 6 freed, 5.3"))
    assert one.endswith("0.8 left.")
    said = did(team("AB", hours=9), team("AB", hours=1))
    (one,) = (words for words in said if words.startswith("Hours a week for AB: 1 freed, 5.3"))
    assert one.endswith("short of 4.3.")


def test_those_with_the_same_hours_are_told_together_and_who_is_short_comes_first() -> None:
    before = team("AB", "CD", "EF", hours=9)
    after = team("AB", "CD", "EF", hours=7).answering_person("EF", "hours_freed", 1)
    short, rest = (words for words in did(before, after) if words.startswith("Hours a week"))
    assert short.startswith("Hours a week for EF: 1 freed")
    assert rest.startswith("Hours a week for each of AB and CD: 7 freed")


def test_a_question_that_the_short_form_shows_because_something_answers_it_is_told() -> None:
    def leaving(*who: str) -> Plan:
        plan = Plan(template="imr", form=SHORT, start=START)
        for one in ("AB", "CD"):
            plan = plan.with_person(one, "nurse")
        for one in who:
            plan = plan.answering_person(one, "leaves", "no")
        return plan

    said = did(leaving(), leaving("AB", "CD"), "SEL-03")
    (one,) = (words for words in said if "the short form now shows" in words)
    assert "SEL-04 Still there at the end" in one
    full = leaving("AB", "CD").described(form=FULL)
    assert not any("the short form" in words for words in did(leaving("AB", "CD"), full))


def test_a_later_end_is_said() -> None:
    plan = team("AB", hours=9)
    closed = plan.entering("closures", "1", {"from": date(2027, 2, 1), "until": date(2027, 6, 1)})
    assert any("The first patients now finish by about" in one for one in did(plan, closed))


def test_a_flag_names_the_field_the_row_and_the_practitioner_that_raised_it() -> None:
    def ref(plan: Plan, item: str) -> FieldRef:
        flag = judged(plan).items[item].flag
        assert flag is not None
        return flag.ref

    plan = team("AB", "CD", hours=9).answering_person("CD", "hours_freed", 1)
    assert ref(plan, "CAP-01") == FieldRef(item="CAP-01", person="CD")
    partly = plan.answering_person("CD", "briefed", "partly")
    assert ref(partly, "SEL-05") == FieldRef(item="SEL-05", part="briefed", person="CD")
    whole = plan.answering("INC-01", "value", "partly")
    assert ref(whole, "INC-01") == FieldRef(item="INC-01", part="value")


def test_a_row_that_is_only_partly_in_place_is_named() -> None:
    seen = []
    for key, item in TEMPLATE.items.items():
        for name, part in item.row_parts.items():
            plan = Plan(template="imr").answering_row(key, "2", name, "partly")
            flag = judged(plan).items[key].flag if part.kind == "ynp" else None
            if flag is not None and "only partly" in flag.says:
                seen.append(key)
                assert (flag.row, flag.part) == ("2", name)
    assert seen
