"""What is said of a question in the room, in both languages; and answers as one typed line."""

from datetime import date

import pytest

from readiness.describe.not_done import why
from readiness.describe.rating import nothing_ticked
from readiness.describe.reveal import PlanNow, all_said, clock_words, spoken_time, then_and_now
from readiness.describe.workshop import (
    actions_counted,
    closed_words,
    comes_late,
    copies_may_remain,
    facts_first,
    guard_words,
    lacking_words,
    only_agreed,
    parked_words,
    took_part,
    wrong_line,
)
from readiness.describe.workshop_record import (
    agreed_answer,
    asked_roles,
    heard_counts,
    look_again,
    not_with_it,
    why_agreed,
)
from readiness.domain.checklist.rater import role_meant
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.questions import question_ids
from readiness.domain.ratings.rater_answers import Said
from readiness.domain.ratings.typed_line import (
    Line,
    Wrong,
    asked_of,
    check_digits,
    read_line,
    written_line,
)
from readiness.domain.ratings.view import ShownQuestion, compared, in_order
from readiness.domain.ratings.workshop import Agreed, Asked, Workshop
from readiness.domain.rules.review import red_facts, review
from readiness.domain.schedule.actions import actions_of
from tests.workshops import QUESTIONS, TEMPLATE, answers, look, revealed, room, workshop


def question(of: Workshop, item: str) -> ShownQuestion:
    return next(one for one in in_order(of, QUESTIONS) if one.item == item)


def said(of: Workshop, item: str, plan: PlanNow = PlanNow()) -> str:  # noqa: B008 - it is frozen
    return " ".join(all_said(question(of, item), of, plan))


def six(*values: str, item: str = "T02") -> Workshop:
    """Six practitioners who answer one question."""
    people = [answers("practitioner", f"p{n}", {item: value}) for n, value in enumerate(values)]
    return revealed(workshop("gap", "topics"), *people)


@pytest.mark.parametrize(
    ("yes", "words"),
    [
        (6, "All but at most one say yes."),
        (5, "All but at most one say yes."),
        (4, "Most say yes."),
        (3, "About half say yes."),
        (2, "Few say yes."),
        (1, "At most one says yes."),
        (0, "At most one says yes."),
    ],
)
def test_six_people_at_a_sensitive_question(yes: int, words: str) -> None:
    found = six(*["yes"] * yes, *["no"] * (6 - yes))
    assert said(found, "T02") == f"T02. Selection. {words}"


def test_the_wordings_of_a_question() -> None:
    people = room("GOAL-09", "yes", "not sure", "not sure", "not sure", "yes", "not applicable")
    found = revealed(workshop("gap", "topics"), *people)
    assert said(found, "GOAL-09") == (
        "GOAL-09, one answer, gap, much not sure. Heard, with room. Leader: yes. Practitioners: "
        "yes 1, partly 0, no 0, not sure 3, not for them 1. The leader answers; to most of them it "
        "is not known: practitioners. Ask: What did you change because of what staff said?"
    )
    plan = PlanNow(ready={"T03": True, "T04": False}, answers={"GOAL-09": "Yes"})
    assert "In the plan now: Yes." in said(found, "GOAL-09", plan)
    plan = PlanNow(answers={"GOAL-09": "Once a week."})
    assert "In the plan now: Once a week. Ask" in said(found, "GOAL-09", plan)
    assert said(found, "SEL-06") == "SEL-06. Wants to do it. Ask each person alone."
    assert said(found, "GOAL-10") == "GOAL-10. Wanted from both ends. 0 answered."
    assert said(found, "T10") == "T10. What stops, what helps. 0 released what they wrote."


def test_a_leader_who_is_not_sure_or_whom_it_does_not_concern_has_no_gap() -> None:
    for value in ("not sure", "not applicable"):
        found = revealed(workshop(), *room("GOAL-09", value, "no", "no", "yes"))
        assert f"Leader: {value}." in said(found, "GOAL-09")
        assert "gap" not in said(found, "GOAL-09")


