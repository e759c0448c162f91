"""What comes in for a workshop, what counts of it, and what is shown once collecting is closed."""

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.rater import RaterQuestion
from readiness.domain.checklist.template import Item
from readiness.domain.ratings.questions import question_ids, rater_kind
from readiness.domain.ratings.rater_answers import FIDELITY, RaterAnswers, Said
from readiness.domain.ratings.reveal import Votes, closing
from readiness.domain.ratings.view import in_order
from readiness.domain.ratings.workshop import Asked, Role, Workshop
from tests.workshops import QUESTIONS, TEMPLATE, answers, look, revealed, room, workshop


def test_27_judgements_six_about_oneself_and_ten_topics_are_asked_and_no_facts() -> None:
    kinds = [rater_kind(item) for item in TEMPLATE.items.values()]
    assert (kinds.count("judgement"), kinds.count("own"), kinds.count("fact")) == (27, 6, 18)
    assert len(QUESTIONS) == 43
    assert [key for key, one in QUESTIONS.items() if one.is_sensitive] == [
        *("T02", "SEL-05", "SEL-06", "SEL-07", "CAP-01", "CAP-02", "CAP-04"),
    ]


def test_a_set_is_chosen_by_its_name_and_a_fact_never() -> None:
    assert len(question_ids(TEMPLATE, ["topics"])[0]) == 10
    assert len(question_ids(TEMPLATE, ["gap"])[0]) == 18
    assert {"GOAL-05", "GOAL-09", "MON-09"} <= set(question_ids(TEMPLATE, ["short"])[0])
    assert question_ids(TEMPLATE, ["GOAL-09", "T03", "SEL-03", "XX"]) == (
        ["T03", "GOAL-09"],
        ["SEL-03", "XX"],
    )


def test_a_question_of_a_template_of_ones_own_is_a_vote_only_where_one_word_answers_it() -> None:
    def kind(**parts: Part) -> str:
        texts = dict.fromkeys(("area", "short", "question", "ready_when", "why", "if_not"), "x")
        return rater_kind(Item(**texts, driver="leadership", parts=parts, rater=RaterQuestion()))

    assert kind(value=Part(kind="ynp")) == "judgement"
    assert kind(value=Part(kind="choice", options={"a": "A"})) == "judgement"
    assert kind(value=Part(kind="choice", feeds="going_on")) == "fact"
    assert kind(value=Part(kind="ynp"), more=Part(kind="text")) == "fact"
    assert kind(value=Part(kind="date")) == "fact"


def test_only_numbers_by_role_are_known_before_collecting_is_closed() -> None:
    found = look(workshop(), *room("GOAL-09", "yes", "no", "no"))
    assert found.by_role == {"leader": 1, "practitioner": 2}
    assert not workshop().is_closed
    assert workshop().vote("GOAL-09") == {}


def test_what_does_not_count_is_told_with_the_reason() -> None:
    yes, no = {"GOAL-09": "yes"}, {"GOAL-09": "no"}
    found = look(
        workshop(),
        answers("user", "aaaa", yes, edition=1),
        answers("user", "aaaa", no, edition=2),
        answers("user", "bbbb", yes, for_="hill-9"),
        answers("user", "cccc", yes, kind=FIDELITY),
        answers("user", "", yes),
        answers("user", "dddd", yes, vote=2),
        answers("user", "eeee", yes),
        answers("user", "eeee", yes),
        answers("user", "ffff", yes),
        answers("user", "ffff", no),
    )
    assert {(one.reason, one.about) for one in found.told} == {
        ("older edition", "aaaa-2.answers.toml"),
        ("other workshop", "hill-9"),
        ("no workshop answers", ""),
        ("no code", ""),
        ("other vote", "2"),
        ("copy", "eeee-1.answers.toml"),
        ("two editions alike", "ffff-1.answers.toml"),
    }
    assert not any(one.is_counted for one in found.told)
    assert sorted(found.counted) == ["aaaa", "eeee"]
    assert found.counted["aaaa"].said["GOAL-09"].value == "no"
    assert found.files["aaaa"] == "aaaa-2.answers.toml"


def test_single_answers_that_do_not_count_leave_the_rest() -> None:
    said = {
        "GOAL-09": Said(value="no", asked="another1"),
        "MON-09": Said(value="perhaps", asked=QUESTIONS["MON-09"].asked),
        "SEL-06": Said(value="yes", asked=QUESTIONS["SEL-06"].asked),
        "SEL-03": Said(value="yes"),
        "GOAL-05": Said(value=3, asked=QUESTIONS["GOAL-05"].asked),
        "GOAL-10": "yes",
    }
    found = look(workshop(), answers("director", "aaaa", said))
    assert dict(found.counted["aaaa"].said).keys() == {"GOAL-10"}
    assert found.counted["aaaa"].who == "other"
    assert [(one.reason, one.about, one.is_counted) for one in found.told] == [
        ("unknown role", "director", True),
        ("asked differently", "GOAL-09", True),
        ("no answer", "MON-09, GOAL-05", True),
        ("not asked", "SEL-06, SEL-03", True),
    ]


