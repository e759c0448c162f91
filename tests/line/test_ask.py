"""The plan as questions and answers: what is typed, what is said, and what is in the file."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO
from readiness.domain.plan.plan import Plan
from readiness.line.commands import ABOUT
from readiness.line.launch import HANDLERS
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover

ANSWERS: dict[str, tuple[str, object]] = {
    "ynp": ("y", "yes"),
    "date": ("1.3.2027", date(2027, 3, 1)),
    "dates": ("1 Mar 2027, 1 Jun 2027", (date(2027, 3, 1), date(2027, 6, 1))),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


def _typed(part: Part, *, one_line: bool) -> tuple[list[str], object]:
    kind, options = part.kind, list(part.options)
    if kind == "number":
        number = int(max(part.low or 0, 3))
        return [str(number)], number
    if kind in ANSWERS:
        return [ANSWERS[kind][0]], ANSWERS[kind][1]
    if kind == "choice":
        return ["1"], options[0]
    if kind == "choices":
        return ["1, 2"], tuple(options[:2])
    return (
        (["AB"], "AB")
        if one_line
        else (["One line", "", "and another", "."], "One line\n\nand another")
    )


def test_all_51_questions_are_answered_through_a_pipe(path: Path) -> None:
    template, lines = Library().load("imr"), ["people add AB", "nurse"]
    plan = plan_at(path).with_person("AB", "nurse")
    for key, item in template.items.items():
        if item.row_parts:
            lines.append("add")
            for name, part in item.row_parts.items():
                typed, value = _typed(part, one_line=kind_of(part).is_one_line(part))
                lines += typed
                plan = plan.answering_row(key, "1", name, value)  # type: ignore[arg-type]
            lines.append("")
        for name, part in item.parts.items():
            typed, value = _typed(part, one_line=kind_of(part).is_one_line(part))
            lines += typed
            plan = plan.answering(key, name, value)  # type: ignore[arg-type]
        for name, part in item.person_parts.items():
            typed, value = _typed(part, one_line=kind_of(part).is_one_line(part))
            lines += typed
            plan = plan.answering_person("AB", name, value)  # type: ignore[arg-type]
    code, said = converse(path, [*lines, "quit"])
    assert code == 0
    assert plan_at(path) == plan
    assert "That was the last question. " not in said
    assert "51 of 51 questions answered" in said


def test_every_command_is_explained_and_carried_out() -> None:
    assert ABOUT.keys() == HANDLERS.keys()


def test_an_answer_says_what_it_did_and_is_saved_without_a_word(path: Path) -> None:
    _, said = converse(path, ["go INC-03", "no", "back", "12"])
    assert "Understood: Not counted." in said
    assert "Red flag raised: INC-03 Patients who fit. Nobody has counted" in said
    assert "Flag cleared: INC-03 Patients who fit." in said
    assert "Saved." not in said
    assert plan_at(path).answer("INC-03").parts == {"eligible": 12}


def test_what_is_not_understood_is_said_and_asked_again(path: Path) -> None:
    lines = [
        "maybe",
        "no",
        "go CAP-08",
        "y",
        "soon",
        "skip",
        "go INC-04",
        "many",
        "0",
        "12 patients",
    ]
    _, said = converse(path, [*lines, "quit"])
    assert '"maybe" is not one of the answers; type a number from 1 to 5' in said
    assert '"soon" is not a date; try 31 Jan 2027' in said
    assert '"many" is not a number' in said
    assert "0 is too small; write 1 or more" in said
    plan = plan_at(path)
    assert plan.answer("SEL-01").parts == {"value": NO}
    assert plan.answer("CAP-08").parts == {"value": "yes"}
    assert plan.answer("INC-04").parts == {"value": 12}


@pytest.mark.parametrize("way", ["quit", "/quit", "exit", "q"])
@pytest.mark.parametrize("item", ["SEL-01", "SEL-08", "CAP-07", "CAP-09", "INC-04", "SEL-10"])
def test_quit_always_works(path: Path, way: str, item: str) -> None:
    lines = [f"go {item}", way, "/quit", "should not be read"]
    _, said = converse(path, lines)
    assert "should not be read" not in said
    assert plan_at(path).answers == {}


def test_a_command_word_in_a_text_is_asked_about_and_can_be_the_text(path: Path) -> None:
    _, said = converse(path, ["go CAP-07", "skip", '"skip"', ".", "quit"])
    assert "For the command, type /skip." in said
    assert plan_at(path).answer("CAP-07").parts == {"value": "skip"}


def test_the_end_of_input_in_a_text_keeps_what_was_typed(path: Path) -> None:
    code, _ = converse(path, ["go CAP-07", "Emergencies first.", "Then sessions."])
    assert code == 0
    assert plan_at(path).answer("CAP-07").parts == {"value": "Emergencies first.\nThen sessions."}


def test_the_place_is_remembered(path: Path) -> None:
    converse(path, ["go GOAL-06", "quit"])
    _, said = converse(path, ["quit"])
    assert "You go on where you were.\n\nGoals and vision, question 7 of 11, GOAL-06" in said


def test_rows_are_added_changed_and_removed(path: Path) -> None:
    add = ["go MON-01", "add", "12.7.2027", "Northside", "add", "1 Dec 2027", "", "add", "", ""]
    _, said = converse(path, [*add, "change 1", "13.7.2027", "", "remove 2", "remove 9", "quit"])
    assert plan_at(path).answer("MON-01").rows == {
        "1": {"date": date(2027, 7, 13), "by": "Northside"}
    }
    assert "Nothing was said, so no review was added." in said
    assert 'there is no review "9"; there are: 1' in said


def test_not_applicable_takes_a_reason_and_can_be_undone(path: Path) -> None:
    converse(path, ["go INC-10", "na", "back", "na", "No users here", "undo", "redo", "quit"])
    answer = plan_at(path).answer("INC-10")
    assert (answer.word, answer.reason) == ("not applicable", "No users here")


def test_everyone_at_once_and_each_by_name(path: Path) -> None:
    lines = ["people add AB", "", "people add CD", "nurse", "go SEL-05", "all yes", "go SEL-06"]
    converse(path, [*lines, "y", "n", "people rename ab", "EF", "people remove CD", "quit"])
    plan = plan_at(path)
    assert plan.answer("SEL-05").parts == {"value": "yes"}
    assert list(plan.people) == ["EF"]
    assert plan.people["EF"].parts == {"willing": "yes"}


def test_flags_are_accepted_with_reason_and_name(path: Path) -> None:
    lines = [
        "go INC-01",
        "no",
        "flags accept INC-01R",
        "/flags accept INC-01R",
        "We write them in March",
        "TL",
    ]
    _, said = converse(path, [*lines, "/flags", "/flags inc-01r", "/quit"])
    assert plan_at(path).accepted["INC-01R"]["by"] == "TL"
    assert "INC-01R, red, accepted: It is not written down" in said
    assert "Accepted by TL on 24 November 2026: We write them in March" in said


def test_actions_are_adopted_edited_and_ended(path: Path) -> None:
    edit = ["actions edit 1", "", "TL", "", "", "soon", "1 Mar 2027", "", "", ""]
    lines = ["actions adopt INC-01", *edit, "actions done 1", "actions drop 9", "actions"]
    _, said = converse(path, [*lines, "quit"])
    action = plan_at(path).actions["1"]
    assert (action["actor"], action["when"], action["state"]) == ("TL", date(2027, 3, 1), "done")
    assert 'Nothing in the list is called "9"' in said


def test_find_forgives_accents_and_case(path: Path) -> None:
    _, said = converse(path, ["note Møte med Åse på fredag", "find mote ASE", "quit"])
    assert "SEL-01, note: Møte med Åse på fredag" in said
    assert "Found 1." in said


def test_hours_xrays_calendar_lists_and_about_are_told(example: Path) -> None:
    asks = ["hours", "xrays", "calendar", "list", "list open", "list flags", "about", "why", "help"]
    _, said = converse(example, [*asks, "quit"])
    assert "CD needs 5.3 h a week, 4 freed: short of 1.3" in said
    assert "What would make it fit:" in said
    assert "First day with patients" in said
    assert "First day with patients: 11 January 2027" in said
    assert "Ready when:" in said


def test_unanswered_and_open_are_two_lists(path: Path) -> None:
    _, said = converse(path, ["not sure", "list open", "list unanswered", "quit"])
    assert "SEL-01, open:" in said
    assert "SEL-01, unanswered:" not in said
    assert "\n1 question.\n" in said
    assert "50 questions." in said


def test_a_new_plan_is_made_with_five_questions(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    code, said = converse(
        path, ["yes", "Mine", "North", "soon", "11 Jan 2027", "nosuch", "", "quit"]
    )
    plan: Plan = plan_at(path)
    assert (code, plan.plan, plan.service, plan.start) == (0, "Mine", "North", date(2027, 1, 11))
    assert '"soon" is not a date' in said
    refused = tmp_path / "refused.toml"
    assert converse(refused, ["no"])[0] == 2
    assert converse(refused, [])[0] == 2
    assert not refused.exists()


def test_hostile_text_never_reaches_the_terminal_raw(example: Path) -> None:
    text = example.read_text().replace("[people.CD]", '[people."C\\u001b[31m\\u202eD"]')
    example.write_text(text)
    _, said = converse(
        example, ["people", "go SEL-03", "hours", "note \x1b]0;x\x07 end", "list all", "quit"]
    )
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\x07" not in said
    assert "characters that a text cannot hold are left out" in said


def test_a_file_that_cannot_be_read_any_more_is_not_overwritten_and_nothing_is_lost(
    path: Path,
) -> None:
    def lines() -> object:
        path.write_text("<<<<<<< theirs\n")
        yield "y"
        yield "quit"
        yield "save as mine"
        yield "quit"

    code, said = converse(path, lines())  # type: ignore[arg-type]
    assert code == 0
    assert "Not saved: plan.toml line 1" in said
    assert "Your changes are kept aside" in said
    assert "Quit again to leave all the same." in said
    assert path.read_text() == "<<<<<<< theirs\n"
    assert plan_at(path.with_name("mine.toml")).answer("SEL-01").parts == {"value": "yes"}


def test_the_pdf_is_made(example: Path) -> None:
    _, said = converse(example, ["pdf", "quit"])
    assert example.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert "example.pdf is made" in said


def test_a_field_that_is_a_question_ends_as_one(path: Path) -> None:
    _code, said = converse(path, ["go SEL-02", "3", "quit"])
    assert "Field 2 of 2, Only if they volunteered: did the leader agree? 1 Yes; " in said
    assert "?." not in said


def test_a_full_name_of_a_practitioner_is_kept_and_pointed_out(path: Path) -> None:
    lines = ["people add Kari Nordmann", "", "people rename Kari Nordmann", "KN", "quit"]
    _code, said = converse(path, lines)
    assert said.count("looks like a full name") == 1
    assert list(plan_at(path).people) == ["KN"]