def test_topics_are_held_against_the_plan_in_words_about_the_plan() -> None:
    people = [
        answers("practitioner", f"p{n}", {"T03": value, "T04": value})
        for n, value in enumerate(["no", "not sure", "no", "yes", "partly"])
    ]
    found = revealed(workshop("topics"), *people)
    plan = PlanNow(ready={"T03": True, "T04": False, "T05": True})
    blind = "Blind spot: the plan has it ready; 1 of 5 say yes, 1 partly, 3 no or not sure."
    same = "Same view: the plan has it open; 1 of 5 say yes, 1 partly, 3 no or not sure."
    assert said(found, "T03", plan).endswith(blind)
    assert said(found, "T04", plan).endswith(same)
    assert said(found, "T05", plan) == "T05. Fidelity. 0 answered."
    everyone = [answers("user", f"u{n}", {"T05": "not applicable"}) for n in range(3)]
    nobody = revealed(workshop("topics"), *everyone)
    assert "Nobody answered: the plan has it ready; 0 of 0" in said(nobody, "T05", plan)


def test_the_second_vote_the_agreed_answer_and_what_is_parked_are_said() -> None:
    first = room("GOAL-09", "yes", *["no"] * 6)
    held = revealed(workshop(), *first)
    again = [
        one.model_copy(update={"vote": 2, "said": {"GOAL-09": Said(value=value)}})
        for one, value in zip(first, ["yes", *["partly"] * 3, *["no"] * 3], strict=True)
    ]
    held = revealed(held, *first, second=look(held, *again, vote=2))
    agreed = Agreed(answer="partly", reason="Heard since October.")
    held = held.model_copy(update={"agreed": {"GOAL-09": agreed}, "parked": ("GOAL-09",)})
    words = said(held, "GOAL-09")
    assert "First vote: Leader: yes. Practitioners: yes 0, partly 0, no 6." in words
    assert "3 of 6 answer otherwise than before." in words
    assert words.endswith("Parked. Agreed: partly. Heard since October.")


def test_what_lies_apart_comes_first_and_what_is_not_shown_last() -> None:
    people = room("GOAL-09", "yes", "no", "no", "no")
    more = [answers("practitioner", f"p{n}", {"MON-09": "yes", "SEL-06": "yes"}) for n in range(5)]
    order = [one.item for one in in_order(revealed(workshop(), *people, *more), QUESTIONS)]
    assert order[:3] == ["GOAL-09", "MON-09", "SEL-06"]
    assert not any(question(revealed(workshop(), *people), item).is_shown for item in order[3:])


@pytest.mark.parametrize(
    ("many", "mode", "words"),
    [
        (1, "blind", "1 person answered. That is too few to show anything without showing who."),
        (3, "blind", "3 people answered. With three, nobody is anonymous."),
        (4, "blind", "4 people answered."),
        (2, "open", "2 people answered. By the group's own wish views stand under roles."),
    ],
)
def test_how_many_took_part_and_what_so_few_means(many: int, mode: str, words: str) -> None:
    people = [answers("practitioner", f"p{n}", {"GOAL-09": "no"}) for n in range(many)]
    assert took_part(revealed(workshop(mode=mode), *people)) == words


def test_those_who_came_late_took_part_and_a_second_vote_says_where_it_is_shown() -> None:
    first = room("GOAL-09", "yes", "no", "no", "no")
    late = [answers("practitioner", f"late{n}", {"GOAL-09": "no"}) for n in range(3)]
    found = revealed(revealed(workshop(), *first), *first, *late)
    assert took_part(found) == "7 people answered."
    slip = look(found, answers("practitioner", "slip", {"GOAL-09": "no"}, vote=2), vote=2)
    again = revealed(found, *first, *late, second=slip)
    where = (
        "The second vote is shown where everyone who had answered certainly answered again: under "
        "the same code, or because all of the role who were asked did."
    )
    assert took_part(again) == f"7 people answered. {where}"
    assert closed_words(again).endswith(where)


def test_then_and_now_compare_groups_only_where_they_are_as_large() -> None:
    then = revealed(workshop(), *room("GOAL-09", "yes", *["no"] * 5))
    same = revealed(workshop(), *room("GOAL-09", "yes", *["yes"] * 5))
    more = revealed(workshop(), *room("GOAL-09", "yes", *["yes"] * 6))
    (leader, staff) = compared(then, same)["GOAL-09"]
    assert (leader.differs, staff.differs) == (False, True)
    assert then_and_now("GOAL-09", staff, QUESTIONS["GOAL-09"]) == (
        "GOAL-09, practitioners. Then: yes 0, partly 0, no 5. Now: yes 5, partly 0, no 0."
    )
    (total,) = compared(then, more)["GOAL-09"]
    assert (total.group, total.then.scored, total.now.scored) == ("", 6, 7)
    assert "all together" in then_and_now("GOAL-09", total, QUESTIONS["GOAL-09"])
    asked = {**workshop().asked, "GOAL-09": Asked(asked="otherwise")}
    assert compared(then, more.model_copy(update={"asked": asked})) == {}
    assert compared(workshop(), more) == {}


