"""What is told about a flag, a finding, an action, a practitioner and a question, in parts."""

from datetime import date

import pytest

from readiness.describe.act import left_told, refused_told
from readiness.describe.action import action_details, action_sentences, actions_about, state_words
from readiness.describe.detail import Detail
from readiness.describe.difference import (
    changes_listed,
    conflict_details,
    conflict_title,
    cut,
    merge_told,
    since_told,
)
from readiness.describe.finding import SINGLE, finding_details, finding_words, place_words
from readiness.describe.flag import acceptance_words, flag_details, severity_words
from readiness.describe.numbers import answer_of
from readiness.describe.practitioner import person_words
from readiness.describe.question import help_words, note_with, offer_words, reasons
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Person, Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import actions_of, dropping, finishing
from readiness.domain.versions.changes import changes
from readiness.domain.versions.merge import merge
from readiness.domain.xrays.finding import Finding
from readiness.storage.languages import speak_in
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()
LATE = date(2027, 9, 1)

DAYS = (date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1))


def flag_of(plan: Plan, item: str) -> Flag:
    flag = review(TEMPLATE, plan, TODAY).items[item].flag
    assert flag is not None
    return flag


def accepted(says: str, on: date | None) -> Flag:
    plan = team("AB").answering_person("AB", "leaves", LATE)
    fields = {"reason": "a successor is trained", "by": "TL", "says": says, "on": on}
    said = {name: value for name, value in fields.items() if value}
    return flag_of(plan.model_copy(update={"accepted": {"SEL-03R": said}}), "SEL-03")


def test_what_has_been_is_told_in_the_past_and_an_acceptance_holds_all_the_same() -> None:
    plan = team("AB", "CD").answering_person("CD", "leaves", date(2027, 7, 8))
    plan = plan.answering_person("AB", "leaves", date(2027, 9, 1))
    plan = plan.answering_row("CAP-06", "1", "supervisor", "EF")
    plan = plan.answering_row("CAP-06", "1", "until", date(2027, 6, 30))
    plan = plan.answering("CAP-06", "value", "yes")

    def says(today: date, item: str, found: Plan = plan) -> str:
        flag = review(TEMPLATE, found, today).items[item].flag
        assert flag is not None
        return flag.says

    before, after = date(2027, 7, 8), date(2027, 7, 9)
    assert says(before, "SEL-03").startswith(
        "AB leaves on 1 September 2027, before the period ends"
    )
    assert "CD leaves on 8 July 2027" in says(before, "SEL-03")
    assert says(after, "SEL-03") == (
        "AB leaves on 1 September 2027, before the period ends on 11 January 2028. "
        "CD was to leave on 8 July 2027, before the end of the period, 11 January 2028."
    )
    assert says(after, "CAP-06").startswith("Supervision ended on 30 June 2027, before the end")
    assert "were to be there still when the period ended" in says(date(2028, 2, 1), "SEL-04")
    short = plan.answering_person("CD", "hours_freed", 2)
    left = short.answering_person("CD", "left", date(2027, 7, 2))
    assert says(date(2027, 7, 2), "CAP-01", left).startswith("CD needs ")
    assert says(date(2027, 7, 3), "CAP-01", left).startswith("CD needed ")
    assert says(date(2027, 7, 3), "CAP-01", left).endswith("and had 2. CD left on 2 July 2027.")
    assert says(date(2027, 7, 3), "CAP-01", short).endswith("and has 2.")
    assert "CD was to leave on 8 July 2027" in says(date(2027, 7, 3), "SEL-03", left)
    flag = review(TEMPLATE, plan, before).items["SEL-03"].flag
    assert flag is not None
    for kept in (flag.says, flag.recorded):
        accepted = accepting(plan, flag.id, kept, "as agreed", "TL", before)
        later = review(TEMPLATE, accepted, after).items["SEL-03"].flag
        assert later is not None
        assert later.is_accepted