def test_a_file_that_was_left_in_the_middle_counts_and_is_told() -> None:
    found = look(workshop(), answers("user", "aaaa", {"GOAL-09": "no"}, finished=False))
    assert [(one.reason, one.is_counted) for one in found.told] == [("not finished", True)]
    assert sorted(found.counted) == ["aaaa"]


def test_two_files_that_look_like_one_persons_count_and_are_told() -> None:
    ten = dict.fromkeys(list(workshop().asked)[7:18], "not sure")
    note = {"GOAL-09": Said(value="no", note="We heard of it in the corridor.")}
    found = look(
        workshop(),
        answers("user", "aaaa", ten),
        answers("user", "bbbb", ten),
        answers("user", "cccc", note),
        answers("user", "dddd", {**note, "GOAL-10": "yes"}),
    )
    assert [(one.reason, one.about) for one in found.told] == [
        ("same answers", "aaaa-1.answers.toml"),
        ("same notes", "cccc-1.answers.toml"),
    ]
    assert len(found.counted) == 4


def test_the_reveal_of_the_design_leader_beside_practitioners_and_others() -> None:
    people = room("GOAL-09", "yes", "no", "no", "yes", "yes", "partly")
    people += [answers("user", "u1", {"GOAL-09": "no"}), answers("supervisor", "s1", {})]
    people.append(answers("supervisor", "s2", {"GOAL-09": "no"}))
    found = revealed(workshop(), *people)
    others = found.vote("GOAL-09")["practitioner+others"]
    assert dict(others.said) == {"no": 4, "partly": 1, "yes": 2}
    assert (others.steps, others.word) == (5, "split")
    assert found.vote("GOAL-09")["leader"].median == "yes"
    assert found.answered("GOAL-09") == 8
    assert found.vote("GOAL-09", 2) == {}


def test_a_question_few_answered_shows_how_many_did_and_nothing_else() -> None:
    found = revealed(workshop(), *room("GOAL-09", "yes", "no", "no", "", "", ""))
    assert found.vote("GOAL-09") == {}
    assert found.answered("GOAL-09") == 3


def test_options_are_counted_by_option_and_sensitive_answers_in_bands_only() -> None:
    people = [
        answers("practitioner", f"p{n}", {"SEL-06": value, "GOAL-06": "weekly", "T02": "not sure"})
        for n, value in enumerate(["yes", "yes", "yes", "yes", "no", "partly"])
    ]
    found = revealed(workshop("gap", "topics"), *people)
    assert found.band("SEL-06") == "most"
    assert found.band("T02") is None
    assert {*found.vote("SEL-06"), *found.vote("T02")} == set()
    counts = found.vote("GOAL-06")["practitioner"]
    assert (counts.said["weekly"], counts.is_ordered, counts.word) == (6, False, "same")


def test_words_are_shown_only_where_their_writer_released_them_and_five_took_part() -> None:
    def wrote(code: str, words: str, *, show: bool) -> dict[str, Said]:
        return {
            "T10": Said(value=f"{words}, {code}", show_note=show),
            "SEL-06": Said(value="no", note="I was made to.", show_note=True),
            "GOAL-09": Said(value="no", note=f"Corridor, {code}.", show_note=show),
        }

    people = [
        answers("practitioner", f"p{n}", wrote(f"p{n}", "The rota", show=n > 2)) for n in range(5)
    ]
    found = revealed(workshop("gap", "topics"), *people).shown[0].notes
    assert found == {
        "T10": ("The rota, p3", "The rota, p4"),
        "GOAL-09": ("Corridor, p3.", "Corridor, p4."),
    }
    few = [one for one in people if one.code != "p0"]
    assert revealed(workshop("gap", "topics"), *few).shown[0].notes == {}


def test_late_files_wait_for_two_more_and_change_nobody_who_was_counted() -> None:
    first = room("GOAL-09", "", "no", "no", "no", "yes")
    held = revealed(workshop(), *first)
    late = [answers("practitioner", f"late{n}", {"GOAL-09": "yes"}) for n in range(3)]
    two = look(held, *first, *late[:2])
    assert closing(held, Votes(two), QUESTIONS) is None
    changed = first[1].model_copy(update={"edition": 2, "said": {"GOAL-09": Said(value="yes")}})
    changed_late = look(held, first[0], changed, *first[2:], *late)
    assert closing(held, Votes(changed_late), QUESTIONS) is None
    later = revealed(held, *first, *late)
    assert later.shown[1].time == "late"
    assert dict(later.vote("GOAL-09")["practitioner"].said) == {"no": 3, "partly": 0, "yes": 4}


