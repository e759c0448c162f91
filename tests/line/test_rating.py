"""One person answers a workshop in plain lines, or one after another at one laptop."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from readiness.app.operations.rating import place_of, questions_for, resume
from readiness.app.operations.workshop import Invitation, NotDone, Room, prepare
from readiness.app.operations.workshop_collect import blank_answers
from readiness.domain.plan.plan import Plan
from readiness.line.console import Console, Leave, says_yes
from readiness.line.rating import answer_one, ask_role, choice_meant, line_of, pass_round
from readiness.storage.answers_file import read_answers
from readiness.storage.plan_file import PlanFile
from tests.workshops import QUESTIONS, TEMPLATE

ROLES = {"leader": 1, "practitioner": 5}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    PlanFile.create(tmp_path / "plan.toml", Plan(), TEMPLATE)
    wanted = ["SEL-06", "GOAL-06", "GOAL-09", "T10"]
    file = tmp_path / "riv.workshop.toml"
    return prepare(tmp_path / "plan.toml", file, Invitation(ROLES, wanted), date(2026, 12, 2))


def console(*lines: str, printed: list[str] | None = None) -> Console:
    typed: Iterable[str] = iter([f"{line}\n" for line in lines])
    heard = printed if printed is not None else list[str]()
    return Console(lambda: next(typed, ""), heard.append, echoes=True)


def answered(room: Room, *lines: str) -> dict[str, tuple[object, str, bool]]:
    """What one practitioner's file holds after these lines: value, note, whether it is released."""
    mine = blank_answers(room, "practitioner")
    path = place_of(room.path.parent, mine)
    answer_one(room, console(*lines), path, mine)
    held = read_answers(path).answers
    return {item: (one.value, one.note, one.show_note) for item, one in held.said.items()}


@pytest.mark.parametrize(
    ("line", "said"),
    [("yes", True), ("y", True), ("J", True), ("n", False), ("nei", False), ("not sure", False)],
)
def test_yes_and_no_are_also_said_with_a_letter(line: str, said: bool) -> None:  # noqa: FBT001
    assert says_yes(console(line), "Sure?") is said


def test_every_answer_is_kept_at_once_and_nothing_tells_when(room: Room) -> None:
    mine = blank_answers(room, "practitioner")
    path, printed = place_of(room.path.parent, mine), list[str]()
    lines = ["The rota.", "yes", "1", "every month", "n"]
    done = answer_one(room, console(*lines, printed=printed), path, mine)
    held = read_answers(path).answers
    assert done == held
    assert {item: one.value for item, one in held.said.items()} == {
        "T10": "The rota.",
        "SEL-06": "yes",
        "GOAL-06": "monthly",
        "GOAL-09": "no",
    }
    assert (held.finished, held.code, held.said["T10"].show_note) == (True, mine.code, True)
    assert datetime.fromtimestamp(path.stat().st_mtime) == datetime(2026, 12, 2, 12)  # noqa: DTZ001, DTZ006
    assert line_of(room, held).startswith("P ycn ")
    words = "".join(printed)
    assert "The room sees only counts." in words
    assert "a count tells what everybody said: no rule can hide that" in words
    assert "Question 4 of 4. Do those who deliver it feel heard" in words


def test_nobody_is_promised_counts_where_answers_stand_under_roles(room: Room) -> None:
    held = replace(room, workshop=room.workshop.model_copy(update={"mode": "open"}))
    mine, printed = blank_answers(held, "leader"), list[str]()
    answer_one(held, console("quit", printed=printed), place_of(room.path.parent, mine), mine)
    words = "".join(printed)
    assert "answers stand under roles in this workshop: where you alone have a role" in words
    assert "counts" not in words.replace("never counts as no", "")


def test_back_notes_blanks_and_what_was_said_before(room: Room) -> None:
    lines = ["", "2", "back", "note In the rota.", "", "weekly"]
    assert answered(room, "", "2", "b", "note In the rota.", "", "back", "-", "", "") == {}
    found = answered(room, *lines, "not for me")
    assert found["SEL-06"] == ("partly", "In the rota.", False)
    assert found["GOAL-09"] == ("not applicable", "", False)
    shown = answered(room, "", "yes", "back", "note Heard.", "yes", "", "")
    assert shown["SEL-06"] == ("yes", "Heard.", True)


def test_what_was_written_is_kept_also_where_the_input_ends_behind_it(room: Room) -> None:
    assert answered(room, "The rota.") == {"T10": ("The rota.", "", False)}
    kept = {"T10": ("Note the rota.", "", True)}
    assert answered(room, "The rota.", "no", "b", "Note the rota.", "perhaps", "yes") == kept
    assert answered(room, "The rota.", "no", "b", "-") == {}