FORM = workshop("GOAL-06", "GOAL-09", "MON-09", "T10", "SEL-06")


def test_a_typed_line_says_what_was_ticked_on_paper() -> None:
    assert asked_of(FORM, QUESTIONS, "practitioner") == ["SEL-06", "GOAL-06", "GOAL-09", "MON-09"]
    found = read_line("p y a ?-", FORM, QUESTIONS)
    assert isinstance(found, Line)
    assert {item: one.value for item, one in found.said.items()} == {
        "SEL-06": "yes",
        "GOAL-06": "weekly",
        "GOAL-09": "not sure",
        "MON-09": "not applicable",
    }
    whole = written_line("practitioner", found.said, FORM, QUESTIONS)
    assert whole == f"P ya?- {check_digits(FORM.id, 'P', 'ya?-')}"
    assert read_line(whole, FORM, QUESTIONS) == found
    assert written_line("user", {}, FORM, QUESTIONS).startswith("U ... ")
    assert written_line("director", {}, FORM, QUESTIONS).startswith("O ... ")
    norwegian = read_line("P jadn", FORM, QUESTIONS)
    assert isinstance(norwegian, Line)
    assert norwegian.said["GOAL-09"].value == "partly"


def slip(at: int, item: str) -> Wrong:
    return Wrong("sign", at, sign="z", asked=QUESTIONS[item].words)


@pytest.mark.parametrize(
    ("text", "wrong", "words"),
    [
        ("", Wrong("no role"), "the first letter is no role"),
        ("X yyyy", Wrong("no role"), "the first letter is no role"),
        ("P ya", Wrong("length", 2, 4), "there are 2 signs, and the form has 4"),
        ("P yayy 00", Wrong("check"), "the check digits do not fit"),
        ("P yayz", slip(4, "MON-09"), 'sign 4, "z", does not answer “Do those who deliver it see'),
        ("P yzyy", slip(2, "GOAL-06"), 'sign 2, "z", does not answer “How often'),
    ],
)
def test_a_line_with_a_slip_is_told(text: str, wrong: Wrong, words: str) -> None:
    found = read_line(text, FORM, QUESTIONS)
    assert found == wrong
    assert words in wrong_line(1, wrong, "L, P")


def test_the_gap_is_to_the_practitioners_and_not_to_everybody() -> None:
    """All but the leader say yes 5, no 3, so that their middle is yes; the practitioners' is no."""
    people = room("GOAL-09", "yes", "no", "no", "no", "yes", "yes")
    people += [answers("user", f"u{n}", {"GOAL-09": "yes"}) for n in range(3)]
    found = question(revealed(workshop(), *people), "GOAL-09")
    assert (found.gap, found.theirs.median, found.staff.median) == (2, "no", "yes")
    assert "The leader says yes; practitioners mostly no." in said(
        revealed(workshop(), *people), "GOAL-09"
    )
    agreed = revealed(workshop(is_leader_shown=False), *people)
    assert question(agreed, "GOAL-09").gap is None


def test_where_all_others_say_the_same_they_are_not_told_as_most() -> None:
    people = room("GOAL-09", "yes", "no", "no", "no")
    assert "The leader says yes; practitioners all no." in said(
        revealed(workshop("GOAL-09"), *people), "GOAL-09"
    )


def test_a_red_fact_is_read_out_first_and_stands_among_what_is_lacking() -> None:
    plan = Plan().answering("GOAL-03", "leader", "no").answering("GOAL-03", "deputy", "no")
    judged = review(TEMPLATE, plan, date(2026, 12, 2))
    flags = red_facts(judged, plan, TEMPLATE)
    head, fact = facts_first(flags)
    assert head.startswith("Facts first.")
    assert fact.startswith("GOAL-03: ")
    assert fact.endswith("Act on it, or let a named leader answer for it.")
    assert facts_first(()) == []
    assert lacking_words(2, [("Book it", ["when"])], flags)[2:] == [
        "“Book it” lacks: by when.",
        fact,
    ]
    acted = plan.entering("actions", "1", {"item": "GOAL-03"})
    assert red_facts(judged, acted, TEMPLATE) == ()


