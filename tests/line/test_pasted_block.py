"""What was pasted in one go answers at most the question that it was pasted at."""

from __future__ import annotations

import os
import pty
from datetime import date
from pathlib import Path

import pytest

from readiness.line.console import keyboard
from readiness.storage.languages import speak_in
from tests.line.conversation import converse, empty, plan_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


AGREED = "Vi ble enige i mars:\n- vil selv\n2\nno\n1"


def test_a_block_pasted_at_a_choice_answers_no_question_that_nobody_has_read(path: Path) -> None:
    code, said = converse(path, [AGREED, "quit"])
    assert (code, plan_at(path).answers) == (0, {})
    assert "4 more lines came in one go with the last one." in said
    assert "\n- vil selv\n2\nno\n1\n" in said


def test_a_column_pasted_at_a_choice_answers_that_question_alone(path: Path) -> None:
    _code, said = converse(path, ["go CAP-04", "yes\nno\npartly", "quit"])
    assert list(plan_at(path).answers) == ["CAP-04"]
    assert "2 more lines came in one go" in said


def test_the_same_is_said_in_norwegian(path: Path) -> None:
    speak_in("nb")
    _code, said = converse(path, [AGREED, "slutt"])
    assert "4 linjer til kom sammen med den forrige" in said


def test_a_block_pasted_at_a_text_is_that_text_with_all_its_lines(path: Path) -> None:
    block = "Emergencies first.\n\nback\n/go SEL-01\n- 2\nno"
    converse(path, ["go CAP-07", block, ".", "quit"])
    assert plan_at(path).answers.keys() == {"CAP-07"}
    assert plan_at(path).answer("CAP-07").parts == {"value": block}


def test_a_second_block_goes_on_with_the_text(path: Path) -> None:
    converse(path, ["go CAP-07", "One.", "Two.\nquit", "Three.", ".", "quit"])
    assert plan_at(path).answer("CAP-07").parts == {"value": "One.\nTwo.\nquit\nThree."}


def test_a_block_that_is_too_long_for_a_text_is_shown_where_it_ends(path: Path) -> None:
    _code, said = converse(path, ["go CAP-07", "One.\n" + "x" * 20_000 + "\nlast words", "quit"])
    assert "it ends before this line" in said
    assert "\nlast words\n" in said
    assert plan_at(path).answer("CAP-07").parts == {"value": "One."}


def test_a_column_of_days_answers_the_question_that_asks_for_days(path: Path) -> None:
    converse(path, ["go GOAL-07", "1 Feb 2027\n1 Mar 2027\n5 Apr 2027", "quit"])
    days = [one.isoformat() for one in plan_at(path).answer("GOAL-07").parts["value"]]  # type: ignore[union-attr]
    assert days == ["2027-02-01", "2027-03-01", "2027-04-05"]


def test_commands_pasted_at_once_run_no_further_than_the_first(path: Path) -> None:
    _code, said = converse(path, ["go INC-01\nyes\ngo INC-02\nno", "quit"])
    assert plan_at(path).answers == {}
    assert "3 more lines came in one go" in said


def test_a_long_block_is_not_shown_whole(path: Path) -> None:
    _code, said = converse(path, ["\n".join(["what"] * 60), "quit"])
    assert "59 more lines came in one go" in said
    assert "and 39 more." in said


def test_a_terminal_that_marks_a_paste_is_understood(path: Path) -> None:
    converse(path, ["go CAP-07", "\x1b[200~One.\nTwo.\x1b[201~", ".", "quit"])
    assert plan_at(path).answer("CAP-07").parts == {"value": "One.\nTwo."}
    converse(path, ["/go SEL-01", "\x1b[200~yes\x1b[201~", "quit"])
    assert plan_at(path).answer("SEL-01").parts == {"value": "yes"}


def test_the_end_of_input_behind_an_answer_ends_the_walk(path: Path) -> None:
    code, _said = converse(path, ["yes\n\x04", "no", "no"])
    assert (code, plan_at(path).answers.keys()) == (0, {"SEL-01"})


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal of Unix")
def test_what_waits_at_a_terminal_is_read_to_its_last_letter() -> None:
    ours, theirs = pty.openpty()
    with open(theirs, encoding="utf-8") as terminal:  # noqa: PTH123 - a descriptor
        waiting = keyboard(terminal)
        assert waiting() == ""
        os.write(ours, "ja\nnei\nås".encode())
        assert terminal.readline() == "ja\n"
        assert waiting() == "nei\nås"
        os.write(ours, b"2\n")
        assert terminal.readline() == "2\n"
    os.close(ours)


def test_what_is_no_terminal_has_nothing_waiting(tmp_path: Path) -> None:
    with (tmp_path / "x").open("w+", encoding="utf-8") as file:
        assert keyboard(file)() == ""


HEADER = "Initialer\tStilling\tStillingsprosent\tFrigjort tid"
STAFF = f"{HEADER}\nAA\tsykepleier\t80 %\t4,5\nBB\tlege\t100 %\t3"
ACTIONS = "Tiltak\tAnsvarlig\tFrist\nAvtale veiledning\tAB\t15.02.2027"


@pytest.mark.parametrize("lines", [["people add", STAFF], [f"people add {STAFF}"]])
def test_rows_of_a_spreadsheet_are_shown_and_become_practitioners(
    path: Path, lines: list[str]
) -> None:
    _code, said = converse(path, [*lines, "yes", "undo", "redo", "quit"])
    people = plan_at(path).people
    assert {who: (one.role, one.parts["hours_freed"]) for who, one in people.items()} == {
        "AA": ("sykepleier", 4.5),
        "BB": ("lege", 3),
    }
    assert "1. AA, sykepleier, " in said
    assert "- row 2, Stillingsprosent: 80 %" in said
    assert "Taken from the spreadsheet: 2 practitioners." in said
    assert "Undone: AA: taken out" in said


def test_rows_are_not_taken_without_a_yes(path: Path) -> None:
    converse(path, ["people add", STAFF, "no", "people add", "Budget\t2026\nTravel\t120", "quit"])
    assert plan_at(path).people == {}


def test_rows_become_entries_of_a_table_and_rows_of_a_question(path: Path) -> None:
    rows = "Hva\tHvem\nNoe\tAB"
    lines = ["actions add", ACTIONS, "y", "go MON-01", rows, "n", "/quit"]
    _code, said = converse(path, lines)
    assert [dict(one) for one in plan_at(path).entries("actions").values()] == [
        {"name": "Avtale veiledning", "actor": "AB", "when": date(2027, 2, 15)}
    ]
    assert "These rows would become 2 rows in MON-01" in said or "row in MON-01" in said


def test_a_pipe_keeps_its_meaning(path: Path) -> None:
    converse(path, ["people add AA\tBB", "nurse", "quit"], is_piped=True)
    assert list(plan_at(path).people) == ["AA BB"]