def test_the_second_vote_stands_beside_the_first_and_movement_has_no_direction() -> None:
    first = room("GOAL-09", "yes", *["no"] * 6)
    held = revealed(workshop(), *first)
    again = [
        one.model_copy(update={"vote": 2, "said": {"GOAL-09": Said(value=value)}})
        for one, value in zip(first, ["yes", *["partly"] * 3, *["no"] * 3], strict=True)
    ]
    second = look(held, *again, vote=2)
    after = revealed(held, *first, second=second)
    assert dict(after.vote("GOAL-09")["practitioner"].said) == {"no": 6, "partly": 0, "yes": 0}
    assert dict(after.vote("GOAL-09", 2)["practitioner"].said) == {"no": 3, "partly": 3, "yes": 0}
    assert after.shown[1].moved == {"GOAL-09": (3, 6)}
    assert after.answered("GOAL-09") == 7


def test_a_second_vote_on_paper_is_shown_where_all_came_back() -> None:
    first = room("GOAL-09", "", *["no"] * 5)
    held = revealed(workshop(), *first)
    slips = [answers("practitioner", f"slip{n}", {"GOAL-09": "yes"}, vote=2) for n in range(1, 6)]
    whole = revealed(held, *first, second=look(held, *slips, vote=2))
    assert whole.vote("GOAL-09", 2)["practitioner"].said["yes"] == 5
    assert whole.shown[1].moved == {}
    few = revealed(held, *first, second=look(held, *slips[:4], vote=2))
    assert few.vote("GOAL-09", 2) == {}


def test_a_second_vote_that_a_stranger_gives_in_the_place_of_one_who_was_there_is_not_shown() -> (
    None
):
    """Six were asked and five of them answered each time, on slips: nobody knows which five."""
    roles = {"practitioner": Role(expected=6)}
    first = [answers("practitioner", f"p{n}", {"GOAL-09": "no"}) for n in range(5)]
    held = revealed(workshop(roles=roles), *first)
    slips = [answers("practitioner", f"slip{n}", {"GOAL-09": "yes"}, vote=2) for n in range(5)]
    after = revealed(held, *first, second=look(held, *slips, vote=2))
    assert after.vote("GOAL-09")["practitioner"].said["no"] == 5
    assert after.vote("GOAL-09", 2) == {}
    assert len(after.shown[1].stage.raters) == 5


def test_words_that_come_late_wait_until_five_came_late_and_are_never_told_twice() -> None:
    def wrote(code: str, vote: int = 1) -> RaterAnswers:
        said = {"T10": Said(value=f"Words of {code}", show_note=True)}
        return answers("practitioner", code, said, vote=vote)

    def notes(of: Workshop) -> tuple[str, ...]:
        return next(one.notes for one in in_order(of, QUESTIONS) if one.item == "T10")

    first = [wrote(f"p{n}") for n in range(5)]
    of = revealed(workshop("topics"), *first)
    few = revealed(of, *first, *(wrote(f"late{n}") for n in range(3)))
    assert notes(few) == notes(of) == tuple(f"Words of p{n}" for n in range(5))
    late = [wrote(f"late{n}") for n in range(6)]
    more = revealed(few, *first, *late)
    assert notes(more) == (*(f"Words of late{n}" for n in range(6)), *notes(of))
    second = look(more, *(wrote(f"slip{n}", 2) for n in range(4)), vote=2)
    assert notes(revealed(more, *first, *late, second=second)) == notes(more)


def test_words_of_the_few_who_are_asked_a_question_are_not_told() -> None:
    """What the one person writes who alone is asked something is known to be that person's."""
    said = {"T10": Said(value="Said by one.", show_note=True)}
    people = [answers("leader", "l1", said), *(answers("user", f"u{n}", {}) for n in range(6))]
    asked = {"T10": Asked(roles=("leader",), asked=QUESTIONS["T10"].asked)}
    assert revealed(workshop("T10", asked=asked), *people).shown[0].notes == {}
    assert revealed(workshop("T10"), *people).shown[0].notes == {"T10": ("Said by one.",)}


def test_an_open_workshop_shows_views_under_roles_by_the_groups_own_wish() -> None:
    found = revealed(workshop(mode="open"), *room("GOAL-09", "yes", "no"))
    assert {role: one.median for role, one in found.vote("GOAL-09").items()} == {
        "leader": "yes",
        "practitioner": "no",
    }