def test_who_answers_for_a_flag_is_told_with_the_day_and_what_it_said_then() -> None:
    plain = flag_of(team("AB").answering_person("AB", "leaves", LATE), "SEL-03")
    assert severity_words(plain) == "red"
    assert acceptance_words(plain.acceptance) == ""
    now = accepted(plain.recorded, TODAY)
    assert severity_words(now) == "red, accepted"
    assert (
        acceptance_words(now.acceptance)
        == "Accepted by TL on 24 November 2026: a successor is trained"
    )
    before = accepted("AB leaves in May.", None)
    assert severity_words(before) == "red, accepted before, has changed since"
    assert acceptance_words(before.acceptance) == (
        "Accepted by TL: a successor is trained\n"
        "The flag said something else then: AB leaves in May."
    )
    assert flag_details(now, TEMPLATE)[0] == Detail("", acceptance_words(now.acceptance))
    labels = [one.label for one in flag_details(plain, TEMPLATE)]
    assert labels[0] == "Rests on"
    assert labels[-3:] == ["Why", "Source", "What to do"]


def test_a_finding_says_where_it_is() -> None:
    ref = FieldRef(item="CAP-01", person="AB")
    found = Finding("x", "warning", "It does not add up.", "Count again.", ref)
    assert place_words(ref) == "CAP-01 AB"
    assert finding_words(found) == "CAP-01 AB: It does not add up. Count again."
    first, todo, where = finding_details(found, TEMPLATE)
    assert first == Detail("! warning", "It does not add up.")
    assert todo.text == "Count again."
    assert where.text.startswith("CAP-01 ")
    table = Finding("x", "error", "Days.", "Mend.", FieldRef(table="closures", entry="2"))
    assert finding_details(table, TEMPLATE)[-1].line == "Where: closure 2"
    whole = Finding("x", "remark", "All.", "Look.", FieldRef())
    assert finding_words(whole) == "All. Look."
    assert [one.label for one in finding_details(whole, TEMPLATE)] == ["i remark", "What to do"]


@pytest.mark.parametrize("code", ["en", "nb"])
def test_no_place_is_called_as_in_the_file(code: str) -> None:
    speak_in(code)
    places = [place_words(FieldRef(table=one, entry="1")) for one in (*TABLES, *SINGLE)]
    assert len({*places}) == len(places)
    assert not {*places} & {f"{one} 1" for one in (*TABLES, *SINGLE)}
    assert all(not place.startswith("1") for place in places)


def test_an_action_is_told_in_one_line_and_at_length() -> None:
    fields = {"name": "Free hours", "item": "CAP-01", "when": LATE, "actor": "TL"}
    plan = Plan().entering("actions", "1", fields)
    (one,) = actions_of(plan)
    assert list(actions_about("CAP-01", plan)) == ["[ ] to do: Free hours (TL, 1 September 2027)"]
    assert action_sentences(one) == (
        "to do: Free hours (TL, 1 September 2027). Missing: what is done, aimed at, "
        "how much, how often, what it should change, why this."
    )
    lines = [part.line for part in action_details(one, TEMPLATE)]
    assert lines[0] == "[ ] to do"
    assert "By when: 1 September 2027" in lines
    assert lines[-1].startswith("Question: CAP-01 ")
    (done,) = actions_of(finishing(plan, "1", LATE))
    assert state_words(done) == "done on 1 September 2027"
    assert action_sentences(done) == "done: Free hours (TL, 1 September 2027)."
    (dropped,) = actions_of(dropping(plan, "1", "no money"))
    assert state_words(dropped) == "dropped: no money"
    bare = actions_of(Plan().entering("actions", "1", {"name": "X"}))[0]
    assert action_sentences(bare).startswith("to do: X (nobody yet, no date yet). Missing: ")


def test_a_practitioner_is_told_by_role_hours_and_whether_they_stay() -> None:
    told = person_words(Person(role="nurse"), {"hours_freed": 4.5, "leaves": LATE})
    assert told == "nurse, 4.5 h a week freed, leaves on 1 September 2027"
    told = person_words(Person(), {"leaves": "no"})
    assert told == "no role, hours not said, stays"
    assert person_words(Person(), {}).endswith(", not said whether they stay")


def test_the_reasons_of_a_question_do_not_say_twice_what_its_flag_says() -> None:
    item, flag = TEMPLATE.items["SEL-03"], accepted("x", None)
    assert [one.label for one in reasons(item, TEMPLATE, None)] == [
        "Why", "Source", "Ready when", "If not", "Driver",
    ]  # fmt: skip
    same = flag.model_copy(update={"action": item.if_not})
    assert "If not" not in [one.label for one in reasons(item, TEMPLATE, same)]
    bare = item.model_copy(update={"theme": ""})
    assert reasons(bare, TEMPLATE, None)[-1].line == "Driver: competency"