def test_what_has_to_be_said_first_names_the_answers_that_there_are() -> None:
    words = guard_words("no answer", "GOAL-09", "perhaps", QUESTIONS["GOAL-09"])
    assert words == "perhaps does not answer GOAL-09: yes, partly, no, not sure."
    chosen_from = QUESTIONS["GOAL-09"].model_copy(update={"options": {"few": "A few of them"}})
    words = guard_words("better than theirs", "GOAL-09", "few", chosen_from)
    assert "say less than a few of them." in words
    words = guard_words("no answer", "GOAL-09", "x", chosen_from)
    assert words == "x does not answer GOAL-09: a few of them, not sure."
    assert "never voted on" in guard_words("not asked", "CAP-01", "x", None)
    assert "come late" in comes_late()


def test_what_became_of_the_actions_is_counted() -> None:
    day = date(2027, 3, 1)
    plan = Plan(
        actions={
            "1": {"state": "done"},
            "2": {"when": date(2027, 2, 1)},
            "3": {"when": day},
            "4": {"state": "dropped"},
        }
    )
    assert actions_counted(actions_of(plan), day) == [
        "Actions: 1 of 4 is done.",
        "1 is late.",
    ]
    assert actions_counted([], day) == []


def test_roles_and_sets_are_understood_in_both_languages() -> None:
    meant = {
        "Leder": "leader",
        "fagpersoner": "practitioner",
        "user representatives": "user",
        "level_above": "level_above",
        "boss": "",
        "": "",
    }
    assert {text: role_meant(text) for text in meant} == meant
    assert question_ids(TEMPLATE, ["temaer"]) == question_ids(TEMPLATE, ["topics"])


def test_copies_of_answers_are_sought_wherever_they_may_lie() -> None:
    assert all(place in copies_may_remain() for place in ("mail", "Downloads", "bin"))


def test_in_the_room_it_is_told_what_was_put_off_and_that_there_is_no_workshop() -> None:
    assert parked_words("GOAL-09") == "Parked: GOAL-09."
    assert why("no-workshop").endswith("Make one: readiness workshop new")


def test_an_agreed_answer_beside_the_plans_own_is_told() -> None:
    assert only_agreed("CAP-07").startswith("CAP-07: what was agreed is kept beside the plan")


def test_what_a_plan_keeps_of_a_workshop_is_told_in_words() -> None:
    assert asked_roles({"roles": "leader 1; practitioner 5"}) == "leader 1, practitioners 5"
    assert agreed_answer({}, None) == ""
    assert agreed_answer({"answer": "yes"}, QUESTIONS["GOAL-09"]) == "yes"
    agreed = {"reason": "The room is booked.", "by_leader": "yes", "against_votes": "yes"}
    assert why_agreed(agreed) == (
        "The room is booked. Decided by the leader against the practitioners' answer. "
        "Agreed though a third or more said no or were not sure."
    )
    assert [not_with_it({"against": many}) for many in (0, 1, 4)] == ["at most one"] * 2 + ["4"]
    assert not_with_it({}) == ""
    assert look_again({"look_again": date(2027, 3, 1)}) == "1 March 2027"
    assert look_again({}) == ""
    counted = {"yes": 2, "no": 4, "unsure": 1}
    assert heard_counts(counted, QUESTIONS["GOAL-09"]) == "yes 2, no 4, not sure 1"
    assert heard_counts({"said": "weekly 3; monthly 2"}, None) == "weekly 3, monthly 2"


def test_the_time_for_a_question_is_told_as_a_clock_and_in_a_sentence() -> None:
    assert [clock_words(left) for left in (220, -65)] == ["3:40 left", "1:05 over"]
    assert spoken_time(220) == "Time left: 3 minutes and 40 seconds."
    assert spoken_time(0) == "Time left: 0 seconds."
    assert spoken_time(-60) == "Over the time by 1 minute: agree, or park."


def test_words_alone_are_no_answer() -> None:
    assert nothing_ticked().startswith("You wrote something and chose no answer. Choose one")