def test_a_note_before_the_answer_is_told(room: Room) -> None:
    mine, printed = blank_answers(room, "leader"), list[str]()
    lines = console("", "note In the rota.", "quit", printed=printed)
    answer_one(room, lines, place_of(room.path.parent, mine), mine)
    assert "Answer first, then write the note." in "".join(printed)


def test_what_is_no_answer_is_asked_again_and_quit_leaves(room: Room) -> None:
    mine = blank_answers(room, "leader")
    path, printed = place_of(room.path.parent, mine), list[str]()
    lines = console("", "9", "9" * 5000, "perhaps", "quit", printed=printed)
    answer_one(room, lines, path, mine)
    assert "".join(printed).count("That is none of the answers") == 3
    assert not path.exists()


def test_answers_go_on_where_they_were_left_and_never_in_another_workshop(room: Room) -> None:
    mine = blank_answers(room, "practitioner", 2)
    path = place_of(room.path.parent, mine)
    first = answer_one(room, console("", "yes", "quit"), path, mine)
    assert not first.finished
    again = answer_one(room, console("", "", "weekly", ""), path, resume(room, path))
    assert (again.finished, again.code, again.vote) == (True, mine.code, 2)
    assert set(again.said) == {"SEL-06", "GOAL-06"}
    text = path.read_text("utf-8").replace(room.workshop.id, "hill-9")
    path.write_text(text, "utf-8")
    with pytest.raises(NotDone, match="another workshop, hill-9"):
        resume(room, path)


def test_a_role_is_asked_its_own_questions_only(room: Room) -> None:
    assert list(questions_for(room, "practitioner")) == ["T10", "SEL-06", "GOAL-06", "GOAL-09"]
    assert "SEL-06" not in questions_for(room, "leader")
    assert ask_role(room, console("director", "9" * 5000, "2")) == "practitioner"
    assert ask_role(room, console("leader")) == "leader"
    with pytest.raises(Leave):
        ask_role(room, console())


def test_one_laptop_is_passed_round_with_no_way_back(room: Room, tmp_path: Path) -> None:
    cleared = list[int]()
    one = ["practitioners", "", "yes", "", "", ""]
    passed = pass_round(room, console(*one, *one), tmp_path, lambda: cleared.append(1))
    assert (passed, len(cleared)) == ((2, 0), 2)
    files = list(tmp_path.glob("*.answers.toml"))
    assert len({read_answers(path).answers.code for path in files}) == 2


def test_who_leaves_in_the_middle_has_not_answered_and_a_second_vote_stays_one(
    room: Room, tmp_path: Path
) -> None:
    left, nothing = ["practitioners", "", "yes", "quit", ""], ["practitioners", "quit", ""]
    whole = ["practitioners", "", "", "", "yes", ""]
    lines = console(*left, *nothing, *whole)
    assert pass_round(room, lines, tmp_path, lambda: None, 2) == (1, 1)
    files = [read_answers(path).answers for path in tmp_path.glob("*.answers.toml")]
    assert sorted((one.vote, one.finished) for one in files) == [(2, False), (2, True)]


def test_answers_to_one_vote_or_of_one_role_are_never_taken_for_others(room: Room) -> None:
    mine = blank_answers(room, "practitioner")
    path = place_of(room.path.parent, mine)
    answer_one(room, console("", "yes", "quit"), path, mine)
    before = path.read_bytes()
    with pytest.raises(NotDone, match="holds answers to vote 1: nothing was changed"):
        resume(room, path, 2)
    assert path.read_bytes() == before
    with pytest.raises(NotDone, match="holds the answers of practitioners: nothing was changed"):
        resume(room, path, role="leader")
    assert resume(room, path, 1, "practitioner") == resume(room, path)


@pytest.mark.parametrize(
    ("text", "item", "value"),
    [
        ("ja", "GOAL-09", "yes"),
        ("Y", "GOAL-09", "yes"),
        ("?", "GOAL-09", "not sure"),
        ("not s", "GOAL-09", "not sure"),
        ("every two", "GOAL-06", "every two weeks"),
        ("every", "GOAL-06", None),
        ("6", "GOAL-09", None),
        ("anything", "T10", "anything"),
    ],
)
def test_words_and_their_beginnings_are_understood(text: str, item: str, value: str | None) -> None:
    assert choice_meant(text, QUESTIONS[item]) == value