def test_that_nothing_was_changed_is_said_with_the_reason() -> None:
    assert left_told() == "Left as it was."
    assert refused_told("no difference") == "Nothing differs from the plan as it is."
    assert refused_told("no name") == "Write initials or a role."


def test_what_differs_is_told_once_and_cut_where_it_is_long() -> None:
    before, after = team("AB"), team("AB").with_person("CD").answering("GOAL-02", "note", "yes")
    found = changes(before, after, TEMPLATE)
    # Somebody who is listed without any answer was added, not added as something empty.
    assert "CD: added" in changes_listed(found)
    assert cut(["a", "b", "c"], 1) == ["a", "and 2 more"]
    assert changes_listed(found, 9) == changes_listed(found)
    assert since_told("Monday", [])[-1] == refused_told("no difference")
    assert since_told("Monday", found)[1:] == changes_listed(found)


def test_a_conflict_is_told_with_all_its_sides() -> None:
    base = team("AB").answering("SEL-01", NOTE, "first")
    ours, theirs = (base.answering("SEL-01", NOTE, word) for word in ("ours", "theirs"))
    merged = merge(base, ours, theirs, TEMPLATE)
    (one,) = merged.conflicts
    assert conflict_title(1) == "Someone else changed this answer too"
    assert conflict_title(2).endswith("(2 to choose)")
    said = [part.line for part in conflict_details(one, is_copy=True)]
    assert said == ["Before: first", "Mine: ours", "Theirs, in the copy: theirs"]
    assert conflict_details(one, is_copy=False)[-1].label == "Theirs, in the file"
    assert merge_told(merged) == ["Both changed, so you choose:", one.words]
    taken = merge(base, base, theirs, TEMPLATE)
    assert merge_told(taken)[0] == "Merging it would change here:"
    same = merge(base, base, base, TEMPLATE)
    assert merge_told(same) == ["It says nothing that the plan does not say."]


@pytest.mark.parametrize(
    ("item", "found", "words"),
    [
        ("CAP-07", InvalidValue(why="w", todo="t"), ""),
        ("CAP-07", InvalidValue(why="w", todo="t", offer=DAYS[:2]), "Enter takes {two}"),
        ("CAP-07", InvalidValue(why="w", todo="t", offer=DAYS), "Enter takes these 3 days"),
        (
            "CAP-07",
            InvalidValue(why="w", todo="t", offer=DAYS, rest="if all can"),
            'Enter takes these 3 days, and "if all can" as a note',
        ),
        (
            "",
            InvalidValue(why="w", todo="t", offer=DAYS, rest="if all can"),
            'Enter takes these 3 days without "if all can"',
        ),
    ],
)
def test_what_was_probably_meant_is_offered(item: str, found: InvalidValue, words: str) -> None:
    field = FormField(FieldRef(item, "dates"), Part(kind="dates"))
    two = "Friday 1 January 2027 and Monday 1 February 2027"
    assert offer_words(field, found) == words.format(two=two)


def test_what_stands_beside_an_answer_goes_to_the_note_once() -> None:
    assert note_with("", "since March") == "since March"
    assert note_with("Two of us.", "since March") == "Two of us.\nsince March"
    assert note_with("since March", "since March") == "since March"


def test_the_minutes_of_a_session_are_those_of_the_groups_where_all_are_groups() -> None:
    plan = Plan(template="imr").answering("CAP-03", "minutes", 75)
    for form, is_answered in (("individual", False), ("group", True)):
        asked = plan.answering("CAP-03", "format", form)
        found = answer_of("group_session_minutes", asked, imr())
        assert (found == (FieldRef("CAP-03", "minutes"), 75)) is is_answered


@pytest.mark.parametrize(
    ("who", "help_", "words"),
    [
        ("leader", "", ""),
        ("both", "Count each once.", "Count each once."),
        ("both", "", "Ask the leader and the practitioners, separately."),
        ("practitioners", "", "The practitioners answer this one, not the leader."),
    ],
)
def test_who_has_to_answer_is_told_where_nothing_else_is(who: str, help_: str, words: str) -> None:
    item = imr().items["SEL-01"].model_copy(update={"asked_of": who, "help": help_})
    assert help_words(item) == words
